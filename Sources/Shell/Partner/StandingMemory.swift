package import Operations
import Synchronization
package import Vocabulary

/// How this site stands to the partner's witness, looked at again once a second.
package final class StandingMemory: Sendable {
    private let known = Mutex<(at: Moment, standing: WitnessStanding?)?>(nil)
    private let line: PartnerLine

    /// The standing of a line.
    package init(_ line: PartnerLine) { self.line = line }

    /// The standing; nil where it can't be read.
    package var standing: WitnessStanding? {
        let now = line.desk.now()
        return known.withLock { known in
            if let known, known.at.seconds(until: now) < 1, known.at <= now { return known.standing }
            let standing = try? line.desk.witnessStanding(cosignedAt: line.store.cosignedHead()?.at)
            known = (now, standing)
            return standing
        }
    }

    /// Whether messages of an impact may cross; only plain ones where nobody knows.
    package func lets(_ impact: AgreementRule.Impact) -> Bool { standing?.lets(impact) ?? (impact == .plain) }
}
