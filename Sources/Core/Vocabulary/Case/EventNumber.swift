/// The number by which both agencies count one incident, whatever cases it leads to (nomor peristiwa): `P-261128-7K3M-Q2XV`.
public struct EventNumber: Sendable, Hashable {
    /// The day and forty bits.
    public let text: String

    /// The number of an incident whose first case has this identifier.
    ///
    /// - Shape: made of the identifier alone, so that two nodes that are cut off from each other give no number twice.
    public init(firstCase id: String, on day: Day) {
        let letters = ReadableCode.numbers(ofIdentifier: id).map(ReadableCode.letter)
        text = "P-" + day.description.dropFirst(2).filter { $0 != "-" } + "-" + ReadableCode.grouped(letters)
    }
}

/// What the side that investigates knows a victim by (token korban): no name can be computed from it.
public struct VictimToken: Sendable, Hashable, Codable {
    /// `K-7K3M-Q2XV`: forty bits of the case in which somebody first asked for help.
    public let text: String

    /// The token of whoever first asked for help in a case.
    ///
    /// - Shape: made of the identifier alone, whose last bits chance has drawn: every case that follows gives the same.
    public init(ofCase id: String) { self.init(letters: ReadableCode.numbers(ofIdentifier: id)) }

    /// A token of eight letters, each from 0 to 31.
    public init(letters: [Int]) {
        text = "K-" + ReadableCode.grouped(letters.map { ReadableCode.letter($0 & 31) })
    }

    /// Reads a token as somebody typed it; nil where it is none.
    public init?(_ typed: String) {
        guard typed.utf8.count <= 40 else { return nil }
        var rest = typed.uppercased().utf8.filter { $0 != 0x20 && $0 != 0x2D }[...]
        guard rest.popFirst() == 0x4B else { return nil }
        let letters = rest.map(ReadableCode.plain)
        guard letters.count == 8, letters.allSatisfy(ReadableCode.isLetter) else { return nil }
        text = "K-" + ReadableCode.grouped(letters)
    }

    /// Reads it as it stands in an entry.
    public init(from decoder: any Decoder) throws {
        text = try decoder.singleValueContainer().decode(String.self)
    }

    /// Writes it as a text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

/// Letters and digits that nobody mistakes for each other (huruf tanpa kembaran).
///
/// - Source: Crockford's base 32.
public enum ReadableCode {
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

    /// The letter of a number from 0 to 31.
    public static func letter(_ number: Int) -> UInt8 { alphabet[number] }

    /// Whether a byte is one of the letters.
    public static func isLetter(_ byte: UInt8) -> Bool { alphabet.contains(byte) }

    /// The letter that is meant: O is 0, I and L are 1.
    public static func plain(_ byte: UInt8) -> UInt8 {
        switch byte {
        case 0x4F: 0x30
        case 0x49, 0x4C: 0x31
        default: byte
        }
    }

    /// Letters in groups of four.
    public static func grouped(_ letters: [UInt8]) -> String {
        stride(from: 0, to: letters.count, by: 4).map {
            String(decoding: letters[$0..<min($0 + 4, letters.count)], as: UTF8.self)
        }.joined(separator: "-")
    }

    /// The last forty bits of an identifier (UUIDv7: drawn by chance), as eight numbers from 0 to 31.
    static func numbers(ofIdentifier id: String) -> [Int] {
        let bits = id.utf8.filter { $0 != 0x2D }.suffix(10).reduce(UInt64(0)) { bits, byte in
            bits << 4 | UInt64(hexadecimal(byte))
        }
        return (0..<8).map { Int(truncatingIfNeeded: bits >> (35 - $0 * 5)) & 31 }
    }

    /// The value of a hexadecimal digit; 0 of anything else.
    static func hexadecimal(_ byte: UInt8) -> UInt8 {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x61...0x66: byte - 0x57
        case 0x41...0x46: byte - 0x37
        default: 0
        }
    }
}
