/// Where the hashes of a tree stand, a tile at a time.
public protocol TileSource {
    /// The hashes of a tile, in order.
    ///
    /// - Throws: What the store throws; a tile that is not there is an error.
    func hashes(of tile: TreeTile) throws -> [Hash256]
}

/// Derives roots and proofs of a tree from its tiles.
///
/// - Source: RFC 6962 section 2.1; the tree of a size is the first so many leaves of a longer one.
public struct MerkleTree<Source: TileSource> {
    /// The number of leaves.
    public let size: UInt64
    private let tiles: Tiles

    /// A tree of a size over its tiles.
    public init(size: UInt64, source: Source) {
        self.size = size
        tiles = Tiles(source: source, size: size)
    }

    /// The root.
    ///
    /// - Throws: What the source throws.
    public func root() throws -> Hash256 {
        size == 0 ? MerkleFrontier().root : try hash(of: 0..<size)
    }

    /// The proof that a leaf is in the tree: the hashes beside its way to the root, from the leaf upwards.
    ///
    /// - Shape: nil where the tree has no such leaf; empty for a tree of one leaf.
    /// - Throws: What the source throws.
    public func inclusionProof(of index: UInt64) throws -> [Hash256]? {
        guard index < size else { return nil }
        var proof: [Hash256] = []
        var range = 0..<size
        while range.count64 > 1 {
            let middle = range.split
            let isLeft = index < middle
            proof.append(try hash(of: isLeft ? middle..<range.upperBound : range.lowerBound..<middle))
            range = isLeft ? range.lowerBound..<middle : middle..<range.upperBound
        }
        return proof.reversed()
    }

    /// The proof that the tree of an earlier size is the beginning of this one.
    ///
    /// - Shape: nil where the earlier one is longer; empty for one of the same size or of none.
    /// - Throws: What the source throws.
    public func consistencyProof(from earlier: UInt64) throws -> [Hash256]? {
        guard earlier <= size else { return nil }
        guard earlier > 0, earlier < size else { return [] }
        var proof: [Hash256] = []
        var range = 0..<size
        var isWholeLeft = true
        while range.upperBound != earlier {
            let middle = range.split
            if earlier <= middle {
                proof.append(try hash(of: middle..<range.upperBound))
                range = range.lowerBound..<middle
            } else {
                proof.append(try hash(of: range.lowerBound..<middle))
                range = middle..<range.upperBound
                isWholeLeft = false
            }
        }
        if !isWholeLeft { proof.append(try hash(of: range)) }
        return proof.reversed()
    }

    /// The root of a range that is a node, or an unbalanced right edge.
    private func hash(of range: Range<UInt64>) throws -> Hash256 {
        let count = range.count64
        if count.nonzeroBitCount == 1, range.lowerBound.isMultiple(of: count) {
            let height = count.trailingZeroBitCount
            return try tiles.node(height: height, index: range.lowerBound >> UInt64(height))
        }
        let middle = range.split
        return MerkleFrontier.node(
            try hash(of: range.lowerBound..<middle),
            try hash(of: middle..<range.upperBound)
        )
    }

    /// The tiles asked for so far; a proof asks for the same one for each of eight levels.
    private final class Tiles {
        private let source: Source
        private let size: UInt64
        private var known: [TreeTile: [Hash256]] = [:]

        init(source: Source, size: UInt64) {
            self.source = source
            self.size = size
        }

        /// The node of a height over its leaves, the `index`-th of that height.
        func node(height: Int, index: UInt64) throws -> Hash256 {
            let (level, within) = (height / 8, UInt64(height % 8))
            let first = index << within
            let hashes = try self.hashes(level: level, tile: first / 256)
            let start = Int(first % 256)
            var row = Array(hashes[start..<start + (1 << Int(within))])
            while row.count > 1 {
                row = stride(from: 0, to: row.count, by: 2).map { MerkleFrontier.node(row[$0], row[$0 + 1]) }
            }
            return row[0]
        }

        private func hashes(level: Int, tile index: UInt64) throws -> [Hash256] {
            let width = TreeTile.width(level: level, index: index, size: size)
            guard let tile = TreeTile(level: level, index: index, width: width) else {
                throw TileFault.absent(level: level, index: index)
            }
            if let hashes = known[tile] { return hashes }
            let hashes = try source.hashes(of: tile)
            guard hashes.count == width else { throw TileFault.absent(level: level, index: index) }
            known[tile] = hashes
            return hashes
        }
    }
}

/// Why a tile can't be used.
public enum TileFault: Error, Hashable, Sendable {
    /// It is not there, or narrower than the tree makes it.
    case absent(level: Int, index: UInt64)
}

extension Range<UInt64> {
    fileprivate var count64: UInt64 { upperBound - lowerBound }

    /// Where a range of two or more divides: after the largest power of two that is smaller than its length.
    fileprivate var split: UInt64 { lowerBound + (1 << UInt64(63 - (count64 - 1).leadingZeroBitCount)) }
}
