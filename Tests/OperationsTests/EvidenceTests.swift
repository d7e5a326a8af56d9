import Casework
import Crypto
import Foundation
import Ledger
import Operations
import SiteStore
import Testing
import Vocabulary

/// Evidence of a case, and the bundle that a court checks without the site.
@Suite struct EvidenceTests {
    private static let gilang = Actor(
        Account(name: "gilang", roles: [.investigator], passwordHash: "", mustChangePassword: false)
    )
    private static let eka = Actor(
        Account(name: "eka", roles: [.protection], passwordHash: "", mustChangePassword: false)
    )
    private static let photograph: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0] + Array("rekaan".utf8)

    private func opened(_ place: Place, _ kind: CaseKind = .enforcement) async throws -> String {
        var content = CaseContent()
        content.text = "Rekruter menawarkan kerja."
        content.opening = CaseOpening(passport: PassportNumber("X1"))
        return try await place.desk.open(kind, content, by: kind == .support ? Self.eka : Self.gilang).id
    }

    private func brought(
        _ bytes: [UInt8] = photograph,
        name: String = "foto.jpg",
        digest: String? = nil
    ) -> BroughtEvidence {
        var brought = BroughtEvidence(bytes: bytes, name: name)
        brought.deviceDigest = digest
        return brought
    }

    @Test func `evidence is opened as it was taken in, and every opening stands in its custody`() async throws
    {
        let place = try Place()
        let caseID = try await opened(place)
        let id = try await place.desk.collect(brought(), for: caseID, by: Self.gilang)
        let again = try await place.desk.open(evidence: id, of: caseID, for: .investigate, by: Self.gilang)
        #expect(again.bytes == Self.photograph)
        try await place.desk.note(
            .seal,
            on: id,
            of: caseID,
            for: .prosecute,
            text: "segel 7",
            by: Self.gilang
        )
        let acts = try place.desk.evidence(of: caseID)
        #expect(acts.map { $0.map(\.act) } == [[.collect, .view, .seal]])
        #expect(acts[0].map(\.number) == [1, 2, 3])
        // The key of the file stands in one place only.
        #expect(acts[0].map { $0.key != nil } == [true, false, false])
    }

    @Test func `bytes that changed on the way are not taken in`() async throws {
        let place = try Place()
        let caseID = try await opened(place)
        let altered = brought(digest: String(repeating: "0", count: 64))
        await #expect(throws: OperationFault.self) {
            _ = try await place.desk.collect(altered, for: caseID, by: Self.gilang)
        }
        #expect(try place.desk.evidence(of: caseID).isEmpty)
        let whole = brought(digest: hexadecimal(SHA256.hash(data: Self.photograph)).uppercased())
        let id = try await place.desk.collect(whole, for: caseID, by: Self.gilang)
        #expect(try place.desk.evidence(of: caseID).first?.first?.isDigestOfDevice == true)
        #expect(try place.desk.evidence(of: caseID).first?.first?.id == id)
    }

    @Test func `a lying name makes no photograph of a program`() async throws {
        let place = try Place()
        let caseID = try await opened(place)
        let program = brought(Array("MZ\u{0}\u{1}".utf8), name: "foto.jpg")
        await #expect(throws: OperationFault.self) {
            _ = try await place.desk.collect(program, for: caseID, by: Self.gilang)
        }
        #expect(try place.desk.evidence(of: caseID).isEmpty)
    }

    @Test func `evidence of another case is not opened through this one`() async throws {
        let place = try Place()
        let (one, other) = (try await opened(place), try await opened(place))
        let id = try await place.desk.collect(brought(), for: one, by: Self.gilang)
        await #expect(throws: OperationFault.absent) {
            _ = try await place.desk.open(evidence: id, of: other, for: .investigate, by: Self.gilang)
        }
    }

    @Test func `with its entry's body the file is gone for good`() async throws {
        let place = try Place()
        let caseID = try await opened(place, .support)
        let id = try await place.desk.collect(brought(), for: caseID, by: Self.eka)
        _ = try await place.desk.erase(
            .passport(try #require(PassportNumber("X1"))),
            basis: "surat 1",
            by: .operatorConsole
        )
        #expect(try place.desk.evidence(of: caseID).isEmpty)
        await #expect(throws: OperationFault.absent) {
            _ = try await place.desk.open(evidence: id, of: caseID, for: .audit, by: Self.gilang)
        }
    }

    @Test func `a bundle is checked by sums, proofs and digests alone`() async throws {
        let place = try Place()
        let caseID = try await opened(place)
        _ = try await place.desk.collect(brought(name: "../foto 1.jpg"), for: caseID, by: Self.gilang)
        let files = try await place.desk.bundle(of: caseID, for: .prosecute, by: Self.gilang) {
            bundle,
            names in
            Array("\(bundle.history.id) \(names.values.sorted())".utf8)
        }
        let byPath = Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.bytes) })
        #expect(byPath["evidence/1-.._foto_1.jpg"] == nil)
        #expect(byPath.keys.contains { $0.hasPrefix("evidence/1-") && !$0.contains("/.") })
        let sums = String(decoding: try #require(byPath["SHA256SUMS"]), as: UTF8.self).split(separator: "\n")
        #expect(sums.count == files.count - 1)
        for line in sums {
            let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
            let bytes = try #require(byPath[parts[1].trimmingCharacters(in: .whitespaces)])
            #expect(hexadecimal(SHA256.hash(data: bytes)) == parts[0])
        }
        // Each step's proof verifies with the log's key, and its body is the one that the entry names.
        let key = try #require(place.store.checkpointKeys.first.flatMap { NoteKey($0) })
        let proofs = files.filter { $0.path.hasSuffix(".proof") }
        #expect(proofs.count == 3)
        for proof in proofs {
            let receipt = try InclusionReceipt(proof.bytes)
            let entry = try #require(receipt.extra)
            _ = try receipt.verified(entry: entry, log: [key])
            let body = try #require(byPath[proof.path.replacing(".proof", with: ".body")])
            #expect(String(decoding: entry, as: UTF8.self).contains(hexadecimal(SHA256.hash(data: body))))
        }
    }

    @Test func `a departure check has no bundle: its answers are no evidence`() async throws {
        let place = try Place()
        let referral = try await place.desk.openReferral(
            for: try #require(PassportNumber("X9")),
            flight: nil,
            reason: .purpose,
            by: .operatorConsole
        )
        let ani = Actor(
            Account(name: "ani", roles: [.interviewer], passwordHash: "", mustChangePassword: false)
        )
        let id = try await place.desk.beginInterview(of: referral.id, .begun, by: ani)
        await #expect(throws: OperationFault.notAllowed) {
            _ = try await place.desk.bundle(of: id, for: .prosecute, by: Self.gilang) { _, _ in [] }
        }
    }
}
