import Foundation
import GRDB
import Ledger
import Operations
import Synchronization

/// Something that waits to be written, and how to answer whoever waits for it.
struct PendingWrite: Sendable {
    /// Writes, and returns how to say so once it is durable.
    let perform: @Sendable (inout LedgerWriter) throws -> @Sendable () -> Void
    /// Says that nothing was written.
    let fail: @Sendable (any Error) -> Void
}

/// The one writer of a site: whatever arrives while a transaction runs goes together into the next, and is answered after
/// that one's flush.
final class CommitQueue: Sendable {
    /// A group on its way, with what was noted since the last, and what came of both.
    struct Round: Sendable {
        var group: ArraySlice<PendingWrite>
        var notes: [EntryDraft]
        var acknowledge: [@Sendable () -> Void] = []
        var refused: [(write: PendingWrite, error: any Error)] = []
        /// The identity of the first entry that other nodes were told of.
        var firstEntry: String?
    }

    struct State {
        var waiting: [PendingWrite] = []
        var noted: [EntryDraft] = []
        var isNoteDue = false
        var isFollowDue = false
        var unsettled: Round?
        var isDraining = false
        var halted: SiteFault?
        var pagesAtCheckpoint: Int32 = 0
    }

    let state = Mutex(State())
    let link: Link?
    private let pool: DatabasePool
    let sealer: Sealer

    init(pool: DatabasePool, sealer: Sealer, link: Link?) {
        self.pool = pool
        self.sealer = sealer
        self.link = link
    }

    /// Waits for something to be durably written.
    func write<Answer: Sendable>(
        _ body: @escaping @Sendable (inout LedgerWriter) throws -> Answer
    ) async throws -> Answer {
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Answer, any Error>) in
            submit(
                PendingWrite(
                    perform: { writer in
                        let answer = try body(&writer)
                        return { continuation.resume(returning: answer) }
                    },
                    fail: { continuation.resume(throwing: $0) }
                )
            )
        }
    }

    /// Moves the whole write-ahead log into the database and empties it; false where a reader still needs it.
    func truncateLog() async throws -> Bool {
        try await withCheckedThrowingContinuation { continuation in
            pool.asyncWriteWithoutTransaction { database in
                continuation.resume(with: Result { try SiteFault.translating { try database.emptyLog() } })
            }
        }
    }

    private func submit(_ write: PendingWrite) {
        let (mustStart, halted) = state.withLock { state -> (Bool, SiteFault?) in
            if let halted = state.halted { return (false, halted) }
            state.waiting.append(write)
            defer { state.isDraining = true }
            return (!state.isDraining, nil)
        }
        if let halted { return write.fail(halted) }
        if mustStart { start() }
    }

    /// Takes an entry that nobody waits for: it goes with the next group, or alone after a second.
    func note(_ draft: EntryDraft) {
        let mustArm = state.withLock { state in
            guard state.halted == nil, state.noted.count < CommitQueue.mostNoted else { return false }
            state.noted.append(draft)
            defer { state.isNoteDue = true }
            return !state.isNoteDue
        }
        guard mustArm else { return }
        DispatchQueue.global().asyncAfter(deadline: .now() + CommitQueue.longestNoting) { [self] in
            let mustStart = state.withLock { state in
                state.isNoteDue = false
                defer { state.isDraining = true }
                return !state.isDraining
            }
            if mustStart { start() }
        }
    }

    /// Looks after what other nodes appended and what waits for them.
    func wake() {
        let mustStart = state.withLock { state in
            state.isFollowDue = true
            defer { state.isDraining = true }
            return !state.isDraining
        }
        if mustStart { start() }
    }

    private func start() { pool.asyncWriteWithoutTransaction { [self] in drain($0) } }

    /// Writes whatever waits, group by group.
    ///
    /// After a failure what was only noted stays noted until the next that is written: nothing is tried in a circle.
    func drain(_ database: Database) {
        var hasFailed = false
        while let (round, follows) = next(withNotes: !hasFailed) {
            if follows { follow(on: database) }
            hasFailed = !commit(round, on: database)
            checkpoint(database)
        }
    }

    /// The next group and what was noted since the last; nil where there is nothing more to do.
    private func next(withNotes: Bool) -> (Round, follows: Bool)? {
        state.withLock { state in
            let notes = withNotes && state.halted == nil ? state.noted : []
            let follows = state.isFollowDue
            guard !state.waiting.isEmpty || !notes.isEmpty || follows else {
                state.isDraining = false
                return nil
            }
            state.isFollowDue = false
            let group = state.waiting.prefix(CommitQueue.largestGroup)
            state.waiting.removeFirst(group.count)
            if !notes.isEmpty { state.noted = [] }
            return (Round(group: group, notes: notes), follows)
        }
    }

    /// Beyond this many, while a disk is full, readings are no longer noted; reading itself goes on.
    private static let mostNoted = 100_000
    private static let longestNoting = 1.0

    /// So that the first of a group does not wait for ever for the last.
    private static let largestGroup = 512
}

