import Operations
import Synchronization
import Vocabulary

/// Remembers the checks that counters may still act on, so that no zone stands in a page's form or address.
///
/// - Shape: in memory; the last 500 of all counters, each for half an hour, each for the officer who made it.
final class RecentChecks: Sendable {
    private struct Kept {
        var owner: String
        var check: TravellerCheck
        var at: Moment
    }

    private struct Memory {
        var kept: [String: Kept] = [:]
        var order: [String] = []
    }

    private static let limit = 500
    private static let keptSeconds = 1800
    private let now: @Sendable () -> Moment
    private let memory = Mutex(Memory())

    /// Nothing remembered yet.
    init(now: @escaping @Sendable () -> Moment) { self.now = now }

    /// Remembers a check; gives the token that names it.
    func keep(_ check: TravellerCheck, of owner: String) -> String {
        let token = Secret.make()
        let at = now()
        memory.withLock { memory in
            memory.kept[token] = Kept(owner: owner, check: check, at: at)
            memory.order.append(token)
            if memory.order.count > Self.limit { memory.kept[memory.order.removeFirst()] = nil }
        }
        return token
    }

    /// The check that a token names; nil where it is too old or another officer's.
    func check(_ token: String?, of owner: String) -> TravellerCheck? {
        guard let token, let kept = memory.withLock({ $0.kept[token] }), kept.owner == owner,
            kept.at.seconds(until: now()) < Self.keptSeconds
        else { return nil }
        return kept.check
    }
}
