/// Why bytes are no canonical entry.
public enum EntryFault: Error, Hashable, Sendable {
    /// Something else was expected at an offset.
    case unexpected(offset: Int)
    /// A member's value is none of its kind.
    case value(member: String)
    /// The bytes say the same as the canonical form, in another way.
    case notCanonical
}

extension LedgerEntry {
    /// Reads the canonical form, and nothing but it.
    ///
    /// - Throws: `EntryFault` where the bytes differ from what `write(into:)` would make of the same entry.
    public init(canonical bytes: UnsafeBufferPointer<UInt8>) throws(EntryFault) {
        var reader = EntryReader(bytes)
        try reader.take("{\"actor\":")
        actor = try reader.text()
        try reader.take(",\"at\":")
        at = try reader.text()
        guard LedgerEntry.isTime(at) else { throw .value(member: "at") }
        try reader.take(",\"bodyDigest\":\"")
        guard let digest = Hash256(hex: try reader.bytes(64)) else { throw .value(member: "bodyDigest") }
        bodyDigest = digest
        try reader.take("\",\"id\":\"")
        guard let identity = EntryIdentity(try reader.bytes(36)) else { throw .value(member: "id") }
        id = identity
        try reader.take("\",\"index\":")
        index = try reader.number()
        try reader.take(",\"kind\":")
        kind = try reader.text()
        try reader.take(",\"purpose\":")
        purpose = try reader.text()
        if reader.isNext(0x2C) {
            try reader.take(",\"subject\":\"")
            guard let pseudonym = Pseudonym(hex: try reader.bytes(32)) else {
                throw .value(member: "subject")
            }
            subject = pseudonym
            try reader.take("\"")
        }
        try reader.take("}")
        try reader.end()
        // What still differs is a way of writing: an escape that isn't needed, for example.
        guard canonical.elementsEqual(bytes) else { throw .notCanonical }
    }

    /// Reads the canonical form, and nothing but it.
    ///
    /// - Throws: `EntryFault` where the bytes differ from what `write(into:)` would make of the same entry.
    public init(canonical bytes: [UInt8]) throws(EntryFault) {
        let result = bytes.withUnsafeBufferPointer { buffer in
            Result { () throws(EntryFault) in try LedgerEntry(canonical: buffer) }
        }
        self = try result.get()
    }

    private static func isTime(_ text: String) -> Bool {
        let pattern: StaticString = "0000-00-00T00:00:00.000Z"
        guard text.utf8.count == pattern.utf8CodeUnitCount else { return false }
        for (position, byte) in text.utf8.enumerated() {
            let expected = pattern.utf8Start[position]
            guard expected == 0x30 ? byte >= 0x30 && byte <= 0x39 : byte == expected else { return false }
        }
        return true
    }
}

/// Reads the parts of an entry in their one order.
private struct EntryReader {
    private let source: UnsafeBufferPointer<UInt8>
    private var position = 0

    init(_ source: UnsafeBufferPointer<UInt8>) { self.source = source }

    func isNext(_ byte: UInt8) -> Bool { position < source.count && source[position] == byte }

    func end() throws(EntryFault) {
        guard position == source.count else { throw .unexpected(offset: position) }
    }

    mutating func take(_ word: StaticString) throws(EntryFault) {
        for offset in 0..<word.utf8CodeUnitCount {
            guard isNext(word.utf8Start[offset]) else { throw .unexpected(offset: position) }
            position += 1
        }
    }

    mutating func bytes(_ count: Int) throws(EntryFault) -> UnsafeBufferPointer<UInt8> {
        guard source.count - position >= count else { throw .unexpected(offset: source.count) }
        defer { position += count }
        return UnsafeBufferPointer(rebasing: source[position..<position + count])
    }

    mutating func number() throws(EntryFault) -> UInt64 {
        let start = position
        var value: UInt64 = 0
        while position < source.count, source[position] >= 0x30, source[position] <= 0x39 {
            value = value * 10 + UInt64(source[position] - 0x30)
            position += 1
            guard value <= LedgerEntry.largestIndex else { throw .value(member: "index") }
        }
        guard position > start else { throw .unexpected(offset: position) }
        return value
    }

    mutating func text() throws(EntryFault) -> String {
        try take("\"")
        var bytes: [UInt8] = []
        while position < source.count {
            let byte = source[position]
            position += 1
            switch byte {
            case 0x22:
                guard let text = String(validating: bytes, as: UTF8.self) else {
                    throw .unexpected(offset: position)
                }
                return text
            case 0x5C: bytes.append(try escaped())
            case 0x00..<0x20: throw .unexpected(offset: position - 1)
            default: bytes.append(byte)
            }
        }
        throw .unexpected(offset: position)
    }

    private mutating func escaped() throws(EntryFault) -> UInt8 {
        let letter = try bytes(1)[0]
        switch letter {
        case 0x22, 0x5C: return letter
        case 0x62: return 0x08
        case 0x74: return 0x09
        case 0x6E: return 0x0A
        case 0x66: return 0x0C
        case 0x72: return 0x0D
        case 0x75:
            // Only control characters are written with their number.
            try take("00")
            guard let control = [UInt8](hex: try bytes(2)), control[0] < 0x20 else {
                throw .unexpected(offset: position - 2)
            }
            return control[0]
        default: throw .unexpected(offset: position - 1)
        }
    }
}
