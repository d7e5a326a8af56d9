import Operations
import Vocabulary

extension Views {
    /// Notes of which class an entry's body is, and from when its time counts.
    func keep(_ index: Int64, as kept: RetentionClass, since moment: Moment) throws {
        // Not REPLACE, which would journal each statement: a command of many entries would cost by their square.
        let query = try Query(
            "INSERT INTO kept VALUES (?1, ?2, ?3) ON CONFLICT (idx) DO UPDATE SET class = ?2, since = ?3",
            on: database
        )
        try query.bind(index, at: 1)
        try query.bind(kept.rawValue, at: 2)
        try query.bind(moment.milliseconds, at: 3)
        try query.run()
    }

    /// When a flight departs, by its list; where that says no time, or there is none, the end of the day.
    ///
    /// The places' zones lie up to two hours east of WIB, in which the time is read, so nothing is erased too early.
    func departure(of flight: FlightKey, list: String) throws -> Moment {
        let query = try Query(
            """
            SELECT departs_at FROM manifests WHERE departs_on = ? AND number = ? AND origin = ? AND list = ?
            """,
            on: database
        )
        try query.bind(flight, list, at: 1)
        let minutes = try query.first { $0.isNull(0) ? nil : $0.int(0) } ?? nil
        guard let minutes else { return Views.end(of: flight.departsOn) }
        return Moment(milliseconds: (minutes - Int64(Views.westernIndonesia)) * 60_000)
    }

    /// The end of a day in western Indonesia.
    static func end(of day: Day) -> Moment {
        Moment(day: day.adding(days: 1), hour: 0, minute: 0, zone: westernIndonesia)
    }

    /// WIB, in minutes east of UTC.
    static let westernIndonesia = 420
}

extension RetentionClass {
    /// The class of an office's rows; nil where the office says how long a row stands.
    init?(_ kind: RecordKind) {
        switch kind {
        case .crossings: self = .crossing
        case .bookings: self = .booking
        case .workers, .agencies, .joborders, .passports, .notices, .outcomes, .feeds: return nil
        }
    }
}
