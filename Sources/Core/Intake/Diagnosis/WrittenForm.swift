import Vocabulary

/// Describes what stands in a cell by its form, so that a diagnostic never repeats it.
enum WrittenForm {
    /// The form of some text: `15 digits`, `30 February`, `3 letters`, `a number in scientific notation`.
    static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        if bytes.isEmpty { return "nothing" }
        if let date = impossibleDate(bytes) { return date }
        if isScientific(bytes) { return "a number in scientific notation (a spreadsheet rounded it)" }
        var digits = 0
        var letters = 0
        for byte in bytes {
            switch byte {
            case 0x30...0x39: digits += 1
            case 0x41...0x5A, 0x61...0x7A: letters += 1
            default: break
            }
        }
        if digits == bytes.count { return counted(digits, "digit") }
        if letters == bytes.count { return counted(letters, "letter") }
        return "\(counted(bytes.count, "character")), \(counted(digits, "digit")) among them"
    }

    /// The form of some text.
    static func of(_ text: String) -> String {
        var text = text
        return text.withUTF8 { of($0) }
    }

    /// Says a date that no calendar has: `30 February`, `month 13`.
    static func date(month: Int, day: Int) -> String {
        guard (1...12).contains(month) else { return "month \(month)" }
        return "\(day) \(months[month - 1])"
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]

    private static func impossibleDate(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        guard bytes.count == 10 else { return nil }
        let isYearFirst = bytes[4] == 0x2D && bytes[7] == 0x2D
        let isDayFirst = (bytes[2] == 0x2D && bytes[5] == 0x2D) || (bytes[2] == 0x2F && bytes[5] == 0x2F)
        guard isYearFirst || isDayFirst,
            let year = bytes.decimal(at: isYearFirst ? 0 : 6, count: 4),
            let month = bytes.decimal(at: isYearFirst ? 5 : 3, count: 2),
            let day = bytes.decimal(at: isYearFirst ? 8 : 0, count: 2),
            Day(year: year, month: month, day: day) == nil
        else { return nil }
        return date(month: month, day: day)
    }

    private static func isScientific(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let exponent = bytes.firstIndex(where: { $0 == 0x45 || $0 == 0x65 }), exponent > 0,
            exponent + 1 < bytes.count, bytes[exponent + 1] == 0x2B
        else { return false }
        return bytes[0..<exponent].allSatisfy { ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2C || $0 == 0x2E }
    }

    private static func counted(_ count: Int, _ noun: String) -> String {
        count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
    }
}
