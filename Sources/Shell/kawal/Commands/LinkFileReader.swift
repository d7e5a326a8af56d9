import Foundation
import Intake
import Linking
import Operations
import Vocabulary

/// Lines of CSV (RFC 4180).
struct CSVText {
    private(set) var bytes: [UInt8] = []
    private var isLineOpen = false

    init(_ header: [String]) {
        for name in header { add(name) }
        endLine()
    }

    mutating func add(_ cell: String) {
        var cell = cell
        cell.withUTF8 { add($0) }
    }

    mutating func add(_ cell: UnsafeBufferPointer<UInt8>) {
        separate()
        let start = bytes.count
        bytes.append(contentsOf: cell)
        bytes.quoteCell(from: start)
    }

    /// Adds a number with a fixed count of decimal places.
    mutating func add(_ number: Double, places: Int) {
        separate()
        let whole = Int((abs(number) * pow(10, Double(places))).rounded())
        if number < 0, whole > 0 { bytes.append(0x2D) }
        let start = bytes.count
        var (rest, digits) = (whole, 0)
        while rest > 0 || digits <= places {
            if digits == places, places > 0 { bytes.append(0x2E) }
            bytes.append(UInt8(0x30 + rest % 10))
            rest /= 10
            digits += 1
        }
        bytes[start...].reverse()
    }

    mutating func endLine() {
        bytes.append(0x0A)
        isLineOpen = false
    }

    private mutating func separate() {
        if isLineOpen { bytes.append(0x2C) }
        isLineOpen = true
    }
}

/// Reads the columns that are compared out of a table.
struct LinkFileReader {
    let id: String
    let fields: [[String]]
    let isRight: Bool

    /// Adds each row's identifier and cells, columns of one comparison joined by a blank.
    ///
    /// - Throws: `UsageProblem` where a column is missing; `OperationFault.unreadable`.
    func read(_ path: String, into table: LinkageTable, told: (_ done: Int, _ total: Int) -> Void) throws {
        let file = try FoundFile(named: path)
        var reader = TableReader()
        var columns = Columns(id: 0, fields: [])
        var done = 0
        try file.forEachPiece { piece, isLast in
            try reader.feed(piece, isLast: isLast) { event in
                switch event {
                case .header(let header):
                    columns = Columns(
                        id: try header.place(of: id, in: path),
                        fields: try fields.map { try $0.map { try header.place(of: $0, in: path) } }
                    )
                case .row(let row): add(row, columns, to: table)
                case .diagnostic(let diagnostic): Console.say(Diagnostics.line(diagnostic, source: path))
                }
            }
            done += piece.count
            told(done, file.bytes)
        }
    }

    /// Where the cells stand in a row.
    private struct Columns {
        var id: Int
        var fields: [[Int]]
    }

    private func add(_ row: TableRow, _ columns: Columns, to table: LinkageTable) {
        var joined: [UInt8] = []
        table.add(id: cell(row, columns.id), isRight: isRight) { field, take in
            let places = columns.fields[field]
            guard places.count > 1 else {
                take(cell(row, places[0]))
                return
            }
            joined.removeAll(keepingCapacity: true)
            for place in places {
                if !joined.isEmpty { joined.append(0x20) }
                joined.append(contentsOf: cell(row, place))
            }
            joined.withUnsafeBufferPointer(take)
        }
    }

    private func cell(_ row: TableRow, _ column: Int) -> UnsafeBufferPointer<UInt8> {
        column < row.count ? row[column].bytes : UnsafeBufferPointer(start: nil, count: 0)
    }
}
