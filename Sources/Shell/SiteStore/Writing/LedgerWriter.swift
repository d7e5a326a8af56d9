import GRDB
import Ledger
import Operations

/// Appends within one transaction: entries, bodies, views and the head go together or not at all.
struct LedgerWriter {
    let views: Views
    let sealer: Sealer
    private(set) var frontier: MerkleFrontier
    private let putEntry: Query
    private let putBody: Query
    private var canonical: [UInt8] = []

    /// Continues where the stored head stands.
    init(_ database: Database, sealer: Sealer) throws {
        views = try Views(database, codes: sealer.codes)
        self.sealer = sealer
        frontier = try StoredHead.read(database).frontier
        putEntry = try Query("INSERT INTO entries VALUES (?, ?)", on: database)
        putBody = try Query("INSERT INTO bodies VALUES (?, ?, ?)", on: database)
    }

    /// What a command sees when it decides: everything before it in this transaction included.
    var reads: any SiteReads { Snapshot(database: views.database, codes: views.codes) }

    /// Appends an event and folds it into the views.
    mutating func append(_ draft: EntryDraft) throws {
        let index = try append(try sealer.seal(draft))
        try views.fold(draft.event, at: draft.at, index: index)
    }

    /// Appends an entry and its body; the views are the caller's.
    mutating func append(_ sealed: Sealed) throws -> Int64 {
        let entry = LedgerEntry(
            index: frontier.size,
            id: sealed.id,
            kind: sealed.kind,
            at: sealed.at,
            actor: sealed.actor,
            purpose: sealed.purpose,
            subject: sealed.subject,
            bodyDigest: sealed.digest
        )
        let index = Int64(frontier.size)
        canonical.removeAll(keepingCapacity: true)
        entry.write(into: &canonical)
        try putEntry.bind(index, at: 1)
        try putEntry.bind(canonical, at: 2)
        try putEntry.run()
        try putBody.bind(index, at: 1)
        try sealed.salt.withUnsafeBytes { try putBody.bind($0, at: 2) }
        try putBody.bind(sealed.body, at: 3)
        try putBody.run()
        try views.put(frontier.append(canonical.withUnsafeBytes { MerkleFrontier.leaf($0) }))
        return index
    }

    /// Does something or, where it throws, leaves no trace of it.
    mutating func trying<Answer>(_ body: (inout LedgerWriter) throws -> Answer) throws -> Answer {
        let database = views.database
        let before = frontier
        try Query("SAVEPOINT command", on: database).run()
        do {
            let answer = try body(&self)
            try Query("RELEASE command", on: database).run()
            return answer
        } catch {
            frontier = before
            // SQLite itself rolls everything back on some failures; then there is no savepoint left.
            if database.isInsideTransaction {
                try Query("ROLLBACK TO command", on: database).run()
                try Query("RELEASE command", on: database).run()
            }
            throw error
        }
    }

    /// Stores the head: the tree's edge, and that the views have followed all of it.
    func storeHead() throws {
        try StoredHead(frontier: frontier, folded: frontier.size).write(views.database)
    }
}

/// The ledger's head as it is stored.
struct StoredHead {
    var frontier: MerkleFrontier
    var folded: UInt64

    static func read(_ database: Database) throws -> StoredHead {
        let row = try Query("SELECT frontier, folded FROM head", on: database).first {
            (MerkleFrontier(stored: [UInt8]($0.bytes(0))), UInt64(clamping: $0.int(1)))
        }
        guard let row, let frontier = row.0 else {
            throw SiteFault.damaged(
                finding: "the ledger's head can't be read; restore the site from its backup"
            )
        }
        return StoredHead(frontier: frontier, folded: row.1)
    }

    func write(_ database: Database) throws {
        let query = try Query("INSERT OR REPLACE INTO head VALUES (0, ?, ?)", on: database)
        try query.bind(frontier.stored, at: 1)
        try query.bind(Int64(folded), at: 2)
        try query.run()
    }
}
