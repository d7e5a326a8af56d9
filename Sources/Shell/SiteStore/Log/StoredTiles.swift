import GRDB
import Ledger
import Operations

/// The tree's tiles as a site keeps them: leaves from the entries, the levels above in a table.
struct StoredTiles: TileSource {
    let database: Database

    func hashes(of tile: TreeTile) throws -> [Hash256] {
        let first = Int64(clamping: tile.index) * Int64(TreeTile.fullWidth)
        guard tile.level > 0 else {
            return try entries(from: first, count: tile.width) { MerkleFrontier.leaf($0) }
        }
        let rows = try Query(
            "SELECT root FROM tiles WHERE level = ? AND idx >= ? AND idx < ? ORDER BY idx",
            on: database
        )
        try rows.bind(Int64(tile.level), at: 1)
        try rows.bind(first, at: 2)
        try rows.bind(first + Int64(tile.width), at: 3)
        return try rows.all { Hash256($0.bytes(0)) }.compactMap(\.self)
    }

    /// Canonical entries in order, each as something.
    func entries<Value>(
        from first: Int64,
        count: Int,
        _ read: (UnsafeRawBufferPointer) throws -> Value
    ) throws -> [Value] {
        let rows = try Query(
            "SELECT canonical FROM entries WHERE idx >= ? AND idx < ? ORDER BY idx",
            on: database
        )
        try rows.bind(first, at: 1)
        try rows.bind(first + Int64(count), at: 2)
        return try rows.all { try read($0.bytes(0)) }
    }
}
