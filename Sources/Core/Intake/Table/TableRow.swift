public import Vocabulary

/// One row of a table while it is being read.
///
/// - Shape: valid only inside the closure it is given to.
public struct TableRow {
    /// The line on which the row begins, from 1.
    public let line: Int
    /// Whether the row ends where the file ends, without a line end.
    public let isCutOff: Bool
    let spans: UnsafeBufferPointer<CellSpan>
    let bytes: UnsafeBufferPointer<UInt8>
    let unquoted: UnsafeBufferPointer<UInt8>

    /// The number of cells.
    public var count: Int { spans.count }

    /// A cell by its column, from 0.
    public subscript(column: Int) -> Cell {
        let span = spans[column]
        let source = span.isUnquoted ? unquoted : bytes
        return Cell(bytes: UnsafeBufferPointer(rebasing: source[span.start..<(span.start + span.count)]))
    }

    /// Whether nothing is written in any cell.
    public var isBlank: Bool { spans.allSatisfy { $0.count == 0 } }
}

/// Where a cell stands: in the bytes as they came, or in the copy from which doubled quotation marks were removed.
struct CellSpan {
    var start: Int
    var count: Int
    var isUnquoted = false
}

/// The limits of a table: beyond them a diagnostic is made and reading goes on.
public struct TableLimits: Sendable {
    /// The longest cell.
    public var cellBytes = 64 * 1024
    /// The longest row.
    public var rowBytes = 1024 * 1024
    /// The most columns.
    public var columns = 200
    /// How many quotation marks may stay open before texts over several lines are no longer expected.
    public var openQuotes = 100

    /// The limits in use.
    public init() {}
}
