import Crypto
import Foundation
import GRDB
import Ledger
import Operations

/// Appends within one transaction: entries, bodies, views and the head go together or not at all.
struct LedgerWriter {
    /// Where what is appended stands.
    enum Ground {
        /// In this site alone.
        case here
        /// In a ledger that other nodes append to as well: it goes there in the same round.
        case shared
        /// In this node, until such a ledger can be reached again.
        case cutOff
    }

    /// What the other nodes are to hear of the round.
    struct News {
        var entries: [SharedEntry] = []
        /// What is erased once so many of the entries are there.
        var erased: [(after: Int, bodies: IndexRanges, keysOf: [[UInt8]])] = []
    }

    let views: Views
    let sealer: Sealer
    let ground: Ground
    private(set) var frontier: MerkleFrontier
    private(set) var news = News()
    /// Entries that wait for the shared ledger.
    var waiting = 0
    /// Entries of other nodes that were taken in.
    var followed = 0
    /// Whether bodies were erased, so that the log holds what must go.
    var hasErased = false
    /// Whether a person was erased.
    var hasErasedPerson = false
    private let putEntry: Query
    private let putBody: Query
    private let findSubject: Query
    private let putSubject: Query
    private var canonical: [UInt8] = []

    /// Continues where the stored head stands.
    init(_ database: Database, sealer: Sealer, ground: Ground) throws {
        views = try Views(database, key: sealer.key)
        self.sealer = sealer
        self.ground = ground
        frontier = try StoredHead.read(database).frontier
        putEntry = try Query("INSERT INTO entries VALUES (?, ?)", on: database)
        putBody = try Query("INSERT INTO bodies VALUES (?, ?, ?)", on: database)
        findSubject = try Query("SELECT id, key FROM subjects WHERE pseudonym = ?", on: database)
        putSubject = try Query(
            "INSERT INTO subjects VALUES (NULL, ?, ?) ON CONFLICT DO NOTHING",
            on: database
        )
        guard ground != .here else { return }
        waiting = try Query("SELECT count(*) FROM outbox", on: database).first { Int($0.int(0)) } ?? 0
    }

    /// What a command sees when it decides: everything before it in this transaction included.
    var reads: any SiteReads { views.reads }

    /// Appends an event and folds it into the views.
    mutating func append(_ draft: EntryDraft) throws {
        let sealed = try sealer.seal(draft)
        guard ground != .cutOff else { return try keepWaiting(sealed, draft.event, at: draft.at) }
        let index = try append(sealed)
        guard case .bodiesErased(let erased) = draft.event else {
            return try views.fold(draft.event, at: draft.at, by: draft.actor, index: index)
        }
        let keys = try views.erase(erased.entries)
        hasErased = true
        if erased.reason == .person { hasErasedPerson = true }
        if ground == .shared { news.erased.append((news.entries.count, erased.entries, keys)) }
    }

    /// Appends an entry and its body; the views are the caller's.
    mutating func append(_ sealed: Sealed) throws -> Int64 {
        guard ground != .cutOff else { throw SiteFault.needsSharedLedger }
        let place = frontier.size
        let index = Int64(place)
        canonical.removeAll(keepingCapacity: true)
        entry(sealed, at: place).write(into: &canonical)
        let body = try put(sealed, at: index)
        if ground == .shared {
            let id = sealed.id.description
            news.entries.append(SharedEntry(index: place, id: id, canonical: canonical, body: body))
        }
        try put(canonical, at: index)
        return index
    }

    /// The entry of something sealed at its place.
    func entry(_ sealed: Sealed, at index: UInt64) -> LedgerEntry {
        LedgerEntry(
            index: index,
            id: sealed.id,
            kind: sealed.kind,
            at: sealed.at,
            actor: sealed.actor,
            purpose: sealed.purpose,
            subject: sealed.subject,
            bodyDigest: sealed.digest
        )
    }

    /// Stores an entry's canonical bytes and lets the tree grow by them.
    mutating func put(_ canonical: [UInt8], at index: Int64) throws {
        try putEntry.bind(index, at: 1)
        try putEntry.bind(canonical, at: 2)
        try putEntry.run()
        try views.put(frontier.append(canonical.withUnsafeBytes { MerkleFrontier.leaf($0) }))
    }

    /// Seals a body under its subject's key, which the first body about somebody brings with it; gives it as other nodes
    /// get it, where there are any.
    func put(_ sealed: Sealed, at index: Int64) throws -> SealedBody? {
        let seal = views.seal
        let subject = try sealed.subject.map { try key(of: $0.bytes, orFresh: sealed.fresh) }
        let body = [UInt8](try seal.seal(sealed, under: subject?.key ?? seal.common, at: index))
        try put(body, of: subject?.id, at: index)
        guard ground == .shared else { return nil }
        let named = try sealed.subject.map(\.bytes).flatMap { pseudonym in
            try subject.map { try SealedBody.Subject(pseudonym: pseudonym, wrappedKey: seal.wrap($0.key)) }
        }
        return SealedBody(sealed: body, subject: named)
    }

    /// Stores a sealed body.
    func put(_ body: [UInt8], of subject: Int64?, at index: Int64) throws {
        try putBody.bind(index, at: 1)
        try putBody.bind(subject, at: 2)
        try putBody.bind(body, at: 3)
        try putBody.run()
    }

    private func key(of pseudonym: [UInt8], orFresh fresh: FreshKey?) throws -> (id: Int64, key: SymmetricKey)
    {
        if let fresh, let id = try put(pseudonym, wrapped: fresh.wrapped) { return (id, fresh.key) }
        try findSubject.bind(pseudonym, at: 1)
        let found = try findSubject.first { ($0.int(0), views.seal.unwrap($0.bytes(1))) }
        guard let found, let key = found.1 else {
            throw SiteFault.damaged(finding: "the key of a subject can't be unwrapped")
        }
        return (found.0, key)
    }

    /// The number of a subject that another node has named.
    func id(of subject: SealedBody.Subject) throws -> Int64? {
        if let id = try put(subject.pseudonym, wrapped: subject.wrappedKey) { return id }
        try findSubject.bind(subject.pseudonym, at: 1)
        return try findSubject.first { $0.int(0) }
    }

    /// Gives a subject a key where it has none; nil where it has.
    private func put(_ pseudonym: [UInt8], wrapped key: [UInt8]) throws -> Int64? {
        try putSubject.bind(pseudonym, at: 1)
        try putSubject.bind(key, at: 2)
        try putSubject.run()
        return views.database.changesCount == 1 ? views.database.lastInsertedRowID : nil
    }

    /// Does something or, where it throws, leaves no trace of it.
    mutating func trying<Answer>(_ body: (inout LedgerWriter) throws -> Answer) throws -> Answer {
        let database = views.database
        let before = (
            frontier: frontier, entries: news.entries.count, erased: news.erased.count, waiting: waiting
        )
        try Query("SAVEPOINT command", on: database).run()
        do {
            let answer = try body(&self)
            try Query("RELEASE command", on: database).run()
            return answer
        } catch {
            (frontier, waiting) = (before.frontier, before.waiting)
            news.entries.removeSubrange(before.entries...)
            news.erased.removeSubrange(before.erased...)
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
