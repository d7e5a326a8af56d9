import Vocabulary

/// How one rule file becomes rows of the rulebook.
struct RuleFileReader: Sendable {
    let name: String
    let columns: [String]
    let add: @Sendable (inout RuleRow, inout Rulebook.Tables) -> Void

    /// Adds a file's rows to the tables and returns what is wrong with it.
    func read(_ bytes: [UInt8], into tables: inout Rulebook.Tables) -> [Diagnostic] {
        let table = RuleTable(bytes)
        if let line = table.openQuote { return [quote(line)] }
        var positions: [String: Int] = [:]
        for (position, column) in table.header.enumerated() { positions[column] = position }
        let dates = ["valid_from", "valid_until"]
        let absent = (columns + dates).filter { positions[$0] == nil }
        guard absent.isEmpty else { return absent.map(column) }
        var findings: [Diagnostic] = []
        for cells in table.rows {
            if cells.cells.count > table.header.count {
                findings.append(width(cells, expected: table.header.count))
                continue
            }
            var row = RuleRow(cells, columns: positions)
            add(&row, &tables)
            findings += row.diagnostics
        }
        if table.rows.isEmpty { findings.append(empty) }
        return findings
    }

    private func finding(_ line: Int, _ field: String?, _ found: String, _ expected: String, _ remedy: String)
        -> Diagnostic
    {
        DiagnosticCode.ruleTable.found(found, expected: expected, at: line, field: field, remedy: remedy)
    }

    private func quote(_ line: Int) -> Diagnostic {
        finding(
            line,
            nil,
            "a quote that never ends",
            "a closing quote",
            "close the quote, or double it inside"
        )
    }

    private func column(_ name: String) -> Diagnostic {
        finding(1, name, "no such column", "the column \(name)", "add the column to the header")
    }

    private func width(_ row: RuleTable.Row, expected: Int) -> Diagnostic {
        finding(
            row.line,
            nil,
            "\(row.cells.count) cells",
            "\(expected) cells",
            "put a text with a comma between double quotes"
        )
    }

    private var empty: Diagnostic {
        finding(1, nil, "no rows", "at least one row", "put the file back from the release that is installed")
    }
}

extension RulebookReader {
    /// The files, in the order in which they are read.
    static let readers: [RuleFileReader] = [
        checks, papers, documents, visas, closures, exemptions, supports, questions, remedies, feeds, transit,
        seasons, limits, retention, answers, linking, names, clocks, holidays, reasons,
        redress, procedures, purposes, agreement, connectors, connectorFields,
    ]

    private static let checks = RuleFileReader(
        name: "checks.csv",
        columns: [
            "code", "grade", "state", "occasion", "kind", "advice", "says_id", "traveller_id", "says_en",
            "traveller_en", "basis", "remedies",
        ]
    ) { row, tables in
        let kind = row.word("kind", else: Reason.Kind.objective)
        // A fact of context is shown to officers only.
        let traveller =
            kind == .soft ? Bilingual("", "") : Bilingual(row.text("traveller_id"), row.text("traveller_en"))
        tables.checks.append(
            CheckRule(
                code: row.text("code"),
                grade: row.word("grade", Reason.Grade.self),
                state: row.optional("state"),
                occasion: row.word("occasion", CheckRule.Occasion.self),
                kind: kind,
                advice: row.word("advice", else: Advice.clear),
                says: Bilingual(row.text("says_id"), row.text("says_en")),
                saysToTraveller: traveller,
                basis: row.text("basis"),
                remedies: row.words("remedies"),
                validity: row.validity()
            )
        )
    }

    private static let papers = RuleFileReader(
        name: "papers.csv",
        columns: ["document", "name_id", "name_en", "columns", "stage", "sensitive", "remedy"]
    ) { row, tables in
        tables.papers.append(
            Paper(
                document: row.text("document"),
                name: row.bilingual("name"),
                columns: row.words("columns"),
                stage: row.word("stage", PlacementStatus.self),
                isSensitive: row.flag("sensitive"),
                remedy: row.text("remedy"),
                validity: row.validity()
            )
        )
    }

    private static let documents = RuleFileReader(
        name: "documents.csv",
        columns: ["document", "schemes", "requirement", "falls_away_at", "advisory", "basis"]
    ) { row, tables in
        tables.documents.append(
            DocumentRule(
                document: row.text("document"),
                schemes: row.set("schemes", RuledScheme.self),
                requirement: row.word("requirement", else: DocumentRule.Requirement.advisory),
                fallsAwayAt: row.word("falls_away_at", PlacementStatus.self),
                advisory: row.optional("advisory"),
                basis: row.text("basis"),
                validity: row.validity()
            )
        )
    }

    private static let visas = RuleFileReader(
        name: "visas.csv",
        columns: ["destination", "schemes", "kinds", "name_id", "name_en", "basis"]
    ) { row, tables in
        tables.visas.append(
            VisaRule(
                destination: row.country("destination"),
                schemes: row.set("schemes", RuledScheme.self),
                kinds: row.set("kinds", VisaKind.self),
                name: row.bilingual("name"),
                basis: row.text("basis"),
                validity: row.validity()
            )
        )
    }

    private static let closures = RuleFileReader(
        name: "closures.csv",
        columns: ["destination", "position", "employer_kind", "except_schemes", "basis"]
    ) { row, tables in
        let fallback = CountryCode.indonesia
        tables.closures.append(
            ClosureRule(
                destination: row.required("destination", "a country code of ISO 3166", else: fallback) {
                    CountryCode($0).flatMap { $0.isRecognised ? $0 : nil }
                },
                position: row.optional("position"),
                employerKind: row.word("employer_kind", EmployerKind.self),
                exceptSchemes: row.set("except_schemes", RuledScheme.self),
                basis: row.text("basis"),
                validity: row.validity()
            )
        )
    }

    private static let exemptions = RuleFileReader(
        name: "exemptions.csv",
        columns: ["check", "subject", "value", "basis"]
    ) { row, tables in
        tables.exemptions.append(
            ExemptionRule(
                check: row.text("check"),
                subject: row.word("subject", else: ExemptionRule.Subject.visaKind),
                value: row.text("value"),
                basis: row.text("basis"),
                validity: row.validity()
            )
        )
    }
}
