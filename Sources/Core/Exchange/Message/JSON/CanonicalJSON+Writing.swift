extension CanonicalJSON {
    /// Appends the value in its one form.
    ///
    /// - Source: RFC 8785 section 3.2: no blanks, ECMAScript's numbers, members by the UTF-16 code units of their names.
    public func write(into bytes: inout [UInt8]) {
        switch self {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .bool(let claim): bytes.append(contentsOf: (claim ? "true" : "false").utf8)
        case .number(let number): CanonicalJSON.write(number, into: &bytes)
        case .string(let text): CanonicalJSON.write(text, into: &bytes)
        case .array(let elements):
            bytes.append(0x5B)
            for (position, element) in elements.enumerated() {
                if position > 0 { bytes.append(0x2C) }
                element.write(into: &bytes)
            }
            bytes.append(0x5D)
        case .object(let members):
            bytes.append(0x7B)
            let sorted = members.sorted { $0.key.utf16.lexicographicallyPrecedes($1.key.utf16) }
            for (position, member) in sorted.enumerated() {
                if position > 0 { bytes.append(0x2C) }
                CanonicalJSON.write(member.key, into: &bytes)
                bytes.append(0x3A)
                member.value.write(into: &bytes)
            }
            bytes.append(0x7D)
        }
    }

    /// Appends a text with its quotation marks.
    static func write(_ text: String, into bytes: inout [UInt8]) {
        bytes.append(0x22)
        for byte in text.utf8 {
            switch byte {
            case 0x22, 0x5C: bytes.append(contentsOf: [0x5C, byte])
            case 0x08: bytes.append(contentsOf: [0x5C, 0x62])
            case 0x09: bytes.append(contentsOf: [0x5C, 0x74])
            case 0x0A: bytes.append(contentsOf: [0x5C, 0x6E])
            case 0x0C: bytes.append(contentsOf: [0x5C, 0x66])
            case 0x0D: bytes.append(contentsOf: [0x5C, 0x72])
            case ..<0x20:
                bytes.append(contentsOf: [0x5C, 0x75, 0x30, 0x30, 0x30 + byte >> 4])
                bytes.append(byte & 15 < 10 ? 0x30 + byte & 15 : 0x57 + byte & 15)
            default: bytes.append(byte)
            }
        }
        bytes.append(0x22)
    }

    /// Appends a number as ECMAScript prints it; `null` of one that isn't finite.
    static func write(_ number: Double, into bytes: inout [UInt8]) {
        guard number.isFinite else {
            bytes.append(contentsOf: "null".utf8)
            return
        }
        if number.magnitude < 0x1p53, number.rounded(.towardZero) == number {
            bytes.append(contentsOf: Int64(number).description.utf8)
            return
        }
        if number < 0 { bytes.append(0x2D) }
        let (digits, point) = shortest(number.magnitude)
        place(digits, point: point, into: &bytes)
    }

    /// The shortest digits that name a number alone, and where its decimal point stands before or behind their first.
    private static func shortest(_ number: Double) -> (digits: [UInt8], point: Int) {
        var digits: [UInt8] = []
        var point: Int?
        var exponent = 0
        var text = number.description.utf8[...]
        if let mark = text.firstIndex(of: 0x65) {
            exponent = Int(Substring(text[text.index(after: mark)...])) ?? 0
            text = text[..<mark]
        }
        for byte in text {
            if byte == 0x2E { point = digits.count } else { digits.append(byte) }
        }
        let leading = digits.prefix { $0 == 0x30 }.count
        let place = (point ?? digits.count) + exponent - leading
        digits.removeFirst(leading)
        while digits.last == 0x30 { digits.removeLast() }
        return (digits, place)
    }

    private static func place(_ digits: [UInt8], point: Int, into bytes: inout [UInt8]) {
        switch point {
        case digits.count...21 where digits.count <= 21:
            bytes.append(contentsOf: digits)
            bytes.append(contentsOf: repeatElement(0x30, count: point - digits.count))
        case 1...21:
            bytes.append(contentsOf: digits[..<point])
            bytes.append(0x2E)
            bytes.append(contentsOf: digits[point...])
        case -5...0:
            bytes.append(contentsOf: [0x30, 0x2E])
            bytes.append(contentsOf: repeatElement(0x30, count: -point))
            bytes.append(contentsOf: digits)
        default:
            bytes.append(digits[0])
            if digits.count > 1 {
                bytes.append(0x2E)
                bytes.append(contentsOf: digits[1...])
            }
            bytes.append(contentsOf: [0x65, point > 0 ? 0x2B : 0x2D])
            bytes.append(contentsOf: (point - 1).magnitude.description.utf8)
        }
    }
}
