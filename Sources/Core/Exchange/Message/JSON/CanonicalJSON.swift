/// A JSON value whose bytes are the same wherever it is written.
///
/// Two texts that differ only in their Unicode normal form are equal here, as everywhere in Swift; where that counts, compare ``bytes``.
///
/// - Source: RFC 8785 (JSON Canonicalization Scheme), RFC 7493 (I-JSON).
public enum CanonicalJSON: Hashable, Sendable {
    /// Nothing.
    case null
    /// True or false.
    case bool(Bool)
    /// A finite number.
    case number(Double)
    /// A text.
    case string(String)
    /// Values in order.
    case array([CanonicalJSON])
    /// Values by name.
    case object([String: CanonicalJSON])

    /// How deep arrays and objects may stand in each other.
    public static let depthLimit = 16

    /// Reads one value; strict, so that two readers can't understand the same bytes differently.
    ///
    /// - Shape: UTF-8 without a byte order mark; no member twice; no lone surrogate, no code point that is no character; at most
    ///   ``depthLimit`` deep; numbers finite; nothing behind the value.
    /// - Throws: ``JSONFault`` at the first thing that is not so.
    public init(_ bytes: some Collection<UInt8>, limit: Int = 256 << 10) throws(JSONFault) {
        guard bytes.count <= limit else { throw .tooLarge }
        var reader = JSONReader(Array(bytes))
        self = try reader.document()
    }

    /// A whole number; exact up to 2^53.
    public static func integer(_ value: Int64) -> CanonicalJSON { .number(Double(value)) }

    /// The member of an object; nil where there is none and of anything else.
    public subscript(_ member: String) -> CanonicalJSON? {
        guard case .object(let members) = self else { return nil }
        return members[member]
    }

    /// The text; nil of anything else.
    public var text: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    /// The number where it is whole and exact, at most 2^53 - 1 either way; nil of anything else.
    public var integer: Int64? {
        guard case .number(let number) = self, number.magnitude < 0x1p53,
            number.rounded(.towardZero) == number
        else { return nil }
        return Int64(number)
    }

    /// The claim; nil of anything else.
    public var claim: Bool? {
        guard case .bool(let claim) = self else { return nil }
        return claim
    }

    /// The members of an object; nil of anything else.
    public var members: [String: CanonicalJSON]? {
        guard case .object(let members) = self else { return nil }
        return members
    }

    /// The elements of an array; nil of anything else.
    public var elements: [CanonicalJSON]? {
        guard case .array(let elements) = self else { return nil }
        return elements
    }

    /// The value in its one form.
    public var bytes: [UInt8] {
        var bytes: [UInt8] = []
        write(into: &bytes)
        return bytes
    }
}
