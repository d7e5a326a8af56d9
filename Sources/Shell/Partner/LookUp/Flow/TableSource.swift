import Operations
import Vocabulary

/// What stands in a sealed table, and whose it is; another direction of the look-up is another row of `all`.
struct TableSource: Sendable {
    /// A record as it stands now; nil where it is not, or no longer, in the table.
    typealias Change = (key: String, entry: UInt64, row: TableBuilder.Row?)

    /// The table's name.
    let name: String
    /// Whose table it is.
    let owner: Vocabulary.Authority
    /// What was loaded from an entry on, old versions first, and the first entry that was not looked at.
    let changes: @Sendable (any SiteReads, _ from: UInt64) throws -> (changes: [Change], next: UInt64)
    /// Those of some records that still stand; others were erased.
    let standing: @Sendable (any SiteReads, _ keys: [String]) throws -> Set<String>

    /// A table of the records of a kind.
    init<Record: OfficeRecord>(
        _ name: String,
        of type: Record.Type,
        owner: Vocabulary.Authority,
        row: @escaping @Sendable (Record) -> TableBuilder.Row?
    ) {
        self.name = name
        self.owner = owner
        changes = { reads, from in
            let (records, next) = try reads.loaded(type, from: from, entries: TableSource.entriesAtOnce)
            return (
                records.map { (key: $0.record.key, entry: $0.entry, row: row($0.record)) }, next
            )
        }
        standing = { reads, keys in
            // A key is no handle among others: each is asked for by itself.
            Set(try keys.filter { try !reads.records(type, .key($0)).isEmpty })
        }
    }

    private static let entriesAtOnce = 2000

    /// Every table, whosever it is.
    static let all = [placements, voidPassports]

    /// The tables of an agency.
    static func all(of owner: Vocabulary.Authority) -> [TableSource] { all.filter { $0.owner == owner } }

    /// Placements that the border isn't told of: their workers have signed nothing yet.
    private static let placements = TableSource("placements", of: Placement.self, owner: .ministry) {
        placement in
        guard !placement.isSharedOpenly else { return nil }
        return LookUpPayload(
            category: "placement",
            reference: placement.key,
            validFrom: placement.file.contractFrom.value,
            validUntil: placement.file.contractUntil.value
        ).map { TableBuilder.Row(tokens: LookUpPerson(placement).owned, payload: $0) }
    }

    /// Passports that are no longer valid, under their number alone; a match tells why and nothing of anybody.
    private static let voidPassports = TableSource(
        "passports-void",
        of: PassportRecord.self,
        owner: .immigration
    ) { passport in
        guard let status = passport.file.status, status.isVoid else { return nil }
        return row(of: passport.file.number, LookUpPayload.void(status))
    }

    /// The passports of open placements, by which the ministry asks; nobody's table.
    static let filed = TableSource("filed", of: Placement.self, owner: .ministry) { placement in
        guard placement.file.status?.isOpen ?? true else { return nil }
        let number = placement.holder.passportNumber.value
        return row(
            of: number,
            LookUpPayload(
                category: "filed",
                reference: number?.text ?? "",
                validFrom: nil,
                validUntil: nil
            )
        )
    }

    private static func row(of number: PassportNumber?, _ payload: LookUpPayload?) -> TableBuilder.Row? {
        guard let payload, let token = number.flatMap({ LookUpToken.document($0, issuedBy: .indonesia) })
        else { return nil }
        return TableBuilder.Row(tokens: [token], payload: payload)
    }
}

extension LookUpPayload {
    /// That a passport is no longer valid, and why.
    static func void(_ status: PassportStatus) -> LookUpPayload? {
        LookUpPayload(category: "passport", reference: status.rawValue, validFrom: nil, validUntil: nil)
    }

    /// Why a passport is no longer valid; nil where it says nothing of the kind.
    var voidStatus: PassportStatus? {
        guard category == "passport", let status = PassportStatus(rawValue: reference), status.isVoid else {
            return nil
        }
        return status
    }
}

/// The rows of a table as its records stand.
struct TableContents: Sendable {
    private var rows: [String: (entry: UInt64, row: TableBuilder.Row)] = [:]
    private var next: UInt64 = 0
    /// Whether they were ever sealed as they stand.
    var isChanged = true

    /// What is to be sealed.
    var sealed: [TableBuilder.Row] { rows.values.map(\.row) }

    /// The same, what was loaded last first.
    var newestFirst: [TableBuilder.Row] { rows.values.sorted { $0.entry > $1.entry }.map(\.row) }

    /// Reads on in the ledger, a piece at a time so that others get their turn.
    ///
    /// - Throws: `SiteFault`; `CancellationError`.
    mutating func follow(_ source: TableSource, of site: any Site) async throws {
        let start = next
        while true {
            try Task.checkCancellation()
            let (changes, after) = try site.read { try source.changes($0, next) }
            for change in changes {
                guard change.row != nil || rows[change.key] != nil else { continue }
                rows[change.key] = change.row.map { (change.entry, $0) }
                isChanged = true
            }
            guard after > next else { break }
            next = after
            await Task.yield()
        }
        if next > start { try await dropErased(source, of: site) }
    }

    private mutating func dropErased(_ source: TableSource, of site: any Site) async throws {
        let keys = Array(rows.keys)
        for start in stride(from: 0, to: keys.count, by: 256) {
            let piece = Array(keys[start..<min(start + 256, keys.count)])
            let standing = try site.read { try source.standing($0, piece) }
            for key in piece where !standing.contains(key) {
                rows[key] = nil
                isChanged = true
            }
            await Task.yield()
        }
    }
}
