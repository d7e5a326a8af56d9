import Vocabulary

/// One row of a rule file under its header, noting every cell that can't be used.
struct RuleRow {
    let line: Int
    private let columns: [String: Int]
    private let cells: [String]
    private(set) var diagnostics: [Diagnostic] = []

    init(_ row: RuleTable.Row, columns: [String: Int]) {
        line = row.line
        cells = row.cells
        self.columns = columns
    }

    /// Notes a cell that can't be used.
    mutating func refuse(_ column: String, found: String, expected: String, remedy: String) {
        diagnostics.append(
            DiagnosticCode.ruleCell.found(found, expected: expected, at: line, field: column, remedy: remedy)
        )
    }

    /// The text of a cell, nil where empty.
    func optional(_ column: String) -> String? {
        guard let position = columns[column], position < cells.count, !cells[position].isEmpty else {
            return nil
        }
        return cells[position]
    }

    /// The text of a cell that must be filled.
    mutating func text(_ column: String) -> String {
        if let text = optional(column) { return text }
        refuse(column, found: "an empty cell", expected: "text", remedy: "fill the cell, or delete the row")
        return ""
    }

    /// The words of a cell, blanks between them.
    func words(_ column: String) -> [String] {
        (optional(column) ?? "").split(separator: " ").map(String.init)
    }

    /// A value read from a cell that may be empty.
    mutating func value<Value>(_ column: String, _ expected: String, _ read: (String) -> Value?) -> Value? {
        guard let text = optional(column) else { return nil }
        if let value = read(text) { return value }
        refuse(
            column,
            found: "“\(text)”",
            expected: expected,
            remedy: "write \(expected), or leave the cell empty"
        )
        return nil
    }

    /// A value read from a cell that must be filled.
    mutating func required<Value>(
        _ column: String,
        _ expected: String,
        else fallback: Value,
        _ read: (String) -> Value?
    ) -> Value {
        guard optional(column) != nil else {
            refuse(column, found: "an empty cell", expected: expected, remedy: "write \(expected)")
            return fallback
        }
        return value(column, expected, read) ?? fallback
    }

    /// One of the words of an enumeration, where the cell is filled.
    mutating func word<Word: RawRepresentable & CaseIterable>(_ column: String, _: Word.Type) -> Word?
    where Word.RawValue == String {
        value(column, "one of " + Word.allCases.map(\.rawValue).joined(separator: ", ")) {
            Word(rawValue: $0)
        }
    }

    /// One of the words of an enumeration.
    mutating func word<Word: RawRepresentable & CaseIterable>(_ column: String, else fallback: Word) -> Word
    where Word.RawValue == String {
        if optional(column) != nil { return word(column, Word.self) ?? fallback }
        let expected = "one of " + Word.allCases.map(\.rawValue).joined(separator: ", ")
        refuse(column, found: "an empty cell", expected: expected, remedy: "write \(expected)")
        return fallback
    }

    /// Several words of an enumeration.
    mutating func set<Word: RawRepresentable & CaseIterable & Hashable>(_ column: String, _: Word.Type)
        -> Set<Word>
    where Word.RawValue == String {
        let expected = "some of " + Word.allCases.map(\.rawValue).joined(separator: ", ")
        var set: Set<Word> = []
        for text in words(column) {
            if let word = Word(rawValue: text) {
                set.insert(word)
            } else {
                refuse(column, found: "“\(text)”", expected: expected, remedy: "correct the word")
            }
        }
        return set
    }

    /// A country, where the cell is filled.
    mutating func country(_ column: String) -> CountryCode? {
        value(column, "a country code of ISO 3166, alpha-3") {
            CountryCode($0).flatMap { $0.isRecognised ? $0 : nil }
        }
    }

    /// Several countries.
    mutating func countries(_ column: String) -> Set<CountryCode> {
        var countries: Set<CountryCode> = []
        for text in words(column) {
            if let country = CountryCode(text), country.isRecognised {
                countries.insert(country)
            } else {
                refuse(
                    column,
                    found: "“\(text)”",
                    expected: "country codes of ISO 3166, alpha-3",
                    remedy: "correct the code"
                )
            }
        }
        return countries
    }

    /// The text of a column in both languages.
    mutating func bilingual(_ column: String) -> Bilingual {
        Bilingual(text(column + "_id"), text(column + "_en"))
    }

    /// The days on which the row acts.
    mutating func validity() -> Validity {
        let from = value("valid_from", "a date YYYY-MM-DD") { Day($0) }
        let until = value("valid_until", "a date YYYY-MM-DD") { Day($0) }
        if let from, let until, until < from {
            refuse(
                "valid_until",
                found: "an end before the beginning",
                expected: "a date from valid_from on",
                remedy: "correct one of the two dates"
            )
        }
        return Validity(from: from, until: until)
    }

    /// Yes or no.
    mutating func flag(_ column: String) -> Bool {
        required(column, "yes or no", else: false) { $0 == "yes" ? true : $0 == "no" ? false : nil }
    }

    /// A whole number: at most the days of a century, so that no reckoning with it leaves what `Day` can count.
    mutating func number(_ column: String, in range: ClosedRange<Int> = 0...36_525) -> Int {
        required(column, "a whole number from \(range.lowerBound) to \(range.upperBound)", else: 0) {
            Int($0).flatMap { range.contains($0) ? $0 : nil }
        }
    }

    /// A whole number, where the cell is filled.
    mutating func optionalNumber(_ column: String) -> Int? {
        optional(column) == nil ? nil : number(column)
    }
}
