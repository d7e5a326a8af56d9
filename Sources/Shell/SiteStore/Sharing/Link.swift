import Foundation
import Operations
import Synchronization

/// A node's link to the ledger that it shares with others: up, or cut since when.
///
/// While it is up somebody looks five times a second whether other nodes appended; while it is cut, once a second whether
/// it is back. Whoever works meanwhile is not kept waiting for either.
final class Link: Sendable {
    private struct State {
        var cutAt: ContinuousClock.Instant?
        var finding = "it has not answered yet"
        var isContinuous = false
        var localSize: UInt64 = 0
        var waiting = 0
        var isClosed = false
        var whenFollowed: [@Sendable () -> Void] = []
    }

    let ledger: any SharedLedger
    private let state: Mutex<State>
    /// Held for a whole round: another thread's question would stand in the middle of it.
    private let round = NSLock()
    private let timer = DispatchQueue(label: "kawal.link")

    /// A link that is taken for cut until the ledger has answered.
    init(_ ledger: any SharedLedger) {
        self.ledger = ledger
        state = Mutex(State(cutAt: .now))
    }

    /// Whether appending goes to the shared ledger, or waits here.
    var ground: LedgerWriter.Ground { state.withLock { $0.cutAt == nil ? .shared : .cutOff } }

    /// Whether this connection's ledger was found to continue the one that was followed.
    var isContinuous: Bool { state.withLock { $0.isContinuous } }

    /// Whether entries wait here.
    var hasWaiting: Bool { state.withLock { $0.waiting > 0 } }

    /// How this node stands to the shared ledger.
    var sharing: Sharing {
        state.withLock { state in
            Sharing(cutFor: state.cutAt.map { $0.duration(to: .now) }, waiting: state.waiting)
        }
    }

    func noteContinuous() { state.withLock { $0.isContinuous = true } }

    func note(localSize: UInt64, waiting: Int) {
        state.withLock {
            $0.localSize = localSize
            $0.waiting = waiting
        }
    }

    /// Calls whenever something that another node appended was taken in.
    func whenFollowed(_ tell: @escaping @Sendable () -> Void) {
        state.withLock { $0.whenFollowed.append(tell) }
    }

    func tellFollowed() { for tell in state.withLock({ $0.whenFollowed }) { tell() } }

    /// Why the link is cut.
    var finding: String { state.withLock { $0.finding } }

    /// Notes that the ledger does not answer.
    private func noteCut(_ fault: SharedLedgerFault) {
        state.withLock { state in
            if case .cut(let finding) = SiteFault(fault) { state.finding = finding }
            state.cutAt = state.cutAt ?? .now
            state.isContinuous = false
        }
    }

    /// Asks the ledger, alone; what fails cuts the link.
    ///
    /// - Throws: `SharedLedgerFault`.
    func asking<Answer>(_ body: (any SharedLedger) throws -> Answer) throws -> Answer {
        round.lock()
        defer { round.unlock() }
        do {
            return try body(ledger)
        } catch {
            ledger.rollBack()
            if let fault = error as? SharedLedgerFault, fault.isOfTheLink { noteCut(fault) }
            throw error
        }
    }

    /// Looks once whether the ledger answers and whether there is something to do here.
    ///
    /// - Throws: `SharedLedgerFault`.
    func probe() throws -> Bool {
        let size = try asking { try $0.size() }
        return state.withLock { state in
            let wasCut = state.cutAt != nil
            state.cutAt = nil
            return wasCut || size != state.localSize || state.waiting > 0
        }
    }

    /// Looks again and again until the link is closed, and calls where there is something to do.
    func watch(_ work: @escaping @Sendable () -> Void) {
        timer.asyncAfter(deadline: .now() + (ground == .shared ? 0.2 : 1)) { [weak self] in
            guard let self, !self.state.withLock({ $0.isClosed }) else { return }
            if (try? self.probe()) == true { work() }
            self.watch(work)
        }
    }

    func close() { state.withLock { $0.isClosed = true } }
}

extension SharedLedgerFault {
    /// Whether the link is at fault, not what was asked.
    var isOfTheLink: Bool {
        switch self {
        case .cut, .unsettled: true
        case .refused, .full: false
        }
    }
}

extension SiteFault {
    /// What a fault of the shared ledger means for a site.
    init(_ fault: SharedLedgerFault) {
        switch fault {
        case .cut(let finding), .unsettled(let finding): self = .cut(finding: finding)
        case .refused(let finding): self = .failed(finding: "the shared ledger refuses: \(finding)")
        case .full: self = .diskFull
        }
    }
}
