import Exchange
import Operations
import SiteStore
import Testing
import Vocabulary

/// How long what the partner told is kept: as the agreement says, and no longer than this site's own of the kind.
@Suite struct KeptDaysTests {
    private let passport = PassportNumber("X1")

    /// Two desks of which the ministry has answered a referral and attested a paper.
    private func answered() async throws -> TwoDesks {
        let (desks, referral) = try await CrossingTests().referred()
        let helper = Account(name: "citra", roles: [.helpdesk], passwordHash: "", mustChangePassword: false)
        try await desks.ministry.desk.answer(referral: referral, .mending, text: nil, by: Actor(helper))
        let paper = Attestation(document: "orientation", number: "O-1", validUntil: nil)
        try await desks.ministry.desk.attest(paper, for: #require(passport), by: .operatorConsole)
        try await desks.carry()
        return desks
    }

    private func kept(at place: Place) throws -> [String] {
        let passport = try #require(passport)
        return try place.store.read { reads in
            try reads.events(about: .passport(passport)).compactMap { _, event in
                switch event {
                case .travellerScreened: "screening"
                case .referralOpened: "referral"
                case .referralAnswered: "answer"
                case .documentAttested: "document"
                default: nil
                }
            }.sorted()
        }
    }

    @Test func `what came goes after the agreement's days, one's own after one's own`() async throws {
        let desks = try await answered()
        let all = ["answer", "document", "referral", "screening"]
        for place in [desks.immigration, desks.ministry] { #expect(try kept(at: place) == all) }
        desks.advance(days: 179)
        for place in [desks.immigration, desks.ministry] {
            #expect(try await place.desk.runRetention(by: .system)[.told] == nil)
        }
        desks.advance(days: 2)
        #expect(try desks.ministry.desk.dueForRetention()[.told] == 2)
        #expect(try await desks.ministry.desk.runRetention(by: .system)[.told] == 2)
        #expect(try kept(at: desks.ministry) == ["answer", "document"])
        #expect(try await desks.immigration.desk.runRetention(by: .system)[.told] == 2)
        #expect(try kept(at: desks.immigration) == ["referral", "screening"])
        for place in [desks.immigration, desks.ministry] {
            let before = try kept(at: place)
            #expect(try await place.desk.runRetention(by: .system)[.told] == nil)
            #expect(try kept(at: place) == before)
            #expect(try place.store.verify { _, _ in }.isSound)
        }
        desks.advance(days: 31)
        for place in [desks.immigration, desks.ministry] {
            _ = try await place.desk.runRetention(by: .system)
            #expect(try kept(at: place).isEmpty)
        }
    }

    @Test func `a withdrawal goes with the partner's referral, and stays with one's own`() async throws {
        let (desks, referral) = try await CrossingTests().referred()
        let visa = Attestation(document: "visa", number: "V-1", validUntil: Day("2028-01-01"))
        try await desks.ministry.desk.attest(visa, for: #require(passport), by: .operatorConsole)
        try await desks.carry()
        desks.advance(days: 181)
        for place in [desks.immigration, desks.ministry] {
            _ = try await place.desk.runRetention(by: .system)
            try place.store.rebuild { _, _ in }
        }
        #expect(try desks.ministry.desk.referral(id: referral) == nil)
        #expect(try desks.immigration.desk.referral(id: referral)?.withdrawnFor == "attested")
    }

    @Test func `a notice that came goes after its days, and the sender's stands`() async throws {
        let desks = try await TwoDesks()
        _ = try await desks.immigration.load([
            "notices.csv": """
            notice_id,kind,value,destination,from,until,basis,owner
            N-1,destination,closed,HKG,2026-02-01,2026-04-01,PKS,Imigrasi

            """
        ])
        try await desks.carry()
        func known(_ place: Place) throws -> Int {
            try place.store.read { try $0.records(Notice.self, .key("N-1")) }.count
        }
        desks.advance(days: 89)
        for place in [desks.immigration, desks.ministry] {
            _ = try await place.desk.runRetention(by: .system)
            #expect(try known(place) == 1)
        }
        desks.advance(days: 1)
        #expect(try await desks.ministry.desk.runRetention(by: .system)[.told] == 1)
        #expect(try await desks.immigration.desk.runRetention(by: .system)[.told] == nil)
        #expect(try known(desks.ministry) == 0)
        #expect(try known(desks.immigration) == 1)
    }
}
