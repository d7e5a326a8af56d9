package import Ledger

/// An owner's table in one version: rows that say nothing but to whoever asks the owner about the right person (tabel tersegel).
///
/// - Shape: rows in order of their labels, each label once; dummies among them.
/// - Source: RFC 6962 section 2.1 for the root: the header is the first leaf, each row one more.
package struct SealedTable: Sendable, Equatable {
    /// The table and epoch.
    package let edition: TableEdition
    /// The version, rising with each change.
    package let version: UInt64
    /// The owner's key under which it was sealed.
    package let publicKey: LookUpPublicKey
    /// The root of this version: what the owner's ledger publishes, so that nobody is served a table of his own.
    package let root: Hash256
    /// The rows, one behind the other.
    let rows: [UInt8]

    /// The most rows a table can have.
    static let countLimit = 40_000_000

    /// The number of rows, dummies included.
    package var count: Int { rows.count / RowSeal.length }

    /// Puts a table together from rows in order.
    ///
    /// - Throws: `LookUpFault.malformed` where a label is out of order or occurs twice.
    init(edition: TableEdition, version: UInt64, publicKey: LookUpPublicKey, rows: [UInt8])
        throws(LookUpFault)
    {
        (self.edition, self.version, self.publicKey, self.rows) = (edition, version, publicKey, rows)
        guard rows.count.isMultiple(of: RowSeal.length), SealedTable.isAscending(rows) else {
            throw .malformed(.table, expected: "whole rows with ascending labels")
        }
        let header = SealedTable.header(edition, version, publicKey, count: rows.count / RowSeal.length)
        root = TableTree.root(header: header, rows: rows)
    }

    /// The row of a label.
    func row(_ wanted: RowLabel) -> ArraySlice<UInt8>? {
        rows.withUnsafeBytes { bytes -> Int? in
            var (low, high) = (0, count)
            while low < high {
                let middle = (low + high) / 2
                let label = RowLabel(bytes, at: middle * RowSeal.length)
                if label == wanted { return middle }
                if label < wanted { low = middle + 1 } else { high = middle }
            }
            return nil
        }.map { rows[$0 * RowSeal.length..<($0 + 1) * RowSeal.length] }
    }

    /// The payloads that are sealed under the function's value of one token, in order; empty where there are none.
    ///
    /// - Throws: `LookUpFault.tableAltered` where a row was not sealed under its label.
    func payloads(of output: [UInt8]) throws(LookUpFault) -> [LookUpPayload] {
        var payloads: [LookUpPayload] = []
        while true {
            let seal = RowSeal(output: output, edition: edition, place: UInt32(payloads.count))
            guard let row = row(seal.label) else { return payloads }
            payloads.append(try seal.payload(of: row))
        }
    }

    private static func isAscending(_ rows: [UInt8]) -> Bool {
        rows.withUnsafeBytes { bytes in
            var last: RowLabel?
            for offset in stride(from: 0, to: bytes.count, by: RowSeal.length) {
                let label = RowLabel(bytes, at: offset)
                if let last, last >= label { return false }
                last = label
            }
            return true
        }
    }
}

extension SealedTable {
    /// What stands before the rows of a file, and is the first leaf.
    static func header(
        _ edition: TableEdition,
        _ version: UInt64,
        _ publicKey: LookUpPublicKey,
        count: Int
    ) -> [UInt8] {
        var bytes = Array("KWLTAB01".utf8) + edition.bytes
        bytes.append(number: version)
        bytes.append(contentsOf: publicKey.bytes)
        bytes.append(number: UInt32(count))
        return bytes
    }

    /// The file's bytes: a header and the rows as they lie in memory.
    package var file: [UInt8] { SealedTable.header(edition, version, publicKey, count: count) + rows }

    /// Reads a file and refuses all that is not of the root that was published.
    ///
    /// - Throws: `LookUpFault.malformed`, `LookUpFault.tableAltered`.
    package init(file: [UInt8], root: Hash256) throws(LookUpFault) {
        var reader = try WireReader(file, of: .table, magic: "KWLTAB01")
        let edition = try reader.edition(.table)
        let version = try reader.number(UInt64.self)
        let publicKey = try LookUpPublicKey(bytes: Array(try reader.bytes(LookUpRequest.elementLength)))
        let count = try reader.count(UInt32.self, in: 0...SealedTable.countLimit)
        let rows = Array(try reader.bytes(count * RowSeal.length))
        try reader.end()
        try self.init(edition: edition, version: version, publicKey: publicKey, rows: rows)
        guard self.root == root else { throw .tableAltered }
    }
}
