public import Crypto

/// A SHA-256 value: a node of the tree, a leaf, or the salted digest of a body.
///
/// - Shape: 32 bytes, kept without a heap allocation.
public struct Hash256: Hashable, Sendable {
    private let first: UInt64
    private let second: UInt64
    private let third: UInt64
    private let fourth: UInt64

    /// Takes 32 bytes; nil where there are not 32.
    public init?(_ bytes: UnsafeRawBufferPointer) {
        guard bytes.count == 32 else { return nil }
        first = bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self)
        second = bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
        third = bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self)
        fourth = bytes.loadUnaligned(fromByteOffset: 24, as: UInt64.self)
    }

    /// Takes 32 bytes; nil where there are not 32.
    public init?(_ bytes: [UInt8]) {
        guard let hash = bytes.withUnsafeBytes({ Hash256($0) }) else { return nil }
        self = hash
    }

    /// Takes a finished digest.
    public init(_ digest: SHA256.Digest) {
        var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
        withUnsafeMutableBytes(of: &words) { target in
            digest.withUnsafeBytes { target.copyMemory(from: $0) }
        }
        (first, second, third, fourth) = words
    }

    /// Reads 64 lower-case hexadecimal digits; nil where the text is anything else.
    public init?(hex text: UnsafeBufferPointer<UInt8>) {
        guard text.count == 64, let bytes = [UInt8](hex: text) else { return nil }
        self.init(bytes)
    }

    /// Lends the 32 bytes for the length of a closure.
    ///
    /// - Throws: What the closure throws.
    public func withUnsafeBytes<Answer>(
        _ body: (UnsafeRawBufferPointer) throws -> Answer
    ) rethrows -> Answer {
        let words = (first, second, third, fourth)
        return try Swift.withUnsafeBytes(of: words, body)
    }

    /// The 32 bytes.
    public var bytes: [UInt8] { withUnsafeBytes { [UInt8]($0) } }
}

extension Hash256: CustomStringConvertible {
    /// The value in 64 hexadecimal digits.
    public var description: String {
        var digits: [UInt8] = []
        withUnsafeBytes { digits.appendHex($0) }
        return String(decoding: digits, as: UTF8.self)
    }

    /// The length of a body's salt in bytes.
    public static let saltLength = 32

    /// The salted digest of a body: SHA-256 over the salt and then the body.
    ///
    /// The salt has always the same length, so that no two pairs of salt and body give the same input. Without the salt
    /// nobody can find out the body by trying, however few values are possible.
    public static func ofBody(salt: UnsafeRawBufferPointer, body: UnsafeRawBufferPointer) -> Hash256 {
        var hasher = SHA256()
        hasher.update(bufferPointer: salt)
        hasher.update(bufferPointer: body)
        return Hash256(hasher.finalize())
    }
}

extension [UInt8] {
    /// Appends bytes as lower-case hexadecimal digits.
    mutating func appendHex(_ bytes: UnsafeRawBufferPointer) {
        for byte in bytes {
            append(Self.hexDigit(byte >> 4))
            append(Self.hexDigit(byte & 15))
        }
    }

    /// Reads lower-case hexadecimal digits; nil where one is none or their number is odd.
    init?(hex text: UnsafeBufferPointer<UInt8>) {
        guard text.count.isMultiple(of: 2) else { return nil }
        self = []
        reserveCapacity(text.count / 2)
        for position in stride(from: 0, to: text.count, by: 2) {
            guard let high = Self.nibble(text[position]), let low = Self.nibble(text[position + 1]) else {
                return nil
            }
            append(high << 4 | low)
        }
    }

    private static func hexDigit(_ nibble: UInt8) -> UInt8 { nibble < 10 ? 0x30 + nibble : 0x57 + nibble }

    private static func nibble(_ digit: UInt8) -> UInt8? {
        switch digit {
        case 0x30...0x39: digit - 0x30
        case 0x61...0x66: digit - 0x57
        default: nil
        }
    }
}
