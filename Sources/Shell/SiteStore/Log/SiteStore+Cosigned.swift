import GRDB
import Ledger
package import Operations
package import Vocabulary

extension SiteStore {
    package func checkpointToCosign(from known: UInt64?) throws -> CheckpointOffer {
        try reading { database in
            let head = try StoredHead.read(database)
            let size = head.frontier.size
            let old = try known ?? StoredWitness(database: database).cosigned()?.checkpoint.size ?? 0
            let tree = MerkleTree(size: size, source: StoredTiles(database: database))
            guard let proof = try tree.consistencyProof(from: old) else {
                throw SiteFault.damaged(
                    finding: """
                        the partner has witnessed \(old) entries of this site's log, which has \(size): it went back, from a \
                        backup perhaps; see docs/witness.md
                        """
                )
            }
            let note = try sign(head)
            let body = ContinuationProof(from: old, proof: proof, checkpoint: note).description
            return CheckpointOffer(old: old, size: size, note: note.description, body: [UInt8](body.utf8))
        }
    }

    package func keep(
        cosignatures lines: [UInt8],
        of offer: CheckpointOffer,
        by witness: [String],
        at moment: Moment
    ) async throws {
        var note: SignedNote
        let size: UInt64
        do throws(NoteFault) {
            note = try SignedNote([UInt8](offer.note.utf8))
            size = try Checkpoint(note, of: logKeys).size
            let answered = try SignedNote.signatures(lines)
            let keys = witness.compactMap { NoteKey($0) }.filter { $0.kind == .cosignature }
            // Lines by other keys are ignored; one that says it is the witness's and is not makes all of them worthless.
            let signers = try SignedNote(text: note.text, signatures: answered).signers(among: keys)
            note.signatures += answered.filter { line in signers.contains { $0.id == line.id } }
        } catch {
            throw SiteFault.failed(finding: "the partner answered no cosignature by its witness's key")
        }
        try await writing().write { [note] writer in
            let stored = StoredWitness(database: writer.views.database)
            let kept = try stored.cosigned()
            guard size >= kept?.checkpoint.size ?? 0 else { return }
            try stored.keep(note.joined(by: kept?.note), at: max(moment.milliseconds, kept?.at ?? 0))
        }
    }

    package func cosignedHead() throws -> CosignedHead? {
        try reading { database in
            try StoredWitness(database: database).cosigned().map {
                CosignedHead(
                    size: $0.checkpoint.size,
                    at: Moment(milliseconds: $0.at),
                    note: $0.note.description
                )
            }
        }
    }

    package func cosignedReceipt(for index: UInt64) throws -> String? {
        try reading { database in
            guard let head = try StoredWitness(database: database).cosigned() else { return nil }
            return try receipt(for: index, below: head.note, size: head.checkpoint.size, in: database)
        }
    }
}

extension SignedNote {
    /// The note with what others have signed of the same text: another witness's cosignature, one key's newest line.
    fileprivate func joined(by other: SignedNote?) -> SignedNote {
        guard let other, other.text == text else { return self }
        let own = Set(signatures.map(\.id))
        return SignedNote(
            text: text,
            signatures: signatures + other.signatures.filter { !own.contains($0.id) }
        )
    }
}
