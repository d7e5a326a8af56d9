public import Vocabulary

/// Why a step can't be taken; nothing was lost or changed.
public enum CaseRefusal: Error, Hashable {
    /// The table has no such step in this state.
    case notNow(step: String, state: String)
    /// The step is another role's.
    case notYours(step: String, by: [CaseHand])
    /// Somebody has moved the case since it was looked at.
    case movedOn(to: String, by: String, at: Moment)
    /// Fields that must be filled.
    case missing([CaseField])
    /// A field that can't stand there as it is.
    case unfit(CaseField, Unfitness)
    /// The step needs another person than the one who took an earlier one.
    case sameOfficer(step: String)
    /// The step needs the other agency while that is on duty.
    case otherAgencyOnDuty
    /// The departure has left.
    case departed(at: Moment)
    /// The step needs a valid badge for interviews.
    case untrained
    /// The other case that the form names is not there, or has not asked.
    case absent(CaseField)

    /// What is the matter with a field.
    public enum Unfitness: String, Sendable, Equatable {
        /// Longer than `CaseContent.longestText`.
        case tooLong = "too-long"
        /// Two facts of two sources are needed.
        case oneSource = "one-source"
        /// Outside of what the field can hold.
        case outOfRange = "out-of-range"
        /// Not a code of the list.
        case unknownCode = "unknown-code"
        /// The screening named no such bar.
        case noSuchBar = "no-such-bar"
    }
}

/// Who takes a step (pelaksana langkah).
public struct CaseOfficer: Sendable, Hashable {
    /// The account's name; `person` or `clock` otherwise.
    public var name: String
    /// Whose hands these are.
    public var hands: Set<CaseHand>
    /// The agency; nil of the person and the clock.
    public var authority: Authority?

    /// An officer.
    public init(name: String, roles: Set<Role>, authority: Authority?) {
        self.name = name
        hands = Set(roles.map(CaseHand.officer))
        self.authority = authority
    }

    private init(_ name: String, _ hand: CaseHand) {
        self.name = name
        hands = [hand]
        authority = nil
    }

    /// A clock that ran out.
    public static let clock = CaseOfficer("clock", .clock)
    /// The person whom the case is about.
    public static let person = CaseOfficer("person", .person)
}
