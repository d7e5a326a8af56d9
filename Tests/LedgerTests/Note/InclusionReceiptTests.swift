import Crypto
import Ledger
import Testing

@Suite struct InclusionReceiptTests {
    let signer: NoteSigner
    let tree = MerkleTreeTests.whole

    init() throws {
        signer = try #require(NoteSigner(name: "log.example", secret: Curve25519.Signing.PrivateKey()))
    }

    private func receipt(_ index: UInt64, size: Int) throws -> InclusionReceipt {
        let head = Checkpoint(origin: "log.example", size: UInt64(size), root: tree.root(size: size))
        return InclusionReceipt(
            index: index,
            proof: try #require(try tree.tree(size: size).inclusionProof(of: index)),
            checkpoint: SignedNote(text: head.text, signatures: [try signer.sign(head.text)]),
            extra: index == 5 ? [1, 2, 3] : nil
        )
    }

    private func entry(_ index: UInt64) -> [UInt8] { [UInt8]("entry \(index)".utf8) }

    @Test(arguments: [(0 as UInt64, 1), (5, 300), (255, 256), (256, 257), (299, 300)])
    func `a receipt stands alone, and reads as it was written`(index: UInt64, size: Int) throws {
        let made = try receipt(index, size: size)
        let read = try InclusionReceipt(Array(made.description.utf8))
        #expect(read == made)
        #expect(read.description == made.description)
        #expect(try read.verified(entry: entry(index), log: [signer.key]).size == UInt64(size))
        #expect(throws: NoteFault.notIncluded(index: index)) {
            try read.verified(entry: entry(index + 1), log: [signer.key])
        }
    }

    @Test func `a receipt without a demanded witness is not taken`() throws {
        let witness = try #require(
            NoteSigner(name: "witness.example", kind: .cosignature, secret: Curve25519.Signing.PrivateKey())
        )
        let made = try receipt(5, size: 300)
        #expect(throws: NoteFault.unsigned) {
            try made.verified(entry: entry(5), log: [signer.key], witnesses: [witness.key])
        }
        var cosigned = made.checkpoint
        cosigned.signatures.append(try witness.sign(cosigned.text, at: 1_790_000_000))
        let whole = InclusionReceipt(index: 5, proof: made.proof, checkpoint: cosigned)
        #expect(
            try whole.verified(entry: entry(5), log: [signer.key], witnesses: [witness.key]).size == 300
        )
    }

    @Test func `with a third witness two of three signatures are enough, of which one is the log's`() throws {
        let witnesses = try (0..<2).map {
            try #require(
                NoteSigner(
                    name: "w\($0).example",
                    kind: .cosignature,
                    secret: Curve25519.Signing.PrivateKey()
                )
            )
        }
        let made = try receipt(5, size: 300)
        func verified(signedBy signers: [NoteSigner]) throws -> Checkpoint {
            var note = made.checkpoint
            note.signatures += try signers.map { try $0.sign(note.text, at: 1_790_000_000) }
            return try InclusionReceipt(index: 5, proof: made.proof, checkpoint: note)
                .verified(entry: entry(5), log: [signer.key], witnesses: witnesses.map(\.key), quorum: 1)
        }
        for signers in [[witnesses[0]], [witnesses[1]], witnesses] {
            #expect(try verified(signedBy: signers).size == 300)
        }
        #expect(throws: NoteFault.unsigned) { try verified(signedBy: []) }
        // The same witness twice is one witness.
        #expect(throws: NoteFault.unsigned) {
            var note = made.checkpoint
            note.signatures += try [1, 2].map { try witnesses[0].sign(note.text, at: $0) }
            _ = try InclusionReceipt(index: 5, proof: made.proof, checkpoint: note)
                .verified(entry: entry(5), log: [signer.key], witnesses: witnesses.map(\.key), quorum: 2)
        }
    }

    @Test func `no changed byte of a receipt leaves it valid`() throws {
        let text = Array(try receipt(5, size: 300).description.utf8)
        let extra = Array("extra AQID\n".utf8)
        let first = InclusionReceipt.format.utf8.count + 1
        for place in text.indices where !(first..<first + extra.count).contains(place) {
            var changed = text
            changed[place] ^= 1
            #expect(throws: NoteFault.self, "byte \(place)") {
                try InclusionReceipt(changed).verified(entry: entry(5), log: [signer.key])
            }
        }
    }

    @Test(arguments: [
        "", "c2sp.org/tlog-proof@v1\n", "c2sp.org/tlog-proof@v2\nindex 0\n\n",
        "c2sp.org/tlog-proof@v1\nindex 00\n\n",
    ])
    func `what is no receipt is refused`(text: String) {
        #expect(throws: NoteFault.self) { try InclusionReceipt(Array(text.utf8)) }
    }
}
