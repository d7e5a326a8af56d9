import Vocabulary

extension RulebookReader {
    static let connectors = RuleFileReader(
        name: "connectors.csv",
        columns: ["office", "direction", "table", "columns", "matched_by", "only", "basis"]
    ) { row, tables in
        let direction = row.word("direction", else: ConnectorRule.Direction.bring)
        let table = row.text("table")
        let columns = row.words("columns")
        if direction == .bring { check(columns, of: table, in: &row) }
        if direction == .bring, !columns.isEmpty, table != RecordKind.workers.rawValue {
            // Only a placement is made of several offices' papers.
            let remedy = "leave the cell empty: the office brings whole rows of this table"
            row.refuse(
                "columns",
                found: "some columns of \(table)",
                expected: "some columns of workers",
                remedy: remedy
            )
        }
        tables.connectors.append(
            ConnectorRule(
                office: row.text("office"),
                direction: direction,
                table: table,
                columns: columns,
                match: row.word("matched_by", else: ConnectorRule.Match.key),
                only: values(&row),
                basis: row.text("basis"),
                validity: row.validity()
            )
        )
    }

    static let connectorFields = RuleFileReader(
        name: "connector_fields.csv",
        columns: ["office", "table", "field", "column", "basis"]
    ) { row, tables in
        let table = row.text("table")
        let column = row.text("column")
        check([column], of: table, in: &row)
        tables.connectorFields.append(
            ConnectorFieldRule(
                office: row.text("office"),
                table: table,
                field: row.text("field"),
                column: column,
                basis: row.text("basis"),
                validity: row.validity()
            )
        )
    }

    /// Notes a table or a column that `formats.md` doesn't have; a row's version belongs to every table.
    private static func check(_ columns: [String], of table: String, in row: inout RuleRow) {
        guard let kind = RecordKind(rawValue: table) else {
            let tables = RecordKind.allCases.map(\.rawValue).joined(separator: ", ")
            row.refuse("table", found: "“\(table)”", expected: "one of \(tables)", remedy: "correct the word")
            return
        }
        let known = kind.columnNames
        for column in columns where !known.contains(column) && column != OfficeVersion.column {
            row.refuse(
                columns.count == 1 ? "column" : "columns",
                found: "“\(column)”",
                expected: "columns of \(table).csv",
                remedy: "correct the word"
            )
        }
    }

    private static func values(_ row: inout RuleRow) -> [String: Set<String>] {
        var only: [String: Set<String>] = [:]
        for word in row.words("only") {
            let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
            if parts.count == 2 {
                only[parts[0], default: []].insert(parts[1])
            } else {
                let remedy = "write the column, = and the value"
                row.refuse("only", found: "“\(word)”", expected: "column=value", remedy: remedy)
            }
        }
        return only
    }
}
