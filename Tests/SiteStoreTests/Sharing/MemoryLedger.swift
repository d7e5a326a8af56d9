import Foundation
import Operations
import Synchronization

/// A shared ledger in memory, whose link tests cut; several nodes may hold it, each through a connection of its own.
final class MemoryLedger: Sendable {
    fileprivate struct State {
        var entries: [SharedEntry] = []
        var isCut = false
        /// Whether the next commit is written although its answer is lost, or lost with it.
        var nextCommit: Commit = .answered
        var swept = 0
    }

    enum Commit { case answered, writtenUnheard, lostUnheard }

    fileprivate let state = Mutex(State())
    fileprivate let right = DispatchSemaphore(value: 1)

    /// A node's connection.
    func connection() -> Connection { Connection(ledger: self) }

    func cut() { state.withLock { $0.isCut = true } }
    func mend() { state.withLock { $0.isCut = false } }
    func breakNextCommit(_ commit: Commit) { state.withLock { $0.nextCommit = commit } }
    /// Whether the commit that was to break has come.
    var hasBroken: Bool { state.withLock { $0.nextCommit == .answered } }
    var entries: [SharedEntry] { state.withLock { $0.entries } }
    var swept: Int { state.withLock { $0.swept } }
    func alter(_ index: Int, _ change: (inout SharedEntry) -> Void) {
        state.withLock { change(&$0.entries[index]) }
    }
    func forget(from index: Int) { state.withLock { $0.entries.removeSubrange(index...) } }

    /// One node's link to it.
    final class Connection: SharedLedger {
        private struct Round {
            var appended: [SharedEntry] = []
            var erased: [Range<UInt64>] = []
        }

        private let ledger: MemoryLedger
        private let round = Mutex<Round?>(nil)

        init(ledger: MemoryLedger) { self.ledger = ledger }

        private func answering<Answer>(_ body: (inout State) throws(SharedLedgerFault) -> Answer)
            throws(SharedLedgerFault) -> Answer
        {
            let result: Result<Answer, SharedLedgerFault> = ledger.state.withLock { state in
                guard !state.isCut else { return .failure(.cut(finding: "uji")) }
                do throws(SharedLedgerFault) {
                    return .success(try body(&state))
                } catch {
                    return .failure(error)
                }
            }
            return try result.get()
        }

        func size() throws(SharedLedgerFault) -> UInt64 {
            try answering { state throws(SharedLedgerFault) in UInt64(state.entries.count) }
        }

        func entries(from index: UInt64, limit: Int) throws(SharedLedgerFault) -> [SharedEntry] {
            try answering { state throws(SharedLedgerFault) in
                Array(state.entries.dropFirst(Int(index)).prefix(limit))
            }
        }

        func contains(id: String) throws(SharedLedgerFault) -> Bool {
            try answering { state throws(SharedLedgerFault) in state.entries.contains { $0.id == id } }
        }

        func begin() throws(SharedLedgerFault) {
            _ = try size()
            ledger.right.wait()
            round.withLock { $0 = Round() }
        }

        func append(_ entries: [SharedEntry]) throws(SharedLedgerFault) {
            let size = try size() + UInt64(round.withLock { $0?.appended.count ?? 0 })
            for (place, entry) in entries.enumerated() where entry.index != size + UInt64(place) {
                throw .refused(finding: "index \(entry.index)")
            }
            round.withLock { $0?.appended += entries }
        }

        func erase(bodies: [Range<UInt64>], keysOf subjects: [[UInt8]]) throws(SharedLedgerFault) {
            round.withLock { $0?.erased += bodies }
        }

        func commit() throws(SharedLedgerFault) {
            let finished = round.withLock { round in
                defer { round = nil }
                return round
            }
            guard let finished else { throw .cut(finding: "no round") }
            defer { ledger.right.signal() }
            try answering { state throws(SharedLedgerFault) in
                let commit = state.nextCommit
                state.nextCommit = .answered
                state.isCut = commit != .answered
                if commit != .lostUnheard {
                    state.entries += finished.appended
                    for index in finished.erased.joined() { state.entries[Int(index)].body = nil }
                }
                guard commit == .answered else { throw .unsettled(finding: "uji") }
            }
        }

        func rollBack() {
            let wasOn = round.withLock { round in
                defer { round = nil }
                return round != nil
            }
            if wasOn { ledger.right.signal() }
        }

        func sweep() throws(SharedLedgerFault) {
            try answering { state throws(SharedLedgerFault) in state.swept += 1 }
        }
    }
}
