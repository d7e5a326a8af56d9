public import Vocabulary

/// The name under which a field of a step's form is sent; the server reads the same.
public struct FormName: Sendable, Hashable {
    /// The name.
    public let text: String

    /// A field.
    public init(_ field: CaseField) { text = field.rawValue }

    /// A part of a field that has several: `facts-text-2`.
    public init(_ field: CaseField, _ part: Part, _ number: Int) {
        text = "\(field.rawValue)-\(part.rawValue)-\(number)"
    }

    /// The parts of a field that has several.
    public enum Part: String, Sendable {
        /// Who says a fact.
        case source
        /// What is so.
        case text
        /// A question.
        case question
        /// What was answered.
        case answer
    }

    /// The most facts that a form takes.
    public static let mostFacts = 3
    /// The most questions that a form takes.
    public static let mostQuestions = 30
}
