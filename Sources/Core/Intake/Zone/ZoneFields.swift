import Vocabulary

/// The fields of a zone as text.
struct ZoneFields {
    private let characters: UnsafeBufferPointer<UInt8>
    private let layout: ZoneLayout

    init(_ characters: UnsafeBufferPointer<UInt8>, _ layout: ZoneLayout) {
        self.characters = characters
        self.layout = layout
    }

    /// A field without the fillers at its end.
    func text(_ range: Range<Int>) -> String {
        var end = range.upperBound
        while end > range.lowerBound, characters[end - 1] == 0x3C { end -= 1 }
        if end == range.lowerBound { return "" }
        return String(decoding: characters[range.lowerBound..<end], as: UTF8.self)
    }

    /// A country; nil where only fillers stand there.
    func country(_ range: Range<Int>) -> CountryCode? { CountryCode(text(range)) }

    /// Primary and secondary identifier.
    ///
    /// What a third group holds is joined to the given names.
    var names: (surname: String, given: String) {
        var first = layout.names.upperBound
        var place = layout.names.lowerBound
        while place + 1 < layout.names.upperBound {
            if characters[place] == 0x3C, characters[place + 1] == 0x3C {
                first = place
                break
            }
            place += 1
        }
        return (words(layout.names.lowerBound..<first), words(first..<layout.names.upperBound))
    }

    /// The document number, whole, and what is left of the optional data.
    var number: (text: String, optional: String) {
        guard let long = ZoneChecks.longNumber(characters, layout) else {
            return (text(layout.number.range), text(layout.optional))
        }
        let rest = long.upperBound..<layout.optional.upperBound
        let begin = rest.first { characters[$0] != 0x3C } ?? rest.upperBound
        return (text(layout.number.range) + text(long.dropLast()), text(begin..<rest.upperBound))
    }

    /// The sex as printed; nil for a character that means none.
    var sex: Sex? {
        switch characters[layout.sex] {
        case 0x46: .female
        case 0x4D: .male
        case 0x3C, 0x58: .unspecified
        default: nil
        }
    }

    private func words(_ range: Range<Int>) -> String {
        String(unsafeUninitializedCapacity: range.count) { text in
            var count = 0
            for place in range {
                let byte = characters[place]
                if byte != 0x3C {
                    text[count] = byte
                    count += 1
                } else if count > 0, text[count - 1] != 0x20 {
                    text[count] = 0x20
                    count += 1
                }
            }
            return count > 0 && text[count - 1] == 0x20 ? count - 1 : count
        }
    }
}

/// A date of six digits as it stands in a zone.
struct ZoneDate {
    /// Year of the century, month and day; nil where one is no number.
    let parts: (year: Int, month: Int, day: Int)?
    /// Whether fillers stand where month or day is not known.
    let isPartlyUnknown: Bool

    init(_ characters: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        let start = range.lowerBound
        isPartlyUnknown = range.contains { characters[$0] == 0x3C }
        guard let year = characters.decimal(at: start, count: 2),
            let month = characters.decimal(at: start + 2, count: 2),
            let day = characters.decimal(at: start + 4, count: 2)
        else {
            parts = nil
            return
        }
        parts = (year, month, day)
    }

    /// The latest such date that is not after a day.
    func latest(notAfter day: Day, in year: Int) -> Day? {
        parts.flatMap { ShortYear.latest($0.year, $0.month, $0.day, notAfter: day, in: year) }
    }

    /// The nearest such date, from 49 years behind to 50 ahead.
    func nearest(to year: Int) -> Day? {
        parts.flatMap { ShortYear.nearest($0.year, $0.month, $0.day, to: year) }
    }
}

/// Tells the century of a year of two digits.
enum ShortYear {
    /// The latest such date that is not after a day of a year: for birth dates.
    static func latest(_ year: Int, _ month: Int, _ day: Int, notAfter latest: Day, in now: Int) -> Day? {
        let century = now / 100 * 100
        for whole in [century + year, century - 100 + year] where whole <= now {
            if let found = Day(year: whole, month: month, day: day), found <= latest { return found }
        }
        return nil
    }

    /// The nearest such date, from 49 years behind a year to 50 ahead: for ends of validity and departures.
    static func nearest(_ year: Int, _ month: Int, _ day: Int, to now: Int) -> Day? {
        let century = now / 100 * 100
        for whole in [century + year, century + 100 + year, century - 100 + year]
        where whole >= now - 49 && whole <= now + 50 {
            return Day(year: whole, month: month, day: day)
        }
        return nil
    }

    static func latest(_ year: Int, _ month: Int, _ day: Int, notAfter latest: Day) -> Day? {
        self.latest(year, month, day, notAfter: latest, in: latest.date.year)
    }

    static func nearest(_ year: Int, _ month: Int, _ day: Int, to reference: Day) -> Day? {
        nearest(year, month, day, to: reference.date.year)
    }
}
