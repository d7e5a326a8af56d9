import Crypto

/// The right edge of the ledger's Merkle tree: all that is needed to append and to tell the root.
///
/// - Shape: one peak for each bit of the size that is set, the largest subtree first.
/// - Source: RFC 6962 section 2.1.
public struct MerkleFrontier: Hashable, Sendable {
    /// The number of leaves.
    public private(set) var size: UInt64 = 0
    private var peaks: [Hash256] = []

    /// The edge of an empty tree.
    public init() {}

    /// The hash of a leaf: SHA-256 over a zero byte and the entry's canonical bytes.
    public static func leaf(_ entry: UnsafeRawBufferPointer) -> Hash256 {
        var hasher = SHA256()
        withUnsafeBytes(of: UInt8(0)) { hasher.update(bufferPointer: $0) }
        hasher.update(bufferPointer: entry)
        return Hash256(hasher.finalize())
    }

    /// The hash of an inner node: SHA-256 over a one byte and both children.
    public static func node(_ left: Hash256, _ right: Hash256) -> Hash256 {
        var hasher = SHA256()
        withUnsafeBytes(of: UInt8(1)) { hasher.update(bufferPointer: $0) }
        left.withUnsafeBytes { hasher.update(bufferPointer: $0) }
        right.withUnsafeBytes { hasher.update(bufferPointer: $0) }
        return Hash256(hasher.finalize())
    }

    /// The root of a tile that became full: a hash of the level above.
    public struct FullTile: Hashable, Sendable {
        /// The level of which it is a hash, from 1.
        public let level: Int
        /// The place within that level.
        public let index: UInt64
        /// The root.
        public let root: Hash256
    }

    /// Appends a leaf, and gives the tiles that it fills, the lowest first; one node is hashed on average.
    @discardableResult
    public mutating func append(_ leaf: Hash256) -> [FullTile] {
        var peak = leaf
        var complete = size
        var height = 0
        var filled: [FullTile] = []
        while complete & 1 == 1, let left = peaks.popLast() {
            peak = MerkleFrontier.node(left, peak)
            complete >>= 1
            height += 1
            if height.isMultiple(of: 8) {
                filled.append(FullTile(level: height / 8, index: complete, root: peak))
            }
        }
        peaks.append(peak)
        size += 1
        return filled
    }

    /// The root of the tree; of an empty one, SHA-256 of nothing.
    public var root: Hash256 {
        guard var root = peaks.last else { return Hash256(SHA256.hash(data: [UInt8]())) }
        for peak in peaks.dropLast().reversed() { root = MerkleFrontier.node(peak, root) }
        return root
    }
}

extension MerkleFrontier {
    /// The form in which it is stored: the size as eight bytes, big-endian, then the peaks.
    public var stored: [UInt8] {
        var bytes = withUnsafeBytes(of: size.bigEndian) { [UInt8]($0) }
        for peak in peaks { bytes.append(contentsOf: peak.bytes) }
        return bytes
    }

    /// Reads the stored form; nil where the number of peaks doesn't fit the size.
    public init?(stored bytes: [UInt8]) {
        guard bytes.count >= 8 else { return nil }
        size = bytes[..<8].reduce(0) { $0 << 8 | UInt64($1) }
        guard bytes.count == 8 + 32 * size.nonzeroBitCount else { return nil }
        peaks = stride(from: 8, to: bytes.count, by: 32).compactMap { Hash256([UInt8](bytes[$0..<$0 + 32])) }
    }
}
