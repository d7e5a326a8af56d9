/// How a worker's pass stands on a day (keadaan pas); told in words and shapes, never in red: it speaks against nobody.
public enum PassState: String, Hashable, Sendable, Codable, CaseIterable {
    /// Taken back, or not in force yet: as if there were none.
    case void
    /// In force.
    case active
    /// A departure was recorded since it was issued: a new one is due for the next.
    case used
    /// In force, and about to end.
    case expiring
    /// Ended.
    case expired
}

/// Whether a pass is of the one whose document lies beside it.
public enum PassHolder: String, Hashable, Sendable, CaseIterable {
    /// No document was beside it.
    case unchecked
    /// It is.
    case same
    /// It is another's.
    case other
}

/// What is known of passes that were taken back (daftar pas batal).
public enum PassListing: Hashable, Sendable {
    /// The issuer's own ledger was asked.
    case own
    /// A list of that time.
    case listed(Moment)
    /// A list of that time, which is old by now.
    case old(Moment)
    /// No list has come.
    case absent
}

/// Why a text is no pass, or no slip, that a site can stand by; it speaks against nobody.
public enum PassFault: String, Error, Hashable, Sendable, CaseIterable {
    /// It doesn't begin as one.
    case notAPass = "not-a-pass"
    /// It was cut or misread.
    case unreadable
    /// A newer version made it.
    case newer
    /// No site that is known here has such a key.
    case unknownKey = "unknown-key"
    /// What it says is not what was signed.
    case altered
    /// The key could not sign on that day.
    case keyNotInForce = "key-not-in-force"
    /// It holds for longer than the rules allow.
    case tooLong = "too-long"
}

/// Why a pass was taken back (alasan pas dibatalkan).
public enum PassVoidReason: String, Hashable, Sendable, Codable, CaseIterable {
    /// A later record shows that a paper of the placement is missing.
    case incomplete
    /// A new pass took its place.
    case renewed
    /// The worker lost it, or asked for it.
    case asked
    /// It was issued by mistake.
    case mistaken
    /// What is known of its holder was erased.
    case erased
}