extension CommitQueue {
    /// Commits a group; false where nothing of it was written.
    private func commit(_ round: Round, on database: Database) -> Bool {
        if let halted = state.withLock({ $0.halted }) {
            round.group.forEach { $0.fail(halted) }
            return false
        }
        var round = round
        let ground = link?.ground ?? .here
        do {
            try SiteFault.translating { try write(&round, on: ground, database) }
        } catch let fault as SharedLedgerFault {
            if database.isInsideTransaction { try? database.rollback() }
            switch fault {
            case .cut: return commit(Round(group: round.group, notes: round.notes), on: database)
            case .unsettled: state.withLock { $0.unsettled = round }
            case .refused, .full: abandon(round, because: SiteFault(fault), on: database)
            }
            return false
        } catch {
            abandon(round, because: error, on: database)
            return false
        }
        answer(round)
        return true
    }

    private func write(_ round: inout Round, on ground: LedgerWriter.Ground, _ database: Database) throws {
        let isIdle = round.group.isEmpty && round.notes.isEmpty
        if isIdle, ground != .shared || link?.hasWaiting != true { return }
        try database.beginTransaction(.immediate)
        var writer = try LedgerWriter(database, sealer: sealer, ground: ground)
        if ground == .shared, let link {
            try link.asking { ledger in
                try ledger.begin()
                try writer.follow(link)
                try writer.shareWaiting(ledger)
                try perform(&round, with: &writer)
                round.firstEntry = writer.news.entries.first?.id
                try writer.tell(ledger)
            }
        } else {
            try perform(&round, with: &writer)
        }
        try writer.storeHead()
        try database.commit()
        link?.note(localSize: writer.frontier.size, waiting: writer.waiting)
        if ground == .shared, writer.waiting > 0 { state.withLock { $0.isFollowDue = true } }
    }

    private func perform(_ round: inout Round, with writer: inout LedgerWriter) throws {
        for draft in round.notes { try writer.append(draft) }
        for write in round.group {
            do {
                round.acknowledge.append(try writer.trying(write.perform))
            } catch {
                round.refused.append((write, error))
                guard writer.views.database.isInsideTransaction else { throw error }
            }
        }
    }

    /// Tells everybody of a round what became of it.
    func answer(_ round: Round) {
        for (write, error) in round.refused { fail(write, because: error) }
        for acknowledge in round.acknowledge { acknowledge() }
    }

    /// Rolls back and tells everybody of a round that nothing was written.
    private func abandon(_ round: Round, because error: any Error, on database: Database) {
        if database.isInsideTransaction { try? database.rollback() }
        for write in round.group { fail(write, because: error) }
        // They are tried again with the next group, when there may be space.
        state.withLock { if $0.halted == nil { $0.noted.insert(contentsOf: round.notes, at: 0) } }
    }

    private func fail(_ write: PendingWrite, because error: any Error) {
        let fault = (error as? DatabaseError).map { SiteFault($0) } ?? error
        halt(after: fault)
        write.fail(fault)
    }

    /// After a failed flush nobody knows what the disk holds: no more is written until a restart reads it again.
    private func halt(after error: any Error) {
        guard let fault = error as? SiteFault, fault.isInputOutput else { return }
        state.withLock { $0.halted = fault }
    }

    /// Moves the write-ahead log into the database when enough has gathered.
    ///
    /// SQLite would do it by itself within a commit, but would then keep a failed flush to itself.
    private func checkpoint(_ database: Database) {
        let pages = database.pagesWritten
        let gathered = state.withLock { pages - $0.pagesAtCheckpoint }
        guard gathered >= CommitQueue.pagesBetweenCheckpoints else { return }
        do {
            try SiteFault.translating { _ = try database.checkpoint(.passive) }
        } catch {
            halt(after: error)
        }
        state.withLock { $0.pagesAtCheckpoint = pages }
    }

    /// 16 MiB: short enough to be no pause at a counter, long enough to write a page of an index once for many rows.
    private static let pagesBetweenCheckpoints: Int32 = 4096
}
