public import Vocabulary

/// Reads the reference tables of places.
public enum PlacesReader {
    /// Reads `airports.csv` (`iata`, `country`) and `checkpoints.csv` (`id`, `kind`, `iata`, `unlocode`, `regency_code`).
    ///
    /// - Throws: A `Diagnostic` where a table lacks a column.
    public static func read(airports: [UInt8], checkpoints: [UInt8]) throws(Diagnostic) -> Places {
        var countries: [String: CountryCode] = [:]
        for row in try rows(of: airports, named: "airports.csv", ["iata", "country"]) {
            countries[row[0]] = CountryCode(row[1])
        }
        var posts: [String: Places.Checkpoint] = [:]
        let columns = ["id", "kind", "iata", "unlocode", "regency_code"]
        for row in try rows(of: checkpoints, named: "checkpoints.csv", columns) {
            let mode: Trip.Mode = row[1] == "air" ? .air : row[1] == "sea" ? .sea : .land
            let post = Places.Checkpoint(mode: mode, regencyCode: row[4].isEmpty ? nil : row[4])
            for name in [row[0], row[2], row[3]] where !name.isEmpty && posts[name] == nil {
                posts[name] = post
            }
        }
        return Places(airports: countries, checkpoints: posts)
    }

    /// The wanted columns of every row, in the order wanted.
    private static func rows(
        of bytes: [UInt8],
        named file: String,
        _ wanted: [String]
    ) throws(Diagnostic) -> [[String]] {
        var reader = TableReader()
        var positions: [Int] = []
        var rows: [[String]] = []
        bytes.withUnsafeBufferPointer { bytes in
            reader.feed(bytes, isLast: true) { event in
                switch event {
                case .header(let header): positions = wanted.compactMap { header.names.firstIndex(of: $0) }
                case .row(let row):
                    rows.append(positions.map { $0 < row.count ? row[$0].text : "" })
                case .diagnostic: break
                }
            }
        }
        guard positions.count == wanted.count else {
            throw DiagnosticCode.referenceColumn.found(
                "a header without one of its columns",
                expected: wanted.joined(separator: ", "),
                at: 1,
                field: file
            )
        }
        return rows
    }
}
