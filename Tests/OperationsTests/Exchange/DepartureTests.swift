import Exchange
import Exchange
import Operations
import SiteStore
import Testing
import Vocabulary

/// Departures and returns of placement holders, and the workers of whom nobody has heard.
@Suite struct DepartureTests {
    private static func worker(until: String = "2028-03-01", status: String = "carded") -> String {
        """
        placement_id,nik,name,born_on,passport_no,scheme,destination,contract_from,contract_until,agreed_on,status
        PL-1,9904015702950001,REKAAN SATU,1995-02-17,X1,ptop,HKG,2026-03-01,\(until),2026-01-10,\(status)

        """
    }

    private static func crossing(_ number: Int, _ direction: String, _ day: String, _ passport: String = "X1")
        -> String
    {
        """
        crossing_id,passport_no,direction,at,checkpoint,destination
        C-\(number),\(passport),\(direction),\(day)T08:00:00+07:00,TPI-A-CGK,HKG

        """
    }

    private func placement(at place: Place) throws -> Placement? {
        try place.store.read { try $0.records(Placement.self, .key("PL-1")).first }
    }

    private func told(_ desks: TwoDesks) async throws -> [String] {
        try await desks.carry().filter { $0.sender == .immigration }.map(\.type)
    }

    @Test func `a holder's departure is told once and moves nothing but the status`() async throws {
        let desks = try await TwoDesks()
        _ = try await desks.ministry.load(["workers.csv": Self.worker()])
        try await desks.carry()
        var before = try #require(try placement(at: desks.ministry))
        _ = try await desks.immigration.load(["crossings.csv": Self.crossing(1, "exit", "2026-03-01")])
        #expect(try await told(desks) == ["departure.confirmed/1"])
        before.file.status = .departed
        #expect(try placement(at: desks.ministry) == before)
        _ = try await desks.immigration.load(["crossings.csv": Self.crossing(2, "exit", "2026-03-01")])
        #expect(try await told(desks).isEmpty)
    }

    @Test func `a departure that was known before the placement is told when the placement comes`()
        async throws
    {
        let desks = try await TwoDesks()
        _ = try await desks.immigration.load(["crossings.csv": Self.crossing(1, "exit", "2026-03-01")])
        #expect(try await told(desks).isEmpty)
        _ = try await desks.ministry.load(["workers.csv": Self.worker()])
        #expect(try await told(desks) == ["departure.confirmed/1"])
        #expect(try placement(at: desks.ministry)?.file.status == .departed)
        // The corrected row comes again, and nothing is told twice.
        _ = try await desks.ministry.load([
            "workers.csv": Self.worker(until: "2028-05-01", status: "departed")
        ])
        #expect(try await told(desks).isEmpty)
    }

    @Test func `a journey before the worker agreed to go is nobody's business`() async throws {
        let desks = try await TwoDesks()
        _ = try await desks.ministry.load(["workers.csv": Self.worker()])
        _ = try await desks.immigration.load(["crossings.csv": Self.crossing(1, "exit", "2025-06-01")])
        #expect(try await told(desks).isEmpty)
    }

    @Test(arguments: [
        ("2028-03-01", PlacementStatus.departed), ("2026-02-20", PlacementStatus.returned),
        ("", PlacementStatus.departed),
    ])
    func `a return ends a placement only where its contract has ended`(
        until: String,
        status: PlacementStatus
    ) async throws {
        let desks = try await TwoDesks()
        _ = try await desks.ministry.load(["workers.csv": Self.worker(until: until, status: "departed")])
        try await desks.carry()
        _ = try await desks.immigration.load(["crossings.csv": Self.crossing(1, "entry", "2026-03-01")])
        #expect(try await told(desks) == ["return.confirmed/1"])
        #expect(try placement(at: desks.ministry)?.file.status == status)
    }

    @Test func `the row that a departure has moved stays the ministry's own`() async throws {
        let desks = try await TwoDesks()
        _ = try await desks.ministry.load(["workers.csv": Self.worker()])
        try await desks.carry()
        _ = try await desks.immigration.load(["crossings.csv": Self.crossing(1, "exit", "2026-03-01")])
        try await desks.carry()
        let words: [String: CanonicalJSON] = ["about": .array([.string("PL-1")])]
        let sent = try await desks.force("erased.told/1", purpose: "none", words, from: .immigration)
        #expect(sent.refusal == nil)
        #expect(try placement(at: desks.ministry)?.file.status == .departed)
    }

