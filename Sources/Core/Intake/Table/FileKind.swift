public import Vocabulary

/// What a file is, told by its first bytes and not by its name.
public enum FileKind: Hashable, Sendable {
    /// A table of records.
    case records(RecordKind)
    /// A table of travellers: `manifest.csv`.
    case manifest
    /// The hidden truth of an invented nation, to be skipped: `truth.csv`.
    case truth
    /// UN/EDIFACT messages.
    case messages
    /// Nothing that Kawal reads.
    case unknown(Diagnostic)

    /// How many first bytes are enough to tell.
    public static let prefixBytes = 65_536

    /// Tells the kind of a file from its first bytes.
    public init(prefix: UnsafeBufferPointer<UInt8>) {
        let head = UnsafeBufferPointer(rebasing: prefix.prefix(8192 + InterchangeStart.sightCount))
        if case .found = InterchangeStart.find(in: head, from: 0, isLast: true) {
            self = .messages
            return
        }
        if TableHeader.isUTF16(prefix) {
            self = .unknown(DiagnosticCode.notUTF8Table.found("UTF-16", expected: "UTF-8", at: 1))
            return
        }
        var scanner = RowScanner(limits: TableLimits())
        guard case .header(let header, _, _) = TableHeader.read(prefix, scanner: &scanner, isLast: true)
        else {
            self = .unknown(DiagnosticCode.emptyTable.found("no header", expected: "a header", at: 1))
            return
        }
        guard let kind = FileKind(header: header) else {
            let found = "a header of \(header.names.count) columns that belongs to no table"
            self = .unknown(
                DiagnosticCode.unknownTable.found(found, expected: "the header of a known table", at: 1)
            )
            return
        }
        self = kind
    }

    /// Tells the kind of a table from its header; nil where it is none that Kawal reads.
    public init?(header: TableHeader) {
        let meanings = header.names.map(HeaderSynonyms.columns(for:))
        var best: (kind: FileKind, count: Int)?
        for table in FileKind.tables {
            let known = Set(table.columns)
            let found = Set(meanings.compactMap { $0.first(where: known.contains) })
            guard table.marks.allSatisfy({ $0.contains(where: found.contains) }) else { continue }
            if found.count > best?.count ?? 0 { best = (table.kind, found.count) }
        }
        guard let best else { return nil }
        self = best.kind
    }

    /// A table that is known by its columns: each group of `marks` must have one of its columns.
    private struct Table: Sendable {
        let kind: FileKind
        let columns: [String]
        let marks: [[String]]

        init(_ kind: FileKind, _ columns: [String], _ marks: [[String]]) {
            self.kind = kind
            self.columns = columns
            self.marks = marks
        }
    }

    private static func table<Record: OfficeRecord>(_: Record.Type, _ marks: [String]...) -> Table {
        Table(.records(Record.kind), Record.columns.map(\.name), marks)
    }

    private static let tables: [Table] = [
        table(Placement.self, ["placement_id"]),
        table(Agency.self, ["licence_no"], ["kind", "status", "valid_until", "regency_code"]),
        table(JobOrder.self, ["job_order_no"], ["quota", "used", "verified_on"]),
        table(
            PassportRecord.self,
            ["passport_no", "nik"],
            ["issued_on", "applied_on", "expires_on", "stated_purpose"]
        ),
        table(Crossing.self, ["crossing_id"]),
        table(Booking.self, ["locator"]),
        table(Notice.self, ["notice_id"]),
        table(Outcome.self, ["outcome"], ["subject", "passport_no"]),
        table(Feed.self, ["feed"], ["complete_until", "state"]),
        Table(
            .manifest,
            ManifestRow.columns.map(\.name),
            [["departs_at"], ["passport_no", "name", "mrz1"]]
        ),
        Table(.truth, ["file", "person", "passport", "class", "expected"], [["class"], ["expected"]]),
    ]
}
