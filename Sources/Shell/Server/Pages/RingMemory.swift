import Casework
import Operations
import Synchronization
import Vocabulary

/// The rings as they were last searched: a million claims take a second, and nobody waits for it.
final class RingMemory: Sendable {
    /// What was found, and in which claims.
    struct Found: Sendable {
        /// The rings, the strongest first.
        var rings: [Ring]
        /// When they were searched.
        var at: Moment
        /// Whether no claim has come since.
        var isCurrent = true
        fileprivate var day: Day
        fileprivate var marks: ClaimMarks
        fileprivate var duration: Duration
    }

    private let patience: Duration
    private let found = Mutex<Found?>(nil)

    /// Nothing yet; a search that takes longer than this is repeated behind the scenes.
    init(patience: Duration = .milliseconds(100)) { self.patience = patience }

    /// The rings on a day; where claims have come or gone and searching takes long, those of before.
    ///
    /// - Throws: `SiteFault`.
    func rings(at desk: Desk, by actor: Actor) throws -> Found {
        desk.note(.network, of: nil, by: actor)
        let last = found.withLock { $0 }
        guard var last, last.day == desk.today, last.duration > patience else {
            return try refreshed(at: desk)
        }
        last.isCurrent = try desk.site.read { try $0.newestClaim() } == last.marks.newest
        return last
    }

    /// Searches again where claims have come or gone, or the day is another.
    ///
    /// - Throws: `SiteFault`.
    @discardableResult
    func refreshed(at desk: Desk) throws -> Found {
        let (day, marks) = (desk.today, try desk.site.read { try $0.claimMarks() })
        if let last = found.withLock({ $0 }), last.day == day, last.marks == marks { return last }
        let clock = ContinuousClock()
        let begun = clock.now
        let rings = try desk.rings(on: day)
        let new = Found(
            rings: rings,
            at: desk.now(),
            day: day,
            marks: marks,
            duration: begun.duration(to: clock.now)
        )
        found.withLock { $0 = new }
        return new
    }
}
