/// One row of `clocks.csv`: how long a state may last (jam layanan).
public struct ClockRule: Sendable, Hashable {
    /// In what a clock counts.
    public enum Unit: String, Sendable, CaseIterable {
        /// Minutes, day and night.
        case minutes
        /// Hours, day and night.
        case hours
        /// Calendar days.
        case days
        /// Monday to Friday without holidays.
        case workingDays = "working_days"
    }

    /// The course.
    public var kind: CaseKind
    /// The state.
    public var state: String
    /// How many.
    public var amount: Int
    /// Of what.
    public var unit: Unit
    /// Whether it ends before the departure that the case is about.
    public var endsBeforeDeparture: Bool
    /// For how many days at most it may be paused for another office; 0 where it may not.
    public var pauseDays: Int
    /// The source.
    public var basis: String
    /// When it acts.
    public var validity: Validity

    /// A row.
    public init(
        kind: CaseKind,
        state: String,
        amount: Int,
        unit: Unit,
        endsBeforeDeparture: Bool,
        pauseDays: Int,
        basis: String,
        validity: Validity
    ) {
        self.kind = kind
        self.state = state
        self.amount = amount
        self.unit = unit
        self.endsBeforeDeparture = endsBeforeDeparture
        self.pauseDays = pauseDays
        self.basis = basis
        self.validity = validity
    }

    /// When the clock ends that begins at a moment.
    ///
    /// - Shape: working days end with the last of them, at midnight in the zone; the day on which it begins isn't counted.
    /// - Units: `zone` in minutes east of UTC.
    public func end(from start: Moment, zone: Int, holidays: [HolidayRule]) -> Moment {
        switch unit {
        case .minutes: return start.adding(seconds: amount * 60)
        case .hours: return start.adding(seconds: amount * 3600)
        case .days: return start.adding(seconds: amount * 86_400)
        case .workingDays:
            var (day, left) = (start.day(zone: zone), amount)
            while left > 0 {
                day = day.adding(days: 1)
                if day.isWorkingDay(holidays: holidays) { left -= 1 }
            }
            return Moment(day: day.adding(days: 1), hour: 0, minute: 0, zone: zone)
        }
    }
}

/// One row of `holidays.csv`: days on which offices are closed (hari libur nasional).
public struct HolidayRule: Sendable, Hashable {
    /// What it is.
    public var name: String
    /// The source.
    public var basis: String
    /// Which days.
    public var validity: Validity

    /// A row.
    public init(name: String, basis: String, validity: Validity) {
        self.name = name
        self.basis = basis
        self.validity = validity
    }
}

extension Day {
    /// Whether offices are open: Monday to Friday, no holiday.
    public func isWorkingDay(holidays: [HolidayRule]) -> Bool {
        // 1 January 1970 was a Thursday.
        let weekday = Int((number % 7 + 7) % 7)
        return weekday != 2 && weekday != 3 && !holidays.contains { $0.validity.holds(on: self) }
    }
}

extension Rulebook {
    /// The clock of a state; nil where none runs.
    public func clock(_ kind: CaseKind, state: String, on day: Day) -> ClockRule? {
        tables.clocks.first { $0.kind == kind && $0.state == state && $0.validity.holds(on: day) }
    }
}
