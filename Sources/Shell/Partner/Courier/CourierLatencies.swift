import Operations
import Synchronization
import Vocabulary

/// How long messages lately took from being written to being taken.
package final class CourierLatencies: Sendable {
    private struct State {
        var milliseconds: [Int64] = []
        var next = 0
        var count = 0
    }

    private let state = Mutex(State())
    private static let kept = 4096

    /// Nothing yet.
    package init() {}

    func note(since: Moment, at now: Moment) {
        let spent = max(0, now.milliseconds - since.milliseconds)
        state.withLock { state in
            state.count += 1
            if state.milliseconds.count < Self.kept { return state.milliseconds.append(spent) }
            state.milliseconds[state.next] = spent
            state.next = (state.next + 1) % Self.kept
        }
    }

    /// How many were taken since the start, and the quantiles of the last few thousand in milliseconds; nil before the first.
    package var figures: (count: Int, median: Int, p99: Int)? {
        state.withLock { state in
            guard !state.milliseconds.isEmpty else { return nil }
            let sorted = state.milliseconds.sorted()
            return (
                state.count, Int(sorted[sorted.count / 2]),
                Int(sorted[min(sorted.count - 1, sorted.count * 99 / 100)])
            )
        }
    }

    /// Forgets all.
    package func clear() {
        state.withLock { $0 = State() }
    }
}
