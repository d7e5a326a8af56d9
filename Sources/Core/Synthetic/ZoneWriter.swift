import Vocabulary

/// Writes the machine-readable zone of a passport: TD3, two lines of 44 signs.
///
/// - Source: ICAO Doc 9303-4; an Indonesian passport's optional data hold the NIK without its birth year.
enum ZoneWriter {
    /// The two lines of a listed traveller's document.
    static func lines(of listed: ListedTraveller) -> (String, String) {
        let first = padded("P<" + padded(listed.issuer, to: 3) + listed.words.joined(separator: "<"), to: 44)
        let number = padded(listed.zoneNumber?.text ?? "", to: 9)
        let birth = six(listed.bornOn)
        let expiry = listed.expiresOn.map(six) ?? "<<<<<<"
        let optional = padded(listed.nik.map(optionalData) ?? "", to: 14)
        let optionalCheck = listed.nik == nil ? "<" : digit(optional)
        let sex = listed.sex == .unspecified ? "<" : listed.sex.rawValue
        var second = number + digit(number) + padded(listed.nationality, to: 3) + birth + digit(birth) + sex
        second += expiry + digit(expiry) + optional + optionalCheck
        let composite =
            number + digit(number) + birth + digit(birth) + expiry + digit(expiry) + optional + optionalCheck
        return (first, second + digit(composite))
    }

    /// A NIK without the two digits of the birth year.
    static func optionalData(_ nik: UInt64) -> String {
        let digits = String(nik)
        return String(digits.prefix(10) + digits.suffix(4))
    }

    /// The check digit: weights 7, 3, 1, the sum's last digit.
    static func digit(_ text: String) -> String {
        let weights = [7, 3, 1]
        var sum = 0
        for (position, byte) in text.utf8.enumerated() {
            let value: Int
            switch byte {
            case 0x30...0x39: value = Int(byte) - 0x30
            case 0x41...0x5A: value = Int(byte) - 0x41 + 10
            default: value = 0
            }
            sum += value * weights[position % 3]
        }
        return String(sum % 10)
    }

    /// Year, month and day in two digits each.
    static func six(_ day: Day) -> String {
        let (year, month, date) = day.date
        var bytes: [UInt8] = []
        bytes.appendDecimal(year % 100, width: 2)
        bytes.appendDecimal(month, width: 2)
        bytes.appendDecimal(date, width: 2)
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func padded(_ text: String, to width: Int) -> String {
        let kept = text.prefix(width)
        return kept + String(repeating: "<", count: width - kept.utf8.count)
    }
}
