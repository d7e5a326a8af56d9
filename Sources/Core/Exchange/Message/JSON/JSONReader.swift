/// Reads one JSON value of bytes, strictly (``CanonicalJSON/init(_:limit:)``).
struct JSONReader {
    let bytes: [UInt8]
    var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The value that the bytes are, with nothing behind it.
    mutating func document() throws(JSONFault) -> CanonicalJSON {
        guard !bytes.starts(with: [0xEF, 0xBB, 0xBF]), String(validating: bytes, as: UTF8.self) != nil else {
            throw .encoding
        }
        let value = try value(depth: 0)
        skipBlanks()
        guard position == bytes.count else { throw .trailing(at: position) }
        return value
    }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skipBlanks() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        position += 1
        return true
    }

    private mutating func value(depth: Int) throws(JSONFault) -> CanonicalJSON {
        skipBlanks()
        switch next {
        case 0x7B: return try object(depth: depth + 1)
        case 0x5B: return try array(depth: depth + 1)
        case 0x22: return .string(try text())
        case 0x74: return try word("true", .bool(true))
        case 0x66: return try word("false", .bool(false))
        case 0x6E: return try word("null", .null)
        default: return .number(try number())
        }
    }

    private mutating func word(
        _ word: StaticString,
        _ value: CanonicalJSON
    ) throws(JSONFault) -> CanonicalJSON {
        let count = word.utf8CodeUnitCount
        let isThere = word.withUTF8Buffer { bytes[position...].starts(with: $0) }
        guard isThere else { throw .syntax(at: position) }
        position += count
        return value
    }

    private mutating func object(depth: Int) throws(JSONFault) -> CanonicalJSON {
        guard depth <= CanonicalJSON.depthLimit else { throw .tooDeep(at: position) }
        position += 1
        var members: [String: CanonicalJSON] = [:]
        skipBlanks()
        if take(0x7D) { return .object(members) }
        repeat {
            skipBlanks()
            guard next == 0x22 else { throw .syntax(at: position) }
            let name = try text()
            guard members[name] == nil else { throw .duplicateMember(at: position) }
            skipBlanks()
            guard take(0x3A) else { throw .syntax(at: position) }
            members[name] = try value(depth: depth)
            skipBlanks()
        } while take(0x2C)
        guard take(0x7D) else { throw .syntax(at: position) }
        return .object(members)
    }

    private mutating func array(depth: Int) throws(JSONFault) -> CanonicalJSON {
        guard depth <= CanonicalJSON.depthLimit else { throw .tooDeep(at: position) }
        position += 1
        var elements: [CanonicalJSON] = []
        skipBlanks()
        if take(0x5D) { return .array(elements) }
        repeat {
            elements.append(try value(depth: depth))
            skipBlanks()
        } while take(0x2C)
        guard take(0x5D) else { throw .syntax(at: position) }
        return .array(elements)
    }

    private mutating func number() throws(JSONFault) -> Double {
        let start = position
        _ = take(0x2D)
        if !take(0x30) { try digits() }
        if take(0x2E) { try digits() }
        if take(0x65) || take(0x45) {
            if !take(0x2B) { _ = take(0x2D) }
            try digits()
        }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        guard let number = Double(text), number.isFinite else { throw .numberRange(at: start) }
        return number
    }

    private mutating func digits() throws(JSONFault) {
        let start = position
        while let byte = next, (0x30...0x39).contains(byte) { position += 1 }
        guard position > start else { throw .syntax(at: position) }
    }
}

extension JSONReader {
    /// The text that begins at a quotation mark.
    private mutating func text() throws(JSONFault) -> String {
        position += 1
        let start = position
        var escaped: [UInt8]?
        while let byte = next {
            switch byte {
            case 0x22:
                position += 1
                return String(decoding: escaped ?? Array(bytes[start..<position - 1]), as: UTF8.self)
            case ..<0x20: throw .syntax(at: position)
            case 0x5C:
                var read = escaped ?? Array(bytes[start..<position])
                position += 1
                try escape(into: &read)
                escaped = read
            case 0xEF...:
                try refuseNoCharacter()
                escaped?.append(byte)
                position += 1
            default:
                escaped?.append(byte)
                position += 1
            }
        }
        throw .syntax(at: position)
    }

    private mutating func escape(into read: inout [UInt8]) throws(JSONFault) {
        guard let byte = next else { throw .syntax(at: position) }
        position += 1
        switch byte {
        case 0x22, 0x5C, 0x2F: read.append(byte)
        case 0x62: read.append(0x08)
        case 0x66: read.append(0x0C)
        case 0x6E: read.append(0x0A)
        case 0x72: read.append(0x0D)
        case 0x74: read.append(0x09)
        case 0x75: read.append(contentsOf: try scalar().utf8)
        default: throw .syntax(at: position - 1)
        }
    }

    /// The character of four hexadecimal digits, or of two such escapes that are a surrogate pair.
    private mutating func scalar() throws(JSONFault) -> Character {
        let start = position
        var value = try unit()
        if (0xD800..<0xDC00).contains(value) {
            guard take(0x5C), take(0x75) else { throw .noCharacter(at: start) }
            let low = try unit()
            guard (0xDC00..<0xE000).contains(low) else { throw .noCharacter(at: start) }
            value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(value), !JSONReader.isNoCharacter(value) else {
            throw .noCharacter(at: start)
        }
        return Character(scalar)
    }

    private mutating func unit() throws(JSONFault) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw .syntax(at: position)
            }
            value = value << 4 | UInt32(digit)
            position += 1
        }
        return value
    }

    /// Whether Unicode keeps a code point from ever being a character.
    private static func isNoCharacter(_ value: UInt32) -> Bool {
        (0xFDD0...0xFDEF).contains(value) || value & 0xFFFE == 0xFFFE
    }

    /// Refuses a code point at the position that is no character; the bytes are known to be UTF-8.
    private func refuseNoCharacter() throws(JSONFault) {
        let first = bytes[position]
        let count = first >= 0xF0 ? 4 : 3
        guard first == 0xEF || first >= 0xF0 else { return }
        var value = UInt32(first) & (count == 4 ? 0x07 : 0x0F)
        for byte in bytes[position + 1..<position + count] { value = value << 6 | UInt32(byte & 0x3F) }
        if JSONReader.isNoCharacter(value) { throw .noCharacter(at: position) }
    }
}
