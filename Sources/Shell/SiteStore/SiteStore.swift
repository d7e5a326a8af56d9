import Foundation
import GRDB
import Ledger
package import Operations
import Synchronization
package import Vocabulary

/// A site in one folder: the ledger and the views folded from it in one SQLite file, and the key beside it.
///
/// - Shape: `site.sqlite` (with `-wal` and `-shm` while open), `site.key`, `log.key`, `witness.key`, `site.lock`.
package final class SiteStore: Site {
    /// How a site is opened.
    package enum Mode: Sendable {
        /// To read and write; no other process may write at the same time.
        case readWrite(createIfAbsent: Bool)
        /// To read only, also while another process writes.
        case readOnly
    }

    let pool: DatabasePool
    let key: SiteKey
    let logSigner: LogKeys
    /// What cosigns the partner's checkpoints; nil where the site is only read and no newer version has opened it.
    let witness: WitnessKey?
    /// What was cosigned last; nil where the site is only read.
    let mark: WitnessMark?
    let folder: SiteFolder
    let shelf: MessageShelf
    let evidenceShelf: EvidenceShelf
    let passLists = PassListMemory()
    private let lock: SiteLock?
    private let queue: CommitQueue?
    private let link: Link?

    /// Opens the site of a folder, and brings one of an older version to this one's form.
    ///
    /// - Throws: `SiteFault`, which says what to do.
    package static func open(
        folder: String,
        mode: Mode,
        sharing ledger: (any SharedLedger)? = nil,
        random: @escaping RandomBytes = systemRandomBytes
    ) throws -> SiteStore {
        try SiteStore(SiteFolder(path: folder), mode: mode, ledger, random: random, schema: .current)
    }

    init(
        _ folder: SiteFolder,
        mode: Mode,
        _ ledger: (any SharedLedger)? = nil,
        random: @escaping RandomBytes,
        schema: Schema
    ) throws {
        self.folder = folder
        switch mode {
        case .readOnly:
            guard folder.hasSite else { throw SiteFault.absent(folder: folder.path) }
            lock = nil
            key = try SiteKey(readingAt: folder.key)
        case .readWrite(let createIfAbsent):
            guard createIfAbsent || folder.hasSite else { throw SiteFault.absent(folder: folder.path) }
            try folder.create()
            lock = try SiteLock(folder)
            key = try SiteStore.prepare(folder, random: random)
        }
        logSigner = try LogKeys(readingAt: folder.logKeys)
        witness = try WitnessKey(readingAt: folder.witnessKey, of: logSigner.origin)
        mark = lock.map { _ in WitnessMark(folder) }
        pool = try SiteFault.translating { [lock] in
            try Connections.open(folder.database, isReadOnly: lock == nil)
        }
        let sealer = Sealer(key: key, random: random)
        shelf = MessageShelf(folder: folder.messages, key: key.messages)
        evidenceShelf = EvidenceShelf(folder: folder.evidence)
        link = lock == nil ? nil : ledger.map { Link($0) }
        queue = lock == nil ? nil : CommitQueue(pool: pool, sealer: sealer, link: link, shelf: shelf)
        try SiteFault.translating {
            guard lock != nil else { return try checkForReading(schema) }
            try makeReady(schema)
            try join(link, queue)
        }
    }

    /// Ends all reading and writing and gives the site to other processes.
    ///
    /// - Throws: `SiteFault` where something still runs.
    package func close() throws {
        defer { lock?.release() }
        link?.close()
        queue?.giveUpWaiting()
        if isWriter {
            // What was only noted is written; nothing is lost where moving the log fails: the next opening reads it.
            try? pool.writeWithoutTransaction {
                queue?.drain($0)
                _ = try $0.checkpoint(.truncate)
            }
        }
        try SiteFault.translating { try pool.close() }
    }

    // MARK: Site

    package func read<Answer>(_ body: (any SiteReads) throws -> Answer) throws -> Answer {
        try SiteFault.translating {
            try pool.read { try body(Snapshot(database: $0, key: key)) }
        }
    }

    package func append<Answer: Sendable>(
        _ decide: @escaping @Sendable (any SiteReads) throws -> Decision<Answer>
    ) async throws -> (answer: Answer, first: UInt64?) {
        let queue = try writing()
        return try await queue.write { writer in
            let decision = try decide(writer.reads)
            let before = writer.frontier.size
            for draft in decision.drafts { try writer.append(draft) }
            if let rows = decision.rows {
                let sealed = try SealedRow.seal(rows.changes, by: rows.actor, at: rows.at, with: queue.sealer)
                _ = try writer.load(sealed, at: rows.at)
            }
            return (decision.answer, writer.frontier.size > before ? before : nil)
        }
    }

    package func note(_ draft: EntryDraft) { queue?.note(draft) }

    package func seal(
        _ changes: [RecordChange],
        by actor: String,
        at moment: Moment
    ) throws -> SealedLoad {
        let queue = try writing()
        let rows = try SealedRow.seal(changes, by: actor, at: moment, with: queue.sealer)
        return SealedLoad { try await queue.write { try $0.load(rows, at: moment) } }
    }

    package func opening(of index: UInt64) throws -> (salt: [UInt8], body: [UInt8])? {
        try SiteFault.translating {
            try pool.read { database in
                let query = try Query("SELECT body, idx, key FROM sealed WHERE idx = ?", on: database)
                try query.bind(Int64(clamping: index), at: 1)
                return try query.first { try $0.open(key.seal) }?.read { ([UInt8]($0), [UInt8]($1)) }
            }
        }
    }

    package func pseudonym(ofOfficer name: String) -> String {
        Pseudonym(of: name, in: "officer", key: key.pseudonyms).description
    }

    package func ledgerHead() throws -> LedgerHead {
        var head = try SiteFault.translating { try pool.read { try LedgerHead(readingFrom: $0) } }
        head.sharing = link?.sharing
        return head
    }

    /// Calls whenever something that another node appended is seen here.
    package func whenFollowed(_ tell: @escaping @Sendable () -> Void) { link?.whenFollowed(tell) }

    package func sweep(_ reach: Sweep) async throws {
        let queue = try writing()
        try await queue.finishSweep()
        guard reach == .everywhere, let link else { return }
        do throws(SharedLedgerFault) {
            try link.ledger.sweep()
        } catch {
            throw SiteFault(error)
        }
    }

    /// Why nothing is written any more, where that is so.
    var haltedBy: SiteFault? { queue?.state.withLock { $0.halted } }

    var isWriter: Bool { lock != nil }

    func writing() throws -> CommitQueue {
        guard let queue else {
            throw SiteFault.failed(finding: "the site was opened to read only")
        }
        return queue
    }
}

extension LedgerEntry {
    /// Reads an entry as it is stored.
    init(storedAt index: UInt64, _ bytes: UnsafeRawBufferPointer) throws {
        do throws(EntryFault) {
            try self.init(canonical: bytes.bindMemory(to: UInt8.self))
        } catch {
            throw SiteFault.damaged(.malformed(index: index, fault: error))
        }
    }
}

extension LedgerHead {
    /// Reads the stored head and the time of the last entry.
    init(readingFrom database: Database) throws {
        let head = try StoredHead.read(database)
        let last = try Query("SELECT canonical FROM entries ORDER BY idx DESC LIMIT 1", on: database).first {
            try LedgerEntry(storedAt: head.frontier.size &- 1, $0.bytes(0))
        }
        self.init(
            size: head.frontier.size,
            root: head.frontier.root.bytes,
            folded: head.folded,
            lastAt: last.flatMap { Moment($0.at) }
        )
    }
}
