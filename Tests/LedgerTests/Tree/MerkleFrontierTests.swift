import Foundation
import Ledger
import Testing

struct MerkleFrontierTests {
    @Test func `an empty tree has the hash of nothing`() {
        let expected = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        #expect(MerkleFrontier().root.description == expected)
        #expect(EntryVerifier.root(size: 0) { [] }.hex == expected)
    }

    @Test func `the edge and the definition give one root at every size`() {
        var frontier = MerkleFrontier()
        var leaves: [Hash256] = []
        for size in 1...260 {
            let leaf = [UInt8(size & 0xFF), UInt8(size >> 8)].withUnsafeBytes { MerkleFrontier.leaf($0) }
            leaves.append(leaf)
            frontier.append(leaf)
            var source = leaves.makeIterator()
            let derived = EntryVerifier.root(size: UInt64(size)) { source.next()?.bytes ?? [] }
            #expect(frontier.root.bytes == derived)
            #expect(frontier.size == UInt64(size))
        }
    }

    @Test func `the stored edge continues as the edge itself`() throws {
        var frontier = MerkleFrontier()
        for size in 0..<70 {
            var restored = try #require(MerkleFrontier(stored: frontier.stored))
            #expect(restored == frontier)
            let leaf = [UInt8(size)].withUnsafeBytes { MerkleFrontier.leaf($0) }
            restored.append(leaf)
            frontier.append(leaf)
            #expect(restored.root == frontier.root)
        }
    }

    @Test func `a stored edge of another length is refused`() {
        var frontier = MerkleFrontier()
        for byte in 0..<3 { frontier.append([UInt8(byte)].withUnsafeBytes { MerkleFrontier.leaf($0) }) }
        for end in 0..<frontier.stored.count {
            #expect(MerkleFrontier(stored: [UInt8](frontier.stored[..<end])) == nil)
        }
        #expect(MerkleFrontier(stored: frontier.stored + [0]) == nil)
    }

    private static let samples = ProcessInfo.processInfo.environment["KAWAL_SAMPLES"]

    @Test(.enabled(if: samples != nil, "KAWAL_SAMPLES names no folder"))
    func `the reference tree comes out`() throws {
        let path = try #require(Self.samples) + "/vectors/reference-tree.json"
        let tree = try JSONDecoder().decode(
            ReferenceTree.self,
            from: try Data(contentsOf: URL(fileURLWithPath: path))
        )
        var frontier = MerkleFrontier()
        #expect(frontier.root.description == tree.roots_by_size_hex[0])
        for (position, leaf) in tree.leaf_data_hex.enumerated() {
            let hash = bytes(leaf).withUnsafeBytes { MerkleFrontier.leaf($0) }
            #expect(hash.description == tree.leaf_hashes_hex[position])
            frontier.append(hash)
            #expect(frontier.root.description == tree.roots_by_size_hex[position + 1])
            var source = tree.leaf_hashes_hex[...position].map(bytes).makeIterator()
            let derived = EntryVerifier.root(size: UInt64(position + 1)) { source.next() ?? [] }
            #expect(derived.hex == tree.roots_by_size_hex[position + 1])
        }
        #expect(tree.leaf_data_hex.count == 8)
    }

    private func bytes(_ hex: String) -> [UInt8] {
        let digits = hex.compactMap(\.hexDigitValue)
        return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }
}

private struct ReferenceTree: Decodable {
    var leaf_data_hex: [String]
    var leaf_hashes_hex: [String]
    var roots_by_size_hex: [String]
}
