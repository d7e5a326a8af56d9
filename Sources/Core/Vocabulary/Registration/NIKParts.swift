/// What the digits of a NIK say about its holder: home district, birth date, sex, serial number (susunan NIK).
///
/// For `Intake` and `Linking` only: no rule has any business with these parts.
/// - Shape: the digits are read as they stand; they may name no calendar date.
/// - Source: Permendagri 72/2022; UU 23/2006 art. 13: six digits of the district, day (plus 40 for women), month, year of
///   the century, four digits of serial number.
/// - Example: `990101` `57` `03` `95` `0001` is a woman born on 17 March 1995 (or 1895), registered in district 990101.
public struct NIKParts: Hashable, Sendable {
    /// The district (kecamatan) where the NIK was issued: six digits; the first two are the province.
    public let districtCode: Int
    /// The day of the month as written, 40 more for women.
    public let writtenDay: Int
    /// The month.
    public let month: Int
    /// The last two digits of the year.
    public let yearOfCentury: Int
    /// The serial number among those born on one day in one district.
    public let serialNumber: Int

    /// Takes a NIK apart.
    public init(_ nik: NIK) {
        let number = Int(nik.number)
        serialNumber = number % 10_000
        yearOfCentury = number / 10_000 % 100
        month = number / 1_000_000 % 100
        writtenDay = number / 100_000_000 % 100
        districtCode = number / 10_000_000_000
    }

    /// The day of the month.
    public var day: Int { writtenDay > 40 ? writtenDay - 40 : writtenDay }

    /// The sex that the day tells.
    public var sex: Sex { writtenDay > 40 ? .female : .male }

    /// The two digits of the province (11 to 96).
    public var provinceCode: Int { districtCode / 10_000 }

    /// The birth date: the latest such date that is not after a day; nil where the calendar has no such date.
    public func bornOn(notAfter latest: Day) -> Day? {
        let century = latest.date.year / 100 * 100
        for year in [century + yearOfCentury, century - 100 + yearOfCentury] {
            if let day = Day(year: year, month: month, day: day), day <= latest { return day }
        }
        return nil
    }

    /// Whether the digits name this birth date; the century is not in them.
    public func agrees(withBirth born: Day) -> Bool {
        let date = born.date
        return date.day == day && date.month == month && date.year % 100 == yearOfCentury
    }

    /// Whether the digits name this sex; an unspecified sex contradicts nothing.
    public func agrees(withSex other: Sex) -> Bool { other == .unspecified || other == sex }
}

extension NIK {
    /// Puts a NIK together again from the optional data of an Indonesian passport's zone.
    ///
    /// The zone carries the NIK without the two digits of the year, which the birth date gives.
    /// - Shape: `optionalData` holds 14 digits; nil where it does not, or where its day, month or sex contradicts the
    ///   birth date or the sex as printed (an unspecified sex can't confirm it).
    /// - Example: `99010157030001`, born 1995-03-17, female, is `990101` `57` `03` `95` `0001`.
    @inlinable
    public static func recovered(
        fromOptionalData optionalData: some Collection<UInt8>,
        bornOn: Day,
        sex: Sex
    ) -> NIK? {
        guard optionalData.count == 14, sex != .unspecified else { return nil }
        var number: UInt64 = 0
        for digit in optionalData {
            guard digit >= 0x30, digit <= 0x39 else { return nil }
            number = number * 10 + UInt64(digit - 0x30)
        }
        let year = UInt64(bornOn.date.year % 100)
        let whole = number / 10_000 * 1_000_000 + year * 10_000 + number % 10_000
        guard let nik = NIK(number: whole) else { return nil }
        let parts = NIKParts(nik)
        return parts.agrees(withBirth: bornOn) && parts.agrees(withSex: sex) ? nik : nil
    }
}
