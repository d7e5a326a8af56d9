extension Day: CustomStringConvertible, LosslessStringConvertible {
    /// The day as `YYYY-MM-DD` (ISO 8601).
    public var description: String {
        var bytes: [UInt8] = []
        write(into: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Reads `YYYY-MM-DD`, `DD-MM-YYYY` or `DD/MM/YYYY`; nil where the text is no such date.
    public init?(_ description: String) {
        var text = description
        guard let day = text.withUTF8({ Day(digits: $0) }) else { return nil }
        self = day
    }

    /// Reads the three written forms from UTF-8 bytes, without making a string.
    public init?(digits bytes: UnsafeBufferPointer<UInt8>) {
        guard bytes.count == 10 else { return nil }
        let isYearFirst = bytes[4] == 0x2D && bytes[7] == 0x2D
        let isDayFirst = (bytes[2] == 0x2D && bytes[5] == 0x2D) || (bytes[2] == 0x2F && bytes[5] == 0x2F)
        guard isYearFirst || isDayFirst else { return nil }
        let positions = isYearFirst ? (0, 5, 8) : (6, 3, 0)
        guard let year = bytes.decimal(at: positions.0, count: 4),
            let month = bytes.decimal(at: positions.1, count: 2),
            let day = bytes.decimal(at: positions.2, count: 2)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// Appends `YYYY-MM-DD` in ASCII.
    public func write(into bytes: inout [UInt8]) {
        let (year, month, day) = date
        bytes.appendDecimal(year, width: 4)
        bytes.append(0x2D)
        bytes.appendDecimal(month, width: 2)
        bytes.append(0x2D)
        bytes.appendDecimal(day, width: 2)
    }
}

extension Day: Codable {
    /// Reads a day from its text.
    ///
    /// - Throws: `DecodingError` when the text is no date.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let day = Day(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no date YYYY-MM-DD")
        }
        self = day
    }

    /// Writes the day as text.
    ///
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The decimal number written in `count` ASCII digits from `start`, or nil where one is no digit.
    public func decimal(at start: Int, count: Int) -> Int? {
        guard start >= 0, count > 0, start + count <= self.count else { return nil }
        var value = 0
        for position in start..<(start + count) {
            let digit = self[position]
            guard digit >= 0x30, digit <= 0x39 else { return nil }
            value = value &* 10 &+ Int(digit &- 0x30)
        }
        return value
    }
}

extension [UInt8] {
    /// Appends a non-negative number in ASCII digits, padded with zeros to a width.
    public mutating func appendDecimal(_ value: Int, width: Int) {
        var divisor = 1
        for _ in 1..<Swift.max(width, 1) { divisor *= 10 }
        while value / divisor >= 10 { divisor *= 10 }
        while divisor > 0 {
            append(0x30 + UInt8(value / divisor % 10))
            divisor /= 10
        }
    }
}
