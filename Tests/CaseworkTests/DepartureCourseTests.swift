import Casework
import Testing
import Vocabulary

/// A departure check from the interview to its end.
@Suite struct DepartureCourseTests {
    @Test func `whoever is let go goes with one step after the own view`() throws {
        var scene = try Scene()
        try scene.interview(.proceed)
        try scene.take(.proceed, by: Scene.ani)
        #expect(scene.state == "cleared")
        #expect(scene.history.isClosed)
    }

    @Test func `a postponement needs two sources, a clause and a second reader`() throws {
        var scene = try Scene()
        try scene.interview()
        var content = CaseContent.proposed(.postpone)
        content.facts = [CaseContent.twoFacts[0], CaseContent.twoFacts[0]]
        #expect(throws: CaseRefusal.unfit(.facts, .oneSource)) {
            try scene.take(.propose, content, by: Scene.ani)
        }
        content = .proposed(.postpone)
        content.clause = nil
        #expect(throws: CaseRefusal.missing([.clause])) { try scene.take(.propose, content, by: Scene.ani) }
        try scene.take(.propose, .proposed(.postpone), by: Scene.ani)
        var both = Scene.ani
        both.hands.formUnion(Scene.budi.hands)
        #expect(throws: CaseRefusal.sameOfficer(step: "read")) {
            try scene.take(.read, .viewed(.postpone), by: both)
        }
        // Nobody agrees before having read without the proposal.
        #expect(throws: CaseRefusal.notNow(step: "agree", state: "proposed")) {
            try scene.take(.agree, .words, by: Scene.citra)
        }
        try scene.take(.read, .viewed(.postpone), by: Scene.citra)
        try scene.take(.agree, .words, by: Scene.citra)
        #expect(scene.state == "deferred")
    }

    @Test func `the second reader is of the other agency while that is on duty`() throws {
        var scene = try Scene()
        try scene.interview()
        try scene.take(.propose, .proposed(.postpone), by: Scene.ani)
        scene.isPartnerOnDuty = true
        #expect(throws: CaseRefusal.otherAgencyOnDuty) {
            try scene.take(.read, .viewed(.proceed), by: Scene.budi)
        }
        try scene.take(.read, .viewed(.proceed), by: Scene.citra)
        try scene.take(.disagree, by: Scene.citra)
        #expect(scene.state == "cleared")
    }

    @Test(arguments: ["waiting", "interviewing", "viewed", "proposed", "weighed"])
    func `without an agreement in time the traveller goes`(state: String) throws {
        var scene = try Scene()
        if state != "waiting" { try scene.take(.begin, .begun, by: Scene.ani) }
        if ["viewed", "proposed", "weighed"].contains(state) {
            try scene.take(.lock, .viewed(.postpone), by: Scene.ani)
        }
        if ["proposed", "weighed"].contains(state) {
            try scene.take(.propose, .proposed(.postpone), by: Scene.ani)
        }
        if state == "weighed" { try scene.take(.read, .viewed(.postpone), by: Scene.citra) }
        #expect(scene.state == state)
        #expect(scene.history.last.dueAt != nil)
        try scene.take(.lapse, by: .clock)
        #expect(scene.state == "cleared")
    }

    @Test func `a child without a guardian is taken to the protection desk when the clock runs out`() throws {
        var scene = try Scene(.departure, CaseOpening(isMinor: true))
        try scene.interview(.proceed)
        #expect(throws: CaseRefusal.notNow(step: "proceed", state: "viewed")) {
            try scene.take(.proceed, by: Scene.ani)
        }
        try scene.take(.lapse, by: .clock)
        #expect(scene.state == "taken")
        #expect(throws: CaseRefusal.notNow(step: "release", state: "taken")) {
            try scene.take(.release, by: Scene.eka)
        }
        var content = CaseContent.words
        (content.consent, content.guardian) = (.given, true)
        try scene.take(.accompany, content, by: Scene.eka)
        try scene.take(.release, by: Scene.eka)
        #expect(scene.state == "cleared")
    }

    @Test func `whoever asks not to travel is with the protection desk at once and leaves by own will`()
        throws
    {
        var scene = try Scene()
        try scene.take(.begin, .begun, by: Scene.ani)
        try scene.take(.askHelp, by: Scene.ani)
        #expect(scene.state == "taken")
        try scene.take(.release, by: Scene.eka)
        #expect(scene.state == "cleared")
    }

    @Test func `a bar is one that the screening named and a person has to set aside`() throws {
        var scene = try Scene(.departure, CaseOpening(isMinor: false, bars: ["UU 6/2011 pasal 16"]))
        try scene.interview(.proceed)
        #expect(throws: CaseRefusal.unfit(.clause, .noSuchBar)) {
            try scene.take(.propose, .proposed(.bar, clause: "UU 1/1"), by: Scene.ani)
        }
        #expect(throws: CaseRefusal.notNow(step: "proceed", state: "viewed")) {
            try scene.take(.proceed, by: Scene.ani)
        }
        var setAside = CaseContent.words
        setAside.reason = "S01"
        try scene.take(.setAside, setAside, by: Scene.budi)
        try scene.take(.proceed, by: Scene.ani)
        #expect(scene.state == "cleared")
    }

    @Test func `a bar that both agree on is told as a bar`() throws {
        var scene = try Scene(.departure, CaseOpening(isMinor: false, bars: ["UU 6/2011 pasal 16"]))
        try scene.interview()
        try scene.take(.propose, .proposed(.bar, clause: "UU 6/2011 pasal 16"), by: Scene.ani)
        try scene.take(.read, .viewed(.postpone), by: Scene.citra)
        try scene.take(.agree, .words, by: Scene.citra)
        #expect(scene.state == "barred")
    }

    @Test func `a deferral is not closed before the passport is back or a statute keeps it`() throws {
        var scene = try Scene()
        try scene.postpone()
        #expect(throws: CaseRefusal.notNow(step: "hand-slip", state: "deferred")) {
            try scene.take(.handSlip, by: Scene.ani)
        }
        var receipt = CaseContent()
        receipt.receipt = "T-1"
        #expect(throws: CaseRefusal.missing([.clause, .day])) {
            try scene.take(.keepPassport, receipt, by: Scene.budi)
        }
        var kept = receipt
        (kept.clause, kept.day) = ("UU 6/2011 pasal 31", try day("2027-01-01"))
        #expect(throws: CaseRefusal.unfit(.day, .outOfRange)) {
            try scene.take(.keepPassport, kept, by: Scene.budi)
        }
        try scene.take(.returnPassport, receipt, by: Scene.ani)
        try scene.take(.handSlip, by: Scene.ani)
        #expect(scene.state == "notified")
    }

    @Test func `an objection is answered by the agency that did not decide`() throws {
        var scene = try Scene()
        try scene.postpone()
        try scene.take(.object, by: .person)
        #expect(scene.state == "objected")
        #expect(scene.history.last.dueAt == scene.history.last.at.adding(seconds: 24 * 3600))
        // Nothing is answered while the passport lies with the officer.
        var early = CaseContent.words
        early.reason = "K10"
        #expect(throws: CaseRefusal.notNow(step: "uphold", state: "objected")) {
            try scene.take(.uphold, early, by: Scene.dewi)
        }
        var receipt = CaseContent()
        receipt.receipt = "T-1"
        try scene.take(.returnPassport, receipt, by: Scene.ani)
        #expect(scene.state == "objected")
        let own = CaseOfficer(name: "fitri", roles: [.reviewer], authority: .immigration)
        var reason = CaseContent.words
        reason.reason = "K01"
        #expect(throws: CaseRefusal.otherAgencyOnDuty) { try scene.take(.overturn, reason, by: own) }
        try scene.take(.overturn, reason, by: Scene.dewi)
        #expect(scene.state == "overturned")
    }

    @Test func `nobody decides about a departure that has left`() throws {
        var scene = try Scene(.departure, CaseOpening(departsAt: Scene.night.adding(seconds: 600)))
        #expect(throws: CaseRefusal.departed(at: Scene.night.adding(seconds: 600))) {
            try scene.take(.begin, .begun, by: Scene.ani, afterMinutes: 11)
        }
    }

    @Test func `the interview's clock rings before the doors close`() throws {
        let departs = Scene.night.adding(seconds: 30 * 60)
        var scene = try Scene(.departure, CaseOpening(departsAt: departs))
        try scene.take(.begin, .begun, by: Scene.ani)
        #expect(scene.history.last.dueAt == departs.adding(seconds: -20 * 60))
        var more = CaseContent()
        (more.reason, more.minutes) = ("W01", 10)
        try scene.take(.extend, more, by: Scene.budi)
        #expect(scene.history.last.dueAt == departs.adding(seconds: -20 * 60))
    }

    @Test func `a view is of whoever holds the interview; a colleague takes it over first`() throws {
        var scene = try Scene()
        try scene.take(.begin, .begun, by: Scene.ani)
        let andi = CaseOfficer(name: "andi", roles: [.interviewer], authority: .immigration)
        #expect(throws: CaseRefusal.notYours(step: "lock", by: [])) {
            try scene.take(.lock, .viewed(.postpone), by: andi)
        }
        #expect(!Casework.steps(in: scene.history, for: andi).map(\.step).contains("lock"))
        var reason = CaseContent()
        reason.reason = "G01"
        try scene.take(.takeOverInterview, reason, by: andi)
        #expect(throws: CaseRefusal.self) { try scene.take(.lock, .viewed(.postpone), by: Scene.ani) }
        try scene.take(.lock, .viewed(.postpone), by: andi)
        #expect(scene.state == "viewed")
    }

    @Test func `whoever suggested the interview does not hold it`() throws {
        let rules = try Rules.book.get()
        let circumstances = Casework.Circumstances(at: Scene.night, zone: 420, rules: rules, seen: nil)
        var both = Scene.ani
        both.hands.insert(.officer(.border))
        let opened = Casework.open(.departure, id: "c1", CaseContent(), by: both, circumstances)
        let history = try #require(CaseHistory([opened]))
        #expect(throws: CaseRefusal.sameOfficer(step: "begin")) {
            try Casework.take("begin", .begun, in: history, by: both, circumstances)
        }
    }

    @Test func `of two officers who decide at once the second is told who was first`() throws {
        var scene = try Scene()
        try scene.interview(.proceed)
        let seen = scene.history.moves.count
        try scene.take(.proceed, by: Scene.ani)
        let first = scene.history.last
        #expect(throws: CaseRefusal.movedOn(to: "cleared", by: "ani", at: first.at)) {
            try scene.take("propose", .proposed(.postpone), by: Scene.ani, seen: seen)
        }
    }

    @Test func `the reasons stay hidden until the own view stands`() throws {
        var scene = try Scene()
        #expect(!scene.history.isViewLocked)
        try scene.take(.begin, .begun, by: Scene.ani)
        #expect(!scene.history.isViewLocked)
        try scene.take(.lock, .viewed(.proceed), by: Scene.ani)
        #expect(scene.history.isViewLocked)
    }

    @Test func `a reason is one that both agencies have agreed on`() throws {
        var scene = try Scene()
        try scene.interview()
        var content = CaseContent.proposed(.postpone)
        content.reason = "tampak gugup"
        #expect(throws: CaseRefusal.unfit(.reason, .unknownCode)) {
            try scene.take(.propose, content, by: Scene.ani)
        }
    }

    @Test func `nothing burdens whoever was drawn by chance, and the talk is short`() throws {
        let opening = CaseOpening(
            departsAt: Scene.night.adding(seconds: 2 * 3600),
            isMinor: false,
            probability: 0.01
        )
        var scene = try Scene(.departure, opening)
        try scene.take(.begin, .begun, by: Scene.ani)
        #expect(scene.history.last.dueAt == scene.at.adding(seconds: 5 * 60))
        try scene.take(.lock, .viewed(.postpone), by: Scene.ani)
        #expect(throws: CaseRefusal.notNow(step: "propose", state: "viewed")) {
            try scene.take(.propose, .proposed(.postpone), by: Scene.ani)
        }
        try scene.take(.askHelp, by: Scene.ani)
        #expect(scene.state == "taken")
    }

    @Test func `nobody who was drawn by chance is asked shortly before the departure`() throws {
        let departsAt = Scene.night.adding(seconds: 40 * 60)
        var scene = try Scene(.departure, CaseOpening(departsAt: departsAt, probability: 0.01))
        #expect(throws: CaseRefusal.departed(at: departsAt)) {
            try scene.take(.begin, .begun, by: Scene.ani, afterMinutes: 1)
        }
    }

    @Test func `chance draws neither complete workers nor children nor whoever is not clear`() throws {
        let born = try day("1990-05-02")
        let leaves = try day("2026-03-01")
        func may(
            _ change: (inout Assessment) -> Void = { _ in },
            nationality: CountryCode = .indonesia,
            born: Day?
        ) -> Bool {
            var assessment = Assessment(advice: .clear, rules: "")
            change(&assessment)
            return RandomArm.mayDraw(
                assessment,
                nationality: nationality,
                bornOn: born,
                departsOn: leaves,
                majorityYears: 18
            )
        }
        #expect(may(born: born))
        #expect(!may({ $0.placement = PlacementNumber("PL-1") }, born: born))
        #expect(!may({ $0.advice = .refer }, born: born))
        #expect(!may(nationality: CountryCode("MYS") ?? .indonesia, born: born))
        #expect(!may(born: nil))
        #expect(!may(born: try day("2008-03-02")))
        #expect(may(born: try day("2008-03-01")))
    }

    @Test func `a full objection has five working days and another reviewer`() throws {
        var scene = try Scene()
        try scene.postpone()
        var content = CaseContent.words
        (content.receipt, content.reason) = ("T-1", "K10")
        try scene.take(.returnPassport, content, by: Scene.ani)
        try scene.take(.object, by: .person)
        try scene.take(.uphold, content, by: Scene.dewi)
        try scene.take(.appeal, .words, by: .person)
        #expect(scene.state == "appealed")
        // Sunday night, 1 March 2026: the fifth working day is Friday.
        #expect(scene.history.last.dueAt == Moment(day: try day("2026-03-07"), hour: 0, minute: 0, zone: 420))
        content.reason = "K01"
        #expect(throws: CaseRefusal.sameOfficer(step: "overturn")) {
            try scene.take(.overturn, content, by: Scene.dewi)
        }
        let other = CaseOfficer(name: "hana", roles: [.reviewer], authority: .ministry)
        try scene.take(.overturn, content, by: other)
        #expect(scene.state == "overturned")
    }

    @Test func `whoever stays by own will has said so`() throws {
        var scene = try Scene()
        try scene.interview()
        var content = CaseContent.words
        content.consent = .refused
        #expect(throws: CaseRefusal.unfit(.consent, .outOfRange)) {
            try scene.take(.withdraw, content, by: Scene.citra)
        }
        content.consent = .given
        try scene.take(.withdraw, content, by: Scene.citra)
        #expect(scene.state == "withdrawn")
    }

    @Test func `only the head of the shift gives an interview more time, and none that chance drew`() throws {
        var scene = try Scene()
        try scene.take(.begin, .begun, by: Scene.ani)
        let dueAt = scene.history.last.dueAt
        var content = CaseContent()
        content.answers = [CaseAnswer(question: "Ke mana?", answer: "Hong Kong.")]
        (content.minutes, content.reason) = (60, nil)
        try scene.take(.answer, content, by: Scene.ani)
        #expect(scene.history.last.dueAt == dueAt)
        var drawn = try Scene(.departure, CaseOpening(isMinor: false, probability: 0.1))
        try drawn.take(.begin, .begun, by: Scene.ani)
        (content.minutes, content.reason) = (5, "W01")
        #expect(throws: CaseRefusal.notNow(step: "extend", state: "interviewing")) {
            try drawn.take(.extend, content, by: Scene.budi)
        }
    }

    @Test func `whoever's agency nobody knows answers nothing for it`() throws {
        var scene = try Scene()
        try scene.interview()
        try scene.take(.propose, .proposed(.postpone), by: Scene.ani)
        scene.isPartnerOnDuty = true
        let unknown = CaseOfficer(name: "x", roles: [.helpdesk, .supervisor], authority: nil)
        #expect(throws: CaseRefusal.otherAgencyOnDuty) {
            try scene.take(.read, .viewed(.proceed), by: unknown)
        }
    }
}
