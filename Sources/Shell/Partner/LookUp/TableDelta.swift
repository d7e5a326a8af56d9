package import Ledger

/// What leads from one version of a table to a later one (perubahan tabel).
///
/// - Shape: labels that go, then rows that come, both in order; a row that changed goes and comes.
package struct TableDelta: Sendable, Equatable {
    /// The table and epoch.
    package let edition: TableEdition
    /// The version it begins at.
    package let from: UInt64
    /// The version it ends at.
    package let to: UInt64
    /// The root after it.
    package let root: Hash256
    let removed: [RowLabel]
    let added: [UInt8]

    /// Labels that go.
    package var removedCount: Int { removed.count }
    /// Rows that come.
    package var addedCount: Int { added.count / RowSeal.length }

    /// The wire form.
    package var wire: [UInt8] {
        var bytes = Array("KWLDEL01".utf8) + edition.bytes
        bytes.append(number: from)
        bytes.append(number: to)
        bytes.append(contentsOf: root.bytes)
        bytes.append(number: UInt32(removed.count))
        bytes.append(number: UInt32(addedCount))
        for label in removed { label.append(to: &bytes) }
        return bytes + added
    }

    /// Reads the wire form.
    ///
    /// - Throws: `LookUpFault.malformed`.
    package init(wire: [UInt8]) throws(LookUpFault) {
        var reader = try WireReader(wire, of: .delta, magic: "KWLDEL01")
        edition = try reader.edition(.delta)
        from = try reader.number(UInt64.self)
        to = try reader.number(UInt64.self)
        guard from < to, let root = Hash256(Array(try reader.bytes(32))) else {
            throw .malformed(.delta, expected: "a later version")
        }
        self.root = root
        let labels = try reader.count(UInt32.self, in: 0...SealedTable.countLimit)
        let rows = try reader.count(UInt32.self, in: 0...SealedTable.countLimit)
        let bytes = try reader.bytes(labels * RowLabel.length)
        removed = stride(from: bytes.startIndex, to: bytes.endIndex, by: RowLabel.length).map {
            RowLabel(bytes[$0..<$0 + RowLabel.length])
        }
        added = Array(try reader.bytes(rows * RowSeal.length))
        try reader.end()
    }

    init(from: SealedTable, to: SealedTable, removed: [RowLabel], added: [UInt8]) {
        (edition, self.from, self.to, root) = (to.edition, from.version, to.version, to.root)
        (self.removed, self.added) = (removed, added)
    }
}

extension SealedTable {
    /// What leads from this version to a later one of the same table.
    ///
    /// - Throws: `LookUpFault.deltaUnfit` where the other is not later, or of another table or key.
    package func delta(to later: SealedTable) throws(LookUpFault) -> TableDelta {
        guard later.edition == edition, later.publicKey == publicKey, later.version > version else {
            throw .deltaUnfit(held: version, from: later.version)
        }
        var removed: [RowLabel] = []
        var added: [UInt8] = []
        SealedTable.walk(rows, later.rows) { old, new in
            if let old, let new, rows[old].elementsEqual(later.rows[new]) { return }
            if let old { removed.append(RowLabel(rows[old])) }
            if let new { added.append(contentsOf: later.rows[new]) }
        }
        return TableDelta(from: self, to: later, removed: removed, added: added)
    }

    /// Moves on to the version that a delta leads to; where it is refused the table stays as it is.
    ///
    /// The root has to be compared with the owner's ledger as that of a whole table.
    /// - Throws: `LookUpFault.deltaUnfit`, `LookUpFault.malformed`; `LookUpFault.tableAltered` where the result is not of the
    ///   delta's root.
    package mutating func apply(_ delta: TableDelta) throws(LookUpFault) {
        guard delta.edition == edition, delta.from == version, delta.to > version else {
            throw .deltaUnfit(held: version, from: delta.from)
        }
        var next: [UInt8] = []
        next.reserveCapacity(rows.count + delta.added.count)
        var gone = delta.removed[...]
        var isWhole = true
        SealedTable.walk(rows, delta.added) { old, new in
            var stays = old
            if let old, let label = gone.first, label == RowLabel(rows[old]) {
                gone = gone.dropFirst()
                stays = nil
            }
            if stays != nil, new != nil { isWhole = false }
            if let stays { next.append(contentsOf: rows[stays]) }
            if let new { next.append(contentsOf: delta.added[new]) }
        }
        guard isWhole, gone.isEmpty else {
            throw .malformed(.delta, expected: "labels that are there, rows that are not")
        }
        let table = try SealedTable(edition: edition, version: delta.to, publicKey: publicKey, rows: next)
        guard table.root == delta.root else { throw .tableAltered }
        self = table
    }

    /// Walks two runs of rows in order of their labels; rows of one label come together.
    private static func walk(
        _ left: [UInt8],
        _ right: [UInt8],
        _ body: (_ left: Range<Int>?, _ right: Range<Int>?) -> Void
    ) {
        func range(_ offset: Int, _ rows: [UInt8]) -> Range<Int>? {
            offset < rows.count ? offset..<offset + RowSeal.length : nil
        }
        var (one, other) = (0, 0)
        while one < left.count || other < right.count {
            let (old, new) = (range(one, left), range(other, right))
            let oldLabel = old.map { RowLabel(left[$0]) }
            let newLabel = new.map { RowLabel(right[$0]) }
            let takesOld = newLabel.map { new in oldLabel.map { $0 <= new } ?? false } ?? true
            let takesNew = oldLabel.map { old in newLabel.map { $0 <= old } ?? false } ?? true
            body(takesOld ? old : nil, takesNew ? new : nil)
            if takesOld { one += RowSeal.length }
            if takesNew { other += RowSeal.length }
        }
    }
}
