import Foundation
import GRDB
import Ledger
import Operations

extension SiteStore {
    /// Takes this node's place beside the others: brings them what only this site has, or follows what they have.
    func join(_ link: Link?, _ queue: CommitQueue?) throws {
        let isMarked = try pool.read { database in
            try Query("SELECT is_shared FROM site", on: database).first { $0.int(0) != 0 } ?? false
        }
        guard let link, let queue else {
            guard !isMarked else {
                throw SiteFault.failed(
                    finding: "this node shares its ledger with others; say which by the setting `ledger`"
                )
            }
            return
        }
        try pool.writeWithoutTransaction { database in
            let writer = try LedgerWriter(database, sealer: queue.sealer, ground: .shared)
            link.note(localSize: writer.frontier.size, waiting: writer.waiting)
        }
        do {
            _ = try link.probe()
        } catch let fault as SharedLedgerFault {
            // A node that has followed before works on from what it knows.
            guard isMarked, fault.isOfTheLink else { throw SiteFault(fault) }
            return watch(link, for: queue)
        }
        if !isMarked { try bring(link) }
        try pool.writeWithoutTransaction { database in
            queue.follow(on: database)
            if let haltedBy { throw haltedBy }
            if link.ground == .shared { try Query("UPDATE site SET is_shared = 1", on: database).run() }
        }
        watch(link, for: queue)
    }

    private func watch(_ link: Link, for queue: CommitQueue) { link.watch { [weak queue] in queue?.wake() } }

    /// Brings the shared ledger what this site has and it lacks, in one round: nobody appends in between.
    private func bring(_ link: Link) throws {
        do {
            try pool.read { database in
                try link.asking { ledger in
                    try ledger.begin()
                    var size = try ledger.size()
                    let local = try StoredHead.read(database).frontier.size
                    let last = min(size, local)
                    if last > 0 {
                        let theirs = try ledger.entries(from: last - 1, limit: 1).first?.canonical
                        let mine = try SharedEntry.stored(from: last - 1, limit: 1, in: database).first?
                            .canonical
                        guard theirs == mine else { throw SiteFault.forked(at: last - 1) }
                    }
                    guard size < local else { return ledger.rollBack() }
                    while size < local {
                        let entries = try SharedEntry.stored(from: size, limit: 4096, in: database)
                        try ledger.append(entries)
                        size += UInt64(entries.count)
                    }
                    try ledger.commit()
                }
            }
        } catch let fault as SharedLedgerFault {
            throw SiteFault(fault)
        }
    }
}

extension SharedEntry {
    /// Entries as this site stores them.
    fileprivate static func stored(from index: UInt64, limit: Int, in database: Database) throws
        -> [SharedEntry]
    {
        let query = try Query(
            """
            SELECT entries.idx, entries.canonical, bodies.sealed, subjects.pseudonym, subjects.key
            FROM entries LEFT JOIN bodies ON bodies.idx = entries.idx
                LEFT JOIN subjects ON subjects.id = bodies.subject
            WHERE entries.idx >= ? ORDER BY entries.idx LIMIT ?
            """,
            on: database
        )
        try query.bind(Int64(clamping: index), at: 1)
        try query.bind(Int64(limit), at: 2)
        return try query.all { row in
            let entry = try LedgerEntry(storedAt: UInt64(clamping: row.int(0)), row.bytes(1))
            let subject =
                row.isNull(3)
                ? nil
                : SealedBody.Subject(pseudonym: [UInt8](row.bytes(3)), wrappedKey: [UInt8](row.bytes(4)))
            return SharedEntry(
                index: entry.index,
                id: entry.id.description,
                canonical: [UInt8](row.bytes(1)),
                body: row.isNull(2) ? nil : SealedBody(sealed: [UInt8](row.bytes(2)), subject: subject)
            )
        }
    }
}
