public import Vocabulary

/// Shifts of a post: who interviews, and what is left to chance (jadwal regu).
public struct ShiftsModel: Sendable {
    /// A shift.
    public struct Line: Sendable, Hashable {
        /// When it begins.
        public var opensAt: Moment
        /// When it ends.
        public var closesAt: Moment
        /// How many interviews can be held at one time.
        public var interviewers: Int
        /// How many fit into it.
        public var slots: Int
        /// How many citizens are expected to leave.
        public var expected: Int
        /// Whether the other agency is on duty.
        public var isPartnerOnDuty: Bool

        /// A shift.
        public init(
            opensAt: Moment,
            closesAt: Moment,
            interviewers: Int,
            slots: Int,
            expected: Int,
            isPartnerOnDuty: Bool
        ) {
            self.opensAt = opensAt
            self.closesAt = closesAt
            self.interviewers = interviewers
            self.slots = slots
            self.expected = expected
            self.isPartnerOnDuty = isPartnerOnDuty
        }
    }

    /// The shifts that have not ended, by their beginning.
    public var shifts: [Line]
    /// Whether what was typed can't be a shift.
    public var isUnfit: Bool

    /// A list.
    public init(shifts: [Line], isUnfit: Bool = false) {
        self.shifts = shifts
        self.isUnfit = isUnfit
    }
}

/// Travellers whom chance has drawn, for somebody else than the interviewer to ask (undangan acak).
public struct InvitationsModel: Sendable {
    /// One of them.
    public struct Line: Sendable, Hashable {
        /// The draw.
        public var id: String
        /// The flight.
        public var flight: String
        /// When it leaves.
        public var departsAt: Moment
        /// The name by which the traveller is found.
        public var name: String

        /// A drawn traveller.
        public init(id: String, flight: String, departsAt: Moment, name: String) {
            self.id = id
            self.flight = flight
            self.departsAt = departsAt
            self.name = name
        }
    }

    /// The travellers, by departure.
    public var lines: [Line]

    /// A list.
    public init(lines: [Line]) { self.lines = lines }
}
