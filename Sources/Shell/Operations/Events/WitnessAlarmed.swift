package import Vocabulary

/// What this site has witnessed of another log does not go together with what that log shows (alarm saksi).
///
/// Both statements carry the log's own signature: an auditor judges them with the log's key alone. No personal data.
package struct WitnessAlarmed: Sendable, Hashable, Codable {
    /// What is wrong, the surest first.
    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// Two roots of one size: proven by the signatures.
        case twoRoots = "two-roots"
        /// The log's own proof begins with another log than the one that was seen: proven.
        case otherBeginning = "other-beginning"
        /// Nothing shows that the log continues what was seen.
        case noContinuation = "no-continuation"
        /// The log is shorter than what was seen of it, and says so again.
        case shorter
    }

    /// The identifier (UUIDv7).
    package var id: String
    /// The log.
    package var origin: String
    /// What is wrong.
    package var kind: Kind
    /// The checkpoint that was seen first, as the log signed it.
    package var seen: String
    /// The one that was shown afterwards, as the log signed it.
    package var shown: String
    /// The hashes of the proof that came with it, in base64.
    package var proof: [String]
    /// When.
    package var at: Moment

    /// An alarm.
    package init(
        id: String,
        origin: String,
        kind: Kind,
        seen: String,
        shown: String,
        proof: [String],
        at: Moment
    ) {
        self.id = id
        self.origin = origin
        self.kind = kind
        self.seen = seen
        self.shown = shown
        self.proof = proof
        self.at = at
    }
}

/// A person has found out what was behind an alarm, and lets the exchange go on.
package struct WitnessCleared: Sendable, Hashable, Codable {
    /// Which alarm.
    package var id: String
    /// What it was.
    package var reason: String
    /// Who says so.
    package var officer: String
    /// When.
    package var at: Moment

    /// A cleared alarm.
    package init(id: String, reason: String, officer: String, at: Moment) {
        self.id = id
        self.reason = reason
        self.officer = officer
        self.at = at
    }
}
