package import Vocabulary

/// What one office may say in one table at this site: rows of `Rules/connectors.csv`, beside the offices that are connected.
package struct OfficeShare: Sendable, Hashable {
    /// The office.
    package let office: String
    /// The table.
    package let kind: RecordKind
    /// The only columns that it brings, onto records that stand; empty where it brings whole rows.
    package let columns: Set<String>
    /// Columns of whole rows that another connected office brings: this one fills them only where nothing stands.
    package let lent: Set<String>
    /// How a row of some columns finds its record.
    package let match: ConnectorRule.Match
    /// The values that a column may have.
    package let only: [String: Set<String>]

    /// What its reach is called in the feeds: the table, or `siapkerja/workers` of some columns.
    var feed: String { bringsRows ? kind.rawValue : office + "/" + kind.rawValue }

    /// Whether it brings whole rows.
    package var bringsRows: Bool { columns.isEmpty }

    /// A share.
    package init(
        office: String,
        kind: RecordKind,
        columns: Set<String> = [],
        lent: Set<String> = [],
        match: ConnectorRule.Match = .key,
        only: [String: Set<String>] = [:]
    ) {
        self.office = office
        self.kind = kind
        self.columns = columns
        self.lent = lent
        self.match = match
        self.only = only
    }

    /// What an office may bring on a day, by table, beside all offices that are connected to the site.
    ///
    /// An office says how far its own tables reach; not of a table of which it brings some columns or some kinds of rows.
    package static func all(
        of office: String,
        beside offices: Set<String>,
        rules: Rulebook,
        on day: Day
    ) -> [RecordKind: OfficeShare] {
        var shares: [RecordKind: OfficeShare] = [:]
        for rule in rules.connectorRules(of: office, .bring, on: day) {
            guard let kind = RecordKind(rawValue: rule.table) else { continue }
            var lent: Set<String> = []
            for other in offices where rule.columns.isEmpty && other != office {
                let theirs = rules.connectorRules(of: other, .bring, on: day)
                for their in theirs where their.table == rule.table { lent.formUnion(their.columns) }
            }
            shares[kind] = OfficeShare(
                office: office,
                kind: kind,
                columns: Set(rule.columns),
                lent: lent,
                match: rule.match,
                only: rule.only
            )
        }
        let whole = shares.values.filter { $0.bringsRows && $0.only.isEmpty }.map(\.kind.rawValue)
        if !whole.isEmpty {
            shares[.feeds] = OfficeShare(office: office, kind: .feeds, only: ["feed": Set(whole)])
        }
        return shares
    }
}

/// A row of some columns whose record isn't there yet, or may be one of several.
package struct OrphanRow: Sendable, Hashable, Codable {
    /// The table.
    package var table: RecordKind
    /// The cells by our columns, with the one that finds the record and the row's version.
    package var cells: [String: String]
    /// Why it waits: `CON-ORPHAN` or `CON-MANY`.
    package var code: String
    /// When it first came.
    package var since: Moment

    /// A row that waits.
    package init(table: RecordKind, cells: [String: String], code: String, since: Moment) {
        self.table = table
        self.cells = cells
        self.code = code
        self.since = since
    }

    /// What it is known by: a later version of it takes its place.
    package var name: String { numbers.joined(separator: " ") }

    /// The numbers of the placement, the person and the passport that it names.
    package var numbers: [String] { ["placement_id", "nik", "passport_no"].compactMap { cells[$0] } }
}

/// What became of the rows that an office brought.
package struct TakenRows: Sendable {
    /// Rows that were written, or said nothing new.
    package var count = LoadCount()
    /// Rows older than what the office has said before.
    package var old = 0
    /// Rows that can't be used.
    package var refused = 0
    /// Rows of some columns without a record.
    package var orphans: [OrphanRow] = []
    /// Rows of some columns that found their record, by the name of the orphan that they were or would be.
    package var settled: Set<String> = []
    /// What was found, at most so many as a person reads.
    package var findings: [Diagnostic] = []
    /// Findings beyond those.
    package var findingsLeftOut = 0

    /// No rows yet.
    package init() {}

    /// The most findings that are kept.
    package static let mostFindings = 1000

    /// Notes a finding; an error has lost a row.
    package mutating func note(_ diagnostic: Diagnostic) {
        if diagnostic.severity == .error { refused += 1 }
        if findings.count < Self.mostFindings {
            findings.append(diagnostic)
        } else {
            findingsLeftOut += 1
        }
    }

    /// Adds what became of other rows.
    package static func += (left: inout TakenRows, right: TakenRows) {
        left.count += right.count
        left.old += right.old
        left.refused += right.refused
        left.orphans += right.orphans
        left.settled.formUnion(right.settled)
        for finding in right.findings where finding.severity != .error { left.note(finding) }
        for finding in right.findings where finding.severity == .error {
            left.note(finding)
            left.refused -= 1
        }
        left.findingsLeftOut += right.findingsLeftOut
    }
}
