public import Vocabulary

/// Reads a table of an office's records in chunks: each row becomes a record, or a diagnostic says why not.
///
/// - Shape: rows in the order of the file; one bad row never loses the others.
public struct RecordReader<Record: OfficeRecord>: Sendable {
    private var table: TableReader
    private let limits: TableLimits
    private var plan: ColumnPlan<Record>?
    private let checks = RecordChecks<Record>()
    private var seen = SeenRows()
    private var hasRows = false
    private let refusesRepeats: Bool

    /// A reader at the beginning of a file, or of rows whose versions say which of two is the newer.
    public init(limits: TableLimits = TableLimits(), refusesRepeats: Bool = true) {
        self.limits = limits
        self.refusesRepeats = refusesRepeats
        table = TableReader(limits: limits)
    }

    /// Takes the next bytes of the file and gives out the records they complete, each with the line it begins on.
    ///
    /// A diagnostic about a record comes before the record.
    /// - Throws: What the closures throw.
    public mutating func feed(
        _ chunk: UnsafeBufferPointer<UInt8>,
        isLast: Bool,
        record take: (Int, Record) throws -> Void,
        diagnostic: (Diagnostic) throws -> Void
    ) rethrows {
        var plan = plan
        var seen = SeenRows()
        swap(&seen, &self.seen)
        defer { self.seen = seen }
        var hasRows = hasRows
        let checks = checks
        let limits = limits
        let refusesRepeats = refusesRepeats
        try table.feed(chunk, isLast: isLast) { event in
            switch event {
            case .diagnostic(let found): try diagnostic(found)
            case .header(let header):
                let made = ColumnPlan(
                    header,
                    columns: Record.columns,
                    keys: Record.kind.keyColumns,
                    limit: limits.columns
                )
                for found in made.diagnostics { try diagnostic(found) }
                plan = made
            case .row(let row):
                hasRows = true
                guard let plan, plan.isUsable else { return }
                guard let record = try RecordReader.read(row, plan, checks, diagnostic) else { return }
                if refusesRepeats, let earlier = seen.contradiction(of: record, at: row.line) {
                    let names = Record.kind.keyColumns.joined(separator: ", ")
                    let found = "another row than that of line \(earlier)"
                    try diagnostic(
                        DiagnosticCode.contradictedRow
                            .found(found, expected: "one row a record", at: row.line, field: names)
                    )
                } else {
                    try take(row.line, record)
                }
            }
        }
        if isLast, plan?.isUsable == true, !hasRows {
            try diagnostic(DiagnosticCode.noRows.found("a header alone", expected: "rows", at: 1))
        }
        self.plan = plan
        self.hasRows = hasRows
    }

    private static func read(
        _ row: TableRow,
        _ plan: ColumnPlan<Record>,
        _ checks: RecordChecks<Record>,
        _ diagnostic: (Diagnostic) throws -> Void
    ) rethrows -> Record? {
        var record = Record()
        for index in 0..<min(row.count, plan.targets.count) {
            let cell = row[index]
            if cell.isBlank { continue }
            switch plan.targets[index] {
            case .ignored: continue
            case .unlisted(let name): record.unlisted.append(UnlistedCell(name: name, text: cell.text))
            case .known(let column, let isKey):
                if column.read(cell, &record) { continue }
                let code = isKey ? DiagnosticCode.keyMisfit : .misfit
                let form = WrittenForm.of(cell.bytes)
                try diagnostic(
                    code.found(form, expected: column.expectation, at: row.line, field: column.name)
                )
                if isKey { return nil }
            }
        }
        if record.key.isEmpty {
            let names = Record.kind.keyColumns.joined(separator: ", ")
            try diagnostic(
                DiagnosticCode.keyMisfit.found("nothing", expected: "a value", at: row.line, field: names)
            )
            return nil
        }
        for found in checks.findings(on: record, line: row.line) {
            try diagnostic(found)
            if found.severity == .error { return nil }
        }
        return record
    }

    /// Reads a whole file that is in memory.
    public static func read(_ bytes: [UInt8]) -> (
        records: [(line: Int, record: Record)], diagnostics: [Diagnostic]
    ) {
        var reader = RecordReader()
        var records: [(line: Int, record: Record)] = []
        var diagnostics: [Diagnostic] = []
        bytes.withUnsafeBufferPointer { bytes in
            reader.feed(
                bytes,
                isLast: true,
                record: { records.append((line: $0, record: $1)) },
                diagnostic: { diagnostics.append($0) }
            )
        }
        return (records, diagnostics)
    }
}

/// Which records a file has named so far, and what it said of them: their hashes, since a registry has millions.
private struct SeenRows {
    private var rows: [Int: (record: Int, line: Int32)] = [:]

    /// The line that said something else of the same record; nil where none did.
    mutating func contradiction(of record: some OfficeRecord, at line: Int) -> Int? {
        let key = record.key.hashValue
        let hash = record.hashValue
        guard let earlier = rows[key] else {
            rows[key] = (hash, Int32(clamping: line))
            return nil
        }
        return earlier.record == hash ? nil : Int(earlier.line)
    }
}

extension RecordKind {
    /// The columns that name a row among its kind: one malformed makes the row unusable.
    var keyColumns: [String] {
        switch self {
        case .workers: ["placement_id"]
        case .agencies: ["licence_no"]
        case .joborders: ["job_order_no"]
        case .passports: ["passport_no", "nik"]
        case .crossings: ["crossing_id"]
        case .bookings: ["locator", "passport_no"]
        case .notices: ["notice_id"]
        case .outcomes: ["outcome", "subject", "passport_no", "departed_on", "found_on"]
        case .feeds: ["feed"]
        }
    }
}
