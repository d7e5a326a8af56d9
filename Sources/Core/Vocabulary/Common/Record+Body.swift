/// The body of a record as the ledger keeps it: one JSON object of strings, in the canonical form of RFC 8785.
///
/// - Shape: `{"born_on":"1995-03-17",…}`, keys sorted, unknown columns left out, unlisted ones kept.
public struct RecordCodec<Record: OfficeRecord>: Sendable {
    // Open to other modules' optimisers: a million rows pass here, and each module knows its kind of record.
    @usableFromInline let sorted: [Column<Record>]
    /// What stands before each column's value: `"born_on":"`.
    @usableFromInline let openings: [[UInt8]]
    private let names: [[UInt8]]
    private let readers: [@Sendable (Cell, inout Record) -> Bool]

    /// Prepares the columns of a kind of record once.
    public init() {
        sorted = Record.columns.sorted { $0.name.isBefore($1.name) }
        names = sorted.map { Array($0.name.utf8) }
        readers = sorted.map(\.read)
        openings = sorted.map { column in
            var opening: [UInt8] = []
            opening.appendJSONString(column.name.utf8)
            return opening + [0x3A, 0x22]
        }
    }

    /// Appends the canonical body of a record.
    @inlinable
    public func write(_ record: Record, into body: inout [UInt8]) {
        body.append(0x7B)
        let start = body.count
        var unlisted = record.unlisted.sorted { $0.name.isBefore($1.name) }[...]
        for index in sorted.indices {
            let column = sorted[index]
            while let next = unlisted.first, next.name.isBefore(column.name) {
                RecordCodec.write(next, into: &body, isFirst: body.count == start)
                unlisted.removeFirst()
            }
            let end = body.count
            if end > start { body.append(0x2C) }
            body.append(contentsOf: openings[index])
            let value = body.count
            column.write(record, &body)
            if body.count == value {
                body.removeLast(body.count - end)
                continue
            }
            if body.needsEscape(from: value) {
                let text = Array(body[value...])
                body.removeLast(body.count - value + 1)
                body.appendJSONString(text)
            } else {
                body.append(0x22)
            }
        }
        for rest in unlisted { RecordCodec.write(rest, into: &body, isFirst: body.count == start) }
        body.append(0x7D)
    }

    @usableFromInline
    static func write(_ cell: UnlistedCell, into body: inout [UInt8], isFirst: Bool) {
        if !isFirst { body.append(0x2C) }
        body.appendJSONString(cell.name.utf8)
        body.append(0x3A)
        body.appendJSONString(cell.text.utf8)
    }

    /// Reads a body that `write` made; nil where it is no such object or a value does not fit its column.
    public func read(_ body: UnsafeBufferPointer<UInt8>) -> Record? {
        var record = Record()
        var reader = FlatObjectReader(body)
        var position = 0
        guard reader.open() else { return nil }
        while let (name, value) = reader.member() {
            while position < names.count, names[position].lexicographicallyPrecedes(name.bytes) {
                position += 1
            }
            let wasRead: Bool?
            if position < names.count, names[position].elementsEqual(name.bytes) {
                let read = readers[position]
                wasRead = value.withText { read(Cell(bytes: $0), &record) }
            } else {
                let name = name.withText { Cell(bytes: $0).text }
                let text = value.withText { Cell(bytes: $0).text }
                wasRead = name != nil && text != nil
                record.unlisted.append(UnlistedCell(name: name ?? "", text: text ?? ""))
            }
            guard wasRead == true else { return nil }
        }
        return reader.isComplete ? record : nil
    }
}

extension String {
    /// Whether the bytes of a key stand before another's: `<` takes the Kelvin sign for a K, the readers of bodies don't.
    @usableFromInline
    func isBefore(_ other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }
}

extension [UInt8] {
    /// Whether a byte from a position on can't stand in a JSON string as it is.
    @usableFromInline
    func needsEscape(from start: Int) -> Bool {
        for place in start..<count where self[place] < 0x20 || self[place] == 0x22 || self[place] == 0x5C {
            return true
        }
        return false
    }

    /// Appends UTF-8 text as a JSON string (RFC 8785 section 3.2.2.2).
    public mutating func appendJSONString(_ text: some Sequence<UInt8>) {
        append(0x22)
        for byte in text {
            switch byte {
            case 0x22: append(contentsOf: [0x5C, 0x22])
            case 0x5C: append(contentsOf: [0x5C, 0x5C])
            case 0x08: append(contentsOf: [0x5C, 0x62])
            case 0x09: append(contentsOf: [0x5C, 0x74])
            case 0x0A: append(contentsOf: [0x5C, 0x6E])
            case 0x0C: append(contentsOf: [0x5C, 0x66])
            case 0x0D: append(contentsOf: [0x5C, 0x72])
            case 0x00..<0x20:
                let digits: StaticString = "0123456789abcdef"
                append(contentsOf: [0x5C, 0x75, 0x30, 0x30])
                append(digits.utf8Start[Int(byte >> 4)])
                append(digits.utf8Start[Int(byte & 15)])
            default: append(byte)
            }
        }
        append(0x22)
    }
}
