/// The records of one or two tables, ready to be compared.
///
/// - Shape: filled by `add`, the left table first; `Linkage` closes it, and nothing can be added afterwards.
public final class LinkageTable: @unchecked Sendable {
    /// What is compared.
    public let spec: LinkageSpec
    /// Whether records of one table are compared with each other.
    public let isOneTable: Bool
    /// How many records stand in the left table; all where there is only one.
    public private(set) var leftCount = 0
    let values: [LinkageValues]
    /// The number of each record's value, comparison by comparison, record by record.
    private let numbers = PlainRow<UInt32>()
    private let idBytes = PlainRow<UInt8>()
    private let idEnds = PlainRow<UInt64>()
    private var isClosed = false
    private var open = Open()
    private let each: LinkagePieces

    /// Tables without records.
    public init(
        _ spec: LinkageSpec,
        isOneTable: Bool,
        each: @escaping LinkagePieces = LinkageTable.onOneProcessor
    ) {
        self.each = each
        self.spec = spec
        self.isOneTable = isOneTable
        values = spec.fields.map { LinkageValues($0.kind) }
    }

    /// How many records both tables have.
    public var count: Int { idEnds.count }

    /// Adds a record.
    ///
    /// - Shape: `cell` gives the text of each comparison away; an empty one is unknown.
    public func add(
        id: UnsafeBufferPointer<UInt8>,
        isRight: Bool,
        _ cell: (_ field: Int, _ take: (UnsafeBufferPointer<UInt8>) -> Void) -> Void
    ) {
        precondition(!isClosed, "a table that was linked takes no more records")
        let fills =
            open.ends.count >= LinkageTable.mostOpen * values.count
            || open.bytes.count >= LinkageTable.mostOpenBytes
        if fills || open.isRight != isRight { readOpen() }
        open.isRight = isRight
        idBytes.append(contentsOf: id)
        idEnds.append(UInt64(idBytes.count))
        if !isRight { leftCount += 1 }
        for field in values.indices {
            cell(field) { open.bytes.append(contentsOf: $0) }
            open.ends.append(open.bytes.count)
        }
    }

    /// Rows as they came, comparison by comparison read on several processors when there are enough.
    private struct Open {
        let bytes = PlainRow<UInt8>()
        let ends = PlainRow<Int>()
        var isRight = false

        func cell(_ place: Int) -> UnsafeBufferPointer<UInt8> {
            let start = place == 0 ? 0 : ends.base[place - 1]
            return UnsafeBufferPointer(start: bytes.base + start, count: ends.base[place] - start)
        }
    }

    private static let mostOpen = 8192
    private static let mostOpenBytes = 1 << 24

    private func readOpen() {
        let (fields, rows) = (values.count, open.ends.count / max(values.count, 1))
        guard rows > 0 else { return }
        let columns = values.map { _ in PlainRow<UInt32>(capacity: rows) }
        let open = open
        each(fields) { field in
            self.values[field].number(
                rows,
                isRight: open.isRight,
                { open.cell($0 * fields + field) },
                columns[field]
            )
        }
        for row in 0..<rows { for column in columns { numbers.append(column.base[row]) } }
        self.open.bytes.shorten(to: 0)
        self.open.ends.shorten(to: 0)
    }

    /// Adds a record of texts.
    ///
    /// - Shape: `cells` has one text for each comparison.
    public func add(id: String, _ cells: [String], isRight: Bool) {
        var id = id
        id.withUTF8 { id in
            add(id: id, isRight: isRight) { field, take in
                var cell = cells[field]
                cell.withUTF8(take)
            }
        }
    }

    /// Pieces of work one after the other.
    public static let onOneProcessor: LinkagePieces = { count, piece in
        for place in 0..<count { piece(place) }
    }

    /// A record's identifier, as it stands in its table.
    public func id(_ record: Int) -> UnsafeBufferPointer<UInt8> {
        let start = record == 0 ? 0 : Int(idEnds.base[record - 1])
        return UnsafeBufferPointer(start: idBytes.base + start, count: Int(idEnds.base[record]) - start)
    }

    /// Which values a record has.
    func row(_ record: Int) -> UnsafePointer<UInt32> {
        UnsafePointer(numbers.base + record * spec.fields.count)
    }

    /// Fetches the records of some pairs into the processor's cache.
    func fetch(_ pairs: PlainRow<UInt64>) -> UInt32 {
        var sum: UInt32 = 0
        for pair in pairs.buffer {
            sum &+= row(Int(pair >> 32)).pointee &+ row(Int(pair & 0xFFFF_FFFF)).pointee
        }
        return sum
    }

    /// The records that may be the partner of one of the left table: those of the right, or of one table all.
    var partners: Range<Int> { isOneTable ? 0..<count : leftCount..<count }

    /// Values of names, dates and identifiers that so many records share that they make no pairs by themselves.
    public struct Crowd: Sendable, Hashable {
        /// Which comparison's values they are.
        public let field: LinkageSpec.Field
        /// How many such values there are.
        public let values: Int
        /// How many records have the commonest.
        public let most: Int
    }

    /// The crowds of each comparison that has some, after linking.
    public var crowds: [Crowd] {
        zip(spec.fields, values).compactMap { field, values in
            guard LinkageParts.isTelling(field.kind) else { return nil }
            let shared = values.shared(byMoreThan: mostPartners, isOneTable: isOneTable)
            return shared.isEmpty ? nil : Crowd(field: field, values: shared.count, most: shared.max() ?? 0)
        }
    }

    /// The largest block that is compared; of small tables every pair can be.
    var mostPartners: Int { max(100, LinkageTable.pairsOfSmallTables / max(leftCount, 1)) }

    /// So many pairs cost nothing worth saving.
    static let pairsOfSmallTables = 200_000

    /// How many pairs there are.
    var pairCount: Double {
        isOneTable
            ? Double(count) * Double(count - 1) / 2 : Double(leftCount) * Double(count - leftCount)
    }

    /// Measures how rare each value is.
    func close() {
        guard !isClosed else { return }
        isClosed = true
        readOpen()
        open = Open()
        each(values.count) { self.values[$0].close(isOneTable: self.isOneTable) }
    }
}

/// How independent pieces of work are done: one after the other, or on several processors; the result is the same.
public typealias LinkagePieces = @Sendable (_ count: Int, _ piece: @escaping @Sendable (Int) -> Void) -> Void
