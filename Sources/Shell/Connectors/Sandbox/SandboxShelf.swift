import Foundation
import Intake
import Operations
package import Vocabulary

/// The rows that a stand-in of an office offers: an invented nation's, in the office's own words and with earlier versions of some.
package struct SandboxShelf: Sendable {
    /// A table as it is offered.
    struct Table: Sendable {
        var rows: [PlainJSON]
        var completeUntil: Day
    }

    private(set) var tables: [String: Table] = [:]
    /// Rows that no record is there for: agreements of placements that no registry has.
    package static let orphans = 3

    /// The rows that an office may bring, out of a nation's tables in CSV, `feeds.csv` among them.
    package init(
        office: String,
        nation: [RecordKind: [UInt8]],
        rules: Rulebook,
        day: Day,
        isShuffled: Bool,
        seed: UInt64
    ) {
        let reach = Self.reach(nation[.feeds] ?? [])
        let shares = OfficeShare.all(of: office, beside: [], rules: rules, on: day)
        for share in shares.values where share.kind != .feeds {
            var words: [String: String] = [:]
            let fields = rules.connectorFields(of: office, table: share.kind.rawValue, on: day)
            for (field, column) in fields { words[column] = field }
            let cells = Self.cells(nation[share.kind] ?? [], as: share, office: office)
            var rows = Self.versions(of: cells, share, day: day)
                .map { Self.words($0, words) }.map { Self.shape($0, office: office) }
            if isShuffled {
                rows = rows.enumerated().sorted {
                    Mischief.mix(seed, UInt64($0.offset)) < Mischief.mix(seed, UInt64($1.offset))
                }
                .map(\.element)
            }
            let until = reach[share.kind.rawValue] ?? day
            tables[share.kind.rawValue] = Table(rows: rows, completeUntil: until)
        }
    }

    /// The cells of a nation's table that an office has, by our columns.
    private static func cells(_ bytes: [UInt8], as share: OfficeShare, office: String) -> [[String: String]] {
        let match = share.match == .key ? "placement_id" : share.match == .nik ? "nik" : "passport_no"
        var all: [[String: String]] = []
        for var cells in rows(bytes) {
            let isAllowed = share.only.allSatisfy { $0.value.contains(cells[$0.key] ?? "") }
            guard isAllowed else { continue }
            if share.bringsRows {
                // Agreements are in SIAPkerja alone since 2023.
                if office == "siskop2mi" { for name in agreement { cells[name] = nil } }
            } else {
                let own = cells.filter { share.columns.contains($0.key) }
                guard let number = cells[match],
                    own.keys.contains(where: { $0 != "agency_licence" && $0 != "job_order_no" })
                else { continue }
                cells = own
                cells[match] = number
            }
            all.append(cells)
        }
        if !share.bringsRows, let model = all.first {
            for number in 1...orphans {
                var orphan = model
                orphan[match] = match == "nik" ? nil : "TAK-ADA-\(number)"
                if orphan[match] != nil { all.append(orphan) }
            }
        }
        return all
    }

    private static let agreement = ["placement_agreement_no", "agreed_on"]

    /// Every fifth row was once another, an hour before.
    private static func versions(
        of rows: [[String: String]],
        _ share: OfficeShare,
        day: Day
    ) -> [[String: String]] {
        let midnight = Moment(day: day, hour: 0, minute: 0)
        var all: [[String: String]] = []
        for (place, row) in rows.enumerated() {
            let changedAt = midnight.adding(seconds: -86_400 + place % 80_000)
            if place % 5 == 0, let column = earlier(share).first(where: { row[$0] != nil }) {
                var before = row
                before[column] = column == "agreed_on" ? "2020-01-01" : "LAMA"
                before[OfficeVersion.column] = changedAt.adding(seconds: -3600).description
                all.append(before)
            }
            var now = row
            now[OfficeVersion.column] = changedAt.description
            all.append(now)
        }
        return all
    }

    /// Columns whose earlier value nobody misses.
    private static func earlier(_ share: OfficeShare) -> [String] {
        share.bringsRows
            ? ["position", "employer", "office", "carrier", "basis"]
            : ["agreed_on", "insurance_no", "employer", "competence_no"]
    }

    /// A row in the office's own words, what stands behind dots put into objects.
    private static func words(_ row: [String: String], _ words: [String: String]) -> PlainJSON {
        var object = PlainJSON.object([:])
        for (column, text) in row {
            object.put(text, at: (words[column] ?? column).split(separator: ".").map(String.init)[...])
        }
        return object
    }

    /// What an office's adapter undoes.
    private static func shape(_ row: PlainJSON, office: String) -> PlainJSON {
        guard office == "siapkerja", let agreement = row["perjanjian"] else { return row }
        return .object([
            "penempatan": row["penempatan"] ?? .null,
            "perjanjian_penempatan": .list([agreement]),
        ])
    }

    private static func rows(_ bytes: [UInt8]) -> [[String: String]] {
        CellTable.rows(bytes).map { $0.filter { !$0.value.allSatisfy(\.isWhitespace) } }
    }

    private static func reach(_ feeds: [UInt8]) -> [String: Day] {
        var reach: [String: Day] = [:]
        for row in rows(feeds) {
            if let feed = row["feed"], let until = row["complete_until"].flatMap({ Day($0) }) {
                reach[feed] = until
            }
        }
        return reach
    }
}

extension PlainJSON {
    /// Puts a text at a path of objects.
    fileprivate mutating func put(_ text: String, at path: ArraySlice<String>) {
        guard let name = path.first else {
            self = .text(text)
            return
        }
        var members: [String: PlainJSON] = [:]
        if case .object(let known) = self { members = known }
        var member = members[name] ?? .object([:])
        member.put(text, at: path.dropFirst())
        members[name] = member
        self = .object(members)
    }
}
