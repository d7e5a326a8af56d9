public import Vocabulary

/// The interviews suggested for a day's departures (rujukan), live.
public struct ReferralsModel: Sendable {
    /// One of them.
    public struct Line: Sendable, Hashable {
        /// What the board shows of it.
        public var mark: ReferralMark
        /// The flight; nil at a counter without one.
        public var flight: FlightKey?
        /// The time of departure at the place.
        public var departsAt: WallTime?
        /// Whether an officer opened it at the counter.
        public var isFromCounter: Bool
        /// Whether the other agency's site told it, which alone has the list.
        public var isFromPartner = false
        /// Why it fell away: `later-list`, `dropped-from-list`, `attested`; nil while it stands.
        public var withdrawnFor: String?

        /// A referral.
        public init(
            mark: ReferralMark,
            flight: FlightKey?,
            departsAt: WallTime?,
            isFromCounter: Bool,
            withdrawnFor: String? = nil
        ) {
            self.mark = mark
            self.flight = flight
            self.departsAt = departsAt
            self.isFromCounter = isFromCounter
            self.withdrawnFor = withdrawnFor
        }
    }

    /// The day of departure.
    public var day: Day
    /// The referrals, newest first.
    public var referrals: [Line]

    /// A list.
    public init(day: Day, referrals: [Line]) {
        self.day = day
        self.referrals = referrals
    }
}
