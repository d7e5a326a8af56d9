import Foundation
import GRDB
import Operations
import Testing
import Vocabulary

@testable import SiteStore

@Suite struct RebuildTests {
    let folder: TemporaryFolder
    let site: SiteStore

    /// A site that has seen everything: changes, replaced lists, withdrawn referrals.
    init() async throws {
        folder = try TemporaryFolder()
        site = try SiteStore.open(folder: folder.path, mode: .readWrite(createIfAbsent: true))
        _ = try await site.load((0..<40).map { RecordChange(placement($0)) }, by: "intake", at: noon)
        let changed = (10..<20).map { RecordChange(placement($0, employer: "PT Lain")) }
        _ = try await site.load(changed, by: "intake", at: noon.adding(seconds: 9))
        var notice = Notice()
        notice.number = "N1"
        notice.subject = .destination
        notice.destination = CountryCode("ARE")
        _ = try await site.load([RecordChange(notice)], by: "intake", at: noon.adding(seconds: 10))
        try await site.record([
            .manifestReceived(manifest()), .travellerScreened(traveller(1)), .referralOpened(referral("r1")),
            .manifestReceived(manifest(digests: ["d2"])), .travellerScreened(traveller(2)),
            .referralWithdrawn(ReferralWithdrawn(id: "r1", reason: "later-list")),
            .documentAttested(try attested("X1", "V1")),
            .linkDoubted(try doubted("d1")), .linkDoubted(try doubted("d2", placement: "PMI-2")),
            .linkDecided(decided(try doubted("d1"), isSame: false)),
            .contactPeriodBegun(ContactPeriod(number: 684, key: Data(repeating: 7, count: 32))),
            .caseMoved(caseMove(1, "open", "waiting")), .caseMoved(caseMove(2, "begin", "interviewing")),
            .randomAnswered(RandomAnswered(mark: "m1", departsAt: noon)), .glassBroken(glass("g1")),
            .departureSettled(
                DepartureSettled(
                    try #require(PassportNumber("X1")),
                    on: flight,
                    departsAt: noon
                )
            ),
            .claimMade(try networkClaim("k1")), .evidenceMoved(evidenceMove(1)),
            .shiftHandedOver(shiftNote("n1")),
            .shiftTakenOver(ShiftNoteTaken(id: "n1", officer: "dodi", at: noon)),
            .rosterSet(roster),
            .witnessAlarmed(witnessAlarm("a1")),
            .witnessCleared(WitnessCleared(id: "a1", reason: "Uji.", officer: "rudi", at: noon)),
            .randomDrawn(try randomDraw("w1")),
            .exchangeQueued(exchangeQueued(1)), .exchangeQueued(exchangeQueued(2)),
            .exchangeDelivered(exchangeDelivered(1)), .exchangeReceived(exchangeReceived(1)),
            .exchangeSkipped(exchangeSkipped(2)), .exchangeGathered(ExchangeGathered(next: 70)),
            .exchangeProven(
                ExchangeProven(proofs: [ExchangeProven.Proof(stream: "k-01", sequence: 1, size: 9)])
            ),
            .exchangeAlarmed(
                ExchangeAlarmed(
                    code: "id-conflict",
                    stream: "k-01",
                    message: nil,
                    finding: "two messages, one id"
                )
            ), .exchangeResolved(ExchangeResolved(alarm: 20, text: "Uji.", officer: "rudi")),
            .agreementSigned(agreementSigned("id/imigrasi/simkim")),
            .exchangeTrusted(
                ExchangeTrusted(
                    party: "p",
                    bundle: "{}",
                    certificate: "c",
                    serial: 1,
                    officers: ["ani", "budi"]
                )
            ), .referralAnswered(referralAnswered("r1")),
            .lookUpPublished(lookUpPublished(1)), .lookUpPublished(lookUpPublished(2)),
            .lookUpGranted(LookUpGranted(party: "id/x", list: "00", persons: 150, travellers: 192)),
            .passIssued(try issuedPass()),
            .passRevoked(PassRevoked(try issuedPass(4), for: .asked, at: noon)),
            .accountChanged(account("wati")),
            .machineKeyChanged(machineKey("k1")), .machineKeyChanged(machineKey("k1", isRevoked: true)),
        ])
    }

    @Test func `folding again gives the same views`() throws {
        let (before, whole) = (try site.dump(), try site.ledgerHead().size)
        // No tile is full before 256 entries; `LogTests` folds those.
        #expect(before.allSatisfy { $0.key == "tiles" || !$0.value.isEmpty })
        var reported: [UInt64] = []
        try site.rebuild { done, size in
            #expect(size == whole)
            reported.append(done)
        }
        #expect(try site.dump() == before)
        #expect(reported == [whole])
        #expect(try site.verify { _, _ in }.isSound)
    }

    @Test func `damaged views are mended`() throws {
        let before = try site.dump()
        try site.pool.write { database in
            for table in Schema.viewTables { try database.execute(sql: "DELETE FROM \(table)") }
            try database.execute(sql: "INSERT INTO accounts VALUES ('intruder', 0)")
        }
        try site.rebuild { _, _ in }
        #expect(try site.dump() == before)
    }

    @Test func `views that stayed behind are folded at the next opening`() throws {
        let before = try site.dump()
        try site.pool.write { database in
            try database.execute(sql: "DELETE FROM records; UPDATE head SET folded = 3")
        }
        try site.close()
        let again = try SiteStore.open(folder: folder.path, mode: .readWrite(createIfAbsent: false))
        let head = try again.ledgerHead()
        #expect(head.folded == head.size)
        let records = try again.dump()["records"]
        #expect(records == before["records"])
    }

    @Test func `a ledger that can't be folded leaves the old views`() throws {
        let before = try site.dump()
        try site.pool.write { try $0.execute(sql: "UPDATE bodies SET sealed = x'7B' WHERE idx = 30") }
        let fault = #expect(throws: SiteFault.self) { try site.rebuild { _, _ in } }
        guard case .damaged(let finding) = fault else {
            Issue.record("\(fault as Any)")
            return
        }
        #expect(finding.contains("30"))
        #expect(try site.dump() == before)
    }
}
