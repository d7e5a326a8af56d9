public import Vocabulary

/// A kind of finding with its stable code, what it means and what to do about it (kode temuan).
///
/// The list in the operators' documents is generated from `DiagnosticCode.all`.
public struct DiagnosticCode: Hashable, Sendable {
    /// The stable code: `CSV-QUOTE`.
    public let code: String
    /// How much it costs.
    public let severity: Diagnostic.Severity
    /// What it means, in one sentence.
    public let meaning: String
    /// What to do about it, in one sentence.
    public let remedy: String

    init(_ code: String, _ severity: Diagnostic.Severity, _ meaning: String, remedy: String) {
        self.code = code
        self.severity = severity
        self.meaning = meaning
        self.remedy = remedy
    }

    /// Every finding about a file, in order of the codes.
    public static let all: [DiagnosticCode] =
        (ofTables + ofPersons + ofMessages + ofZones + ofFiles + ofConnectors)
        .sorted { $0.code < $1.code }

    /// A finding of this kind at a place, with its own remedy where there is a better one.
    public func found(
        _ found: String,
        expected: String,
        at place: Int,
        field: String? = nil,
        remedy: String? = nil
    ) -> Diagnostic {
        Diagnostic(
            severity,
            code: code,
            at: place,
            field: field,
            found: found,
            expected: expected,
            remedy: remedy ?? self.remedy
        )
    }
}
