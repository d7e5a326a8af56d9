import Testing
import Vocabulary

@Suite struct DayTests {
    @Test(arguments: ["1900-02-28", "1970-01-01", "2000-02-29", "2024-02-29", "2026-12-31", "9999-12-31"])
    func `a written date and its day number are the same thing`(text: String) throws {
        let day = try #require(Day(text))
        #expect(day.description == text)
        #expect(Day(number: day.number) == day)
    }

    @Test(arguments: [
        "2023-02-29", "2025-13-01", "2025-00-10", "2025-04-31", "31-02-2024", "2025-1-01", "", "9503-1-7-2",
    ])
    func `a text that is no calendar date is refused`(text: String) {
        #expect(Day(text) == nil)
    }

    @Test func `days follow each other without a gap over four hundred years`() throws {
        let first = try #require(Day("1800-01-01"))
        var previous = first.adding(days: -1)
        for offset in 0..<146_097 {
            let day = first.adding(days: offset)
            let (year, month, date) = day.date
            #expect(Day(year: year, month: month, day: date) == day)
            #expect(previous < day)
            previous = day
        }
    }

    @Test func `the last day of a month stays the last when the next month is shorter`() throws {
        let day = try #require(Day("2024-01-31"))
        #expect(day.adding(months: 1) == Day("2024-02-29"))
        #expect(day.adding(years: 1) == Day("2025-01-31"))
        #expect(day.adding(months: -2) == Day("2023-11-30"))
    }
}
