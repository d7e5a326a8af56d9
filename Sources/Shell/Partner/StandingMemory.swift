package import Operations
import Synchronization
import Vocabulary

/// How this site stands to the partner's witness, looked at again once a second.
package final class StandingMemory: Sendable {
    private let known = Mutex<(at: Moment, standing: WitnessStanding?)?>(nil)
    private let line: PartnerLine
    private let startedAt: Moment

    /// The standing of a line.
    package init(_ line: PartnerLine) {
        self.line = line
        startedAt = line.desk.now()
    }

    /// The standing; nil where it can't be read.
    package var standing: WitnessStanding? {
        let now = line.desk.now()
        return known.withLock { known in
            if let known, known.at.seconds(until: now) < 1, known.at <= now { return known.standing }
            // A site that has just begun has the first minutes to be witnessed.
            let cosignedAt = (try? line.store.cosignedHead())?.at ?? startedAt
            let standing = try? line.desk.witnessStanding(cosignedAt: cosignedAt)
            known = (now, standing)
            return standing
        }
    }

    /// Whether messages on which much hangs must wait.
    package var isHalted: Bool {
        switch standing?.state {
        case .fine, .away: false
        case .halted, .split, nil: true
        }
    }
}
