import Exchange
import Foundation
import Vocabulary

extension Desk {
    /// Publishes a version of one of this site's sealed tables; the partner is told.
    ///
    /// - Throws: `SiteFault`.
    package func publish(_ published: LookUpPublished) async throws {
        let at = now()
        let draft = EntryDraft(
            .lookUpPublished(published),
            at: at,
            actor: Actor.system.name,
            purpose: "exchange"
        )
        try await site.commit { _ in Decision([draft], answer: ()) }
    }

    /// Notes that a list of the partner's was given leave to be asked about.
    ///
    /// - Throws: `SiteFault`.
    package func note(_ granted: LookUpGranted) async throws {
        let draft = EntryDraft(
            .lookUpGranted(granted),
            at: now(),
            actor: granted.party,
            purpose: AgreementRule.noPurpose
        )
        try await site.commit { _ in Decision([draft], answer: ()) }
    }

    /// Follows the partner to a later version of a table; one that goes back is an alarm and changes nothing.
    func follow(_ published: LookUpPublished, _ side: ExchangeSide, at: Moment, _ reads: any SiteReads) throws
        -> [EntryDraft]
    {
        let known = try reads.lookUpTables(of: published.party).first {
            $0.table == published.table && $0.epoch == published.epoch
        }
        if let known, known.version >= published.version {
            guard known != published else { return [] }
            let finding = "version \(published.version) of \(published.table) after \(known.version)"
            return [alarm("lookup-rollback", ExchangeSide.control, finding, side, at)]
        }
        return [
            EntryDraft(
                .lookUpPublished(published),
                at: at,
                actor: side.partner.text,
                purpose: AgreementRule.noPurpose
            )
        ]
    }
}

extension Letter {
    /// That a version of a sealed table stands to be fetched.
    init(_ published: LookUpPublished) {
        self.init(
            type: "lookup.published/1",
            purpose: AgreementRule.noPurpose,
            payload: [
                "table": .string(published.table), "epoch": .integer(published.epoch),
                "version": .integer(published.version), "rows": .integer(published.rows),
                "root": .string(published.root.base64EncodedString()),
                "key": .string(published.key.base64EncodedString()),
            ],
            key: published.table
        )
    }
}

extension Members {
    /// A version of a party's sealed table.
    func published(by party: String) throws(ExchangeRefusal) -> LookUpPublished {
        LookUpPublished(
            party: party,
            table: try text("table"),
            epoch: try integer("epoch"),
            version: try integer("version"),
            root: try read("root") { text in Data(base64Encoded: text).flatMap { $0.count == 32 ? $0 : nil }
            },
            key: try read("key") { text in Data(base64Encoded: text).flatMap { $0.count == 49 ? $0 : nil } },
            rows: try integer("rows")
        )
    }

    private func integer(_ name: String) throws(ExchangeRefusal) -> Int64 {
        guard let number = all[name]?.integer, (0...Int64(UInt32.max)).contains(number) else {
            throw .schema(name)
        }
        return number
    }
}
