import Vocabulary

/// Numbers, dates, times and ages as the reader writes them.
extension Frame {
    /// A whole number with groups of three: `4.212` in Indonesian, `4,212` in English.
    func number(_ value: Int) -> String {
        let digits = String(value.magnitude)
        var grouped = value < 0 ? "-" : ""
        for (position, digit) in digits.enumerated() {
            if position > 0, (digits.count - position) % 3 == 0 {
                grouped += language == .indonesian ? "." : ","
            }
            grouped.append(digit)
        }
        return grouped
    }

    /// A share as whole per cent; never 0 or 100 where something is left.
    func percent(_ share: Double) -> String {
        let percent = Int((share * 100).rounded())
        return number(min(max(percent, share > 0 ? 1 : 0), share < 1 ? 99 : 100)) + " %"
    }

    /// A number with one decimal and its sign.
    func signed(_ value: Double) -> String {
        let tenths = Int((value.magnitude * 10).rounded())
        let point = language == .indonesian ? "," : "."
        return (value < 0 ? "−" : "+") + number(tenths / 10) + point + String(tenths % 10)
    }

    /// An amount of money: `Rp4.000.000`.
    func rupiah(_ value: Int) -> String { "Rp" + number(value) }

    /// A day: `1 Maret 2026`.
    func day(_ day: Day) -> String {
        let (year, month, date) = day.date
        return "\(date) \(Frame.months[month - 1][language]) \(year)"
    }

    /// A day for narrow places: `1 Mar 2026`.
    func shortDay(_ day: Day) -> String {
        let (year, month, date) = day.date
        return "\(date) \(Frame.months[month - 1][language].prefix(3)) \(year)"
    }

    /// Minutes since midnight: `14.05` in Indonesian, `14:05` in English.
    func clock(_ minutes: Int) -> String {
        let hour = minutes / 60 % 24
        let minute = minutes % 60
        let point = language == .indonesian ? "." : ":"
        return (hour < 10 ? "0" : "") + "\(hour)" + point + (minute < 10 ? "0" : "") + "\(minute)"
    }

    /// The time of day of a moment without its zone: `23.02`.
    func clock(_ moment: Moment) -> String { clock(moment.minuteOfDay(zone: zone.minutes)) }

    /// The time of day of a moment: `14.05 WIB`.
    func timeOfDay(_ moment: Moment) -> String { clock(moment) + " " + zone.name }

    /// The time of a moment, with its day where that is not today: `1 Mar 2026 14.05 WIB`.
    func moment(_ moment: Moment) -> String {
        let day = moment.day(zone: zone.minutes)
        return day == today ? timeOfDay(moment) : shortDay(day) + " " + timeOfDay(moment)
    }

    /// The day on which the page is made, at the post.
    var today: Day { now.day(zone: zone.minutes) }

    /// How long ago a moment was: `12 menit lalu`.
    func age(_ moment: Moment) -> String {
        let seconds = moment.seconds(until: now)
        guard seconds >= 60 else { return Frame.justNow[language] }
        return Frame.ago[language].filled(length(seconds: seconds))
    }

    /// A length of time in its largest whole unit: `12 menit`.
    func length(seconds: Int) -> String {
        let (count, unit) =
            switch seconds {
            case ..<60: (max(seconds, 1), Frame.units.second)
            case ..<3600: (seconds / 60, Frame.units.minute)
            case ..<86_400: (seconds / 3600, Frame.units.hour)
            default: (seconds / 86_400, Frame.units.day)
            }
        let plural = language == .english && count != 1 ? "s" : ""
        return number(count) + " " + unit[language] + plural
    }

    /// A country's name, with its code where it has no name.
    func country(_ country: CountryCode) -> String {
        language == .indonesian ? country.nameInIndonesian : country.nameInEnglish
    }

    static let months: [Word] = [
        Word("Januari", "January"), Word("Februari", "February"), Word("Maret", "March"),
        Word("April", "April"), Word("Mei", "May"), Word("Juni", "June"), Word("Juli", "July"),
        Word("Agustus", "August"), Word("September", "September"), Word("Oktober", "October"),
        Word("November", "November"), Word("Desember", "December"),
    ]
    static let justNow = Word("baru saja", "just now")
    static let ago = Word("{} lalu", "{} ago")
    static let units = (
        second: Word("detik", "second"), minute: Word("menit", "minute"), hour: Word("jam", "hour"),
        day: Word("hari", "day")
    )
}
