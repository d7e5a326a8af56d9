public import Vocabulary

/// The board of the day's departures (papan jaga): no personal fact stands on it.
public struct BoardModel: Sendable {
    /// The day shown.
    public var day: Day
    /// Travellers by advice, of all flights shown.
    public var tally: AdviceCounts
    /// The flights and voyages, by time of departure.
    public var flights: [FlightLine]
    /// Referrals opened at the counter without a flight.
    public var counterReferrals: [ReferralMark] = []

    /// A board.
    public init(day: Day, tally: AdviceCounts, flights: [FlightLine]) {
        self.day = day
        self.tally = tally
        self.flights = flights
    }
}

/// A flight or voyage on a list.
public struct FlightLine: Sendable, Hashable {
    /// Which it is.
    public var flight: FlightKey
    /// Where to: the last place of the list.
    public var to: String?
    /// The time of departure at the place.
    public var departsAt: WallTime?
    /// Whether it is a list of crew.
    public var isCrew: Bool
    /// Travellers by advice.
    public var tally: AdviceCounts
    /// When the list was received.
    public var receivedAt: Moment?
    /// The interviews suggested on it, oldest first.
    public var referrals: [ReferralMark]
    /// Whether its list is with the other agency, and only referrals crossed.
    public var isElsewhere = false

    /// A flight.
    public init(
        flight: FlightKey,
        to: String?,
        departsAt: WallTime?,
        isCrew: Bool = false,
        tally: AdviceCounts,
        receivedAt: Moment?,
        referrals: [ReferralMark]
    ) {
        self.flight = flight
        self.to = to
        self.departsAt = departsAt
        self.isCrew = isCrew
        self.tally = tally
        self.receivedAt = receivedAt
        self.referrals = referrals
    }
}

/// A suggested interview as the board shows it: a time and a way to open it, no personal fact.
public struct ReferralMark: Sendable, Hashable {
    /// The referral's identifier.
    public var id: String
    /// When it was opened.
    public var openedAt: Moment
    /// Whether it fell away.
    public var isWithdrawn: Bool
    /// Whether other nodes don't know it yet, because the shared ledger can't be reached.
    public var isUnshared: Bool
    /// Where the departure check stands, to whoever has a hand in it; nil where nobody has begun.
    public var state: String?
    /// Whether somebody has begun.
    public var isBegun: Bool
    /// Whether nothing is left to be done.
    public var isDone: Bool
    /// The last answer of the ministry's desk, shown to whoever may read reasons.
    public var answer: DeskAnswer?

    /// A referral.
    public init(
        id: String,
        openedAt: Moment,
        isWithdrawn: Bool = false,
        isUnshared: Bool = false,
        state: String? = nil,
        isBegun: Bool = false,
        isDone: Bool = false
    ) {
        self.isUnshared = isUnshared
        (self.state, self.isBegun, self.isDone) = (state, isBegun, isDone)
        self.id = id
        self.openedAt = openedAt
        self.isWithdrawn = isWithdrawn
    }
}
