import Exchange
import Operations
import SiteStore
import Testing
import Vocabulary

/// What crosses between the two agencies, and what never does.
@Suite struct CrossingTests {
    static let worker = """
        placement_id,nik,name,sex,born_on,village_code,phone,passport_no,scheme,employer,destination,visa_no,visa_kind,contract_from,contract_until,insurance_no,insurance_until,medical_until,competence_no,marital_statement,family_permission,agreed_on,status
        PL-1,9904015702950001,REKAAN SATU,F,1995-02-17,9904012001,0899001122,X1,mandiri,PT REKAAN,HKG,no,work,2026-03-01,2028-03-01,A-1,2027-01-01,2026-12-31,K-1,yes,yes,2026-01-10,signed

        """
    static let list = """
        departs_at,carrier,route_no,from,to,passport_no,name,born_on,nationality,visa_kind
        2026-03-01T23:40:00+07:00,GA,GA820,CGK,HKG,X1,REKAAN SATU,1995-02-17,IDN,work

        """

    private func placement(_ number: String, at place: Place) throws -> Placement? {
        try place.store.read { try $0.records(Placement.self, .key(number)).first }
    }

    /// Two desks of which one has told the other of a worker without a visa, and the other has referred her.
    func referred() async throws -> (desks: TwoDesks, referral: String) {
        let desks = try await TwoDesks()
        _ = try await desks.ministry.load(["workers.csv": Self.worker])
        try await desks.carry()
        _ = try await desks.immigration.desk.receive(Array(Self.list.utf8), name: "a", by: .operatorConsole)
        let day = desks.immigration.desk.today
        let standing = try desks.immigration.desk.referrals(on: day)
        let referral = try #require(standing.first)
        #expect(referral.codes == ["D02", "A01"])
        try await desks.carry()
        return (desks, referral.id)
    }

    @Test func `placements cross from signed on, and of health, family and home nothing does`() async throws {
        let desks = try await TwoDesks()
        let workers = try #require(InventedNation.files["workers.csv"])
        _ = try await desks.ministry.load(["workers.csv": workers])
        let carried = try await desks.carry().filter { $0.type == "placement.shared/1" }
        let rows = Dictionary(grouping: InventedNation.rows("workers.csv")) { $0["placement_id"] ?? "" }
        let open: Set = ["signed", "carded", "departed", "returned", "cancelled"]
        #expect(carried.count > 10)
        for message in carried {
            #expect(message.refusal == nil)
            let row = try #require(rows[message.says("placement_id") ?? ""]?.last)
            #expect(open.contains(row["status"] ?? ""))
            let never: Set = [
                "medical_until", "marital_statement", "family_permission", "village_code", "phone", "sex",
            ]
            #expect(never.isDisjoint(with: message.payload.keys))
            for column in ["village_code", "phone"] {
                guard let value = row[column], !value.isEmpty else { continue }
                #expect(!message.payload.values.contains(.string(value)))
            }
        }
        let shared = Set(carried.compactMap { $0.says("placement_id") })
        for row in InventedNation.rows("workers.csv") where !open.contains(row["status"] ?? "") {
            let number = try #require(row["placement_id"])
            #expect(!shared.contains(number))
            #expect(try placement(number, at: desks.immigration) == nil)
        }
    }

    @Test func `a corrected placement is sent again, and what came is not sent back`() async throws {
        let desks = try await TwoDesks()
        _ = try await desks.ministry.load(["workers.csv": Self.worker])
        #expect(try await desks.carry().map(\.type) == ["placement.shared/1"])
        let corrected = Self.worker.replacing("PT REKAAN", with: "PT LAIN")
        _ = try await desks.ministry.load(["workers.csv": corrected])
        let again = try await desks.carry()
        #expect(again.map(\.type) == ["placement.shared/1"] && again.allSatisfy { $0.sender == .ministry })
        #expect(try placement("PL-1", at: desks.immigration)?.file.employer == "PT LAIN")
    }

