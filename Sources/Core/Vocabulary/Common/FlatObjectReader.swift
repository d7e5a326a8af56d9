/// Reads a JSON object whose values are strings, in place: no string is made, and nothing is copied but text with escapes.
struct FlatObjectReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0
    private var isFirst = true
    private(set) var isComplete = false

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    mutating func open() -> Bool { take(0x7B) }

    /// Reads the next member; nil at the end of the object or where the text is no such object.
    mutating func member() -> (name: JSONString, value: JSONString)? {
        if take(0x7D) {
            isComplete = position == bytes.count
            return nil
        }
        if !isFirst, !take(0x2C) { return nil }
        isFirst = false
        guard let name = string(), take(0x3A), let value = string() else { return nil }
        return (name, value)
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    private mutating func string() -> JSONString? {
        guard take(0x22) else { return nil }
        let start = position
        var hasEscapes = false
        while position < bytes.count, bytes[position] != 0x22 {
            if bytes[position] == 0x5C {
                hasEscapes = true
                position += 1
            }
            position += 1
        }
        guard position < bytes.count else { return nil }
        position += 1
        return JSONString(
            bytes: UnsafeBufferPointer(rebasing: bytes[start..<position - 1]),
            hasEscapes: hasEscapes
        )
    }
}

/// A string as it stands in JSON, without its quotes.
struct JSONString {
    let bytes: UnsafeBufferPointer<UInt8>
    let hasEscapes: Bool

    /// The text with its escapes undone; nil where one is none.
    func withText<Answer>(_ use: (UnsafeBufferPointer<UInt8>) -> Answer) -> Answer? {
        guard hasEscapes else { return use(bytes) }
        return unescaped().map { $0.withUnsafeBufferPointer(use) }
    }

    private func unescaped() -> [UInt8]? {
        var text: [UInt8] = []
        var rest = bytes[...]
        while let byte = rest.popFirst() {
            guard byte == 0x5C else {
                text.append(byte)
                continue
            }
            switch rest.popFirst() {
            case .some(let same) where same == 0x22 || same == 0x5C || same == 0x2F: text.append(same)
            case 0x62: text.append(0x08)
            case 0x66: text.append(0x0C)
            case 0x6E: text.append(0x0A)
            case 0x72: text.append(0x0D)
            case 0x74: text.append(0x09)
            case 0x75:
                // Only control characters are ever written as \u00xx.
                guard rest.popFirst() == 0x30, rest.popFirst() == 0x30,
                    let high = rest.popFirst().flatMap(hex),
                    let low = rest.popFirst().flatMap(hex)
                else { return nil }
                text.append(high << 4 | low)
            default: return nil
            }
        }
        return text
    }

    private func hex(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }
}
