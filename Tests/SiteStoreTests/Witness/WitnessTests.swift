import Crypto
import Foundation
import GRDB
import Ledger
import Operations
import Testing
import Vocabulary

@testable import SiteStore

@Suite struct WitnessTests {
    let folders: [TemporaryFolder]
    let log: SiteStore
    let witness: SiteStore

    init() throws {
        folders = [try TemporaryFolder(), try TemporaryFolder()]
        log = try SiteStore.open(folder: folders[0].path, mode: .readWrite(createIfAbsent: true))
        witness = try SiteStore.open(folder: folders[1].path, mode: .readWrite(createIfAbsent: true))
    }

    private func verified(_ receipt: String?) throws -> Checkpoint {
        let receipt = try InclusionReceipt(Array(try #require(receipt).utf8))
        return try receipt.verified(
            entry: try #require(receipt.extra),
            log: log.logKeys,
            witnesses: [try #require(witness.witnessKey.flatMap { NoteKey($0) })]
        )
    }

    @Test func `a receipt waits until the partner has cosigned, and then stands alone`() async throws {
        try await log.grow(by: 3)
        #expect(try log.cosignedReceipt(for: 2) == nil)
        #expect(try log.cosignedHead() == nil)
        #expect(try await log.haveCosigned(by: witness).status == 200)
        #expect(try verified(log.cosignedReceipt(for: 2)).size == 3)
        try await log.grow(by: 300, "b")
        #expect(try log.cosignedReceipt(for: 3) == nil)
        #expect(try verified(log.cosignedReceipt(for: 2)).size == 3)
        let later = noon.adding(seconds: 1)
        #expect(try await log.haveCosigned(by: witness, at: later).status == 200)
        #expect(try verified(log.cosignedReceipt(for: 302)).size == 303)
        let head = try #require(try log.cosignedHead())
        #expect(head.size == 303 && head.at == later)
    }

    @Test func `only the owner may read the witness's key, which is none of the log's and stays`() throws {
        #expect(try folders[1].mode("witness.key") == 0o600)
        let key = try #require(witness.witnessKey.flatMap { NoteKey($0) })
        #expect(key.kind == .cosignature && key.name == witness.logKeys[0].name + "/witness")
        #expect(key.bytes != witness.logKeys[0].bytes)
        try witness.close()
        let again = try SiteStore.open(folder: folders[1].path, mode: .readOnly)
        #expect(again.witnessKey == key.description)
    }

    @Test func `what is not a known log's is refused and writes nothing`() async throws {
        try await log.grow(by: 2)
        let body = try log.checkpointToCosign(from: nil).body
        let before = try witness.dump(with: ["witnessed"])
        let stranger = PartnerLog(keys: witness.checkpointKeys)
        #expect(try await witness.cosign(body, of: stranger, at: noon).status == 404)
        #expect(try await witness.cosign([1, 2], of: log.asPartner, at: noon).status == 400)
        var forged = body
        forged[body.count - 10] ^= 1
        #expect([400, 403].contains(try await witness.cosign(forged, of: log.asPartner, at: noon).status))
        #expect(try witness.dump(with: ["witnessed"]) == before)
    }

    @Test func `an answer that was lost is made up for by the size that the witness knows`() async throws {
        try await log.grow(by: 2)
        let lost = try log.checkpointToCosign(from: nil)
        #expect(try await witness.cosign(lost.body, of: log.asPartner, at: noon).status == 200)
        try await log.grow(by: 2, "b")
        let conflict = try await witness.cosign(
            try log.checkpointToCosign(from: nil).body,
            of: log.asPartner,
            at: noon
        )
        #expect(conflict.status == 409 && conflict.text == "2\n" && conflict.mediaType == "text/x.tlog.size")
        #expect(try await log.haveCosigned(by: witness).status == 200)
        #expect(try log.cosignedHead()?.size == 4)
        #expect(try witness.read { try $0.witnessAlarms() }.isEmpty)
    }

    @Test func `one old request that comes late accuses nobody, a log that stays shorter does`() async throws
    {
        try await log.grow(by: 2)
        let old = try log.checkpointToCosign(from: nil)
        try await log.grow(by: 2, "b")
        try await log.haveCosigned(by: witness)
        #expect(try await witness.cosign(old.body, of: log.asPartner, at: noon).status == 409)
        #expect(try witness.read { try $0.witnessAlarms() }.isEmpty)
        try await log.grow(by: 1, "c")
        try await log.haveCosigned(by: witness)
        for _ in 0..<3 { _ = try await witness.cosign(old.body, of: log.asPartner, at: noon) }
        #expect(try witness.read { try $0.witnessAlarms() }.map(\.kind) == [.shorter])
    }

    // MARK: What is remembered

    @Test func `no rebuilding and no restart changes what is remembered`() async throws {
        try await log.grow(by: 5)
        try await log.haveCosigned(by: witness)
        try await witness.haveCosigned(by: log)
        let tables = ["witnessed", "cosigned"]
        let before = try witness.dump(with: tables)
        try witness.rebuild { _, _ in }
        #expect(try witness.dump(with: tables) == before)
        try witness.close()
        let again = try SiteStore.open(folder: folders[1].path, mode: .readWrite(createIfAbsent: false))
        #expect(try again.dump(with: tables) == before)
        #expect(try await log.haveCosigned(by: again).status == 200)
    }

    @Test(arguments: ["DELETE FROM witnessed", "UPDATE witnessed SET size = size - 1"])
    func `the database itself refuses to forget`(sql: String) async throws {
        try await log.grow(by: 5)
        try await log.haveCosigned(by: witness)
        #expect(throws: DatabaseError.self) { try witness.pool.write { try $0.execute(sql: sql) } }
    }

    @Test func `a database that was put back from an earlier day signs nothing more`() async throws {
        let earlier = try TemporaryFolder()
        try await log.grow(by: 5)
        try await log.haveCosigned(by: witness)
        try folders[1].copy(to: earlier)
        try await log.grow(by: 5, "b")
        try await log.haveCosigned(by: witness)
        try Data(contentsOf: URL(fileURLWithPath: folders[1].path + "/witness.mark"))
            .write(to: URL(fileURLWithPath: earlier.path + "/witness.mark"))
        chmod(earlier.path + "/witness.mark", 0o600)
        let forgetful = try SiteStore.open(folder: earlier.path, mode: .readWrite(createIfAbsent: false))
        let body = try log.checkpointToCosign(from: 5).body
        let fault = await #expect(throws: SiteFault.self) {
            try await forgetful.cosign(body, of: log.asPartner, at: noon)
        }
        guard case .damaged(let finding)? = fault else {
            Issue.record("\(fault as Any)")
            return
        }
        #expect(finding.contains("has forgotten"))
    }

    @Test(arguments: ["", "x", "kawal/a\n1\n"])
    func `a mark that can't be read stops the witness and nothing else`(
        text: String
    ) async throws {
        try await log.grow(by: 2)
        try await log.haveCosigned(by: witness)
        try witness.close()
        let path = folders[1].path + "/witness.mark"
        let kept = try Data(contentsOf: URL(fileURLWithPath: path))
        try (Data(text.utf8) + kept.dropLast(20)).write(to: URL(fileURLWithPath: path))
        chmod(path, 0o600)
        let again = try SiteStore.open(folder: folders[1].path, mode: .readWrite(createIfAbsent: false))
        try await again.grow(by: 1, "b")
        let body = try log.checkpointToCosign(from: nil).body
        await #expect(throws: SiteFault.self) { try await again.cosign(body, of: log.asPartner, at: noon) }
    }

    @Test func `a restored site is another witness, and learns upward from what it knew`() async throws {
        let other = try TemporaryFolder()
        let key = Curve25519.KeyAgreement.PrivateKey()
        try await log.grow(by: 5)
        try await log.haveCosigned(by: witness)
        _ = try SiteStore.backUp(folder: folders[1].path, to: other.path + "/b", for: key.publicKey)
        try await log.grow(by: 5, "b")
        try await log.haveCosigned(by: witness)
        _ = try SiteStore.restore(other.path + "/b", to: other.path + "/site", with: key)
        let restored = try SiteStore.open(
            folder: other.path + "/site",
            mode: .readWrite(createIfAbsent: false)
        )
        #expect(restored.witnessKey != nil && restored.witnessKey != witness.witnessKey)
        #expect(restored.logKeys == witness.logKeys)
        #expect(try await log.haveCosigned(by: restored).status == 200)
        #expect(try await log.haveCosigned(by: restored).status == 200)
    }

    @Test func `a log that lost entries which were witnessed is told so`() async throws {
        let fault = #expect(throws: SiteFault.self) { try log.checkpointToCosign(from: 1000) }
        guard case .damaged(let finding)? = fault else {
            Issue.record("\(fault as Any)")
            return
        }
        #expect(finding.contains("went back"))
    }

    // MARK: What is kept

    @Test func `cosignatures by other keys or of another text are not kept`() async throws {
        try await log.grow(by: 2)
        let offer = try log.checkpointToCosign(from: nil)
        let answer = try await witness.cosign(offer.body, of: log.asPartner, at: noon)
        let keys = [try #require(witness.witnessKey)]
        await #expect(throws: SiteFault.self) {
            try await log.keep(cosignatures: answer.bytes, of: offer, by: [log.witnessKey ?? ""], at: noon)
        }
        var forged = answer.bytes
        forged[forged.count - 8] ^= 1
        await #expect(throws: SiteFault.self) {
            try await log.keep(cosignatures: forged, of: offer, by: keys, at: noon)
        }
        try await log.grow(by: 1, "b")
        let next = try log.checkpointToCosign(from: nil)
        await #expect(throws: SiteFault.self) {
            try await log.keep(cosignatures: answer.bytes, of: next, by: keys, at: noon)
        }
        #expect(try log.cosignedHead() == nil)
        try await log.keep(cosignatures: answer.bytes, of: offer, by: keys, at: noon)
        #expect(try log.cosignedHead()?.size == 2)
    }

