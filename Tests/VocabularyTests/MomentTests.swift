import Testing
import Vocabulary

@Suite struct MomentTests {
    @Test(arguments: [
        ("2026-03-01T14:05:00Z", "2026-03-01T14:05:00.000Z"),
        ("2026-03-01T14:05:00+07:00", "2026-03-01T07:05:00.000Z"),
        ("2026-03-01T00:30+09:00", "2026-02-28T15:30:00.000Z"),
        ("2026-03-01 14:05:09.5-03:30", "2026-03-01T17:35:09.500Z"),
        ("2026-03-01T14:05", "2026-03-01T14:05:00.000Z"),
        ("1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z"),
    ])
    func `a written time is the same moment in UTC`(text: String, utc: String) throws {
        let moment = try #require(Moment(text))
        #expect(moment.description == utc)
        #expect(Moment(utc) == moment)
    }

    @Test(arguments: [
        "", "2026-03-01", "2026-02-30T10:00:00Z", "2026-03-01T24:00:00Z", "2026-03-01T10:60:00Z",
        "2026-03-01T10:00:00+7", "2026-03-01T10:00:00Q", "2026-03-01X10:00:00Z", "2026-03-01T10:00:00+07:61",
    ])
    func `a text that is no time is refused`(text: String) {
        #expect(Moment(text) == nil)
    }

    @Test func `a moment falls on the day of the zone`() throws {
        let moment = try #require(Moment("2026-03-01T17:30:00Z"))
        #expect(moment.day(zone: 420) == Day("2026-03-02"))
        #expect(moment.day(zone: 0) == Day("2026-03-01"))
        #expect(moment.minuteOfDay(zone: 420) == 30)
        let early = try #require(Moment("1969-12-31T23:00:00Z"))
        #expect(early.day(zone: -60) == Day("1969-12-31"))
        #expect(early.minuteOfDay(zone: 540) == 480)
    }

    @Test(arguments: ["2007-10-08T10:45", "2026-03-01T00:00", "2026-12-31T23:59"])
    func `a wall time and its text are the same thing`(text: String) {
        #expect(WallTime(text)?.description == text)
        #expect(WallTime(text + ":30+07:00")?.description == text)
    }

    @Test(arguments: ["2026-03-01", "2026-03-01T25:00", "half past nine"])
    func `a text that is no wall time is refused`(text: String) {
        #expect(WallTime(text) == nil)
    }
}
