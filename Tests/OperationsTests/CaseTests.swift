import Casework
import Intake
import Operations
import SiteStore
import Testing
import Vocabulary

/// A referral's way to its end, at a site.
@Suite struct CaseTests {
    static let ani = Actor(account("ani", .interviewer))
    private static let citra = Actor(account("citra", .helpdesk))
    static let dewi = Actor(account("dewi", .reviewer, .ministry))

    private static func account(_ name: String, _ role: Role, _ agency: Authority? = nil) -> Account {
        Account(name: name, roles: [role], passwordHash: "", mustChangePassword: false, agency: agency)
    }

    private func referred(_ place: Place, _ passport: String = "X1") async throws -> Referral {
        try await place.desk.openReferral(
            for: try #require(PassportNumber(passport)),
            flight: nil,
            reason: .purpose,
            by: Actor(Self.account("bayu", .border))
        )
    }

    private func begun(_ place: Place) async throws -> String {
        try await place.desk.beginInterview(of: referred(place).id, .begun, by: Self.ani)
    }

    /// Up to a postponement, with its slip.
    func postponed(_ place: Place) async throws -> (id: String, slip: SlipCode) {
        let id = try await begun(place)
        try await place.desk.take("lock", .viewed, in: id, seen: 2, by: Self.ani)
        try await place.desk.take("propose", .proposed, in: id, seen: 3, by: Self.ani)
        try await place.desk.take("read", .viewed, in: id, seen: 4, by: Self.citra)
        try await place.desk.take("agree", .words, in: id, seen: 5, by: Self.citra)
        let history = try place.desk.history(of: id, by: Self.ani)
        return (id, try #require(history.slip.flatMap(SlipCode.init)))
    }

    @Test func `a referral leads to one interview, whoever is second is told`() async throws {
        let place = try Place()
        let referral = try await referred(place)
        let id = try await place.desk.beginInterview(of: referral.id, .begun, by: Self.ani)
        #expect(try place.desk.history(of: id, by: Self.ani).state == "interviewing")
        await #expect(
            throws: OperationFault.caseRefused(.movedOn(to: "interviewing", by: "ani", at: place.desk.now()))
        ) {
            try await place.desk.beginInterview(
                of: referral.id,
                .begun,
                by: Actor(Self.account("andi", .interviewer))
            )
        }
    }

