import Vocabulary

/// One thing that pages say, in both languages side by side: a missing translation can't be compiled.
///
/// - Shape: `{}` stands for a value that is filled in; both languages have as many.
struct Word: Sendable, Hashable {
    let indonesian: String
    let english: String

    init(_ indonesian: String, _ english: String) {
        self.indonesian = indonesian
        self.english = english
    }

    /// The word in a language.
    subscript(language: Language) -> String {
        switch language {
        case .indonesian: indonesian
        case .english: english
        }
    }
}

/// A group of words in one language: `words.board.title` is a text.
@dynamicMemberLookup
struct Spoken<Group: Sendable>: Sendable {
    let group: Group
    let language: Language

    /// A word as text.
    subscript(dynamicMember path: KeyPath<Group, Word>) -> String { group[keyPath: path][language] }

    /// A group within.
    subscript<Inner: Sendable>(dynamicMember path: KeyPath<Group, Inner>) -> Spoken<Inner> {
        Spoken<Inner>(group: group[keyPath: path], language: language)
    }

    /// A word of a table by its code; the code itself where the table doesn't have it.
    subscript(table: KeyPath<Group, [String: Word]>, code: String) -> String {
        group[keyPath: table][code]?[language] ?? code
    }
}

extension String {
    /// Fills the places marked `{}`, in order.
    func filled(_ values: String...) -> String {
        var filled = ""
        var rest = Substring(self)
        for value in values {
            guard let place = rest.firstRange(of: "{}") else { break }
            filled += rest[..<place.lowerBound]
            filled += value
            rest = rest[place.upperBound...]
        }
        return filled + rest
    }
}
