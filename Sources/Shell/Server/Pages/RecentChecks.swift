import Operations
import Synchronization
import Vocabulary

/// Remembers the checks that counters may still act on, so that no zone stands in a page's form or address.
///
/// - Shape: in memory; the last 100 of each officer, for half an hour and for that officer only.
final class RecentChecks: Sendable {
    /// A check that was answered, and the document it was about.
    struct Kept: Sendable {
        /// The check.
        var check: TravellerCheck
        /// The document that was judged; nil where none could be read.
        var passport: PassportNumber?
        /// The holder's birth date, where it is known.
        var bornOn: Day?
        /// When it was answered.
        var at: Moment

        /// Document and birth date, beside which a pass is read.
        var holder: (number: PassportNumber, bornOn: Day)? {
            guard let passport, let bornOn else { return nil }
            return (passport, bornOn)
        }
    }

    private static let limit = 100
    private static let keptSeconds = 1800
    private let now: @Sendable () -> Moment
    private let memory = Mutex<[String: [(token: String, kept: Kept)]]>([:])

    /// Nothing remembered yet.
    init(now: @escaping @Sendable () -> Moment) { self.now = now }

    /// Remembers a check; gives the token that names it.
    func keep(
        _ check: TravellerCheck,
        about passport: PassportNumber?,
        bornOn: Day? = nil,
        of owner: String
    ) -> String {
        let token = Secret.make()
        let kept = Kept(check: check, passport: passport, bornOn: bornOn, at: now())
        memory.withLock { memory in
            let earlier = memory[owner, default: []].filter { isFresh($0.kept) }
            memory[owner] = earlier.suffix(Self.limit - 1) + [(token, kept)]
        }
        return token
    }

    /// The check that a token names; nil where it is too old or another officer's.
    func check(_ token: String?, of owner: String) -> Kept? {
        let kept = memory.withLock { $0[owner]?.last { $0.token == token }?.kept }
        return kept.flatMap { isFresh($0) ? $0 : nil }
    }

    /// The officer's last check, where it was answered within two minutes.
    func last(of owner: String) -> Kept? {
        let kept = memory.withLock { $0[owner]?.last?.kept }
        return kept.flatMap { $0.at.seconds(until: now()) < 120 ? $0 : nil }
    }

    private func isFresh(_ kept: Kept) -> Bool { kept.at.seconds(until: now()) < Self.keptSeconds }
}
