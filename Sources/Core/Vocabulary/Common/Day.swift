/// A calendar day of the proleptic Gregorian calendar, without time or zone.
///
/// - Units: whole days since 1 January 1970.
public struct Day: Hashable, Sendable, Comparable {
    /// Days since 1 January 1970; negative before it.
    public let number: Int32

    /// Makes a day from its number of days since 1 January 1970.
    public init(number: Int32) { self.number = number }

    /// Makes a day from a calendar date, or nil where the calendar has no such date.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Day.length(ofMonth: month, year: year)
        else { return nil }
        number = Day.count(year: year, month: month, day: day)
    }

    /// The year, month and day of the calendar.
    public var date: (year: Int, month: Int, day: Int) {
        // Days are counted from 1 March of year 0, so that the leap day ends the cycle.
        let shifted = Int(number) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    /// The day a number of days later (earlier where negative).
    public func adding(days: Int) -> Day { Day(number: number + Int32(days)) }

    /// The same date a number of months later, or the last day of that month where it is shorter.
    public func adding(months: Int) -> Day {
        let (year, month, day) = date
        let total = year * 12 + (month - 1) + months
        let newYear = total / 12
        let newMonth = total % 12 + 1
        let newDay = min(day, Day.length(ofMonth: newMonth, year: newYear))
        return Day(number: Day.count(year: newYear, month: newMonth, day: newDay))
    }

    /// The same date a number of years later; 29 February becomes 28 February in a common year.
    public func adding(years: Int) -> Day { adding(months: years * 12) }

    /// Whole days from this day to another; negative when the other is earlier.
    public func days(until other: Day) -> Int { Int(other.number) - Int(number) }

    /// Orders days by time.
    public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

    /// The number of days of a month (1 to 12).
    public static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func count(year: Int, month: Int, day: Int) -> Int32 {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return Int32(era * 146_097 + dayOfEra - 719_468)
    }
}
