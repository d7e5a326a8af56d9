import Crypto
import Foundation
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
    private let findSubject: Query
    private let putSubject: Query
    private var canonical: [UInt8] = []

    /// Continues where the stored head stands.
    init(_ database: Database, sealer: Sealer) throws {
        views = try Views(database, key: sealer.key)
        self.sealer = sealer
        frontier = try StoredHead.read(database).frontier
        putEntry = try Query("INSERT INTO entries VALUES (?, ?)", on: database)
        putBody = try Query("INSERT INTO bodies VALUES (?, ?, ?)", on: database)
        findSubject = try Query("SELECT id, key FROM subjects WHERE pseudonym = ?", on: database)
        putSubject = try Query("INSERT INTO subjects VALUES (NULL, ?, ?)", on: database)
    }

    /// What a command sees when it decides: everything before it in this transaction included.
    var reads: any SiteReads { views.reads }

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
        try put(sealed, at: index)
        try views.put(frontier.append(canonical.withUnsafeBytes { MerkleFrontier.leaf($0) }))
        return index
    }

    /// Seals a body under its subject's key, which the first body about somebody brings with it.
    private func put(_ sealed: Sealed, at index: Int64) throws {
        let seal = views.seal
        let subject = try sealed.subject.map { try key(of: $0, orFresh: sealed.freshKey) }
        let body = try seal.seal(sealed, under: subject?.key ?? seal.common, at: index)
        try putBody.bind(index, at: 1)
        try putBody.bind(subject?.id, at: 2)
        try body.withUnsafeBytes { try putBody.bind($0, at: 3) }
        try putBody.run()
    }

    private func key(of subject: Pseudonym, orFresh fresh: ArraySlice<UInt8>) throws -> (
        id: Int64, key: SymmetricKey
    ) {
        let pseudonym = subject.bytes
        try findSubject.bind(pseudonym, at: 1)
        if let (id, key) = try findSubject.first({ ($0.int(0), views.seal.unwrap($0.bytes(1))) }) {
            guard let key else { throw SiteFault.damaged(finding: "the key of a subject can't be unwrapped") }
            return (id, key)
        }
        let key = SymmetricKey(data: fresh)
        try putSubject.bind(pseudonym, at: 1)
        try views.seal.wrap(key).withUnsafeBytes { try putSubject.bind($0, at: 2) }
        try putSubject.run()
        return (views.database.lastInsertedRowID, key)
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
