import Dispatch
import GRDB
import Ledger
import Operations
import Synchronization

extension CommitQueue {
    /// Takes in what other nodes appended, and settles a round whose end nobody heard.
    func follow(on database: Database) {
        guard let link, link.ground == .shared, state.withLock({ $0.halted == nil }) else { return }
        do {
            try SiteFault.translating {
                while try followSome(link, on: database) {}
                try settle(link, on: database)
            }
        } catch is SharedLedgerFault {
            // Cut again; whoever watches the link comes back.
        } catch {
            if database.isInsideTransaction { try? database.rollback() }
            halt(after: error)
            guard case .damaged(let finding)? = error as? SiteFault else { return }
            // Not the ledger that was followed: no more is written until a person has looked.
            state.withLock { $0.halted = .damaged(finding: finding) }
            giveUpWaiting()
        }
    }

    private func followSome(_ link: Link, on database: Database) throws -> Bool {
        var isMore = false
        var taken: LedgerWriter?
        try database.inTransaction(.immediate) {
            var writer = try LedgerWriter(database, sealer: sealer, ground: .shared)
            isMore = try writer.followSome(link)
            taken = writer
            guard isMore else { return .rollback }
            try writer.storeHead()
            return .commit
        }
        if let taken { finish(taken) }
        return isMore
    }

    /// Answers those of a round that the link broke under: what it decided stands, or it is decided again.
    ///
    /// Asked with the right to append in hand: whoever told the round may hold it still, on a server that waits for another.
    private func settle(_ link: Link, on database: Database) throws {
        guard let first = state.withLock({ $0.unsettled?.firstEntry }) else { return }
        var stands = false
        try database.inTransaction(.immediate) {
            var writer = try LedgerWriter(database, sealer: sealer, ground: .shared)
            stands = try link.asking { ledger in
                try ledger.begin()
                try writer.follow(link)
                let stands = try ledger.contains(id: first)
                ledger.rollBack()
                return stands
            }
            try writer.storeHead()
            return .commit
        }
        let round = state.withLock { state in
            defer { state.unsettled = nil }
            if let round = state.unsettled, !stands {
                state.waiting.insert(contentsOf: round.group, at: 0)
                state.noted.insert(contentsOf: round.notes, at: 0)
            }
            return state.unsettled
        }
        if stands, let round { answer(round) }
    }

    /// Leaves a round whose end nobody heard, until the ledger can be asked.
    func leave(_ round: Round) {
        state.withLock { state in
            state.unsettled = round
            state.isFollowDue = true
        }
        DispatchQueue.global().asyncAfter(deadline: .now() + CommitQueue.longestWaiting) { [self] in
            giveUpWaiting()
        }
    }

    /// Tells those of an unsettled round that nobody knows; what was only noted is settled all the same.
    func giveUpWaiting() {
        let group = state.withLock { state in
            defer {
                state.unsettled?.group = []
                state.unsettled?.acknowledge = []
                state.unsettled?.refused = []
            }
            return state.unsettled?.group ?? []
        }
        let fault = SiteFault.cut(finding: "whether it was recorded shows once the ledger is reached")
        for write in group { write.fail(fault) }
    }

    /// Longer than a takeover needs where all goes well; an officer is not kept waiting longer.
    private static let longestWaiting = 10.0
}

extension LedgerWriter {
    /// Tells the shared ledger what this round adds and erases, in that order, and ends the round there.
    func tell(_ ledger: any SharedLedger) throws {
        guard !news.entries.isEmpty else { return ledger.rollBack() }
        var told = 0
        for (after, bodies, subjects) in news.erased {
            try ledger.append(Array(news.entries[told..<after]))
            try ledger.erase(bodies: bodies.runs.map { $0.lowerBound..<$0.upperBound + 1 }, keysOf: subjects)
            told = after
        }
        try ledger.append(Array(news.entries[told...]))
        try ledger.commit()
    }
}
