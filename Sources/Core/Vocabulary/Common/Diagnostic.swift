/// What a reader refused or repaired: where, what it found, what it expected, and how to mend it.
///
/// - Shape: `found` describes a form ("15 digits", "30 February"), never a name, a NIK or a passport number.
public struct Diagnostic: Hashable, Sendable, Codable, Error {
    /// How much was lost.
    public enum Severity: String, Sendable, Codable, Comparable {
        /// Nothing was lost; worth knowing.
        case note
        /// Something was repaired or left out of a record that was kept.
        case warning
        /// A record, a person or a message was lost.
        case error

        /// Orders by gravity: note, warning, error.
        public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

        private var rank: Int {
            switch self {
            case .note: 0
            case .warning: 1
            case .error: 2
            }
        }
    }

    /// How much was lost.
    public let severity: Severity
    /// A stable code, listed in `docs/generated/diagnostics.md`.
    public let code: String
    /// Byte offset in a message; line (from 1) in a table.
    public let at: Int
    /// The column or field, where one is concerned.
    public let field: String?
    /// What stands there, as a form without personal data.
    public let found: String
    /// What was expected.
    public let expected: String
    /// What to do about it.
    public let remedy: String

    /// Makes a diagnostic.
    public init(
        _ severity: Severity,
        code: String,
        at: Int,
        field: String? = nil,
        found: String,
        expected: String,
        remedy: String
    ) {
        self.severity = severity
        self.code = code
        self.at = at
        self.field = field
        self.found = found
        self.expected = expected
        self.remedy = remedy
    }
}
