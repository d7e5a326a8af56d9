import Crypto
import Vocabulary

/// The number of a worker's pass (nomor pas): drawn by chance, so that it says nothing of its holder.
public struct PassNumber: Hashable, Sendable {
    /// Sixteen letters and digits without look-alikes, in four groups: 80 bits.
    public let text: String
    /// The same as ten bytes.
    let bytes: [UInt8]

    /// How many bytes a number has.
    public static let length = 10

    /// A number of bytes that were drawn by chance; nil where there aren't ten.
    public init?(bytes: [UInt8]) {
        guard bytes.count == PassNumber.length else { return nil }
        self.bytes = bytes
        text = ReadableCode.grouped(Array(ReadableBytes.text(bytes).utf8))
    }

    /// Reads a number as somebody typed it: case, blanks and dashes don't matter; nil where it is none.
    public init?(_ typed: String) {
        guard typed.utf8.count <= 60,
            let bytes = ReadableBytes.bytes(typed.utf8.filter { $0 != 0x20 && $0 != 0x2D })
        else { return nil }
        self.init(bytes: bytes)
    }

    /// By what a list names the pass when it is void: nobody learns the number from it.
    public var mark: PassMark { PassMark(of: self) }
}

extension PassNumber: Codable {
    /// Reads a number from text.
    ///
    /// - Throws: `DecodingError` where it is none.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let number = PassNumber(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no pass number")
        }
        self = number
    }

    /// Writes the number as text.
    ///
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

/// By what a list of void passes names one (sidik nomor pas): the first 16 bytes of a SHA-256 over its number.
public struct PassMark: Hashable, Sendable, Comparable {
    /// The mark as 26 readable letters; their order is that of the bytes.
    public let text: String

    init(of number: PassNumber) {
        let digest = SHA256.hash(data: Array(("kawal pass revoked " + number.text).utf8))
        text = ReadableBytes.text(digest.prefix(16))
    }

    /// Reads a mark; nil where the text is none.
    public init?(_ text: String) {
        guard let bytes = ReadableBytes.bytes(text.utf8), bytes.count == 16,
            ReadableBytes.text(bytes) == text
        else { return nil }
        self.text = text
    }

    /// Orders marks as their bytes are ordered.
    public static func < (left: PassMark, right: PassMark) -> Bool { left.text < right.text }
}

extension PassMark: Codable {
    /// Reads a mark from text.
    ///
    /// - Throws: `DecodingError` where it is none.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let mark = PassMark(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no mark of a pass")
        }
        self = mark
    }

    /// Writes the mark as text.
    ///
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
