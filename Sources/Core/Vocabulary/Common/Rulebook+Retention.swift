/// What is kept for how long (kelas retensi); what belongs to no class stands until its person is erased.
public enum RetentionClass: String, Sendable, CaseIterable {
    /// A traveller who was told something or could not be answered: counted from departure.
    case advice
    /// A traveller for whom an interview was suggested, or a legal bar found: counted from departure.
    case screening
    /// A suggested interview and its withdrawal: counted from the day of departure.
    case referral
    /// A document seen in the hand: counted from then.
    case attestation
    /// A doubtful link: counted from when it arose.
    case doubt
    /// What a person decided of one: counted from then.
    case decision
    /// A departure check with its interview, decision and objection: counted from its last step.
    case deferral
    /// A claim about a recruiter's network: counted from when it was noted.
    case claim
    /// A traveller whom chance has drawn and nobody has asked: counted from departure.
    case draw
    /// What one shift has told the next, and who has read it: counted from then.
    case handover
    /// Any other case: counted from its last step.
    case casefile
    /// A traveller drawn by chance: counted from departure.
    case sample
    /// What an officer knew when a worker was let go: counted from then.
    case release
    /// A worker's pass, and that it was taken back: counted from the end of its last day.
    case pass
    /// A list's totals: counted from departure.
    case manifest
    /// A border crossing: counted from when it was received.
    case crossing
    /// A booking: counted from when it was received.
    case booking
    /// An office's row that a newer one has replaced: counted from then.
    case replaced
    /// The words of a message to the partner: counted from when it was taken.
    case exchange
    /// What the partner told: the row of the agreement says how long, beside the class of such things of one's own.
    case told
    /// A carrier's message in which something was found, as it arrived: counted from then; beside the ledger.
    case message
}

/// One row of `retention.csv`: how long a class is kept.
public struct RetentionRule: Sendable, Hashable {
    /// The class.
    public var kept: RetentionClass
    /// How long.
    public var hours: Int
    /// The source.
    public var basis: String
    /// When it acts.
    public var validity: Validity

    /// A row.
    public init(kept: RetentionClass, hours: Int, basis: String, validity: Validity) {
        self.kept = kept
        self.hours = hours
        self.basis = basis
        self.validity = validity
    }
}

extension Rulebook {
    /// How long a class is kept; nil where no row is in force, and then nothing of it is erased.
    public func retention(of kept: RetentionClass, on day: Day) -> RetentionRule? {
        tables.retention.first { $0.kept == kept && $0.validity.holds(on: day) }
    }
}
