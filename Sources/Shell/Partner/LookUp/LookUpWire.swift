/// Reads a wire form from its beginning; whatever is short, long or out of bounds is refused.
struct WireReader {
    private var rest: ArraySlice<UInt8>
    private let part: LookUpPart

    /// Begins behind the eight letters with which the form begins.
    init(_ bytes: [UInt8], of part: LookUpPart, magic: String) throws(LookUpFault) {
        self.part = part
        rest = bytes[...]
        guard try self.bytes(magic.utf8.count).elementsEqual(magic.utf8) else {
            throw .malformed(part, expected: magic)
        }
    }

    /// The next bytes.
    mutating func bytes(_ count: Int) throws(LookUpFault) -> ArraySlice<UInt8> {
        guard rest.count >= count else { throw .malformed(part, expected: "\(count) more bytes") }
        defer { rest = rest.dropFirst(count) }
        return rest.prefix(count)
    }

    /// The next number, big-endian.
    mutating func number<Number: FixedWidthInteger>(_ type: Number.Type) throws(LookUpFault) -> Number {
        let bytes = try bytes(Number.bitWidth / 8)
        return bytes.reduce(0) { $0 << 8 | Number(truncatingIfNeeded: $1) }
    }

    /// The next number, which has to lie in a range.
    mutating func count<Number: FixedWidthInteger>(
        _ type: Number.Type,
        in range: ClosedRange<Int>
    ) throws(LookUpFault) -> Int {
        guard let count = Int(exactly: try number(type)), range.contains(count) else {
            throw .malformed(part, expected: "\(range.lowerBound) to \(range.upperBound)")
        }
        return count
    }

    /// The next text: its length in one byte, then UTF-8.
    mutating func text() throws(LookUpFault) -> String {
        let count = Int(try number(UInt8.self))
        guard let text = String(validating: try bytes(count), as: UTF8.self) else {
            throw .malformed(part, expected: "UTF-8")
        }
        return text
    }

    /// Refuses what stands behind the end.
    func end() throws(LookUpFault) {
        guard rest.isEmpty else { throw .malformed(part, expected: "nothing more") }
    }
}

extension [UInt8] {
    /// Appends a number, big-endian.
    mutating func append<Number: FixedWidthInteger>(number: Number) {
        Swift.withUnsafeBytes(of: number.bigEndian) { append(contentsOf: $0) }
    }

    /// Appends a text of at most 255 bytes: its length, then UTF-8.
    mutating func append(text: String) {
        append(UInt8(text.utf8.count))
        append(contentsOf: text.utf8)
    }

    /// Bytes that nobody can foretell.
    static func drawn(_ count: Int) -> [UInt8] {
        var chance = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: 0...255, using: &chance) }
    }
}
