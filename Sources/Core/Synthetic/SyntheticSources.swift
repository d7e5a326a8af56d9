import Vocabulary

/// The reference tables that an invented nation is made from.
///
/// Names come from the frequencies of single words, shares from published placements: never from a real person.
public struct SyntheticSources: Sendable {
    /// The files of `Reference/` to be read and given to `init`.
    public static let fileNames = [
        "checkpoints.csv", "name_words.csv", "regions_villages.csv", "statistics_destinations.csv",
        "statistics_occupations.csv", "statistics_provinces.csv", "statistics_schemes.csv",
    ]

    /// Words of women's names by use.
    let womensWords: Weighted<String>
    /// Words of men's names by use.
    let mensWords: Weighted<String>
    /// Villages (ten digits) by province.
    let villages: [[UInt64]]
    /// Positions in `villages` by the placements of the province.
    let provinces: Weighted<Int>
    /// Destinations by placements.
    let destinations: Weighted<String>
    /// Schemes by placements.
    let schemes: Weighted<Scheme>
    /// Occupations by placements.
    let occupations: Weighted<String>
    /// The checkpoints, in the order of the table.
    let checkpoints: [Checkpoint]

    /// A border checkpoint (TPI).
    struct Checkpoint: Sendable {
        let id: String
        let kind: String
        /// IATA, UN/LOCODE or the id: how lists name it.
        let place: String
        /// Minutes east of UTC.
        let zone: Int
    }

    /// Reads the tables from their bytes, by file name.
    ///
    /// - Throws: `SyntheticError` where a table or one of its columns is missing or nothing in it is usable.
    public init(files: [String: [UInt8]]) throws(SyntheticError) {
        func table(_ name: String) throws(SyntheticError) -> ReferenceTable {
            guard let bytes = files[name] else { throw .missingTable(name: name) }
            return ReferenceTable(name, bytes: bytes)
        }
        func weights(_ name: String) throws(SyntheticError) -> Weighted<String> {
            var weighted = Weighted<String>()
            for row in try table(name).columns("value", "placements") {
                weighted.add(row[0], weight: Int(row[1]) ?? 0)
            }
            if weighted.values.isEmpty { throw .emptyTable(name: name) }
            return weighted
        }
        (womensWords, mensWords) = try SyntheticSources.words(try table("name_words.csv"))
        destinations = try weights("statistics_destinations.csv")
        occupations = try weights("statistics_occupations.csv")
        var schemes = Weighted<Scheme>()
        for row in try table("statistics_schemes.csv").columns("value", "placements") {
            if let scheme = Scheme(rawValue: row[0]) { schemes.add(scheme, weight: Int(row[1]) ?? 0) }
        }
        if schemes.values.isEmpty { throw .emptyTable(name: "statistics_schemes.csv") }
        self.schemes = schemes
        let placed = try table("statistics_provinces.csv").columns("value", "placements")
        (villages, provinces) = try SyntheticSources.homes(
            villages: try table("regions_villages.csv").columns("code"),
            placed: placed
        )
        checkpoints = try table("checkpoints.csv").columns("id", "kind", "iata", "unlocode", "zone").map {
            let place = !$0[2].isEmpty ? $0[2] : !$0[3].isEmpty ? $0[3] : $0[0]
            return Checkpoint(id: $0[0], kind: $0[1], place: place, zone: Int($0[4]) ?? 420)
        }
        if checkpoints.isEmpty { throw .emptyTable(name: "checkpoints.csv") }
    }

    /// Words of the table that join or address names and are none themselves.
    private static let notNames: Set<String> = [
        "alm", "bin", "binti", "dan", "dr", "dra", "drs", "haji", "hj", "ibu", "ir", "kh", "mr", "mrs", "nn",
        "ny",
        "st", "sh", "se",
    ]

    /// The words of women's and of men's names; words that both have stand in both.
    private static func words(
        _ table: ReferenceTable
    ) throws(SyntheticError) -> (women: Weighted<String>, men: Weighted<String>) {
        var women = Weighted<String>()
        var men = Weighted<String>()
        for row in try table.columns("word", "count", "sex") where !notNames.contains(row[0]) {
            let uses = max(Int(row[1]) ?? 0, 1)
            if row[2] != "M" { women.add(row[0].uppercased(), weight: uses) }
            if row[2] != "F" { men.add(row[0].uppercased(), weight: uses) }
        }
        if women.values.isEmpty || men.values.isEmpty { throw .emptyTable(name: "name_words.csv") }
        return (women, men)
    }

    /// Seven of ten homes by the placements of their province, three of ten in any village of the country.
    private static func homes(
        villages rows: [[String]],
        placed: [[String]]
    ) throws(SyntheticError) -> (villages: [[UInt64]], provinces: Weighted<Int>) {
        var villages: [[UInt64]] = []
        var names: [String] = []
        for row in rows {
            guard row[0].utf8.count == 10, let code = UInt64(row[0]) else { continue }
            let province = String(row[0].prefix(2))
            if names.last != province {
                names.append(province)
                villages.append([])
            }
            villages[villages.count - 1].append(code)
        }
        let count = villages.reduce(0) { $0 + $1.count }
        let placements = placed.reduce(0) { $0 + (Int($1[1]) ?? 0) }
        guard count > 0 else { throw .emptyTable(name: "regions_villages.csv") }
        guard placements > 0 else { throw .emptyTable(name: "statistics_provinces.csv") }
        var provinces = Weighted<Int>()
        for (position, name) in names.enumerated() {
            let own = placed.first { $0[0] == name }.flatMap { Int($0[1]) } ?? 0
            let byPlacements = own * 700_000 / placements
            provinces.add(position, weight: byPlacements + villages[position].count * 300_000 / count)
        }
        return (villages, provinces)
    }
}
