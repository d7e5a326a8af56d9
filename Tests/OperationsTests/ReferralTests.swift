import Ledger
import SiteStore
import Testing
import Vocabulary

@testable import Operations

/// Which referrals stand when lists, counters and officers ask about the same people.
@Suite struct ReferralTests {
    private let place: Place

    init() async throws {
        place = try Place()
        let passports = ["X1", "X2", "X3"].map {
            "\($0),REKAAN \($0),1990-02-12,2024-01-01,2034-01-01,issued\n"
        }
        _ = try await place.load([
            "workers.csv": "placement_id,name,status\nPL-9,REKAAN LAIN,returned\n",
            "passports.csv": "passport_no,name,born_on,issued_on,expires_on,status\n" + passports.joined(),
        ])
    }

    private static let header =
        "departs_at,carrier,route_no,from,to,passport_no,name,born_on,nationality,visa_kind\n"

    private struct Row {
        var passport: String
        var visa = "work"
        var name: String?
        var flight = "GA820"
        var at = "23:40"
        var from = "CGK"

        var text: String {
            "2026-03-01T\(at):00+07:00,GA,\(flight),\(from),HKG,\(passport),\(name ?? "REKAAN " + passport),1990-02-12,IDN,"
                + "\(visa)\n"
        }
    }

    private func list(_ rows: [Row]) -> [UInt8] { Array((Self.header + rows.map(\.text).joined()).utf8) }

    @discardableResult
    private func receive(_ rows: Row...) async throws -> Reception {
        try await place.desk.receive(list(rows), name: "a", by: .operatorConsole)
    }

    /// A PAXLST of one person.
    private func message(_ passport: String, kind: String = "745", reference: String, part: String = "01:F")
        -> [String]
    {
        [
            "UNH+7+PAXLST:D:12B:UN:IATA+\(reference)+\(part)", "BGM+\(kind)", "NAD+MS+++DESK",
            "TDT+20+GA820+++GA",
            "LOC+125+CGK", "DTM+189:2603012340:201", "LOC+87+HKG", "DTM+232:2603020320:201",
            kind == "250" ? "NAD+FM+++REKAAN:\(passport)" : "NAD+FL+++REKAAN:\(passport)", "DTM+329:900212",
            "NAT+2+IDN", "DOC+P:110:111+\(passport)", "CNT+\(kind == "250" ? "41" : "42"):1", "UNT+14+7",
        ]
    }

    private func interchange(_ messages: [String]...) -> [UInt8] {
        let segments =
            ["UNB+UNOA:4+GA+IDNAPIS:ZZ+260301:0900+1"] + messages.flatMap(\.self) + [
                "UNZ+\(messages.count)+1"
            ]
        return Array(segments.map { $0 + "'" }.joined().utf8)
    }

    @Test func `a corrected part replaces its earlier form and leaves the other parts`() async throws {
        let lost = ["N1", "N2", "N3"].map { "\($0),REKAAN \($0),1990-02-12,2024-01-01,2034-01-01,lost\n" }
        _ = try await place.load([
            "passports.csv": "passport_no,name,born_on,issued_on,expires_on,status\n" + lost.joined()
        ])
        func send(_ passport: String, _ part: String) async throws -> ManifestReceived? {
            let file = interchange(message(passport, reference: "R", part: part))
            return try await place.desk.receive(file, name: part, by: .operatorConsole).manifests.first
        }
        _ = try await send("N1", "01:C")
        let whole = try #require(try await send("N2", "02:F"))
        #expect(whole.counts.total == 2)
        let before = try place.desk.screened(on: whole.flight).compactMap(\.passport?.text)
        #expect(Set(before) == ["N1", "N2"])
        let corrected = try #require(try await send("N3", "01:C"))
        #expect(corrected.counts.total == 2)
        #expect(corrected.parts == [1, 2])
        let after = try place.desk.screened(on: whole.flight).compactMap(\.passport?.text)
        #expect(Set(after) == ["N2", "N3"])
        #expect(Set(try standing.compactMap(\.passport?.text)) == ["N2", "N3"])
    }

    private var standing: [Referral] {
        get throws { try place.desk.referrals(on: place.desk.today).filter { $0.withdrawnFor == nil } }
    }

    private func check(_ passport: String, flight: FlightKey? = nil) async throws -> CheckAnswer {
        var check = TravellerCheck()
        check.passport = PassportNumber(passport)
        check.visaKind = .work
        check.flight = flight
        return try await place.desk.check(check, by: .operatorConsole)
    }

    @Test func `a later list neither drops a counter's screening nor withdraws its referral`() async throws {
        let flight = try #require(try await receive(Row(passport: "X2", visa: "visit")).manifests.first)
            .flight
        let answer = try await check("X1", flight: flight)
        let referral = try #require(answer.referral)
        try await receive(Row(passport: "X2", visa: "visit"), Row(passport: "X3", visa: "visit"))
        #expect(try standing.map(\.id) == [referral.id])
        let screening = try #require(answer.screening)
        #expect(try place.desk.screened(id: screening)?.person == 0)
    }

