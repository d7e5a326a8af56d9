import Intake
import Vocabulary

/// Puts rows that an office brought onto what stands, so that nobody's word erases another office's.
struct ShareMerging<Record: OfficeRecord> {
    let share: OfficeShare
    let at: Moment
    private(set) var taken = TakenRows()
    /// Records to be written, by key, in the order in which they came: rows of one batch see each other.
    private var pending: [String: Record] = [:]
    private var order: [String] = []
    private var hasToldColumns = false
    private var line = 0

    init(share: OfficeShare, at: Moment) {
        self.share = share
        self.at = at
    }

    /// What is to be written.
    var records: [Record] { order.compactMap { pending[$0] } }

    mutating func note(_ diagnostic: Diagnostic) { taken.note(diagnostic) }

    /// Notes what became of the records that were written.
    mutating func written(_ count: LoadCount) { taken.count += count }

    /// Takes a row.
    mutating func add(_ row: Record, line: Int, _ reads: any SiteReads) throws {
        self.line = line
        for (column, values) in share.only where !values.contains(row.text(of: column)) {
            let expected = values.sorted().joined(separator: ", ")
            return note(
                DiagnosticCode.foreignValue.found(
                    "another value",
                    expected: expected,
                    at: line,
                    field: column
                )
            )
        }
        if share.bringsRows {
            try addWhole(row, reads)
        } else {
            try addColumns(of: row, reads)
        }
    }

    private mutating func addWhole(_ row: Record, _ reads: any SiteReads) throws {
        var record = row
        let version = record.takeVersion(of: share.office)
        if let version { record.unlisted = [version] }
        if let stored = try pending[row.key] ?? reads.records(Record.self, .key(row.key)).first {
            if isOld(version, beside: stored) { return }
            for column in Record.columns where share.lent.contains(column.name) {
                record.copy(column, from: stored)
            }
            record.unlisted += stored.versions(but: share.office)
        }
        put(record)
    }

    private mutating func addColumns(of row: Record, _ reads: any SiteReads) throws {
        var row = row
        let version = row.takeVersion(of: share.office)
        tellForeignColumns(of: row)
        let cells = orphan(row, version)
        let found: [Record]
        switch share.match {
        case .key: found = try (pending[row.key].map { [$0] }) ?? reads.records(Record.self, .key(row.key))
        case .nik, .passport:
            let handle = row.handles.first { share.match.fits($0) }
            guard let handle else {
                let column = share.match == .nik ? "nik" : "passport_no"
                let finding = DiagnosticCode.absentMatch
                return note(finding.found("nothing", expected: column, at: line, field: column))
            }
            found = try reads.records(Record.self, handle).map { pending[$0.key] ?? $0 }
                .filter { ($0 as? Placement)?.file.status?.isOpen ?? true }
        }
        guard found.count == 1, var record = found.first else {
            let code = found.isEmpty ? DiagnosticCode.orphanRow : .doubtfulRow
            let count = found.isEmpty ? "no record" : "\(found.count) open placements"
            note(code.found(count, expected: "one record", at: line))
            let orphan = OrphanRow(table: share.kind, cells: cells, code: code.code, since: at)
            taken.orphans.append(orphan)
            return
        }
        taken.settled.insert(OrphanRow(table: share.kind, cells: cells, code: "", since: at).name)
        if isOld(version, beside: record) { return }
        for column in Record.columns where share.columns.contains(column.name) {
            record.copy(column, from: row)
        }
        if let version { record.unlisted = record.versions(but: share.office) + [version] }
        put(record)
    }

    /// Whether the office has said something newer of a record.
    private mutating func isOld(_ version: UnlistedCell?, beside stored: Record) -> Bool {
        let name = OfficeVersion.name(of: share.office)
        guard let at = version.flatMap({ Moment($0.text) }),
            let known = stored.unlisted.first(where: { $0.name == name }).flatMap({ Moment($0.text) }),
            at < known
        else { return false }
        taken.old += 1
        return true
    }

    private mutating func put(_ record: Record) {
        let key = record.key
        if pending.updateValue(record, forKey: key) == nil { order.append(key) }
    }

    private mutating func tellForeignColumns(of row: Record) {
        guard !hasToldColumns else { return }
        let own = share.columns.union(["placement_id", "nik", "passport_no"])
        let foreign = Record.columns.filter { !own.contains($0.name) && $0.isFilled(in: row) }.map(\.name)
        guard !foreign.isEmpty else { return }
        hasToldColumns = true
        let names = foreign.joined(separator: ", ")
        let expected = share.columns.sorted().joined(separator: ", ")
        note(DiagnosticCode.foreignColumn.found(names, expected: expected, at: line, field: foreign[0]))
    }

    private func orphan(_ row: Record, _ version: UnlistedCell?) -> [String: String] {
        let match = share.match == .key ? "placement_id" : share.match == .nik ? "nik" : "passport_no"
        var cells: [String: String] = [:]
        for column in share.columns.union([match]) {
            let text = row.text(of: column)
            if !text.isEmpty { cells[column] = text }
        }
        if let version { cells[OfficeVersion.column] = version.text }
        return cells
    }
}

extension ConnectorRule.Match {
    /// Whether a handle is of the number by which records are found.
    fileprivate func fits(_ handle: Handle) -> Bool {
        switch (self, handle) {
        case (.nik, .nik), (.passport, .passport): true
        default: false
        }
    }
}

extension OfficeRecord {
    /// What a column says; empty where it is unknown.
    fileprivate func text(of column: String) -> String {
        var bytes: [UInt8] = []
        Self.columns.first { $0.name == column }?.write(self, &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Takes a column's value from another record, where it has one.
    fileprivate mutating func copy(_ column: Column<Self>, from other: Self) {
        var bytes: [UInt8] = []
        column.write(other, &bytes)
        guard !bytes.isEmpty else { return }
        bytes.withUnsafeBufferPointer { _ = column.read(Cell(bytes: $0), &self) }
    }

    /// Takes a row's version away, named after its office; what no column is for isn't taken from another office.
    fileprivate mutating func takeVersion(of office: String) -> UnlistedCell? {
        let text = unlisted.first { $0.name == OfficeVersion.column }?.text
        unlisted = []
        return text.map { UnlistedCell(name: OfficeVersion.name(of: office), text: $0) }
    }

    /// The versions that other offices gave the record.
    fileprivate func versions(but office: String) -> [UnlistedCell] {
        unlisted.filter {
            $0.name.hasSuffix("." + OfficeVersion.column) && $0.name != OfficeVersion.name(of: office)
        }
    }
}

extension Column {
    /// Whether a record says something in this column.
    fileprivate func isFilled(in record: Record) -> Bool {
        var bytes: [UInt8] = []
        write(record, &bytes)
        return !bytes.isEmpty
    }
}
