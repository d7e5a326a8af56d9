import Intake
import Vocabulary

/// Rows of named cells as CSV.
enum CellTable {
    /// The rows of a table of any office, whose names stand in its first line; what is wrong with one is left to whoever takes it in.
    static func rows(_ bytes: [UInt8]) -> [[String: String]] {
        var reader = TableReader()
        var names: [String] = []
        var rows: [[String: String]] = []
        bytes.withUnsafeBufferPointer { bytes in
            reader.feed(bytes, isLast: true) { event in
                switch event {
                case .header(let header): names = header.names
                case .row(let row):
                    var cells: [String: String] = [:]
                    for place in 0..<min(row.count, names.count) { cells[names[place]] = row[place].text }
                    rows.append(cells)
                case .diagnostic: return
                }
            }
        }
        return rows
    }

    /// The rows as a table, its columns in order of their names.
    static func bytes(_ rows: [[String: String]]) -> [UInt8] {
        let header = Set(rows.flatMap(\.keys)).sorted()
        var bytes: [UInt8] = []
        func line(_ cells: [String]) {
            for (position, cell) in cells.enumerated() {
                if position > 0 { bytes.append(0x2C) }
                let start = bytes.count
                bytes.append(contentsOf: cell.utf8)
                bytes.quoteCell(from: start)
            }
            bytes.append(0x0A)
        }
        line(header)
        for row in rows { line(header.map { row[$0] ?? "" }) }
        return bytes
    }
}
