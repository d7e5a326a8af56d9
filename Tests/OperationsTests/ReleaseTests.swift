import Operations
import SiteStore
import Testing
import Vocabulary

@Suite struct ReleaseTests {
    private let officer = Actor(account("budi", [.border]))
    private let other = Actor(account("ani", [.border]))

    private static func account(_ name: String, _ roles: Set<Role>) -> Account {
        Account(name: name, roles: roles, passwordHash: "scrypt$", mustChangePassword: false)
    }

    /// A complete worker at home, and somebody without a placement.
    private func place() async throws -> Place {
        let place = try Place()
        let report = try await place.load([
            "workers.csv": """
            placement_id,nik,name,born_on,passport_no,scheme,destination,visa_kind,visa_no,visa_until,contract_from,contract_until,medical_until,insurance_no,insurance_until,competence_no,marital_statement,family_permission,placement_agreement_no,status
            PL-1,9904015702950001,REKAAN SATU,1995-02-17,X1,ptop,HKG,work,V1,2028-01-01,2026-01-01,2028-01-01,2026-12-01,I1,2028-01-01,K1,yes,yes,P1,signed

            """,
            "passports.csv": """
            passport_no,nik,name,born_on,issued_on,expires_on,status
            X1,9904015702950001,REKAAN SATU,1995-02-17,2024-01-01,2034-01-01,issued
            X2,9904015702950002,REKAAN DUA,1995-02-17,2024-01-01,2034-01-01,issued

            """,
        ])
        #expect(report.refused == 0)
        return place
    }

    private func check(_ passport: String, at place: Place, by actor: Actor) async throws -> CheckAnswer {
        var request = TravellerCheck()
        request.passport = PassportNumber(passport)
        let answer = try await place.desk.check(request, by: actor)
        // What is only noted is written with the next command.
        try await place.store.commit { _ in Decision([], answer: ()) }
        return answer
    }

    private func own(_ actor: Actor, at place: Place) throws -> [KeptRelease] {
        try place.desk.ownReleases(on: place.desk.today, of: actor)
    }

    @Test func `an officer who lets a registered worker go has a receipt, once a departure`() async throws {
        let place = try await place()
        let answer = try await check("X1", at: place, by: officer)
        #expect(answer.assessment.placement?.text == "PL-1" && answer.referral == nil)
        _ = try await check("X1", at: place, by: officer)
        let kept = try #require(try own(officer, at: place).first)
        #expect(try own(officer, at: place).count == 1)
        #expect(kept.receipt.officer == "budi" && kept.receipt.placement.text == "PL-1")
        #expect(
            kept.receipt.advice == answer.assessment.advice && kept.receipt.rules == answer.assessment.rules
        )
        #expect(try place.store.receipt(for: #require(kept.entry)) != nil)
    }

    @Test func `whoever has no placement leaves none, nor does a machine's check`() async throws {
        let place = try await place()
        _ = try await check("X2", at: place, by: officer)
        #expect(try own(officer, at: place).isEmpty)
        let key = MachineKey(
            id: "k1",
            owner: "autogate",
            scopes: [.check],
            secretDigest: "",
            expiresAt: place.desk.now()
        )
        _ = try await check("X1", at: place, by: Actor(key))
        let passport = try #require(PassportNumber("X1"))
        #expect(try place.store.read { try $0.releases(of: passport) }.isEmpty)
    }

    @Test func `an officer sees the own receipts only`() async throws {
        let place = try await place()
        _ = try await check("X1", at: place, by: officer)
        _ = try await check("X1", at: place, by: other)
        #expect(try own(officer, at: place).map(\.receipt.officer) == ["budi"])
        #expect(try own(other, at: place).map(\.receipt.officer) == ["ani"])
    }

    @Test(arguments: ReleaseReader.allCases)
    func `opening for the worker or a court leaves an entry, and needs a reference`(reader: ReleaseReader)
        async throws
    {
        let place = try await place()
        _ = try await check("X1", at: place, by: officer)
        let passport = try #require(PassportNumber("X1"))
        let size = try place.store.ledgerHead().size
        await #expect(throws: OperationFault.self) {
            try await place.desk.openReleases(of: passport, for: reader, basis: "", by: .operatorConsole)
        }
        #expect(try place.store.ledgerHead().size == size)
        let opened = try await place.desk.openReleases(
            of: passport,
            for: reader,
            basis: "surat 7",
            by: .operatorConsole
        )
        #expect(opened.map(\.receipt.officer) == ["budi"])
        #expect(try place.store.ledgerHead().size == size + 1)
    }

    @Test func `a receipt outlives the erasure of the person, and goes when its own time is over`()
        async throws
    {
        let place = try await place()
        _ = try await check("X1", at: place, by: officer)
        let passport = try #require(PassportNumber("X1"))
        _ = try await place.desk.erase(.passport(passport), basis: "1", by: .operatorConsole)
        #expect(try own(officer, at: place).count == 1)
        let day = place.desk.today
        place.advance(seconds: 1825 * 86_400)
        #expect(try await place.desk.runRetention(by: .system)[.release] == 1)
        #expect(try place.desk.ownReleases(on: day, of: officer).isEmpty)
    }
}
