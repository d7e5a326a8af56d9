public import Vocabulary

/// What leaves soon, and what the travellers on it still need (meja dua jam): no name and no number stands on it.
public struct DeskModel: Sendable {
    /// A traveller who needs something.
    public struct Traveller: Sendable, Hashable {
        /// The screening behind the row.
        public var id: String
        /// The place in the list; nil at a counter.
        public var person: Int?
        /// The advice.
        public var advice: Advice
        /// What would mend it, and where.
        public var mend: [Remedy]
        /// The case in which a paper is being completed.
        public var caseID: String?

        /// A traveller.
        public init(id: String, person: Int?, advice: Advice, mend: [Remedy], caseID: String? = nil) {
            self.id = id
            self.person = person
            self.advice = advice
            self.mend = mend
            self.caseID = caseID
        }
    }

    /// A flight or voyage that leaves soon.
    public struct Flight: Sendable, Hashable {
        /// The carrier's number.
        public var number: String
        /// Where to.
        public var to: String?
        /// When it leaves.
        public var departsAt: Moment
        /// Who on it needs something, in order of the list.
        public var travellers: [Traveller]

        /// A flight.
        public init(number: String, to: String?, departsAt: Moment, travellers: [Traveller]) {
            self.number = number
            self.to = to
            self.departsAt = departsAt
            self.travellers = travellers
        }
    }

    /// A case in which a paper is being completed, of nobody in the flights shown.
    public struct Completing: Sendable, Hashable {
        /// The case.
        public var id: String
        /// When the person's departure leaves.
        public var departsAt: Moment?
        /// By when it ends.
        public var dueAt: Moment?

        /// A case.
        public init(id: String, departsAt: Moment?, dueAt: Moment?) {
            self.id = id
            self.departsAt = departsAt
            self.dueAt = dueAt
        }
    }

    /// How far it looks ahead.
    public var minutes: Int
    /// The flights, by departure.
    public var flights: [Flight]
    /// Cases at the desk beside them.
    public var completing: [Completing]
    /// How many flights have no time in their list.
    public var timeless: Int
    /// How many travellers more there are than the page holds.
    public var left: Int
    /// Whether the reader may issue workers' passes.
    public var issuesPasses = false

    /// A desk.
    public init(
        minutes: Int,
        flights: [Flight],
        completing: [Completing] = [],
        timeless: Int = 0,
        left: Int = 0
    ) {
        self.minutes = minutes
        self.flights = flights
        self.completing = completing
        self.timeless = timeless
        self.left = left
    }
}
