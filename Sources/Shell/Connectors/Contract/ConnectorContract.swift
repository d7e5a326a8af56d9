package import Operations
package import Vocabulary

/// What a connector may bring or tell on a day, and in which words: its setting beside the dated rules.
package struct ConnectorContract: Sendable {
    /// The office.
    package let office: String
    /// What it may bring, by table.
    package let shares: [RecordKind: OfficeShare]
    /// The kinds of news that it is told, with the members that it may see.
    package let news: [String: [String]]
    private let fields: [RecordKind: [String: String]]

    /// The contract of a connector among all connectors of the site.
    package init(_ setting: ConnectorSetting, among all: [ConnectorSetting], rules: Rulebook, on day: Day) {
        office = setting.office
        let offices = Set(all.filter { $0.way != .push }.map(\.office))
        let wanted = Set(setting.tables)
        let every = OfficeShare.all(of: setting.office, beside: offices, rules: rules, on: day)
        shares =
            setting.way == .push
            ? [:] : every.filter { wanted.isEmpty || wanted.contains($0.key.rawValue) || $0.key == .feeds }
        var news: [String: [String]] = [:]
        for rule in rules.connectorRules(of: setting.office, .tell, on: day)
        where setting.way == .push && (wanted.isEmpty || wanted.contains(rule.table)) {
            news[rule.table] = rule.columns
        }
        self.news = news
        var fields: [RecordKind: [String: String]] = [:]
        for kind in every.keys {
            fields[kind] = rules.connectorFields(of: setting.office, table: kind.rawValue, on: day)
        }
        self.fields = fields
    }

    /// The tables that are asked for; how far they reach is said with each.
    var pulled: [OfficeShare] {
        shares.values.filter { $0.kind != .feeds }.sorted { $0.kind.rawValue < $1.kind.rawValue }
    }

    /// Rows in an office's own words as a table in ours.
    ///
    /// - Shape: a header and a line for each row; what no column is for is left to the reader, which leaves it out.
    package func table(_ rows: [PlainJSON], of share: OfficeShare) -> [UInt8] {
        let adapt = OfficeAdapters.all[office] ?? { [$0] }
        let words = fields[share.kind] ?? [:]
        var cells: [[String: String]] = []
        for row in rows.flatMap(adapt) {
            var cell: [String: String] = [:]
            // A path that no row of data names is no column of ours.
            for (field, text) in row.cells where words[field] != nil || !field.contains(".") {
                cell[words[field] ?? field] = text
            }
            // What is found by a person's number has no number of its own.
            if share.match != .key { cell["placement_id"] = "#\(cells.count + 1)" }
            cells.append(cell)
        }
        return CellTable.bytes(cells)
    }
}
