import Crypto
import Ledger
import Testing

@Suite struct WitnessRuleTests {
    let log: NoteSigner
    let keys: [NoteKey]

    init() throws {
        log = try #require(NoteSigner(name: "log.example", secret: Curve25519.Signing.PrivateKey()))
        keys = [log.key]
    }

    /// A log of entries that are those of every log up to a size, and its own from there on.
    private func tree(_ count: Int, forkedAt fork: Int = .max) -> TestTree {
        TestTree(entries: (0..<count).map { [UInt8]("entry \($0)\($0 < fork ? "" : " other")".utf8) })
    }

    private func note(_ tree: TestTree, _ size: Int, by signer: NoteSigner? = nil) throws -> SignedNote {
        let signer = signer ?? log
        let text = Checkpoint(origin: signer.key.name, size: UInt64(size), root: tree.root(size: size)).text
        return SignedNote(text: text, signatures: [try signer.sign(text)])
    }

    private func body(_ tree: TestTree, from old: Int, to size: Int) throws -> String {
        let proof = try tree.tree(size: size).consistencyProof(from: UInt64(old)) ?? []
        return ContinuationProof(from: UInt64(old), proof: proof, checkpoint: try note(tree, size))
            .description
    }

    private func judge(_ body: String, _ memory: WitnessMemory?) throws -> WitnessVerdict {
        WitnessRule.judge(try WitnessRule.read(Array(body.utf8), of: keys), remembering: memory)
    }

    private func memory(_ tree: TestTree, _ size: Int) throws -> WitnessMemory {
        try WitnessMemory(kept: Array(try note(tree, size).description.utf8))
    }

    @Test func `an honest log is cosigned at whatever sizes it shows`() throws {
        let tree = tree(33)
        for old in 0...33 {
            for size in old...33 {
                let before = old == 0 ? nil : try memory(tree, old)
                let verdict = try judge(try body(tree, from: old, to: size), before)
                #expect(verdict == .cosign(try memory(tree, size)), "\(old) to \(size)")
            }
        }
    }

    @Test func `a log that forks at any size is caught at the first checkpoint that it shows`() throws {
        let honest = tree(24)
        for fork in 0..<24 {
            let other = tree(24, forkedAt: fork)
            for seen in (fork + 1)...24 {
                let memory = try memory(honest, seen)
                for size in (fork + 1)...24 {
                    // Whatever it says that it was before, and with the best proof that it has.
                    let old = min(seen, size)
                    let verdict = try judge(try body(other, from: old, to: size), memory)
                    guard case .refuse(let refusal, let evidence) = verdict else {
                        Issue.record("forked at \(fork), seen \(seen), shown \(size)")
                        continue
                    }
                    #expect(refusal == (size < seen ? .stale(known: UInt64(seen)) : .unproven))
                    let found = try #require(evidence)
                    #expect(found.kind == kind(seen: seen, shown: size))
                    // Whoever has the log's key finds the same in the evidence.
                    let again = try SplitView(
                        seen: found.seen,
                        shown: found.shown,
                        proof: found.proof,
                        of: keys
                    )
                    #expect(again == found)
                }
            }
        }
    }

    private func kind(seen: Int, shown: Int) -> SplitView.Kind {
        if shown < seen { return .shorter }
        if shown == seen { return .twoRoots }
        // The root of a full tree stands in no proof of its own, so nothing says what it was.
        return seen.nonzeroBitCount == 1 ? .noContinuation : .otherBeginning
    }

    @Test func `two roots of one size are evidence also where the earlier size is out of date`() throws {
        let verdict = try judge(try body(tree(9, forkedAt: 4), from: 3, to: 9), try memory(tree(9), 9))
        guard case .refuse(.stale(known: 9), let evidence?) = verdict else {
            Issue.record("\(verdict)")
            return
        }
        #expect(evidence.kind == .twoRoots && evidence.kind.isProof)
    }

    @Test func `a log whose answer was lost is told the known size and accuses nobody`() throws {
        let tree = tree(12)
        let verdict = try judge(try body(tree, from: 5, to: 12), try memory(tree, 9))
        #expect(verdict == .refuse(.stale(known: 9), nil))
        #expect(WitnessRefusal.stale(known: 9).body == "9\n")
        #expect(WitnessRefusal.stale(known: 9).mediaType == "text/x.tlog.size")
    }

