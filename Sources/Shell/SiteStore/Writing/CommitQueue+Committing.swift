import GRDB
import Ledger
import Operations
import Synchronization

extension CommitQueue {
    /// Commits a group; false where nothing of it was written.
    func commit(_ round: Round, on database: Database) -> Bool {
        let (halted, isUnsettled) = state.withLock { ($0.halted, $0.unsettled != nil) }
        if let halted {
            round.group.forEach { $0.fail(halted) }
            return false
        }
        var round = round
        // Until it is known what became of the round before, nobody may append behind it.
        let ground: LedgerWriter.Ground = isUnsettled ? .cutOff : link?.ground ?? .here
        do {
            try SiteFault.translating { try write(&round, on: ground, database) }
        } catch let fault as SharedLedgerFault {
            if database.isInsideTransaction { try? database.rollback() }
            switch fault {
            case .cut: return commit(Round(group: round.group, notes: round.notes), on: database)
            case .unsettled: leave(round)
            case .refused, .full: abandon(round, because: SiteFault(fault), on: database)
            }
            return false
        } catch {
            if round.firstEntry != nil {
                // The others have it; this node follows it when its disk lets it.
                if database.isInsideTransaction { try? database.rollback() }
                leave(round)
            } else {
                abandon(round, because: error, on: database)
            }
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
                // What waited comes first, however long that takes: these are decided on what it made of things.
                if writer.waiting > 0 { putBack(&round) }
                try perform(&round, with: &writer)
                if !writer.news.entries.isEmpty { round.firstEntry = writer.news.entries[0].id }
                do {
                    try writer.tell(ledger)
                } catch {
                    if case .unsettled? = error as? SharedLedgerFault { throw error }
                    round.firstEntry = nil
                    throw error
                }
            }
        } else {
            try perform(&round, with: &writer)
        }
        try writer.storeHead()
        try database.commit()
        finish(writer)
    }

    /// Notes what a durable round leaves to do.
    func finish(_ writer: LedgerWriter) {
        link?.note(localSize: writer.frontier.size, waiting: writer.waiting)
        state.withLock { state in
            if writer.hasErased { state.isSweepDue = true }
            if writer.ground == .shared, writer.waiting > 0 { state.isFollowDue = true }
        }
        // Messages as they arrived name everybody on them; they are few and short-lived, so all go with anybody, on every
        // node.
        if writer.hasErasedPerson { _ = try? shelf.clear(.all) }
        if writer.followed > 0 { link?.tellFollowed() }
    }

    private func putBack(_ round: inout Round) {
        state.withLock { [round] state in
            state.waiting.insert(contentsOf: round.group, at: 0)
            state.noted.insert(contentsOf: round.notes, at: 0)
        }
        round.group = []
        round.notes = []
    }

    private func perform(_ round: inout Round, with writer: inout LedgerWriter) throws {
        for draft in round.notes {
            do {
                try writer.trying { try $0.append(draft) }
            } catch {
                // A note that can't be written must not hold up those who wait; a failing disk is everybody's.
                guard writer.views.database.isInsideTransaction, case .damaged? = error as? SiteFault else {
                    throw error
                }
            }
        }
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
        guard let link, fault as? SiteFault == .needsSharedLedger else { return write.fail(fault) }
        write.fail(SiteFault.cut(finding: link.finding))
    }

    /// After a failed flush nobody knows what the disk holds: no more is written until a restart reads it again.
    func halt(after error: any Error) {
        guard let fault = error as? SiteFault, fault.isInputOutput else { return }
        state.withLock { $0.halted = fault }
    }

    /// Moves the write-ahead log into the database when enough has gathered.
    ///
    /// SQLite would do it by itself within a commit, but would then keep a failed flush to itself.
    func checkpoint(_ database: Database) {
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

    /// Empties the log after an erasure; where a reader still needs it, at the next occasion.
    func sweep(_ database: Database) {
        guard state.withLock({ $0.isSweepDue }) else { return }
        do {
            let isEmpty = try SiteFault.translating { try database.emptyLog() }
            if isEmpty { state.withLock { $0.isSweepDue = false } }
        } catch {
            halt(after: error)
        }
    }

    /// Waits until no byte of what was erased is left in the log.
    ///
    /// - Throws: `SiteFault` where a reader keeps it for seconds.
    func finishSweep() async throws {
        for _ in 0..<250 {
            guard state.withLock({ $0.isSweepDue && $0.halted == nil }) else { return }
            await withCheckedContinuation { continuation in
                pool.asyncWriteWithoutTransaction { [self] database in
                    sweep(database)
                    continuation.resume()
                }
            }
            guard state.withLock({ $0.isSweepDue }) else { return }
            try await Task.sleep(for: .milliseconds(20))
        }
        throw SiteFault.failed(
            finding: "a long reading keeps the log, in which erased bytes may stand; it is emptied after it"
        )
    }

    /// 16 MiB: short enough to be no pause at a counter, long enough to write a page of an index once for many rows.
    private static let pagesBetweenCheckpoints: Int32 = 4096
}
