import GRDB
import Ledger
import Operations
import Vocabulary

extension SiteStore {
    /// Throws every view away and folds it again from the ledger.
    ///
    /// One transaction: readers see the old views until the new ones are complete, and a process that is killed leaves the
    /// old ones. Memory stays bounded, since SQLite moves what grows too large to its log.
    /// - Throws: `SiteFault`; then the old views stand.
    package func rebuild(progress: (_ done: UInt64, _ of: UInt64) -> Void) throws {
        guard isWriter else { throw SiteFault.failed(finding: "the site was opened to read only") }
        try SiteFault.translating {
            try pool.writeWithoutTransaction { database in
                try database.inTransaction(.immediate) {
                    try refold(database, progress: progress)
                    return .commit
                }
                _ = try database.checkpoint(.passive)
            }
        }
    }

    private func refold(_ database: Database, progress: (UInt64, UInt64) -> Void) throws {
        let views = try Views(database, codes: codes)
        var head = try StoredHead.read(database)
        let size = head.frontier.size
        try views.clear()
        let entries = try Query(
            """
            SELECT entries.idx, entries.canonical, bodies.body
            FROM entries LEFT JOIN bodies ON bodies.idx = entries.idx ORDER BY entries.idx
            """,
            on: database
        )
        defer { entries.reset() }
        var done: UInt64 = 0
        var tree = MerkleFrontier()
        while try entries.step() {
            let index = entries.int(0)
            guard index == Int64(done), done < size else { throw SiteFault.damaged(.missing(index: done)) }
            try fold(entries, index: index, into: views)
            try views.put(tree.append(MerkleFrontier.leaf(entries.bytes(1))))
            done += 1
            if done.isMultiple(of: 1000) || done == size { progress(done, size) }
        }
        guard done == size else { throw SiteFault.damaged(.missing(index: done)) }
        head.folded = size
        try head.write(database)
    }

    private func fold(_ row: Query, index: Int64, into views: Views) throws {
        let entry = try LedgerEntry(storedAt: UInt64(index), row.bytes(1))
        guard !row.isNull(2) else { throw SiteFault.damaged(.bodyMissing(index: UInt64(index))) }
        guard let moment = Moment(entry.at) else { throw SiteFault.unreadable(index) }
        try views.fold(kind: entry.kind, body: row.bytes(2), at: moment, index: index)
    }
}

extension SiteFault {
    /// A finding in the ledger.
    static func damaged(_ finding: LedgerFinding) -> SiteFault {
        .damaged(finding: VerifyReport.Finding.ledger(finding).description)
    }
}