    @Test func `a purpose that is new reaches no departure from before it`() async throws {
        let purpose = "protect,search,helpdesk protection protection-attache immigration-attache"
        let ends = "UU 27/2022 pasal 20 ayat 2 huruf d; UU 18/2017 pasal 21"
        let desks = try await TwoDesks(replacing: [
            purpose + ",,,": purpose + ",DPIA 7,2026-01-10,", ends + ",,": ends + ",2026-02-20,",
        ])
        _ = try await desks.ministry.load(["workers.csv": Self.worker()])
        try await desks.carry()
        _ = try await desks.immigration.load(["crossings.csv": Self.crossing(1, "exit", "2026-02-19")])
        #expect(try await told(desks).isEmpty)
        let alarms = try desks.immigration.store.read { try $0.exchangeAlarms(limit: 9) }
        #expect(alarms.map(\.alarm.code) == ["outside-agreement"])
        let words: [String: CanonicalJSON] = ["placement_id": .string("PL-1"), "on": .string("2026-02-19")]
        let forced = try await desks.force(
            "departure.confirmed/1",
            purpose: "protect",
            words,
            from: .immigration
        )
        #expect(forced.refusal == .purpose)
        #expect(try placement(at: desks.ministry)?.file.status == .carded)
        _ = try await desks.immigration.load(["crossings.csv": Self.crossing(2, "exit", "2026-02-20")])
        #expect(try await told(desks) == ["departure.confirmed/1"])
        #expect(try placement(at: desks.ministry)?.file.status == .departed)
    }

    @Test func `a status never goes backwards`() async throws {
        let desks = try await TwoDesks()
        let worker = Self.worker(until: "2026-02-20", status: "departed")
        _ = try await desks.ministry.load(["workers.csv": worker])
        try await desks.carry()
        _ = try await desks.immigration.load(["crossings.csv": Self.crossing(1, "entry", "2026-03-01")])
        try await desks.carry()
        _ = try await desks.immigration.load(["crossings.csv": Self.crossing(2, "exit", "2026-03-02")])
        try await desks.carry()
        #expect(try placement(at: desks.ministry)?.file.status == .returned)
    }

    @Test func `the way of whoever has no placement leaves no trace at the ministry`() async throws {
        let desks = try await TwoDesks()
        let files = InventedNation.files
        _ = try await desks.ministry.load(["workers.csv": try #require(files["workers.csv"])])
        try await desks.carry()
        let before = try desks.ministry.store.ledgerHead().size
        _ = try await desks.immigration.load(["crossings.csv": try #require(files["crossings.csv"])])
        let carried = try await desks.carry().filter { $0.sender == .immigration }
        let open: Set = ["signed", "carded", "departed"]
        let rows = InventedNation.rows("workers.csv")
        let holders = Set(rows.filter { open.contains($0["status"] ?? "") }.compactMap { $0["passport_no"] })
        for message in carried {
            #expect(message.type == "departure.confirmed/1" || message.type == "return.confirmed/1")
            #expect(holders.contains(try #require(message.says("passport_no"))))
        }
        // A message and at most one row of it each, and a mark of how far the ledger was looked through.
        #expect(try desks.ministry.store.ledgerHead().size <= before + 2 * UInt64(carried.count) + 2)
        #expect(try desks.ministry.store.read { try $0.loaded(.crossings) } == nil)
    }

    // MARK: Welfare

    private func contacts(at place: Place) throws -> [CaseLine] {
        try place.store.read { try $0.openCases(.welfare, of: nil, limit: 9) }
    }

    @Test func `a worker of whom nobody has heard is contacted once, by the ministry alone`() async throws {
        let desks = try await TwoDesks()
        let worker = Self.worker(until: "2026-02-20", status: "departed")
        _ = try await desks.ministry.load(["workers.csv": worker])
        try await desks.carry()
        // Nine days after the contract ended nobody asks.
        #expect(try await desks.ministry.desk.openWelfareContacts() == 0)
        desks.advance(days: 30)
        var check = TravellerCheck()
        check.passport = PassportNumber("X1")
        check.destination = "HKG"
        let before = try await desks.immigration.desk.check(check, by: .operatorConsole).assessment
        #expect(try await desks.ministry.desk.openWelfareContacts() == 1)
        #expect(try await desks.ministry.desk.openWelfareContacts() == 0)
        let line = try #require(try contacts(at: desks.ministry).first)
        #expect(line.last.state == "due" && line.opening.placement?.text == "PL-1")
        // Nothing crosses, and no check says another word.
        #expect(try await desks.carry().allSatisfy { $0.sender == .immigration })
        #expect(try await desks.immigration.desk.openWelfareContacts() == 0)
        #expect(try contacts(at: desks.immigration).isEmpty)
        let after = try await desks.immigration.desk.check(check, by: .operatorConsole).assessment
        #expect(after.advice == before.advice && after.reasons == before.reasons)
    }

    @Test(arguments: ["2026-12-31", ""])
    func `whose contract goes on, or has no end, is left alone`(until: String) async throws {
        let desks = try await TwoDesks()
        _ = try await desks.ministry.load(["workers.csv": Self.worker(until: until, status: "departed")])
        desks.advance(days: 60)
        #expect(try await desks.ministry.desk.openWelfareContacts() == 0)
    }

    @Test func `a return that was confirmed, or a longer contract, leaves nothing to ask`() async throws {
        for changed in [
            Self.worker(until: "2026-02-20", status: "returned"),
            Self.worker(until: "2027-02-20", status: "departed"),
        ] {
            let desks = try await TwoDesks()
            let worker = Self.worker(until: "2026-02-20", status: "departed")
            _ = try await desks.ministry.load(["workers.csv": worker])
            _ = try await desks.ministry.load(["workers.csv": changed])
            desks.advance(days: 60)
            #expect(try await desks.ministry.desk.openWelfareContacts() == 0)
        }
    }
}
