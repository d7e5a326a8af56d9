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
        /// The identity of the first entry that other nodes were told of, from when the telling began.
        var firstEntry: String?
    }

    struct State {
        var waiting: [PendingWrite] = []
        var noted: [EntryDraft] = []
        var isNoteDue = false
        var isFollowDue = false
        var unsettled: Round?
        var isSweepDue = false
        var isDraining = false
        var halted: SiteFault?
        var pagesAtCheckpoint: Int32 = 0
    }

    let state = Mutex(State())
    let link: Link?
    let pool: DatabasePool
    let sealer: Sealer
    let shelf: MessageShelf

    init(pool: DatabasePool, sealer: Sealer, link: Link?, shelf: MessageShelf) {
        self.shelf = shelf
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
            sweep(database)
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
