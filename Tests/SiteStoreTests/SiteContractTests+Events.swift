import Operations
import Testing
import Vocabulary

extension SiteContractTests {
    @Test(arguments: StoreUnderTest.allCases)
    func `flights of a day come by time, those without a time last`(store: StoreUnderTest) async throws {
        let site = try store.open(folder)
        let tomorrow = FlightKey(number: "GA1", departsOn: flight.departsOn.adding(days: 1), from: "CGK")
        let late = FlightKey(number: "AA1", departsOn: flight.departsOn, from: "CGK")
        let timeless = FlightKey(number: "AA0", departsOn: flight.departsOn, from: "CGK")
        try await site.record([
            .manifestReceived(manifest(timeless, departsAt: nil)),
            .manifestReceived(manifest(late, departsAt: 900)), .manifestReceived(manifest(flight)),
            .manifestReceived(manifest(tomorrow)),
        ])
        let found = try site.read { try $0.flights(on: flight.departsOn) }
        #expect(found.map(\.manifest.flight.number) == ["GA820", "AA1", "AA0"])
        #expect(found.allSatisfy { $0.receivedAt == noon })
        #expect(try site.read { try $0.flight(flight) }?.manifest == manifest(flight))
        #expect(
            try site.read { try $0.flight(FlightKey(number: "X", departsOn: noon.day(zone: 0), from: "CGK")) }
                == nil
        )
    }

    @Test(arguments: StoreUnderTest.allCases)
    func `a later list of a flight replaces the earlier one and its travellers`(
        store: StoreUnderTest
    ) async throws {
        let site = try store.open(folder)
        try await site.record([
            .manifestReceived(manifest(digests: ["d1"])), .travellerScreened(traveller(1)),
            .travellerScreened(traveller(2)),
        ])
        try await site.record([
            .manifestReceived(manifest(list: "crew", digests: ["d2"])),
            .travellerScreened(traveller(1, id: "c1", list: "crew")),
        ])
        #expect(try site.read { try $0.screened(on: flight) }.map(\.id) == ["s1", "s2", "c1"])
        try await site.record([
            .manifestReceived(manifest(digests: ["d3", "d4"])), .travellerScreened(traveller(2, id: "n2")),
        ])
        try site.read { reads throws in
            #expect(try reads.screened(on: flight).map(\.id) == ["n2", "c1"])
            #expect(try reads.screened(id: "s1") == nil)
            #expect(try reads.screened(id: "n2") == traveller(2, id: "n2"))
            #expect(try reads.flight(flight)?.manifest.digests == ["d3", "d4"])
            #expect(try reads.flights(on: flight.departsOn).map(\.manifest.list) == ["passengers", "crew"])
            for digest in ["d1", "d2", "d3", "d4"] {
                #expect(try reads.manifests(digest: digest).first?.digests.contains(digest) == true)
            }
            #expect(try reads.manifests(digest: "d5").isEmpty)
        }
    }

    @Test(arguments: StoreUnderTest.allCases)
    func `a traveller screened again has one place in the list`(store: StoreUnderTest) async throws {
        let site = try store.open(folder)
        try await site.record([
            .manifestReceived(manifest()), .travellerScreened(traveller(12)),
            .travellerScreened(traveller(3)),
        ])
        try await site.record(.travellerScreened(traveller(12, advice: .advise)))
        #expect(try site.read { try $0.screened(on: flight) }.map(\.assessment.advice) == [.refer, .advise])
        try await site.record(.travellerScreened(traveller(3, advice: .clear)))
        try site.read { reads throws in
            #expect(try reads.screened(on: flight).map(\.person) == [12])
            #expect(try reads.screened(id: "s3")?.assessment.advice == .clear)
        }
    }

    @Test(arguments: StoreUnderTest.allCases)
    func `referrals of a day come newest first and say why they fell away`(store: StoreUnderTest) async throws
    {
        let site = try store.open(folder)
        // 23.30 WIB of the day before: no flight, so the day of opening in western Indonesia.
        let eve = Moment(day: flight.departsOn.adding(days: -1), hour: 16, minute: 30)
        try await site.record([
            .referralOpened(referral("r1")),
            .referralOpened(referral("r2", openedAt: noon.adding(seconds: 5))),
            .referralOpened(referral("r3", flight: nil, openedAt: noon.adding(seconds: 1))),
            .referralOpened(referral("r4", flight: nil, openedAt: eve)),
            .referralOpened(referral("r5")),
        ])
        try await site.record(.referralWithdrawn(ReferralWithdrawn(id: "r1", reason: "attested")))
        try site.read { reads throws in
            let found = try reads.referrals(on: flight.departsOn)
            #expect(found.map(\.id) == ["r2", "r3", "r5", "r1"])
            #expect(found.map(\.withdrawnFor) == [nil, nil, nil, "attested"])
            #expect(try reads.referrals(on: flight.departsOn.adding(days: -1)).map(\.id) == ["r4"])
            #expect(try reads.referral(id: "r1")?.withdrawnFor == "attested")
            #expect(try reads.referral(id: "r2") == referral("r2", openedAt: noon.adding(seconds: 5)))
            #expect(try reads.referral(id: "r9") == nil)
        }
    }

    @Test(arguments: StoreUnderTest.allCases)
    func `attestations are found by passport, newest first`(store: StoreUnderTest) async throws {
        let site = try store.open(folder)
        try await site.record([
            .documentAttested(try attested("X1", "V1")), .documentAttested(try attested("X2", "V2")),
            .documentAttested(try attested("X1", "V3")),
        ])
        let found = try site.read { try $0.attestations(for: PassportNumber("X1").orThrow()) }
        #expect(found.map(\.attestation.number) == ["V3", "V1"])
    }

    @Test(arguments: StoreUnderTest.allCases)
    func `a doubt waits until it is decided, and the decision is found by passport`(store: StoreUnderTest)
        async throws
    {
        let site = try store.open(folder)
        let doubts = try [doubted("d1"), doubted("d2", placement: "PMI-2"), doubted("d3", "X2")]
        try await site.record(doubts.map { .linkDoubted($0) })
        #expect(try site.read { try $0.doubts(limit: 2) }.map(\.id) == ["d3", "d2"])
        try await site.record([.linkDecided(decided(doubts[0], isSame: false))])
        try site.read { reads throws in
            #expect(try reads.doubt(id: "d1") == nil)
            #expect(try reads.doubt(id: "d2") == doubts[1])
            let passport = try PassportNumber("X1").orThrow()
            // What was asked is known still, so that it is not asked again.
            #expect(try reads.doubts(on: passport).map(\.id) == ["d2", "d1"])
            #expect(try reads.linkDecisions(for: passport) == [decided(doubts[0], isSame: false)])
            #expect(try reads.linkDecisions(for: PassportNumber("X2").orThrow()).isEmpty)
        }
        // Whoever's placement was found has no open question any more; others have.
        let more = try doubted("d4", placement: "PMI-4")
        try await site.record([.linkDoubted(more), .linkDecided(decided(doubts[1]))])
        #expect(try site.read { try $0.doubts(limit: 9) }.map(\.id) == ["d3"])
    }

    @Test(arguments: StoreUnderTest.allCases)
    func `a case stands where its last move led and is found by referral, passport, slip and clock`(
        store: StoreUnderTest
    ) async throws {
        let site = try store.open(folder)
        try await site.record([
            .caseMoved(caseMove(1, "open", "waiting")), .caseMoved(caseMove(1, "open", "waiting", id: "c2")),
            .caseMoved(caseMove(2, "begin", "interviewing")),
            .caseMoved(caseMove(2, "agree", "deferred", id: "c2")),
            .caseMoved(caseMove(1, "open", "waiting", id: "c4")),
            .caseMoved(caseMove(2, "begin", "interviewing", id: "c4")),
            .caseMoved(caseMove(3, "proceed", "cleared")),
        ])
        try site.read { reads throws in
            #expect(try reads.caseMoves("c1").map(\.step) == ["open", "begin", "proceed"])
            #expect(try reads.caseMoves("c3").isEmpty)
            // What is closed is open to nobody and due at no time.
            #expect(try reads.openCases(.departure, limit: 9).map(\.last.id) == ["c2", "c4"])
            #expect(try reads.openCases(.abroad, limit: 9).isEmpty)
            // What nothing follows from when its clock runs out is overdue, not due.
            let due = try reads.cases(dueBefore: noon.adding(seconds: 999), limit: 9)
            #expect(due.map(\.last.id) == ["c4"])
            #expect(try reads.cases(dueBefore: noon, limit: 9).isEmpty)
            let passport = try PassportNumber("X1").orThrow()
            #expect(Set(try reads.cases(of: passport).map(\.last.id)) == ["c1", "c2", "c4"])
            #expect(try reads.caseOf(slip: "7KQ2-M4XN-90TD-3VWZ") == "c2")
            #expect(try reads.caseOf(slip: "0000-0000-0000-0000") == nil)
            #expect(try reads.caseOf(referral: "r1") != nil)
            #expect(try reads.caseOf(referral: "r9") == nil)
        }
    }

    @Test(arguments: StoreUnderTest.allCases)
    func `the acts on evidence are found by piece and by case, with their entries and salted bodies`(
        store: StoreUnderTest
    ) async throws {
        let site = try store.open(folder)
        try await site.record([
            .caseMoved(caseMove(1, "tip", "tip")), .evidenceMoved(evidenceMove(1)),
            .evidenceMoved(evidenceMove(1, id: "e2")), .evidenceMoved(evidenceMove(2)),
            .evidenceMoved(evidenceMove(1, id: "e3", caseID: "c2")),
        ])
        try site.read { reads throws in
            #expect(try reads.evidence(id: "e1") == [evidenceMove(1), evidenceMove(2)])
            #expect(try reads.evidence(of: "c1").map(\.id) == ["e1", "e2", "e1"])
            let entries = try reads.entries(ofCase: "c1")
            #expect(entries.count == 4)
            let body = try #require(try reads.saltedBody(at: entries[1]))
            #expect(String(decoding: body, as: UTF8.self).contains("foto.jpg"))
            #expect(try reads.saltedBody(at: 99) == nil)
        }
    }

    @Test(arguments: StoreUnderTest.allCases)
    func `claims are searched as numbers and opened by their entries`(store: StoreUnderTest) async throws {
        let site = try store.open(folder)
        let claims = [
            try networkClaim("k1"), try networkClaim("k2", source: "LP/2"),
            try networkClaim("k3", phone: "0813"),
        ]
        try await site.record(claims.map { .claimMade($0) })
        try site.read { reads throws in
            let edges = try reads.claimEdges()
            #expect(edges.count == 3)
            #expect(Set(edges.map(\.one)).count == 1)
            #expect(Set(edges.map(\.other)).count == 2)
            #expect(Set(edges.map(\.source)).count == 2)
            #expect(try reads.claims(at: edges.map(\.entry)) == claims)
        }
    }

    @Test(arguments: StoreUnderTest.allCases)
    func `a roster holds in its shift, and whom chance has drawn is known until departure`(
        store: StoreUnderTest
    ) async throws {
        let site = try store.open(folder)
        try await site.record([
            .rosterSet(roster), .randomDrawn(try randomDraw("w1")),
            .randomDrawn(try randomDraw("w2", departsAt: noon.adding(seconds: 60))),
        ])
        try site.read { reads throws in
            #expect(try reads.roster(of: "TPI-A-CGK", at: noon) == roster)
            #expect(try reads.roster(of: "TPI-A-CGK", at: noon.adding(seconds: -1)) == nil)
            #expect(try reads.roster(of: "TPI-A-CGK", at: roster.closesAt) == nil)
            #expect(try reads.roster(of: "TPI-L-BTM", at: noon) == nil)
            #expect(try reads.rosters(of: "TPI-A-CGK", after: noon.adding(seconds: -99)) == [roster])
            #expect(try reads.draws(after: noon).map(\.draw.id) == ["w2", "w1"])
            #expect(try reads.draws(after: noon.adding(seconds: 60)).map(\.draw.id) == ["w1"])
        }
    }

    @Test(arguments: StoreUnderTest.allCases)
    func `accounts and keys are as they were last changed`(store: StoreUnderTest) async throws {
        let site = try store.open(folder)
        try await site.record([
            .accountChanged(account("wati")), .accountChanged(account("adi")),
            .machineKeyChanged(machineKey("k1")),
            .machineKeyChanged(machineKey("k2")),
        ])
        try await site.record([
            .accountChanged(account("wati", isEnabled: false)),
            .machineKeyChanged(machineKey("k1", isRevoked: true)),
        ])
        try site.read { reads throws in
            #expect(try reads.accounts() == [account("adi"), account("wati", isEnabled: false)])
            #expect(try reads.account(named: "wati")?.isEnabled == false)
            #expect(try reads.account(named: "nobody") == nil)
            #expect(try reads.machineKeys().map(\.id).sorted() == ["k1", "k2"])
            #expect(try reads.machineKey(id: "k1")?.isRevoked == true)
            #expect(try reads.machineKey(id: "k3") == nil)
        }
    }
}
