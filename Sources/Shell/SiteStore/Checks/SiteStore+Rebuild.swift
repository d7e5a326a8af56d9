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
        let views = try Views(database, key: key)
        var head = try StoredHead.read(database)
        let size = head.frontier.size
        try views.clear()
        let entries = try Query(
            """
            SELECT sealed.body, entries.idx, sealed.key, entries.canonical
            FROM entries LEFT JOIN sealed ON sealed.idx = entries.idx ORDER BY entries.idx
            """,
            on: database
        )
        defer { entries.reset() }
        var done: UInt64 = 0
        var tree = MerkleFrontier()
        var absent = AbsentBodies()
        while try entries.step() {
            let index = entries.int(1)
            guard index == Int64(done), done < size else { throw SiteFault.damaged(.missing(index: done)) }
            try fold(entries, index: index, into: views, noting: &absent)
            try views.put(tree.append(MerkleFrontier.leaf(entries.bytes(3))))
            done += 1
            if done.isMultiple(of: 1000) || done == size { progress(done, size) }
        }
        guard done == size else { throw SiteFault.damaged(.missing(index: done)) }
        if let lost = absent.unexplained.first { throw SiteFault.damaged(.bodyMissing(index: lost)) }
        try views.foldWaiting()
        head.folded = size
        try head.write(database)
    }

    private func fold(_ row: Query, index: Int64, into views: Views, noting absent: inout AbsentBodies) throws
    {
        let entry = try LedgerEntry(storedAt: UInt64(index), row.bytes(3))
        guard let moment = Moment(entry.at) else { throw SiteFault.unreadable(index) }
        guard !row.isNull(0) else {
            absent.note(missing: UInt64(index))
            // That something was loaded stays known, also where the row is erased.
            guard let table = RecordKind(entryKind: entry.kind) else { return }
            return try views.count(table, added: 0, at: moment)
        }
        try row.opened(key.seal) { body in
            if entry.kind == SiteEvent.erasure { absent.note(erased: try SiteEvent.decoded(body)) }
            try views.fold(kind: entry.kind, body: body, at: moment, by: entry.actor, index: index)
        }
    }
}

extension SiteFault {
    /// A finding in the ledger.
    static func damaged(_ finding: LedgerFinding) -> SiteFault {
        .damaged(finding: VerifyReport.Finding.ledger(finding).description)
    }
}
