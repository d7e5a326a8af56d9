import Operations
import SiteStore
import Testing
import Vocabulary

@Suite struct ReceiveTests {
    private static let header =
        "departs_at,carrier,route_no,from,to,passport_no,name,born_on,nationality,visa_kind\n"

    /// A list of one flight; those with a work visa and no placement are referred.
    private func list(_ travellers: (passport: String, visa: String)...) -> [UInt8] {
        let rows = travellers.map {
            "2026-03-01T23:40:00+07:00,GA,GA820,CGK,HKG,\($0.passport),REKAAN \($0.passport),1990-02-12,IDN,\($0.visa)\n"
        }
        return Array((Self.header + rows.joined()).utf8)
    }

    private func place() async throws -> Place {
        let place = try Place()
        let passports = ["X1", "X2", "X3"].map {
            "\($0),REKAAN \($0),1990-02-12,2024-01-01,2034-01-01,issued\n"
        }
        let report = try await place.load([
            "workers.csv": "placement_id,name,status\nPL-9,REKAAN LAIN,returned\n",
            "passports.csv": "passport_no,name,born_on,issued_on,expires_on,status\n" + passports.joined(),
        ])
        #expect(report.refused == 0)
        return place
    }

    private func standing(_ place: Place) throws -> [Referral] {
        try place.desk.referrals(on: place.desk.today).filter { $0.withdrawnFor == nil }
    }

    @Test func `the same bytes again change nothing`() async throws {
        let place = try await place()
        let bytes = list(("X1", "work"), ("X2", "visit"))
        let first = try await place.desk.receive(bytes, name: "a", by: .operatorConsole)
        #expect(first.manifests.first?.counts.refer == 1)
        let size = try place.store.ledgerHead().size
        let second = try await place.desk.receive(bytes, name: "b", by: .operatorConsole)
        #expect(second.isRepeat)
        #expect(second.manifests == first.manifests)
        #expect(try place.store.ledgerHead().size == size)
    }

    @Test func `two uploads of one list at one moment make one list`() async throws {
        let place = try await place()
        let bytes = list(("X1", "work"))
        async let one = place.desk.receive(bytes, name: "a", by: .operatorConsole)
        async let other = place.desk.receive(bytes, name: "b", by: .operatorConsole)
        let both = try await [one, other]
        #expect(both.count { $0.isRepeat } == 1)
        #expect(try standing(place).count == 1)
    }

    @Test func `a later list keeps one referral a person and withdraws whoever was dropped, with a reason`()
        async throws
    {
        let place = try await place()
        _ = try await place.desk.receive(
            list(("X1", "work"), ("X2", "work")),
            name: "a",
            by: .operatorConsole
        )
        let before = try standing(place)
        #expect(before.count == 2)
        _ = try await place.desk.receive(
            list(("X2", "work"), ("X3", "work")),
            name: "b",
            by: .operatorConsole
        )
        let after = try standing(place)
        #expect(Set(after.compactMap(\.passport?.text)) == ["X2", "X3"])
        #expect(
            after.first { $0.passport?.text == "X2" }?.id == before.first { $0.passport?.text == "X2" }?.id
        )
        let withdrawn = try place.desk.referrals(on: place.desk.today).first { $0.passport?.text == "X1" }
        #expect(withdrawn?.withdrawnFor == "dropped-from-list")
        #expect(
            try place.desk.flight(
                after[0].flight ?? FlightKey(number: "", departsOn: place.desk.today, from: "")
            )?
            .manifest.counts.total == 2
        )
    }

    @Test func `a person named twice on a list has one referral`() async throws {
        let place = try await place()
        let got = try await place.desk.receive(
            list(("X1", "work"), ("X1", "work")),
            name: "a",
            by: .operatorConsole
        )
        #expect(got.manifests.first?.counts.refer == 2)
        #expect(try standing(place).count == 1)
    }

    @Test func `a clear traveller leaves nothing but a count`() async throws {
        let place = try await place()
        let got = try await place.desk.receive(list(("X2", "visit")), name: "a", by: .operatorConsole)
        let manifest = try #require(got.manifests.first)
        #expect(manifest.counts.clear == 1)
        #expect(try place.desk.screened(on: manifest.flight).isEmpty)
    }

    @Test func `a board is told of a referral only once it is durable`() async throws {
        let place = try await place()
        var changes = place.desk.board.subscribe().makeAsyncIterator()
        _ = try await place.desk.receive(list(("X1", "work")), name: "a", by: .operatorConsole)
        var told: [BoardChange] = []
        while told.count < 2, let change = await changes.next() { told.append(change) }
        for case .referralOpened(let id) in told { #expect(try place.desk.referral(id: id) != nil) }
        #expect(told.count == 2)
    }

    @Test func `a check at the counter that refers is one referral, whoever asks and however often`()
        async throws
    {
        let place = try await place()
        var check = TravellerCheck()
        check.passport = PassportNumber("X1")
        check.visaKind = .work
        let first = try await place.desk.check(check, by: .operatorConsole)
        let again = try await place.desk.check(check, by: .operatorConsole)
        #expect(first.assessment.advice == .refer)
        #expect(first.referral?.id == again.referral?.id)
        #expect(try await place.desk.gate(check, by: .operatorConsole) == .counter)
        #expect(try standing(place).count == 1)
    }

    @Test func `an unreadable file is named and changes nothing`() async throws {
        let place = try await place()
        let size = try place.store.ledgerHead().size
        await #expect(throws: OperationFault.self) {
            try await place.desk.receive(Array("nothing of ours".utf8), name: "x", by: .operatorConsole)
        }
        #expect(try place.store.ledgerHead().size == size)
    }

    @Test func `a document seen in the hand withdraws the referral that asked for it`() async throws {
        let place = try await place()
        _ = try await place.load([
            "workers.csv": """
            placement_id,name,born_on,passport_no,scheme,employer,destination,visa_no,visa_kind,visa_until,\
            contract_from,contract_until,insurance_no,medical_until,competence_no,marital_statement,\
            family_permission,status
            PL-1,REKAAN X1,1990-02-12,X1,mandiri,PT,HKG,no,work,,2026-03-01,2028-03-01,A-1,2027-01-01,K-1,yes,yes,signed

            """
        ])
        var check = TravellerCheck()
        check.passport = PassportNumber("X1")
        check.destination = "HKG"
        let before = try await place.desk.check(check, by: .operatorConsole)
        #expect(before.assessment.advice == .refer)
        #expect(before.assessment.reasons.first?.code == "D02")
        let seen = Attestation(document: "visa", number: "V-77", validUntil: Day("2028-01-01"))
        try await place.desk.attest(seen, for: try #require(PassportNumber("X1")), by: .operatorConsole)
        let after = try await place.desk.check(check, by: .operatorConsole)
        #expect(after.assessment.advice < .refer)
        #expect(try standing(place).isEmpty)
        #expect(try place.desk.referral(id: try #require(before.referral?.id))?.withdrawnFor == "attested")
    }
}
