import Operations
import Vocabulary

extension Views {
    /// Notes of which class an entry's body is, and from when its time counts.
    func keep(_ index: Int64, as kept: RetentionClass, since moment: Moment) throws {
        // Not REPLACE, which would journal each statement: a command of many entries would cost by their square.
        let query = try Query(
            "INSERT INTO kept (idx, class, since) VALUES (?1, ?2, ?3) ON CONFLICT (idx) DO UPDATE SET class = ?2, since = ?3",
            on: database
        )
        try query.bind(index, at: 1)
        try query.bind(kept.rawValue, at: 2)
        try query.bind(moment.milliseconds, at: 3)
        try query.run()
    }

    /// Notes with which type of message the partner told what an entry holds: the agreement's time ends it too.
    func note(_ index: Int64, toldAs type: String?, by actor: String) throws {
        guard let type, Views.isSite(actor) else { return }
        let query = try Query("UPDATE kept SET told_as = ? WHERE idx = ?", on: database)
        try query.bind(type, at: 1)
        try query.bind(index, at: 2)
        try query.run()
    }

    /// Notes a row of an office's table that the partner told, where the agreement and not the office says how long it stands.
    func note(_ index: Int64, _ kind: RecordKind, toldBy actor: String, at moment: Moment) throws {
        guard kind == .notices, Views.isSite(actor) else { return }
        try keep(index, as: .told, since: moment)
        try note(index, toldAs: "notice.shared/1", by: actor)
    }

    /// Whether somebody who acts is another site: only theirs are names of parts, and no account's holds a stroke.
    private static func isSite(_ actor: String) -> Bool { actor.utf8.contains(0x2F) }

    /// Lets a withdrawal go with what it withdraws, where the partner told that.
    func note(withdrawal index: Int64, of referral: String) throws {
        let query = try Query(
            """
            UPDATE kept SET told_as = 'referral.withdrawn/1' WHERE idx = ? AND EXISTS (
                SELECT 1 FROM referrals JOIN kept AS opened ON opened.idx = referrals.idx
                WHERE referrals.id = ? AND opened.told_as IS NOT NULL
            )
            """,
            on: database
        )
        try query.bind(index, at: 1)
        try query.bind(referral, at: 2)
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

extension SiteEvent {
    /// The type of message with which the partner tells it; nil of what never comes, or holds nobody's data.
    var toldAs: String? {
        switch self {
        case .travellerScreened, .referralOpened: "referral.opened/1"
        case .referralAnswered: "referral.answered/1"
        case .documentAttested: "document.attested/1"
        default: nil
        }
    }
}
