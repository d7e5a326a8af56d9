import Foundation
import Ledger
import Testing

/// A log of 300 entries with cosigned checkpoints, computed by another program.
@Suite(.enabled(if: Vectors.arePresent, "set KAWAL_SAMPLES to the folder of vectors/"))
struct CosignedVectorTests {
    private struct Log: Decodable {
        struct Party: Decodable { let vkey: String }
        struct Head: Decodable { let size: UInt64, note: String }
        struct Request: Decodable { let old: UInt64, new: UInt64, body: String, expected_status: Int }
        struct Refused: Decodable {
            let name: String, witness_state_size: UInt64, body: String, expected_status: Int
        }
        struct Inclusion: Decodable { let index: UInt64, size: UInt64, proof: [String], tlog_proof: String }
        let log: Party, witness: Party
        let checkpoints: [Head], add_checkpoint_requests: [Request], inclusion: [Inclusion]
        let add_checkpoint_negative: [Refused]
    }

    private struct Example: Decodable { let vkey: String, note: String, expected: String }

    private let log: Log
    private let tree = TestTree(entries: (0..<300).map { [UInt8]("{\"n\":\($0)}".utf8) })

    init() throws { log = try Vectors.read(Log.self, "computed-cosigned.json") }

    @Test func `notes of other programs are judged as they say`() throws {
        for example in try Vectors.read([Example].self, "notes.json") {
            let note = try SignedNote(Array(example.note.utf8))
            let key = try #require(NoteKey(example.vkey))
            let isValid = (try? note.signers(among: [key])) == [key]
            #expect(isValid == (example.expected == "valid"))
        }
    }

    @Test func `every checkpoint is signed, cosigned and of this tree`() throws {
        let keys = [try #require(NoteKey(log.log.vkey)), try #require(NoteKey(log.witness.vkey))]
        for head in log.checkpoints {
            let note = try SignedNote(Array(head.note.utf8))
            #expect(try note.signers(among: keys) == keys)
            let checkpoint = try Checkpoint(note, of: keys)
            #expect(checkpoint.size == head.size)
            #expect(try tree.tree(size: Int(head.size)).root() == checkpoint.root)
            #expect(note.description == head.note && checkpoint.text == note.text)
        }
    }

    @Test func `receipts are written and verified byte for byte`() throws {
        let key = try #require(NoteKey(log.log.vkey))
        let witness = try #require(NoteKey(log.witness.vkey))
        for vector in log.inclusion {
            let receipt = try InclusionReceipt(Array(vector.tlog_proof.utf8))
            let proof = try tree.tree(size: Int(vector.size)).inclusionProof(of: vector.index)
            #expect(receipt.proof == proof)
            #expect(receipt.description == vector.tlog_proof)
            let entry = [UInt8]("{\"n\":\(vector.index)}".utf8)
            let head = try receipt.verified(entry: entry, log: [key], witnesses: [witness])
            #expect(head.size == vector.size)
        }
    }

    @Test func `proofs of consistency are those of the other program`() throws {
        #expect(!log.add_checkpoint_requests.isEmpty)
        for request in log.add_checkpoint_requests {
            let note = try #require(request.body.range(of: "\n\n"))
            let proof = try tree.tree(size: Int(request.new)).consistencyProof(from: request.old)
            let made = ContinuationProof(
                from: request.old,
                proof: try #require(proof),
                checkpoint: try SignedNote(Array(request.body[note.upperBound...].utf8))
            )
            #expect(made.description == request.body)
        }
    }

    private func memory(_ size: UInt64) throws -> WitnessMemory? {
        let head = log.checkpoints.first { $0.size == size }
        return try head.map { try WitnessMemory(kept: Array($0.note.utf8)) }
    }

    /// The status that a request is answered with.
    private func status(_ body: String, remembering memory: WitnessMemory?) throws -> Int {
        let key = try #require(NoteKey(log.log.vkey))
        do throws(WitnessRefusal) {
            let request = try WitnessRule.read(Array(body.utf8), of: [key])
            switch WitnessRule.judge(request, remembering: memory) {
            case .cosign: return 200
            case .refuse(let refusal, _): return refusal.status
            }
        } catch {
            return error.status
        }
    }

    @Test func `a witness answers every request as the text says`() throws {
        for request in log.add_checkpoint_requests {
            let known = try #require(try memory(request.old))
            #expect(try status(request.body, remembering: known) == request.expected_status)
            let proof = try ContinuationProof(Array(request.body.utf8))
            #expect(proof.from == request.old && proof.description == request.body)
        }
        #expect(!log.add_checkpoint_negative.isEmpty)
        for request in log.add_checkpoint_negative {
            let known = try #require(try memory(request.witness_state_size))
            #expect(
                try status(request.body, remembering: known) == request.expected_status,
                "\(request.name)"
            )
        }
    }
}