    @Test func `a counter's screening stays beside a list of many parts of any length`() async throws {
        let flight = try #require(try await receive(Row(passport: "X1")).manifests.first).flight
        let screening = try #require(try await check("X3", flight: flight).screening)
        try await receive(Row(passport: "X1"), Row(passport: "X2"), Row(passport: "X9", visa: "visit"))
        #expect(try place.desk.screened(id: screening)?.passport?.text == "X3")
        #expect(Set(try standing.compactMap(\.passport?.text)) == ["X1", "X2", "X3"])
    }

    @Test func `whoever a list has referred is shown at the counter and sent there by a gate`() async throws {
        try await receive(Row(passport: "X1"))
        let referral = try #require(try standing.first)
        var check = TravellerCheck()
        check.passport = PassportNumber("X1")
        let answer = try await place.desk.check(check, by: .operatorConsole)
        #expect(answer.assessment.advice == .clear)
        #expect(answer.referral?.id == referral.id)
        #expect(try await place.desk.gate(check, by: .operatorConsole) == .counter)
        check.passport = PassportNumber("X2")
        #expect(try await place.desk.check(check, by: .operatorConsole).referral == nil)
        #expect(try await place.desk.gate(check, by: .operatorConsole) == .proceed)
    }

    @Test func `a number typed by hand finds the notices that the whole passport finds`() async throws {
        _ = try await place.load([
            "notices.csv": """
            notice_id,kind,value,name,born_on,from,until,basis,owner
            N1,cegah,,REKAAN X2,1990-02-12,2026-01-01,2026-12-31,UU 6/2011 pasal 91,immigration

            """
        ])
        var check = TravellerCheck()
        check.passport = PassportNumber("X2")
        let answer = try await place.desk.check(check, by: .operatorConsole)
        #expect(answer.assessment.reasons.map(\.code) == ["D09"])
    }

    @Test func `whoever looks at a person leaves an entry, and no name in it`() async throws {
        let before = try place.store.ledgerHead().size
        var check = TravellerCheck()
        check.passport = PassportNumber("X2")
        _ = try await place.desk.check(check, by: .operatorConsole)
        // The next command's commit takes the reading with it.
        let seen = Attestation(document: "insurance", number: "A-1", validUntil: nil)
        try await place.desk.attest(seen, for: try #require(check.passport), by: .operatorConsole)
        #expect(try place.store.ledgerHead().size == before + 2)
        let entry = try #require(try place.store.receipt(for: before))
        let read =
            try InclusionReceipt(Array(entry.utf8)).extra.map { String(decoding: $0, as: UTF8.self) } ?? ""
        #expect(read.contains("record.read/1") && read.contains("\"purpose\":\"departure-check\""))
        #expect(read.contains("\"subject\"") && !read.contains("X2") && !read.contains("REKAAN"))
    }

    @Test func `one person has one referral a day, whoever asks first`() async throws {
        let first = try #require(try await check("X1").referral)
        try await receive(Row(passport: "X1"))
        #expect(try standing.map(\.id) == [first.id])
        let officer = try await place.desk.openReferral(
            for: try #require(PassportNumber("X1")),
            flight: nil,
            reason: .help,
            by: .operatorConsole
        )
        #expect(officer.id == first.id)
        #expect(try place.desk.referral(id: first.id)?.codes.last == InterviewReason.help.rawValue)
        #expect(try standing.count == 1)
    }

    @Test func `the last of two lists of one flight in one file counts, and the other is told`() async throws
    {
        let got = try await place.desk.receive(
            interchange(message("X1", reference: "R1"), message("X2", reference: "R2")),
            name: "a",
            by: .operatorConsole
        )
        #expect(got.manifests.map(\.reference) == ["R2"])
        #expect(got.diagnostics.contains { $0.code == "LIST-REPLACED" })
    }

    @Test func `a file with passengers and crew of one flight is repeated whole`() async throws {
        let file = interchange(message("X1", reference: "R"), message("X2", kind: "250", reference: "C"))
        let first = try await place.desk.receive(file, name: "a", by: .operatorConsole)
        let again = try await place.desk.receive(file, name: "a", by: .operatorConsole)
        #expect(first.manifests.count == 2)
        #expect(again.isRepeat)
        #expect(Set(again.manifests.map(\.list)) == ["passengers", "crew"])
    }

    @Test func `namesakes without a document are two people`() async throws {
        let got = try await receive(
            Row(passport: "", name: "SITI REKAAN"),
            Row(passport: "", name: "SITI REKAAN")
        )
        let flight = try #require(got.manifests.first).flight
        let screened = try place.desk.screened(on: flight)
        #expect(
            Set(screened.map(\.id)).count == got.manifests[0].counts.total - got.manifests[0].counts.clear
        )
    }

