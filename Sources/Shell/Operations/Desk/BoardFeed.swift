package import Vocabulary

import Synchronization

/// What changed on the board (papan jaga); says nothing personal.
package enum BoardChange: Sendable, Hashable {
    /// A list was received and screened.
    case flight(FlightKey)
    /// A referral was opened.
    case referralOpened(id: String)
    /// A referral fell away.
    case referralWithdrawn(id: String)
    /// A departure check moved on.
    case checkMoved(id: String)
    /// Another node of the cluster has changed something.
    case elsewhere
}

/// Tells the open boards what changed, after it is durable.
///
/// A board that doesn't keep up loses the oldest changes, not the newest; a reload always shows everything.
package final class BoardFeed: Sendable {
    private struct Listeners {
        var next = 0
        var continuations: [Int: AsyncStream<BoardChange>.Continuation] = [:]
    }

    private let listeners = Mutex(Listeners())

    /// A feed without listeners.
    package init() {}

    /// Changes from now on, until the stream is dropped.
    package func subscribe() -> AsyncStream<BoardChange> {
        let (stream, continuation) = AsyncStream.makeStream(
            of: BoardChange.self,
            bufferingPolicy: .bufferingNewest(256)
        )
        let number = listeners.withLock { listeners in
            listeners.next += 1
            listeners.continuations[listeners.next] = continuation
            return listeners.next
        }
        continuation.onTermination = { [weak self] _ in
            self?.listeners.withLock { $0.continuations[number] = nil }
        }
        return stream
    }

    /// Tells every listener.
    package func tell(_ changes: [BoardChange]) {
        let continuations = listeners.withLock { Array($0.continuations.values) }
        for continuation in continuations { for change in changes { continuation.yield(change) } }
    }
}
