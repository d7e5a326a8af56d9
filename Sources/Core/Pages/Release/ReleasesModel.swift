public import Vocabulary

/// What an officer knew of the registered workers who were let go (tanda lepas): the officer's own, of one day.
public struct ReleasesModel: Sendable {
    /// One of them.
    public struct Line: Sendable, Hashable {
        /// When.
        public var at: Moment
        /// The document.
        public var passport: String
        /// The placement.
        public var placement: String
        /// The flight's number; nil at a counter without one.
        public var flight: String?
        /// `clear` or `advise`.
        public var advice: Advice
        /// The codes of what spoke for the departure.
        public var codes: [String]
        /// The entry in the ledger; nil while it waits to be shared.
        public var entry: Int?

        /// A receipt.
        public init(
            at: Moment,
            passport: String,
            placement: String,
            flight: String?,
            advice: Advice,
            codes: [String],
            entry: Int?
        ) {
            self.at = at
            self.passport = passport
            self.placement = placement
            self.flight = flight
            self.advice = advice
            self.codes = codes
            self.entry = entry
        }
    }

    /// The day.
    public var day: Day
    /// The receipts, newest first.
    public var releases: [Line]

    /// A day's receipts.
    public init(day: Day, releases: [Line]) {
        self.day = day
        self.releases = releases
    }
}
