import Vocabulary

/// How the columns of a table become the parts of a record.
struct ColumnPlan<Record: Sendable>: Sendable {
    enum Target: Sendable {
        case known(Column<Record>, isKey: Bool)
        case unlisted(name: String)
        case ignored
    }

    let targets: [Target]
    let diagnostics: [Diagnostic]
    /// Whether every column that must be there is there.
    let isUsable: Bool

    init(_ header: TableHeader, columns: [Column<Record>], keys: [String], limit: Int) {
        var targets: [Target] = []
        var diagnostics: [Diagnostic] = []
        var taken: Set<String> = []
        let known = Dictionary(columns.map { ($0.name, $0) }) { first, _ in first }
        for name in header.names.prefix(limit) {
            let meanings = HeaderSynonyms.columns(for: name).filter { known[$0] != nil }
            if let meaning = meanings.first(where: { !taken.contains($0) }), let column = known[meaning] {
                taken.insert(meaning)
                targets.append(.known(column, isKey: keys.contains(meaning)))
            } else if meanings.isEmpty, taken.insert(name).inserted {
                targets.append(.unlisted(name: name))
            } else {
                targets.append(.ignored)
                diagnostics.append(
                    DiagnosticCode.repeatedHeader.found(
                        "a second column \(meanings.first ?? "of the same name")",
                        expected: "each column once",
                        at: 1,
                        field: meanings.first
                    )
                )
            }
        }
        isUsable = keys.isEmpty || keys.contains(where: taken.contains)
        if !isUsable {
            let names = keys.joined(separator: " or ")
            diagnostics.append(
                DiagnosticCode.absentKeyColumn.found("no column \(names)", expected: names, at: 1)
            )
        }
        self.targets = targets
        self.diagnostics = diagnostics
    }
}
