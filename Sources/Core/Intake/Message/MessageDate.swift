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
    ///
    /// Hours and minutes stand behind the day, or apart in `clock`.
    static func wallTime(
        _ digits: UnsafeBufferPointer<UInt8>,
        clock: UnsafeBufferPointer<UInt8>,
        near reference: Day
    ) -> WallTime? {
        guard let day = day(digits, .nearest(to: reference)) else { return nil }
        switch digits.count {
        case 6, 8: return clock.isEmpty ? WallTime(day: day, minute: 0) : wallTime(day, clock, from: 0)
        case 10: return wallTime(day, digits, from: 6)
        default: return wallTime(day, digits, from: 8)
        }
    }

    /// A time of a day, its four digits at a place; 24:00 is the next day's midnight.
    static func wallTime(_ day: Day, _ digits: UnsafeBufferPointer<UInt8>, from start: Int) -> WallTime? {
        guard let hour = digits.decimal(at: start, count: 2),
            let minute = digits.decimal(at: start + 2, count: 2),
            minute < 60, hour < 24 || (hour == 24 && minute == 0)
        else { return nil }
        return hour == 24
            ? WallTime(day: day.adding(days: 1), minute: 0) : WallTime(day: day, minute: hour * 60 + minute)
    }

    /// A day from `DDMMYY`, as reservation systems write it (PNRGOV).
    static func reservationDay(_ digits: UnsafeBufferPointer<UInt8>, near reference: Day) -> Day? {
        guard digits.count == 6 || digits.count == 8, let day = digits.decimal(at: 0, count: 2),
            let month = digits.decimal(at: 2, count: 2),
            let year = digits.decimal(at: 4, count: digits.count - 4)
        else { return nil }
        if digits.count == 8 { return Day(year: year, month: month, day: day) }
        return ShortYear.nearest(year, month, day, to: reference)
    }

    /// A day from `DDMMMYY` or `DDMMMYYYY`: `04JUL80`, as SSR DOCS writes it.
    static func namedDay(_ text: UnsafeBufferPointer<UInt8>, _ century: Century) -> Day? {
        guard text.count == 7 || text.count == 9, let day = text.decimal(at: 0, count: 2),
            let month = months.firstIndex(of: Tag.pack(text[2] & 0xDF, text[3] & 0xDF, text[4] & 0xDF)),
            let year = text.decimal(at: 5, count: text.count - 5)
        else { return nil }
        if text.count == 9 { return Day(year: year, month: month + 1, day: day) }
        switch century {
        case .latest(let latest): return ShortYear.latest(year, month + 1, day, notAfter: latest)
        case .nearest(let reference): return ShortYear.nearest(year, month + 1, day, to: reference)
        }
    }

    private static let months: [UInt32] = [
        "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
    ].map { (name: StaticString) in Tag.pack(name) }

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
