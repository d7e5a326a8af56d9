/// A reference table as `Reference/` holds it: CSV with a header, cells quoted where they need it.
struct ReferenceTable {
    private let name: String
    private let header: [String]
    private let rows: [[String]]

    /// Reads a table.
    init(_ name: String, bytes: [UInt8]) {
        self.name = name
        var lines = ReferenceTable.records(bytes)[...]
        header = lines.popFirst() ?? []
        rows = Array(lines)
    }

    /// The cells of some columns, row by row; a short row gives empty cells.
    func columns(_ names: String...) throws(SyntheticError) -> [[String]] {
        var positions: [Int] = []
        for column in names {
            guard let position = header.firstIndex(of: column) else {
                throw .missingColumn(table: name, column: column)
            }
            positions.append(position)
        }
        return rows.map { row in positions.map { $0 < row.count ? row[$0] : "" } }
    }

    private static func records(_ bytes: [UInt8]) -> [[String]] {
        var records: [[String]] = []
        var row: [String] = []
        var cell: [UInt8] = []
        var isQuoted = false
        for byte in bytes {
            switch byte {
            case 0x22: isQuoted.toggle()
            case 0x2C where !isQuoted:
                row.append(String(decoding: cell, as: UTF8.self))
                cell.removeAll(keepingCapacity: true)
            case 0x0A where !isQuoted:
                row.append(String(decoding: cell, as: UTF8.self))
                cell.removeAll(keepingCapacity: true)
                records.append(row)
                row = []
            case 0x0D where !isQuoted: break
            default: cell.append(byte)
            }
        }
        if !cell.isEmpty || !row.isEmpty {
            row.append(String(decoding: cell, as: UTF8.self))
            records.append(row)
        }
        return records
    }
}
