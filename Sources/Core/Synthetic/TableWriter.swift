import Vocabulary

/// Writes records as an office's table, by the columns that its reader reads.
struct TableWriter<Record> {
    private let columns: [Column<Record>]

    init(_ columns: [Column<Record>]) { self.columns = columns }

    /// Appends the header line.
    func header(into bytes: inout [UInt8]) {
        for (position, column) in columns.enumerated() {
            if position > 0 { bytes.append(0x2C) }
            bytes.append(contentsOf: column.name.utf8)
        }
        bytes.append(0x0A)
    }

    /// Appends one record; a column named in `instead` is written as that text.
    func append(_ record: Record, instead: [(column: String, text: String)] = [], into bytes: inout [UInt8]) {
        for (position, column) in columns.enumerated() {
            if position > 0 { bytes.append(0x2C) }
            let start = bytes.count
            if let other = instead.first(where: { $0.column == column.name }) {
                bytes.append(contentsOf: other.text.utf8)
            } else {
                column.write(record, &bytes)
            }
            bytes.quoteCell(from: start)
        }
        bytes.append(0x0A)
    }
}

extension [UInt8] {
    /// Appends a line of cells that need no quotes.
    mutating func appendLine(_ cells: String...) {
        for (position, cell) in cells.enumerated() {
            if position > 0 { append(0x2C) }
            append(contentsOf: cell.utf8)
        }
        append(0x0A)
    }
}