    @Test
    func `two sailings of one route are two voyages, and lists without a number do not replace each other`()
        async throws
    {
        try await receive(Row(passport: "X1", flight: "MV1", at: "09:00", from: "TPI-L-BTM"))
        try await receive(Row(passport: "X2", flight: "MV1", at: "11:00", from: "TPI-L-BTM"))
        #expect(Set(try standing.compactMap(\.flight?.number)) == ["MV1@0900", "MV1@1100"])
        try await receive(Row(passport: "X3", flight: "", at: "12:00"))
        #expect(try standing.count == 3)
    }

    @Test func `a document that was not the missing one withdraws nothing`() async throws {
        let referral = try #require(try await check("X1").referral)
        let passport = try #require(PassportNumber("X1"))
        let seen = Attestation(document: "insurance", number: "A-1", validUntil: nil)
        try await place.desk.attest(seen, for: passport, by: .operatorConsole)
        var check = TravellerCheck()
        check.passport = passport
        // The gate knows less than the counter did; what the counter found stands.
        #expect(try await place.desk.check(check, by: .operatorConsole).assessment.advice == .clear)
        #expect(try await place.desk.gate(check, by: .operatorConsole) == .counter)
        #expect(try standing.map(\.id) == [referral.id])
    }

    @Test func `whose decision fell is not referred again by a later list of the departure`() async throws {
        func account(_ name: String, _ role: Role, _ agency: Authority? = nil) -> Actor {
            Actor(
                Account(
                    name: name,
                    roles: [role],
                    passwordHash: "",
                    mustChangePassword: false,
                    agency: agency
                )
            )
        }
        let (ani, citra) = (account("ani", .interviewer), account("citra", .helpdesk))
        try await receive(Row(passport: "X1"))
        let passport = try #require(PassportNumber("X1"))
        let referral = try #require(try place.store.read { try $0.referrals(for: passport) }.first)
        let desk = place.desk
        let id = try await desk.beginInterview(of: referral.id, .begun, by: ani)
        try await desk.take("lock", .viewed, in: id, seen: 2, by: ani)
        try await desk.take("propose", .proposed, in: id, seen: 3, by: ani)
        try await desk.take("read", .viewed, in: id, seen: 4, by: citra)
        try await desk.take("agree", .words, in: id, seen: 5, by: citra)
        var content = CaseContent()
        content.receipt = "T-1"
        try await desk.take("return-passport", content, in: id, seen: 6, by: ani)
        try await desk.take("object", CaseContent(), in: id, seen: 7, by: citra)
        content.reason = "K01"
        try await desk.take("overturn", content, in: id, seen: 8, by: account("dewi", .reviewer, .ministry))
        try await receive(Row(passport: "X1"), Row(passport: "X2"))
        let day = referral.day(zone: 420)
        let standing = try place.store.read { try $0.referrals(on: day) }
        #expect(standing.map(\.passport) == [PassportNumber("X2")])
        // Another departure is another check.
        try await receive(Row(passport: "X1", flight: "GA900", at: "23:55"))
        #expect(try place.store.read { try $0.referrals(on: day) }.count == 2)
    }
}

/// Settling by itself.
@Suite struct ReferralSettlementTests {
    private let flight = FlightKey(
        number: "GA820",
        departsOn: Day("2026-03-01") ?? Day(number: 0),
        from: "CGK"
    )

    private func traveller(_ id: String, _ advice: Advice = .refer, passport: String?) -> ScreenedTraveller {
        ScreenedTraveller(
            id: id,
            flight: flight,
            person: 1,
            passport: passport.flatMap { PassportNumber($0) },
            name: "REKAAN",
            assessment: Assessment(advice: advice, rules: "")
        )
    }

    private func referral(_ id: String, screening: String?, passport: String?) -> Referral {
        Referral(
            id: id,
            screening: screening,
            flight: flight,
            passport: passport.flatMap { PassportNumber($0) },
            openedAt: Moment(milliseconds: 0),
            codes: []
        )
    }

    @Test func `who is no longer referred or listed falls away, each with its reason`() throws {
        let settled = ReferralSettlement(
            standing: [traveller("a", .advise, passport: "X1"), traveller("c", passport: "X3")],
            before: [traveller("a", passport: "X1"), traveller("b", passport: "X2")],
            listed: Set(["X1", "X3"].compactMap { PassportNumber($0) }),
            referrals: [
                referral("1", screening: "a", passport: "X1"), referral("2", screening: "b", passport: "X2"),
                referral("3", screening: "other", passport: "X4"),
            ]
        )
        #expect(
            settled.withdrawn == [
                ReferralWithdrawn(id: "1", reason: "later-list"),
                ReferralWithdrawn(id: "2", reason: "dropped-from-list"),
            ]
        )
        #expect(settled.toOpen.map(\.id) == ["c"])
    }

    @Test func `people without a document are each their own`() throws {
        let settled = ReferralSettlement(
            standing: [traveller("a", passport: nil), traveller("b", passport: nil)],
            before: [],
            listed: [],
            referrals: [referral("1", screening: nil, passport: nil)]
        )
        #expect(settled.toOpen.map(\.id) == ["a", "b"])
    }
}
