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
        let place = Place(path)
        self.name = name
        expectation = Value.expectation
        read = { cell, record in
            guard let value = Value(cell: cell) else { return false }
            place.put(value, into: &record)
            return true
        }
        write = { record, bytes in place.value(in: record)?.write(into: &bytes) }
    }

    /// A column for a paper, whose empty cell is read together with the placement's status.
    public init<Value: CellValue>(
        _ name: String,
        _ path: any WritableKeyPath<Record, Answer<Value>> & Sendable
    ) {
        let place = Place(path)
        self.name = name
        expectation = Answer<Value>.expectation
        read = { cell, record in
            guard let value = Answer<Value>(cell: cell) else { return false }
            place.put(value, into: &record)
            return true
        }
        write = { record, bytes in place.value(in: record).write(into: &bytes) }
    }
}

/// Where a column's value stands in a record.
///
/// A key path asks the runtime for types each time it is used; a stored property's offset is a number, and a registry has
/// thirty million cells.
private struct Place<Record, Value>: Sendable {
    private let path: any WritableKeyPath<Record, Value> & Sendable
    /// Bytes from the record's beginning; nil for a computed property.
    private let offset: Int?

    init(_ path: any WritableKeyPath<Record, Value> & Sendable) {
        self.path = path
        offset = MemoryLayout<Record>.offset(of: path)
    }

    func value(in record: Record) -> Value {
        guard let offset else { return record[keyPath: path] }
        // `offset(of:)` names the place of a stored property of exactly this type.
        return withUnsafeBytes(of: record) { bytes in
            bytes.baseAddress.map { ($0 + offset).assumingMemoryBound(to: Value.self).pointee }
        } ?? record[keyPath: path]
    }

    func put(_ value: Value, into record: inout Record) {
        guard let offset else {
            record[keyPath: path] = value
            return
        }
        withUnsafeMutableBytes(of: &record) { bytes in
            guard let start = bytes.baseAddress else { return }
            (start + offset).assumingMemoryBound(to: Value.self).pointee = value
        }
    }
}
