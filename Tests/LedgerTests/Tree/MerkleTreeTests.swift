import Ledger
import Testing

@Suite struct MerkleTreeTests {
    static let whole = TestTree(entries: (0..<600).map { [UInt8]("entry \($0)".utf8) })

    @Test(arguments: [0, 1, 2, 3, 7, 8, 255, 256, 257, 300, 511, 512, 513, 600])
    func `a tree of any size has the root of its definition`(size: Int) throws {
        #expect(try Self.whole.tree(size: size).root() == Self.whole.root(size: size))
    }

    @Test(arguments: [1, 2, 3, 7, 8, 255, 256, 257, 300, 513])
    func `every leaf is proven, and no proof holds for another leaf, place, size or root`(size: Int) throws {
        let tree = Self.whole.tree(size: size)
        let root = try tree.root().bytes
        for index in stride(from: 0, to: size, by: size > 32 ? 17 : 1) {
            let proof = try #require(try tree.inclusionProof(of: UInt64(index))).map(\.bytes)
            let leaf = Self.whole.leaves[index].bytes
            let check = { (leaf: [UInt8], index: Int, size: Int, root: [UInt8], proof: [[UInt8]]) in
                ProofCheck.includes(
                    leaf: leaf,
                    at: UInt64(index),
                    size: UInt64(size),
                    root: root,
                    proof: proof
                )
            }
            #expect(check(leaf, index, size, root, proof))
            #expect(!check(Self.whole.leaves[index + 1].bytes, index, size, root, proof))
            #expect(!check(leaf, index + 1, size, root, proof))
            #expect(!check(leaf, index, size, Self.whole.leaves[0].bytes + [0], proof))
            #expect(!check(leaf, index, size, root, proof + [leaf]))
            #expect(proof.isEmpty || !check(leaf, index, size, root, Array(proof.dropLast())))
            for place in proof.indices {
                var changed = proof
                changed[place][index % 32] ^= 1
                #expect(!check(leaf, index, size, root, changed))
            }
        }
        #expect(try tree.inclusionProof(of: UInt64(size)) == nil)
    }

    @Test func `every earlier tree is proven to be the beginning, and no other`() throws {
        let sizes = [0, 1, 2, 3, 4, 7, 8, 9, 100, 255, 256, 257, 300, 512, 513]
        for later in sizes {
            let tree = Self.whole.tree(size: later)
            let root = Self.whole.root(size: later).bytes
            for earlier in sizes {
                guard earlier <= later else {
                    #expect(try tree.consistencyProof(from: UInt64(earlier)) == nil)
                    continue
                }
                let proof = try #require(try tree.consistencyProof(from: UInt64(earlier))).map(\.bytes)
                let old = Self.whole.root(size: earlier).bytes
                let check = { (old: [UInt8], new: [UInt8], proof: [[UInt8]]) in
                    ProofCheck.isContinued(
                        earlier: (UInt64(earlier), old),
                        by: (UInt64(later), new),
                        proof: proof
                    )
                }
                #expect(check(old, root, proof), "\(earlier) to \(later)")
                let other = Self.whole.leaves[599].bytes
                #expect(!check(other, root, proof), "\(earlier) to \(later)")
                if earlier > 0 { #expect(!check(old, other, proof), "\(earlier) to \(later)") }
                #expect(!check(old, root, proof + [other]), "\(earlier) to \(later)")
                for place in proof.indices {
                    var changed = proof
                    changed[place][earlier % 32] ^= 0x10
                    #expect(!check(old, root, changed), "\(earlier) to \(later), hash \(place)")
                }
            }
        }
    }

    @Test func `a forked log is not the continuation of the other`() throws {
        var entries = (0..<300).map { [UInt8]("entry \($0)".utf8) }
        entries[120] = [UInt8]("another".utf8)
        let fork = TestTree(entries: entries)
        let proof = try #require(try fork.tree(size: 300).consistencyProof(from: 200)).map(\.bytes)
        #expect(
            !ProofCheck.isContinued(
                earlier: (200, Self.whole.root(size: 200).bytes),
                by: (300, fork.root(size: 300).bytes),
                proof: proof
            )
        )
    }

    @Test func `a tile that is too narrow is an error, not a wrong root`() throws {
        struct Cut: TileSource {
            func hashes(of tile: TreeTile) throws -> [Hash256] {
                Array(try MerkleTreeTests.whole.hashes(of: tile).dropLast())
            }
        }
        #expect(throws: TileFault.absent(level: 0, index: 0)) {
            try MerkleTree(size: 20, source: Cut()).root()
        }
    }
}
