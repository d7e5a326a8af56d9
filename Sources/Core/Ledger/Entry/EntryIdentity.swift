/// The identity of an entry: a UUID of version 7, whose first 48 bits are the time.
///
/// - Source: RFC 9562 section 5.7.
public struct EntryIdentity: Hashable, Sendable {
    /// The first eight bytes, big-endian: 48 bits of time, the version, 12 random bits.
    public let high: UInt64
    /// The last eight bytes, big-endian: the variant and 62 random bits.
    public let low: UInt64

    /// Makes an identity of a time and of random bits; the bits of version and variant are overwritten.
    ///
    /// - Units: milliseconds since 1 January 1970 UTC; a time before it counts as that day.
    public init(milliseconds: Int64, random: (UInt64, UInt64)) {
        let time = UInt64(max(milliseconds, 0)) & 0xFFFF_FFFF_FFFF
        high = time << 16 | 0x7000 | random.0 & 0x0FFF
        low = 0x8000_0000_0000_0000 | random.1 & 0x3FFF_FFFF_FFFF_FFFF
    }

    /// Reads the 36 characters of a UUID of version 7 in lower case; nil where the text is anything else.
    public init?(_ text: UnsafeBufferPointer<UInt8>) {
        guard text.count == 36 else { return nil }
        var digits: [UInt8] = []
        for (position, byte) in text.enumerated() {
            if EntryIdentity.isDash(position) {
                guard byte == 0x2D else { return nil }
            } else {
                digits.append(byte)
            }
        }
        guard let bytes = digits.withUnsafeBufferPointer({ [UInt8](hex: $0) }) else { return nil }
        high = bytes[..<8].reduce(0) { $0 << 8 | UInt64($1) }
        low = bytes[8...].reduce(0) { $0 << 8 | UInt64($1) }
        guard high >> 12 & 0xF == 7, low >> 62 == 2 else { return nil }
    }

    /// Appends the 36 characters.
    public func write(into bytes: inout [UInt8]) {
        withUnsafeBytes(of: (high.bigEndian, low.bigEndian)) { raw in
            for position in 0..<16 {
                if position == 4 || position == 6 || position == 8 || position == 10 { bytes.append(0x2D) }
                bytes.appendHex(UnsafeRawBufferPointer(rebasing: raw[position...position]))
            }
        }
    }

    private static func isDash(_ position: Int) -> Bool {
        position == 8 || position == 13 || position == 18 || position == 23
    }
}

extension EntryIdentity: CustomStringConvertible {
    /// The 36 characters: `01956a3c-7b00-7c1e-a2d4-…`.
    public var description: String {
        var bytes: [UInt8] = []
        write(into: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
