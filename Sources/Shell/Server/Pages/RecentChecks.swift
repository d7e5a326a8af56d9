import Operations
import Synchronization
import Vocabulary

/// Remembers the checks that counters may still act on, so that no zone stands in a page's form or address.
///
/// - Shape: in memory; the last 500 of all counters, each for half an hour, each for the officer who made it.
final class RecentChecks: Sendable {
    /// A check that was answered, and the document it was about.
    struct Kept: Sendable {
        /// Who made it.
        var owner: String
        /// The check.
        var check: TravellerCheck
        /// The document that was judged; nil where none could be read.
        var passport: PassportNumber?
        /// When it was answered.
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
    func keep(_ check: TravellerCheck, about passport: PassportNumber?, of owner: String) -> String {
        let token = Secret.make()
        let kept = Kept(owner: owner, check: check, passport: passport, at: now())
        memory.withLock { memory in
            memory.kept[token] = kept
            memory.order.append(token)
            if memory.order.count > Self.limit { memory.kept[memory.order.removeFirst()] = nil }
        }
        return token
    }

    /// The check that a token names; nil where it is too old or another officer's.
    func check(_ token: String?, of owner: String) -> Kept? {
        guard let token, let kept = memory.withLock({ $0.kept[token] }), kept.owner == owner,
            kept.at.seconds(until: now()) < Self.keptSeconds
        else { return nil }
        return kept
    }
}
