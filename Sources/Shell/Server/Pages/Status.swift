import Operations
import Pages
import Vocabulary

/// The state of the site.
enum Status {
    static func show(_ visit: Visit) throws -> Reply {
        let status = try visit.office.feeds.status(at: visit.desk)
        let ledger = status.ledger
        let model = StatusModel(
            feeds: status.feeds.map(FeedMemory.reach),
            ledger: StatusModel.LedgerHead(
                size: Int(clamping: ledger.size),
                root: hexadecimal(ledger.root),
                folded: Int(clamping: ledger.folded),
                lastAt: ledger.lastAt,
                sharing: ledger.sharing.map { sharing in
                    StatusModel.LedgerHead.Sharing(
                        cutSince: sharing.cutSince(visit.desk.now()),
                        waiting: sharing.waiting
                    )
                }
            ),
            rules: visit.desk.ruleVersions,
            agency: visit.office.configuration.agency,
            startedAt: visit.office.startedAt,
            faults: (ledger.folded < ledger.size ? [.viewsBehind] : [])
                + (ledger.sharing?.cutFor == nil ? [] : [.ledgerCut])
        )
        return visit.page(model)
    }
}
