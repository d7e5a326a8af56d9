import Crypto

/// The unfinished tiles of a growing tree, one row of hashes a level; shares nothing with `MerkleFrontier` but the hash.
///
/// - Source: RFC 6962 section 2.1, c2sp.org/tlog-tiles.
public struct TileRows {
    /// The hashes of each level that wait until their tile is full: at most 256.
    public private(set) var rows: [[[UInt8]]] = [[]]
    /// The number of leaves.
    public private(set) var size: UInt64 = 0

    /// An empty tree.
    public init() {}

    /// Adds a leaf.
    public mutating func add(_ leaf: [UInt8]) {
        rows[0].append(leaf)
        size += 1
    }

    /// Moves a full row up, as one hash of the next level, and tells it.
    @discardableResult
    public mutating func lift(_ level: Int) -> [UInt8] {
        let root = TileRows.fold(rows[level])
        rows[level] = []
        if rows.count == level + 1 { rows.append([]) }
        rows[level + 1].append(root)
        return root
    }

    /// The root of what was added so far: the peaks of every row, joined from the right.
    public var root: [UInt8] {
        var peaks: [[UInt8]] = []
        for row in rows.reversed() {
            var rest = row[...]
            while !rest.isEmpty {
                let width = 1 << (Int.bitWidth - 1 - rest.count.leadingZeroBitCount)
                peaks.append(TileRows.fold(Array(rest.prefix(width))))
                rest = rest.dropFirst(width)
            }
        }
        guard var root = peaks.popLast() else { return [UInt8](SHA256.hash(data: [UInt8]())) }
        while let peak = peaks.popLast() { root = ProofCheck.inner(peak, root) }
        return root
    }

    /// The root of a number of hashes that is a power of two.
    private static func fold(_ hashes: [[UInt8]]) -> [UInt8] {
        var row = hashes
        while row.count > 1 {
            row = stride(from: 0, to: row.count, by: 2).map { ProofCheck.inner(row[$0], row[$0 + 1]) }
        }
        return row[0]
    }
}