    @Test func `nothing can be the beginning but nothing`() throws {
        let tree = tree(3)
        #expect(try judge(try body(tree, from: 1, to: 3), nil) == .refuse(.stale(known: 0), nil))
        let zero = Checkpoint(origin: "log.example", size: 0, root: tree.root(size: 1)).text
        let forged = SignedNote(text: zero, signatures: [try log.sign(zero)])
        let body = ContinuationProof(from: 0, proof: [], checkpoint: forged).description
        #expect(try judge(body, nil) == .refuse(.unproven, nil))
        let superfluous = ContinuationProof(
            from: 0,
            proof: [tree.root(size: 1)],
            checkpoint: try note(tree, 3)
        )
        #expect(try judge(superfluous.description, nil) == .refuse(.unproven, nil))
    }

    @Test func `no changed byte of a request is cosigned as another checkpoint`() throws {
        let tree = tree(12)
        let memory = try memory(tree, 5)
        let text = Array(try body(tree, from: 5, to: 12).utf8)
        let whole = try judge(String(decoding: text, as: UTF8.self), memory)
        for place in text.indices {
            for bit in 0..<8 {
                var changed = text
                changed[place] ^= 1 << UInt8(bit)
                // There is one way of writing each request.
                if let proof = try? ContinuationProof(changed) {
                    #expect(Array(proof.description.utf8) == changed)
                }
                guard let request = try? WitnessRule.read(changed, of: keys) else { continue }
                let verdict = WitnessRule.judge(request, remembering: memory)
                if case .cosign = verdict { #expect(verdict == whole, "byte \(place), bit \(bit)") }
            }
        }
    }

    @Test func `a signature that only says that it is the log's is none`() throws {
        let stranger = try #require(
            NoteSigner(name: "log.example", secret: Curve25519.Signing.PrivateKey())
        )
        let tree = tree(3)
        for note in [
            try note(tree, 3, by: stranger),
            SignedNote(
                text: try note(tree, 3).text,
                signatures: [
                    .init(name: "log.example", id: log.key.id, bytes: .init(repeating: 7, count: 64))
                ]
            ),
        ] {
            let body = ContinuationProof(from: 0, proof: [], checkpoint: note).description
            #expect(throws: WitnessRefusal.unsigned) { try WitnessRule.read(Array(body.utf8), of: keys) }
        }
    }

    @Test func `signatures of others are passed over and not kept as the log's`() throws {
        let other = try #require(NoteSigner(name: "other.example", secret: Curve25519.Signing.PrivateKey()))
        let tree = tree(3)
        var many = try note(tree, 3)
        many.signatures.append(try other.sign(many.text))
        let body = ContinuationProof(from: 0, proof: [], checkpoint: many).description
        #expect(try judge(body, nil) == .cosign(try memory(tree, 3)))
    }

    @Test(arguments: [
        "", "old", "old 1", "old 1\n", "old 01\n\n", "old +1\n\n", "old -1\n\n", "new 1\n\n", "old 1 \n\n",
        "old 1\nAAAA\n\n", "old 18446744073709551616\n\n", "OLD 1\n\n",
        "old 1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB=\n\n",
    ])
    func `what has not the form is refused as malformed`(beginning: String) throws {
        let body = beginning + (beginning.hasSuffix("\n\n") ? try note(tree(3), 3).description : "")
        let refusal = #expect(throws: WitnessRefusal.self) {
            try WitnessRule.read(Array(body.utf8), of: keys)
        }
        #expect(refusal?.status == 400)
    }

    @Test func `no more than 63 hashes and 32 KiB are read`() throws {
        let tree = tree(3)
        let hash = tree.root(size: 1)
        func body(_ count: Int) throws -> [UInt8] {
            let proof = [Hash256](repeating: hash, count: count)
            return Array(
                ContinuationProof(from: 2, proof: proof, checkpoint: try note(tree, 3)).description.utf8
            )
        }
        #expect(try ContinuationProof(body(63)).proof.count == 63)
        #expect(throws: NoteFault.malformed(part: "proof")) { try ContinuationProof(body(64)) }
        let long = [UInt8](repeating: 0x41, count: ContinuationProof.longest + 1)
        #expect(throws: NoteFault.malformed(part: "characters")) { try ContinuationProof(long) }
    }
}