    @Test func `an answer that comes late does not replace a later checkpoint`() async throws {
        try await log.grow(by: 2)
        let offer = try log.checkpointToCosign(from: nil)
        let answer = try await witness.cosign(offer.body, of: log.asPartner, at: noon)
        try await log.grow(by: 1, "b")
        try await log.haveCosigned(by: witness)
        let keys = [try #require(witness.witnessKey)]
        try await log.keep(cosignatures: answer.bytes, of: offer, by: keys, at: noon)
        #expect(try log.cosignedHead()?.size == 3)
    }

    @Test func `a third witness's line joins the partner's on the same checkpoint`() async throws {
        try await log.grow(by: 2)
        try await log.haveCosigned(by: witness)
        let third = try #require(
            NoteSigner(name: "third.example", kind: .cosignature, secret: Curve25519.Signing.PrivateKey())
        )
        let offer = try log.checkpointToCosign(from: nil)
        let line = try third.sign(try SignedNote(Array(offer.note.utf8)).text, at: 1_790_000_000).line
        try await log.keep(
            cosignatures: Array(line.utf8),
            of: offer,
            by: [third.key.description],
            at: noon
        )
        let note = try SignedNote(Array(try #require(try log.cosignedHead()).note.utf8))
        let keys = [try #require(witness.witnessKey.flatMap { NoteKey($0) }), third.key]
        #expect(try Set(note.signers(among: keys)) == Set(keys))
        #expect(note.signatures.count == 3)
    }
}
