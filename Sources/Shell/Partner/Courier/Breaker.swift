import Synchronization

/// Lets nobody try for a while after several failures in a row, and then one alone (pemutus arus).
final class Breaker: Sendable {
    private enum State {
        case closed(failures: Int)
        case open(until: ContinuousClock.Instant)
        case probing
    }

    private let state = Mutex(State.closed(failures: 0))
    private let reconnected = Mutex(false)
    private let pace: CourierPace

    init(_ pace: CourierPace) { self.pace = pace }

    /// How long to wait before trying; nil to try now.
    func wait(at now: ContinuousClock.Instant) -> Duration? {
        state.withLock { state in
            switch state {
            case .closed: return nil
            case .probing: return .milliseconds(200)
            case .open(let until):
                guard until <= now else { return now.duration(to: until) }
                state = .probing
                return nil
            }
        }
    }

    /// Notes that the partner was reached.
    func succeeded() {
        let wasOpen = state.withLock { state in
            defer { state = .closed(failures: 0) }
            guard case .closed = state else { return true }
            return false
        }
        if wasOpen { reconnected.withLock { $0 = true } }
    }

    /// Whether the partner was reached again since that was last told.
    var isReconnected: Bool { reconnected.withLock { $0 } }

    /// Notes that it was told.
    func reconnectionIsTold() { reconnected.withLock { $0 = false } }

    /// Notes that it was not.
    func failed(at now: ContinuousClock.Instant) {
        state.withLock { state in
            switch state {
            case .closed(let failures) where failures + 1 < pace.breakerFailures:
                state = .closed(failures: failures + 1)
            case .closed, .probing: state = .open(until: now + .seconds(pace.breakerSeconds))
            case .open: break
            }
        }
    }

    /// Whether the partner can't be reached just now.
    var isOpen: Bool {
        state.withLock { if case .closed = $0 { false } else { true } }
    }
}
