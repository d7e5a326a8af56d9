/// One column of an office's table: how its cell becomes a part of a record, and back.
///
/// The same list of columns reads an office's CSV, writes and reads the ledger's bodies, and writes invented files.
public struct Column<Record>: Sendable {
    /// The header, as `formats.md` names it.
    public let name: String
    /// What a diagnostic says was expected.
    public let expectation: String
    /// Puts a cell that is not blank into a record; false where the cell holds no such value.
    public let read: @Sendable (Cell, inout Record) -> Bool
    /// Appends the record's value as unquoted UTF-8 text; appends nothing where it is unknown.
    public let write: @Sendable (Record, inout [UInt8]) -> Void

    /// A column whose empty cell means unknown.
    public init<Value: CellValue>(_ name: String, _ path: any WritableKeyPath<Record, Value?> & Sendable) {
        self.name = name
        expectation = Value.expectation
        read = { cell, record in
            guard let value = Value(cell: cell) else { return false }
            record[keyPath: path] = value
            return true
        }
        write = { record, bytes in record[keyPath: path]?.write(into: &bytes) }
    }

    /// A column for a paper, whose empty cell is read together with the placement's status.
    public init<Value: CellValue>(
        _ name: String,
        _ path: any WritableKeyPath<Record, Answer<Value>> & Sendable
    ) {
        self.name = name
        expectation = Answer<Value>.expectation
        read = { cell, record in
            guard let value = Answer<Value>(cell: cell) else { return false }
            record[keyPath: path] = value
            return true
        }
        write = { record, bytes in record[keyPath: path].write(into: &bytes) }
    }
}
