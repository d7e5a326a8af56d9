import Casework
import Operations
import Synchronization
import Vocabulary

/// The rings as they were last searched: a million claims take a second, and nobody waits for it twice.
final class RingMemory: Sendable {
    private struct Known {
        var day: Day
        var newest: Int64?
        var at: Moment
        var rings: [Ring]
    }

    /// Claims that were erased since are gone from a ring's table at once, from its count after so many seconds.
    private static let longestSeconds = 60

    private let known = Mutex<Known?>(nil)

    /// The rings on a day; searched again where a claim has come since.
    func rings(at desk: Desk, by actor: Actor) throws -> [Ring] {
        let (day, now) = (desk.today, desk.now())
        let newest = try desk.site.read { try $0.newestClaim() }
        let remembered = known.withLock { known -> [Ring]? in
            guard let known, known.day == day, known.newest == newest,
                known.at.seconds(until: now) < RingMemory.longestSeconds
            else { return nil }
            return known.rings
        }
        if let remembered {
            desk.note(.network, of: nil, by: actor)
            return remembered
        }
        let rings = try desk.rings(on: day, by: actor)
        known.withLock { $0 = Known(day: day, newest: newest, at: now, rings: rings) }
        return rings
    }
}
