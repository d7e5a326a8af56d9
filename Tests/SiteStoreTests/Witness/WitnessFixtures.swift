import Crypto
import Ledger
import Operations
import Vocabulary

@testable import SiteStore

extension SiteStore {
    /// This site's log, as a partner knows it.
    var asPartner: PartnerLog { PartnerLog(keys: checkpointKeys) }

    /// One round of cosigning; gives the last answer of the witness.
    @discardableResult
    func haveCosigned(by witness: SiteStore, at moment: Moment = noon) async throws -> WitnessAnswer {
        var last = WitnessAnswer(status: 0, mediaType: "", bytes: [])
        let round = CosigningRound(
            site: self,
            witness: [witness.witnessKey].compactMap(\.self),
            refreshSeconds: 0
        )
        _ = try await round.make(at: moment) { body in
            last = try await witness.cosign(body, of: asPartner, at: moment)
            return last
        }
        return last
    }

    /// Appends so many entries, different ones for each name.
    func grow(by count: Int, _ name: String = "a") async throws {
        for number in 0..<count { try await record(.accountChanged(account("\(name)\(number)"))) }
    }
}

extension WitnessAnswer {
    var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// A log on paper, which may fork: it signs what it likes.
struct PaperLog: TileSource {
    let leaves: [Hash256]
    let signer: NoteSigner

    init(_ count: Int, forkedAt fork: Int = .max, signer: NoteSigner) {
        precondition(count <= TreeTile.fullWidth)
        leaves = (0..<count).map { number in
            Array("entry \(number)\(number < fork ? "" : " other")".utf8).withUnsafeBytes {
                MerkleFrontier.leaf($0)
            }
        }
        self.signer = signer
    }

    func hashes(of tile: TreeTile) -> [Hash256] { Array(leaves.prefix(tile.width)) }

    func root(_ size: UInt64) throws -> Hash256 { try MerkleTree(size: size, source: self).root() }

    func body(from old: UInt64, to size: UInt64) throws -> [UInt8] {
        let tree = MerkleTree(size: size, source: self)
        let text = Checkpoint(origin: signer.key.name, size: size, root: try tree.root()).text
        let proof = ContinuationProof(
            from: old,
            proof: try tree.consistencyProof(from: old) ?? [],
            checkpoint: SignedNote(text: text, signatures: [try signer.sign(text)])
        )
        return Array(proof.description.utf8)
    }
}

/// Chance that a seed repeats.
struct SeededChance: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