    @Test func `whoever opened the referral at the counter does not interview`() async throws {
        let place = try Place()
        let referral = try await referred(place)
        let account = Account(
            name: "bayu",
            roles: [.border, .interviewer],
            passwordHash: "",
            mustChangePassword: false
        )
        await #expect(throws: OperationFault.caseRefused(.sameOfficer(step: "begin"))) {
            try await place.desk.beginInterview(of: referral.id, .begun, by: Actor(account))
        }
    }

    @Test func `a clock that ran out acts before whoever comes late, and by itself`() async throws {
        let place = try Place()
        let id = try await begun(place)
        place.advance(seconds: 16 * 60)
        await #expect(
            throws: OperationFault.caseRefused(.movedOn(to: "cleared", by: "clock", at: place.desk.now()))
        ) {
            try await place.desk.take("lock", .viewed, in: id, seen: 2, by: Self.ani)
        }
        #expect(try place.desk.history(of: id, by: Self.ani).state == "cleared")
        let other = try await place.desk.beginInterview(of: referred(place, "X3").id, .begun, by: Self.ani)
        #expect(try await place.desk.lapseDue() == 0)
        place.advance(seconds: 16 * 60)
        #expect(try await place.desk.lapseDue() == 1)
        #expect(try place.desk.history(of: other, by: Self.ani).state == "cleared")
    }

    @Test func `the slip's code leads to the case, however it is typed`() async throws {
        let place = try Place()
        let (id, slip) = try await postponed(place)
        let typed = try #require(SlipCode(slip.text.lowercased().replacing("-", with: " ")))
        guard case .standing(let history) = try place.desk.slip(typed) else {
            Issue.record("the code leads nowhere")
            return
        }
        #expect(history.id == id)
        #expect(try place.desk.slip(.drawn()) == nil)
        #expect(SlipCode("") == nil)
        #expect(SlipCode(slip.text + "A") == nil)
    }

    @Test func `a decision that fell leaves nothing of the person, and the slip says so`() async throws {
        let place = try Place()
        let (id, slip) = try await postponed(place)
        var content = CaseContent()
        (content.receipt, content.reason) = ("T-1", nil)
        try await place.desk.take("return-passport", content, in: id, seen: 6, by: Self.ani)
        try await place.desk.object(to: slip, "Saya punya visa.")
        content.reason = "K01"
        try await place.desk.take("overturn", content, in: id, seen: 8, by: Self.dewi)
        #expect(throws: OperationFault.absent) { try place.desk.history(of: id, by: Self.ani) }
        let passport = try #require(PassportNumber("X1"))
        let left = try place.store.read { reads in
            (
                referrals: try reads.referrals(for: passport).count,
                cases: try reads.cases(of: passport).count,
                events: try reads.events(about: .passport(passport)).filter {
                    if case .recordRead = $0.event { false } else { true }
                }.count
            )
        }
        #expect(left == (0, 0, 0))
        guard case .fallen(let fallen) = try place.desk.slip(slip) else {
            Issue.record("the slip says nothing")
            return
        }
        #expect(fallen.reason == "K01")
        let report = try place.desk.report(from: place.desk.today, to: place.desk.today)
        #expect(report.totals.overturned == 1)
        #expect(report.rows.map(\.key.reason) == ["K01"])
        #expect(fallen.kind == .departure)
    }

    @Test func `an earlier deferral changes nothing of the advice`() async throws {
        let place = try Place()
        var check = TravellerCheck()
        check.passport = PassportNumber("X2")
        let before = try await place.desk.check(check, by: Self.citra).assessment
        let referral = try await referred(place, "X2")
        let id = try await place.desk.beginInterview(of: referral.id, .begun, by: Self.ani)
        try await place.desk.take("lock", .viewed, in: id, seen: 2, by: Self.ani)
        try await place.desk.take("propose", .proposed, in: id, seen: 3, by: Self.ani)
        try await place.desk.take("read", .viewed, in: id, seen: 4, by: Self.citra)
        try await place.desk.take("agree", .words, in: id, seen: 5, by: Self.citra)
        place.advance(seconds: 86_400)
        let after = try await place.desk.check(check, by: Self.citra)
        #expect(after.assessment == before)
        // A deferral holds for that departure only.
        #expect(after.referral == nil)
    }

    @Test func `a report counts what was done in its days, by agreed codes and without a word of anybody`()
        async throws
    {
        let place = try Place()
        _ = try await postponed(place)
        let today = place.desk.today
        let report = try place.desk.report(from: today, to: today)
        let proposed = report.rows.filter { $0.key.step == "propose" }
        #expect(proposed.map(\.key.reason) == ["P01"])
        #expect(proposed.map(\.count) == [1])
        #expect(report.rows.map(\.count).reduce(0, +) == 6)
        #expect(try place.desk.report(from: today.adding(days: 1), to: today.adding(days: 9)).rows.isEmpty)
        // A reason in free words, from before there were codes, is counted without them.
        var old = CaseReport()
        var move = try #require(try place.store.read { try $0.openCases(.departure, limit: 1).first?.last })
        move.content.reason = "Siti Rekaan"
        old.add(CaseTally(move), agreed: ["P01"])
        #expect(old.rows.map(\.key.reason) == [""])
    }

    @Test func `folded again, cases stand as they stood`() async throws {
        let place = try Place()
        let (id, slip) = try await postponed(place)
        let before = try place.store.read { try $0.openCases(.departure, limit: 9) }
        try place.store.rebuild { _, _ in }
        #expect(try place.store.read { try $0.openCases(.departure, limit: 9) } == before)
        #expect(before.map(\.last.id) == [id])
        #expect(try place.store.read { try $0.caseOf(slip: slip.text) } == id)
    }
}

extension CaseContent {
    static let begun: CaseContent = {
        var content = CaseContent()
        (content.language, content.rights) = ("id", "read")
        return content
    }()

    static let twoFacts = [
        CaseFact(source: .register, text: "Visa kerja belum tercatat."),
        CaseFact(source: .statement, text: "Akan bekerja di rumah makan."),
    ]

    static let viewed: CaseContent = {
        var content = CaseContent()
        (content.view, content.confidence, content.facts) = (.postpone, 3, twoFacts)
        return content
    }()

    static let proposed: CaseContent = {
        var content = CaseContent()
        (content.proposal, content.reason, content.clause, content.facts) = (
            .postpone, "P01", "UU 18/2017 pasal 5", twoFacts
        )
        return content
    }()

    static let words: CaseContent = {
        var content = CaseContent()
        content.text = "Sudah dibaca."
        return content
    }()
}
