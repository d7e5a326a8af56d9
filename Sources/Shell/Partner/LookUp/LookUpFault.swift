/// What of the private look-up was read.
package enum LookUpPart: String, Sendable, Hashable {
    case key, publicKey, request, answer, table, delta, payload, opening, remembered
}

/// Why a private look-up was refused; each case has a stable code.
package enum LookUpFault: Error, Hashable, Sendable {
    /// Bytes that are no such thing: too short, too long, or with a value that can't stand there.
    case malformed(LookUpPart, expected: String)
    /// There is no table of that name and epoch, or its key is no longer answered with.
    case tableUnknown
    /// More travellers are asked for than the signed manifests of the hour allow.
    case quotaSpent(left: Int, wanted: Int)
    /// An answer belongs to another request, or answers more or less than was asked.
    case answerOfAnother
    /// An evaluation was not made with the owner's published key.
    case proofRefused
    /// A table's rows are not those of the root that was published.
    case tableAltered
    /// A delta begins at another version than the table's.
    case deltaUnfit(held: UInt64, from: UInt64)
    /// A table is older than the one that is held.
    case tableRolledBack(held: UInt64, offered: UInt64)
    /// A table was sealed under another key than the owner's published one.
    case keyOfAnother
    /// The owner could not be asked.
    case ownerAway

    /// The stable code.
    package var code: String {
        switch self {
        case .malformed: "KWL-LOOKUP-FORM"
        case .tableUnknown: "KWL-LOOKUP-TABLE"
        case .quotaSpent: "KWL-LOOKUP-QUOTA"
        case .answerOfAnother: "KWL-LOOKUP-ANSWER"
        case .proofRefused: "KWL-LOOKUP-PROOF"
        case .tableAltered: "KWL-LOOKUP-ALTERED"
        case .deltaUnfit: "KWL-LOOKUP-DELTA"
        case .tableRolledBack: "KWL-LOOKUP-ROLLBACK"
        case .keyOfAnother: "KWL-LOOKUP-KEY"
        case .ownerAway: "KWL-LOOKUP-AWAY"
        }
    }
}
