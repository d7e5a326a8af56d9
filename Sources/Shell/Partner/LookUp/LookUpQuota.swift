package import Vocabulary

/// How many travellers a partner may still ask about: bound to the manifests it has signed (jatah pencarian).
///
/// Each signed manifest gives a credit of its persons, rounded up to whole requests as `LookUpBatching` pads them, and a margin
/// for whoever is asked about at a counter or again. A credit lapses after its time.
package struct LookUpQuota: Sendable, Hashable, Codable {
    private struct Credit: Sendable, Hashable, Codable {
        let until: Moment
        var left: Int
    }

    private let percent: Int
    private let seconds: Int
    private var credits: [Credit] = []

    /// A quota without credit; `percent` of what a manifest has (120), for so many seconds (3,600).
    package init(percent: Int, seconds: Int) {
        self.percent = percent
        self.seconds = seconds
    }

    /// Travellers that may still be asked about.
    package func left(at now: Moment) -> Int {
        credits.reduce(0) { $0 + ($1.until > now ? $1.left : 0) }
    }

    /// The most persons that one manifest is believed to have.
    static let manifestLimit = 10_000

    /// Adds the credit of a signed manifest.
    ///
    /// - Returns: For how many travellers.
    @discardableResult
    package mutating func grant(manifestPersons: Int, atMost most: Int = .max, at now: Moment) -> Int {
        credits.removeAll { $0.until <= now || $0.left == 0 }
        guard manifestPersons > 0 else { return 0 }
        let padded = LookUpBatching.slots(for: min(manifestPersons, LookUpQuota.manifestLimit))
        let travellers = min((padded * percent + 99) / 100, most)
        credits.append(Credit(until: now.adding(seconds: seconds), left: travellers))
        return travellers
    }

    /// Takes travellers off, the oldest credit first; dummies count, since nobody can tell them.
    ///
    /// - Throws: `LookUpFault.quotaSpent` where there are not so many left; nothing is taken off then.
    package mutating func spend(_ travellers: Int, at now: Moment) throws(LookUpFault) {
        credits.removeAll { $0.until <= now || $0.left == 0 }
        let left = left(at: now)
        guard travellers <= left else { throw .quotaSpent(left: left, wanted: travellers) }
        var open = travellers
        for place in credits.indices where open > 0 {
            let taken = min(open, credits[place].left)
            credits[place].left -= taken
            open -= taken
        }
    }
}
