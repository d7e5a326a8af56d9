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
                try settle(link)
            }
        } catch is SharedLedgerFault {
            // Cut again; whoever watches the link comes back.
        } catch {
            // Not the ledger that was followed, or this disk fails: no more is written until a person has looked.
            if database.isInsideTransaction { try? database.rollback() }
            let fault = error as? SiteFault ?? .failed(finding: "what other nodes appended can't be taken in")
            state.withLock { $0.halted = fault }
        }
    }

    private func followSome(_ link: Link, on database: Database) throws -> Bool {
        var isMore = false
        try database.inTransaction(.immediate) {
            var writer = try LedgerWriter(database, sealer: sealer, ground: .shared)
            isMore = try writer.followSome(link)
            link.note(localSize: writer.frontier.size, waiting: writer.waiting)
            guard isMore else { return .rollback }
            try writer.storeHead()
            return .commit
        }
        if isMore { link.tellFollowed() }
        return isMore
    }

    /// Answers those of a round that the link broke under: what it decided stands, or it is decided again.
    private func settle(_ link: Link) throws {
        guard let round = state.withLock({ $0.unsettled }), let first = round.firstEntry else { return }
        let stands = try link.asking { try $0.contains(id: first) }
        state.withLock { state in
            state.unsettled = nil
            guard !stands else { return }
            state.waiting.insert(contentsOf: round.group, at: 0)
            state.noted.insert(contentsOf: round.notes, at: 0)
        }
        if stands { answer(round) }
    }

    /// Tells those of an unsettled round that nobody knows, when the site is closed.
    func leaveUnsettled() {
        let round = state.withLock { state in
            defer { state.unsettled = nil }
            return state.unsettled
        }
        round?.group.forEach {
            $0.fail(SiteFault.cut(finding: "whether this was recorded shows once the ledger is reached"))
        }
    }
}

extension LedgerWriter {
    /// Tells the shared ledger what this round adds and erases, and ends the round there.
    func tell(_ ledger: any SharedLedger) throws {
        guard !news.entries.isEmpty else { return ledger.rollBack() }
        try ledger.append(news.entries)
        for (bodies, subjects) in news.erased {
            try ledger.erase(bodies: bodies.runs.map { $0.lowerBound..<$0.upperBound + 1 }, keysOf: subjects)
        }
        try ledger.commit()
    }
}