    @Test func `companies and job orders cross, and how far the records reach`() async throws {
        let desks = try await TwoDesks()
        _ = try await desks.ministry.load([
            "agencies.csv": "licence_no,kind,name,status\nL-1,p3mi,PT REKAAN,active\n",
            "joborders.csv": """
            job_order_no,agency_licence,employer,employer_kind,destination,position,quota,used,verified_on,valid_until
            J-1,L-1,PT ASING,company,HKG,juru las,5,1,2026-01-02,2027-01-02

            """,
        ])
        #expect(Set(try await desks.carry().map(\.type)) == ["agency.shared/1", "joborder.shared/1"])
        try await desks.ministry.desk.tellHowFar(everySeconds: 60)
        #expect(try await desks.carry().map(\.type) == ["registry.told/1", "registry.told/1"])
        let feeds = try desks.immigration.store.read { try $0.records(Feed.self, limit: 9) }
        #expect(Set(feeds.map(\.key)) == ["agencies", "joborders"])
        #expect(feeds.allSatisfy { $0.state == .complete })
        // A partner that is heard no more answers nothing.
        desks.advance(days: 1)
        try await desks.immigration.desk.noteSilence()
        let silent = try desks.immigration.store.read { try $0.records(Feed.self, limit: 9) }
        #expect(silent.count == 3 && silent.allSatisfy { $0.state == .down })
    }

    @Test func `a referral crosses with its answer, and falls away on both sides once the paper was seen`()
        async throws
    {
        let (desks, referral) = try await referred()
        let known = try desks.ministry.desk.referral(id: referral)
        #expect(known?.codes == ["D02", "A01"] && known?.withdrawnFor == nil)
        let answered = ReferralAnswered(
            referral: referral,
            passport: PassportNumber("X1"),
            answer: .mending,
            text: "Visa sedang dilihat.",
            officer: "citra",
            at: desks.ministry.desk.now()
        )
        try await desks.ministry.store.commit { _ in
            let draft = EntryDraft(
                .referralAnswered(answered),
                at: answered.at,
                actor: "citra",
                purpose: "protect",
                subject: PassportNumber("X1").map(EntrySubject.passport)
            )
            return Decision([draft], answer: ())
        }
        let said = try await desks.carry()
        #expect(said.map(\.type) == ["referral.answered/1"] && !said[0].text.contains("citra"))
        let heard = try desks.immigration.store.read { try $0.answers(to: referral) }
        #expect(heard.map(\.answer) == [.mending])
        let visa = Attestation(document: "visa", number: "V-77", validUntil: Day("2028-01-01"))
        let passport = try #require(PassportNumber("X1"))
        try await desks.ministry.desk.attest(visa, for: passport, by: .operatorConsole)
        try await desks.carry()
        for place in [desks.immigration, desks.ministry] {
            #expect(try place.desk.referral(id: referral)?.withdrawnFor == "attested")
        }
    }

    @Test func `of a person who is erased nothing is left at the partner but entries`() async throws {
        let (desks, referral) = try await referred()
        let passport = try #require(PassportNumber("X1"))
        let nik = try #require(NIK("9904015702950001"))
        _ = try await desks.immigration.desk.erase(
            .passport(passport),
            basis: "surat 1",
            by: .operatorConsole
        )
        try await desks.carry()
        #expect(try desks.ministry.desk.referral(id: referral) == nil)
        _ = try await desks.ministry.desk.erase(.nik(nik), basis: "surat 2", by: .operatorConsole)
        try await desks.carry()
        for place in [desks.immigration, desks.ministry] {
            #expect(try placement("PL-1", at: place) == nil)
            let left = try place.store.read { reads in
                try [EntrySubject.passport(passport), .nik(nik)].flatMap { try reads.events(about: $0) }
                    .filter { if case .recordRead = $0.event { false } else { true } }.count
            }
            #expect(left == 0)
            #expect(try place.store.verify { _, _ in }.isSound)
        }
    }

