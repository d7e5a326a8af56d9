import Foundation
import Ledger

/// A tree held in memory, its tiles made straight from their definition.
struct TestTree: TileSource {
    let leaves: [Hash256]

    init(entries: [[UInt8]]) {
        leaves = entries.map { $0.withUnsafeBytes { MerkleFrontier.leaf($0) } }
    }

    func hashes(of tile: TreeTile) throws -> [Hash256] {
        let span = 1 << (8 * tile.level)
        let first = Int(tile.index) * 256
        return (first..<first + tile.width).map { root(of: $0 * span..<($0 + 1) * span) }
    }

    func root(of range: Range<Int>) -> Hash256 {
        var source = leaves[range].makeIterator()
        let root = EntryVerifier.root(size: UInt64(range.count)) { source.next()?.bytes ?? [] }
        return Hash256(root) ?? MerkleFrontier().root
    }

    func root(size: Int) -> Hash256 { root(of: 0..<size) }

    func tree(size: Int) -> MerkleTree<TestTree> { MerkleTree(size: UInt64(size), source: self) }
}

/// The official vectors, found through `KAWAL_SAMPLES`; tests that need them are left out without it.
enum Vectors {
    static let folder = ProcessInfo.processInfo.environment["KAWAL_SAMPLES"]
    static let arePresent = folder != nil

    static func read<Value: Decodable>(_ type: Value.Type, _ name: String) throws -> Value {
        let path = (folder ?? "") + "/vectors/" + name
        return try JSONDecoder().decode(type, from: Data(contentsOf: URL(fileURLWithPath: path)))
    }
}
