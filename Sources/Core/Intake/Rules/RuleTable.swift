import Vocabulary

/// A file of `Rules/` or `Reference/` as cells: CSV with `#` comment lines and a header, RFC 4180 quoting.
struct RuleTable {
    /// One row: the line it begins on, from 1, and its cells.
    struct Row {
        var line: Int
        var cells: [String]
    }

    private(set) var header: [String] = []
    private(set) var rows: [Row] = []
    /// The line of a quote that never ends; nil where all end.
    private(set) var openQuote: Int?

    init(_ bytes: [UInt8]) {
        var reader = Reader(bytes)
        while let row = reader.row() {
            if header.isEmpty {
                header = row.cells
            } else {
                rows.append(row)
            }
        }
        openQuote = reader.openQuote
    }

    private struct Reader {
        private let bytes: [UInt8]
        private var position: Int
        private var line = 1
        private(set) var openQuote: Int?

        init(_ bytes: [UInt8]) {
            self.bytes = bytes
            position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        }

        /// The next row that is neither blank nor a comment.
        mutating func row() -> Row? {
            while position < bytes.count {
                if bytes[position] == 0x23 {
                    skipLine()
                } else {
                    let row = readRow()
                    if row.cells != [""] { return row }
                }
            }
            return nil
        }

        private mutating func skipLine() {
            while position < bytes.count, bytes[position] != 0x0A { position += 1 }
            position += 1
            line += 1
        }

        private mutating func readRow() -> Row {
            var row = Row(line: line, cells: [])
            var isRowOpen = true
            while isRowOpen { row.cells.append(readCell(&isRowOpen)) }
            return row
        }

        /// Reads one cell; the row is closed where a line end or the end of the file follows.
        private mutating func readCell(_ isRowOpen: inout Bool) -> String {
            var cell: [UInt8] = []
            var isQuoted = false
            let begun = line
            while position < bytes.count {
                let byte = bytes[position]
                position += 1
                if byte == 0x0A { line += 1 }
                if isQuoted {
                    guard byte == 0x22 else {
                        cell.append(byte)
                        continue
                    }
                    if position < bytes.count, bytes[position] == 0x22 {
                        cell.append(0x22)
                        position += 1
                    } else {
                        isQuoted = false
                    }
                } else if byte == 0x22, cell.isEmpty {
                    isQuoted = true
                } else if byte == 0x2C {
                    return text(cell)
                } else if byte == 0x0A {
                    isRowOpen = false
                    return text(cell)
                } else if byte != 0x0D {
                    cell.append(byte)
                }
            }
            if isQuoted { openQuote = openQuote ?? begun }
            isRowOpen = false
            return text(cell)
        }

        private func text(_ cell: [UInt8]) -> String {
            let blank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
            let kept = cell.drop(while: blank).reversed().drop(while: blank).reversed()
            return String(decoding: kept, as: UTF8.self)
        }
    }
}
