/// One entry of the ledger: what happened, when, by whom and why, without personal data.
///
/// - Shape: its canonical form is a JSON object (RFC 8785) with the members in this order: `actor`, `at`, `bodyDigest`,
///   `id`, `index`, `kind`, `purpose` and, where the entry is about somebody, `subject`.
public struct LedgerEntry: Hashable, Sendable {
    /// The place in the ledger, from 0, without gaps.
    public var index: UInt64
    /// The entry's own identity.
    public var id: EntryIdentity
    /// What happened, with the version of the body: `departure.screened/1`.
    public var kind: String
    /// When, as RFC 3339 in UTC with milliseconds: `2026-03-01T14:05:00.000Z`.
    public var at: String
    /// Who: an account's name, a machine's key name, or `system`.
    public var actor: String
    /// Why the data were touched.
    public var purpose: String
    /// Whom it is about; nil where it is about nobody.
    public var subject: Pseudonym?
    /// The salted digest of the body that stands beside the entry.
    public var bodyDigest: Hash256

    /// An entry.
    public init(
        index: UInt64,
        id: EntryIdentity,
        kind: String,
        at: String,
        actor: String,
        purpose: String,
        subject: Pseudonym?,
        bodyDigest: Hash256
    ) {
        self.index = index
        self.id = id
        self.kind = kind
        self.at = at
        self.actor = actor
        self.purpose = purpose
        self.subject = subject
        self.bodyDigest = bodyDigest
    }

    /// Appends the canonical form.
    public func write(into bytes: inout [UInt8]) {
        bytes.append(literal: "{\"actor\":")
        bytes.appendJSON(actor)
        bytes.append(literal: ",\"at\":")
        bytes.appendJSON(at)
        bytes.append(literal: ",\"bodyDigest\":\"")
        bodyDigest.withUnsafeBytes { bytes.appendHex($0) }
        bytes.append(literal: "\",\"id\":\"")
        id.write(into: &bytes)
        bytes.append(literal: "\",\"index\":")
        bytes.appendDigits(index)
        bytes.append(literal: ",\"kind\":")
        bytes.appendJSON(kind)
        bytes.append(literal: ",\"purpose\":")
        bytes.appendJSON(purpose)
        if let subject {
            bytes.append(literal: ",\"subject\":\"")
            subject.write(into: &bytes)
            bytes.append(0x22)
        }
        bytes.append(0x7D)
    }

    /// The canonical form.
    public var canonical: [UInt8] {
        var bytes: [UInt8] = []
        write(into: &bytes)
        return bytes
    }

    /// The largest index that JSON can hold exactly (RFC 8785 section 3.2.2.3).
    public static let largestIndex: UInt64 = 1 << 53 - 1
}

extension [UInt8] {
    /// Appends the bytes of a word of the format.
    mutating func append(literal word: StaticString) {
        append(contentsOf: UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    }

    /// Appends a number without leading zeros.
    mutating func appendDigits(_ value: UInt64) {
        var divisor: UInt64 = 1
        while value / divisor >= 10 { divisor *= 10 }
        while divisor > 0 {
            append(0x30 + UInt8(value / divisor % 10))
            divisor /= 10
        }
    }

    /// Appends a text as a JSON string (RFC 8785 section 3.2.2.2).
    mutating func appendJSON(_ text: String) {
        append(0x22)
        for byte in text.utf8 {
            switch byte {
            case 0x22: append(literal: "\\\"")
            case 0x5C: append(literal: "\\\\")
            case 0x08: append(literal: "\\b")
            case 0x09: append(literal: "\\t")
            case 0x0A: append(literal: "\\n")
            case 0x0C: append(literal: "\\f")
            case 0x0D: append(literal: "\\r")
            case 0x00..<0x20:
                append(literal: "\\u00")
                Swift.withUnsafeBytes(of: byte) { appendHex($0) }
            default: append(byte)
            }
        }
        append(0x22)
    }
}
