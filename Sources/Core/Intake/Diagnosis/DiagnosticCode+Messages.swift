import Vocabulary

extension DiagnosticCode {
    static let ofMessages: [DiagnosticCode] = []
}