    @Test func `the ministry's erasure takes its placement back, and leaves what is Immigration's own`()
        async throws
    {
        let desks = try await TwoDesks()
        _ = try await desks.ministry.load(["workers.csv": Self.worker])
        _ = try await desks.immigration.load([
            "crossings.csv": """
            crossing_id,passport_no,direction,at,checkpoint,destination
            C-1,X1,exit,2020-01-01T08:00:00+07:00,TPI-A-CGK,HKG

            """
        ])
        try await desks.carry()
        #expect(try placement("PL-1", at: desks.immigration) != nil)
        let nik = try #require(NIK("9904015702950001"))
        _ = try await desks.ministry.desk.erase(.nik(nik), basis: "surat 2", by: .operatorConsole)
        try await desks.carry()
        #expect(try placement("PL-1", at: desks.immigration) == nil)
        let passport = try #require(PassportNumber("X1"))
        #expect(
            try desks.immigration.store.read { try $0.records(Crossing.self, .passport(passport)) }.count == 1
        )
    }

    @Test(arguments: [
        ("cegah,X1,,,", 0), ("rednotice,X1,,,", 0), ("destination,closed,HKG,,", 1), ("agency,L-1,,,", 1),
        ("phone,0899,,,", 0), ("phone,0899,,IMI-1,", 0), ("phone,0899,,IMI-1,IMI-1", 0),
        ("phone,0899,,IMI-1,KEM-1", 1), ("payer,tok,,IMI-1,KEM-1", 1), ("address,Jl. Rekaan,,IMI-1,KEM-1", 1),
    ])
    func `notices cross without bans, and contacts only with both approvals`(row: String, count: Int)
        async throws
    {
        let desks = try await TwoDesks()
        let cells = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        _ = try await desks.immigration.load([
            "notices.csv": """
            notice_id,kind,value,destination,approved_by_immigration,approved_by_ministry,from,until,basis,owner
            N-1,\(cells.joined(separator: ",")),2026-02-01,2026-04-01,PKS,Imigrasi

            """
        ])
        let carried = try await desks.carry()
        #expect(carried.filter { $0.sender == .immigration && $0.refusal == nil }.count == count)
        #expect(!carried.contains { $0.sender == .ministry })
        let known = try desks.ministry.store.read { try $0.records(Notice.self, .key("N-1")) }
        #expect(known.count == count)
    }

    @Test func `nothing is taken before both have signed, and everything is afterwards`() async throws {
        let desks = try await TwoDesks(isAgreed: false)
        _ = try await desks.ministry.load(["workers.csv": Self.worker])
        let early = try await desks.carry()
        #expect(early.map(\.refusal) == [.agreementUnsigned])
        #expect(try placement("PL-1", at: desks.immigration) == nil)
        try await desks.sign()
        #expect(try await desks.carry().allSatisfy { $0.refusal == nil || $0.refusal == .agreementUnsigned })
        #expect(try placement("PL-1", at: desks.immigration) != nil)
    }

    @Test(arguments: [
        ("passport.shared/1", "protect", ["passport_no": "X1"], ExchangeRefusal.schema("type")),
        ("departure.confirmed/1", "protect", ["placement_id": "PL-1"], ExchangeRefusal.schema("type")),
        (
            "agency.shared/1", "none", ["licence_no": "L-1", "owner_nik": "1"],
            ExchangeRefusal.schema("owner_nik")
        ),
        ("agency.shared/1", "clear-worker", ["licence_no": "L-1"], ExchangeRefusal.purpose),
        ("placement.shared/1", "tax", ["placement_id": "PL-1"], ExchangeRefusal.purpose),
        (
            "placement.shared/1", "clear-worker", ["placement_id": "PL-1", "phone": "0899"],
            ExchangeRefusal.schema("phone")
        ),
    ])
    func `what the agreement doesn't list is refused, whoever signs it`(
        type: String,
        purpose: String,
        payload: [String: String],
        refusal: ExchangeRefusal
    ) async throws {
        let desks = try await TwoDesks()
        let size = try desks.immigration.store.ledgerHead().size
        let words = payload.mapValues { CanonicalJSON.string($0) }
        let sent = try await desks.force(type, purpose: purpose, words, from: .ministry)
        #expect(sent.refusal == refusal)
        #expect(try desks.immigration.store.ledgerHead().size == size)
    }
}
