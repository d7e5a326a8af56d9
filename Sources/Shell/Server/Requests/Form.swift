import NIOCore

/// The fields of a form (`application/x-www-form-urlencoded`), in order, repeated ones included.
///
/// - Shape: at most 200 fields; text is UTF-8, broken bytes become the replacement character.
struct Form: Sendable, Hashable {
    private(set) var fields: [(name: String, value: String)] = []

    /// No fields.
    init() {}

    /// Reads a body; nil where it is no form or has too many fields.
    init?(encoded body: some Collection<UInt8>) {
        for pair in body.split(separator: UInt8(ascii: "&")) {
            guard fields.count < 200 else { return nil }
            let parts = pair.split(
                separator: UInt8(ascii: "="),
                maxSplits: 1,
                omittingEmptySubsequences: false
            )
            guard let name = Form.decode(parts[0]), !name.isEmpty,
                let value = parts.count == 2 ? Form.decode(parts[1]) : ""
            else { return nil }
            fields.append((name, value))
        }
    }

    /// The first value of a field, without outer blanks; nil where it is absent or blank.
    subscript(_ name: String) -> String? {
        guard let value = fields.first(where: { $0.name == name })?.value.trimmed, !value.isEmpty else {
            return nil
        }
        return value
    }

    /// A field exactly as it was typed, for passwords.
    func verbatim(_ name: String) -> String? { fields.first { $0.name == name }?.value }

    /// All values of a field that may be ticked several times.
    func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

    /// Adds a field.
    mutating func append(_ name: String, _ value: String) { fields.append((name, value)) }

    static func == (left: Form, right: Form) -> Bool { left.flat == right.flat }
    func hash(into hasher: inout Hasher) { hasher.combine(flat) }
    private var flat: [String] { fields.flatMap { [$0.name, $0.value] } }

    /// Percent-decodes; nil where a percent sign isn't followed by two hexadecimal digits.
    static func decode(_ text: some Sequence<UInt8>, plusIsBlank: Bool = true) -> String? {
        var bytes: [UInt8] = []
        var iterator = text.makeIterator()
        while let byte = iterator.next() {
            switch byte {
            case UInt8(ascii: "+") where plusIsBlank: bytes.append(0x20)
            case UInt8(ascii: "%"):
                guard let high = iterator.next().flatMap(hexadecimalDigit),
                    let low = iterator.next().flatMap(hexadecimalDigit)
                else { return nil }
                bytes.append(high << 4 | low)
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func hexadecimalDigit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }
}

extension String {
    /// The text without blanks and line ends around it.
    var trimmed: String {
        var slice = self[...]
        while let first = slice.first, first.isWhitespace { slice.removeFirst() }
        while let last = slice.last, last.isWhitespace { slice.removeLast() }
        return String(slice)
    }
}
