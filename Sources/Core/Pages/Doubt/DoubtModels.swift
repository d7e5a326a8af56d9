public import Vocabulary

/// Placements that may be a traveller's and may be another's, for people to decide (tautan meragukan).
public struct DoubtsModel: Sendable {
    /// One of them.
    public struct Line: Sendable, Hashable {
        /// The doubt's identifier.
        public var id: String
        /// When it arose.
        public var at: Moment
        /// The traveller's document.
        public var passport: String
        /// The flight on which it arose; nil at a counter without one.
        public var flight: String?
        /// The placement.
        public var placement: String
        /// The probability that it is the traveller's.
        public var probability: Double

        /// A doubt.
        public init(
            id: String,
            at: Moment,
            passport: String,
            flight: String?,
            placement: String,
            probability: Double
        ) {
            self.id = id
            self.at = at
            self.passport = passport
            self.flight = flight
            self.placement = placement
            self.probability = probability
        }
    }

    /// The doubts, newest first.
    public var doubts: [Line]

    /// A list.
    public init(doubts: [Line]) { self.doubts = doubts }
}

/// One doubtful link, both sides beside each other.
public struct DoubtModel: Sendable {
    /// What one side says.
    public struct Side: Sendable, Hashable {
        /// The name as written there.
        public var name: String?
        /// The birth date.
        public var bornOn: Day?
        /// The document's number.
        public var passport: String?
        /// The last digits of the NIK.
        public var nikEnd: String?

        /// What one side says.
        public init(name: String?, bornOn: Day?, passport: String?, nikEnd: String?) {
            self.name = name
            self.bornOn = bornOn
            self.passport = passport
            self.nikEnd = nikEnd
        }
    }

    /// The doubt.
    public var line: DoubtsModel.Line
    /// The traveller's list or document.
    public var traveller: Side
    /// The registry; nil where the placement is no longer there.
    public var registry: Side?
    /// Where the placement leads.
    public var destination: CountryCode?
    /// What each comparison says.
    public var evidence: [LinkEvidence]
    /// Whether nothing was chosen that the decision rests on.
    public var isBasisMissing: Bool

    /// A doubt.
    public init(
        line: DoubtsModel.Line,
        traveller: Side,
        registry: Side?,
        destination: CountryCode?,
        evidence: [LinkEvidence],
        isBasisMissing: Bool = false
    ) {
        self.line = line
        self.traveller = traveller
        self.registry = registry
        self.destination = destination
        self.evidence = evidence
        self.isBasisMissing = isBasisMissing
    }
}
