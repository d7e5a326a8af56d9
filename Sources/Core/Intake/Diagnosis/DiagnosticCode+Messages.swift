import Vocabulary

extension DiagnosticCode {
    static let ofMessages: [DiagnosticCode] = []
    static let ofZones: [DiagnosticCode] = []
}
