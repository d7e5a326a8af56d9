import Vocabulary

/// Dates and times of messages: digits, of two- or four-digit years.
enum MessageDate {
    /// What the digits of a date may mean.
    enum Century {
        /// The latest such date not after a day: a birth.
        case latest(notAfter: Day)
        /// The nearest such date: an end of validity, a departure.
        case nearest(to: Day)
    }

    /// A day from `YYMMDD`, `CCYYMMDD` or the first digits of a time.
    static func day(_ digits: UnsafeBufferPointer<UInt8>, _ century: Century) -> Day? {
        let isLong = digits.count == 8 || digits.count == 12 || digits.count == 14
        guard isLong || digits.count == 6 || digits.count == 10 else { return nil }
        if digits.count == 10, let day = Day(digits: digits) { return day }
        let start = isLong ? 4 : 2
        guard let year = digits.decimal(at: 0, count: start),
            let month = digits.decimal(at: start, count: 2),
            let day = digits.decimal(at: start + 2, count: 2)
        else { return nil }
        if isLong { return Day(year: year, month: month, day: day) }
        switch century {
        case .latest(let latest): return ShortYear.latest(year, month, day, notAfter: latest)
        case .nearest(let reference): return ShortYear.nearest(year, month, day, to: reference)
        }
    }

    /// A time by the clock of the place; midnight where only the day is given.
    static func wallTime(_ digits: UnsafeBufferPointer<UInt8>, near reference: Day) -> WallTime? {
        guard let day = day(digits, .nearest(to: reference)) else { return nil }
        let start: Int
        switch digits.count {
        case 6, 8: return WallTime(day: day, minute: 0)
        case 10: start = 6
        default: start = 8
        }
        guard let hour = digits.decimal(at: start, count: 2),
            let minute = digits.decimal(at: start + 2, count: 2),
            minute < 60, hour < 24 || (hour == 24 && minute == 0)
        else { return nil }
        return hour == 24
            ? WallTime(day: day.adding(days: 1), minute: 0) : WallTime(day: day, minute: hour * 60 + minute)
    }

    /// The form of digits that are no date, for a diagnostic.
    static func form(_ digits: UnsafeBufferPointer<UInt8>) -> String {
        let isLong = digits.count == 8 || digits.count == 12
        let start = isLong ? 4 : 2
        if isLong || digits.count == 6 || digits.count == 10,
            let month = digits.decimal(at: start, count: 2),
            let day = digits.decimal(at: start + 2, count: 2),
            Day(year: 2000, month: month, day: day) == nil
        {
            return WrittenForm.date(month: month, day: day)
        }
        return WrittenForm.of(digits)
    }
}
