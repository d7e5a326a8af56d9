import Casework
import Testing
import Vocabulary

/// Clocks, pauses, and whose time it was.
@Suite struct CaseClockTests {
    @Test func `working days skip week-ends and holidays and end at midnight of the place`() throws {
        let rule = ClockRule(
            kind: .application,
            state: "objected",
            amount: 5,
            unit: .workingDays,
            endsBeforeDeparture: false,
            pauseDays: 0,
            basis: "",
            validity: Validity(from: nil, until: nil)
        )
        let holiday = HolidayRule(
            name: "Hari Buruh",
            basis: "",
            validity: Validity(from: Day("2026-05-01"), until: Day("2026-05-01"))
        )
        // Wednesday 29 April 2026, 23.30 WIB: Thursday counts, Friday is a holiday.
        let start = Moment(day: try day("2026-04-29"), hour: 23, minute: 30, zone: 420)
        let end = rule.end(from: start, zone: 420, holidays: [holiday])
        #expect(end == Moment(day: try day("2026-05-08"), hour: 0, minute: 0, zone: 420))
        // Half an hour later by the clock of Jayapura it is Thursday already.
        let east = rule.end(from: start, zone: 540, holidays: [holiday])
        #expect(east == Moment(day: try day("2026-05-09"), hour: 0, minute: 0, zone: 540))
    }

    @Test func `the clock of an article is the one in force on the day`() throws {
        let rules = try Rules.book.get()
        let old = rules.clock(.enforcement, state: "filed", on: try day("2025-12-31"))
        let new = rules.clock(.enforcement, state: "filed", on: try day("2026-01-02"))
        #expect(old?.basis.contains("KUHAP 1981") == true)
        #expect(new?.basis.contains("UU 20/2025 berlaku") == true)
    }

    @Test func `a clock names a state of its course`() throws {
        for clock in try Rules.book.get().tables.clocks {
            #expect(clock.kind.table.states.contains(clock.state), "\(clock.kind) \(clock.state)")
        }
    }

    @Test func `a pause needs a reason, a counterpart and an end within the cap`() throws {
        let investigator = CaseOfficer(name: "gilang", roles: [.investigator], authority: .immigration)
        var scene = try Scene(.enforcement, CaseOpening())
        for step in ["report", "order", "notify"] {
            try scene.take(step, .full(.enforcement, step), by: investigator)
        }
        let due = try #require(scene.history.last.dueAt)
        var pause = CaseContent()
        pause.reason = "menunggu ahli"
        pause.counterpart = "LPSK"
        #expect(throws: CaseRefusal.missing([.day])) { try scene.take("pause", pause, by: investigator) }
        pause.day = Day("2026-12-31")
        #expect(throws: CaseRefusal.unfit(.day, .outOfRange)) {
            try scene.take("pause", pause, by: investigator)
        }
        pause.day = Day("2026-03-11")
        try scene.take("pause", pause, by: investigator)
        #expect(scene.history.last.dueAt == due.adding(seconds: 10 * 86_400))
        #expect(throws: CaseRefusal.notNow(step: "pause", state: "notified")) {
            try scene.take("pause", pause, by: investigator)
        }
        try scene.take("unpause", by: investigator, afterMinutes: 24 * 60)
        // A day stood still, so a day is added.
        #expect(scene.history.last.dueAt == due.adding(seconds: 86_400))
        let spent = scene.history.seconds(until: scene.at)
        #expect(spent[.partner] == 86_400)
        #expect(spent[.ours] == 4 * 60)
    }

    @Test func `a state without a cap can't be paused`() throws {
        var scene = try Scene()
        try scene.take(.begin, .begun, by: Scene.ani)
        var pause = CaseContent()
        (pause.reason, pause.counterpart, pause.day) = ("x", "y", Day("2026-03-02"))
        #expect(throws: CaseRefusal.notNow(step: "pause", state: "interviewing")) {
            try scene.take("pause", pause, by: Scene.ani)
        }
    }

    @Test func `pauses of one state stay below its cap together, and a note ends none`() throws {
        let investigator = CaseOfficer(name: "gilang", roles: [.investigator], authority: .immigration)
        var scene = try Scene(.enforcement, CaseOpening())
        for step in ["report", "order", "notify"] {
            try scene.take(step, .full(.enforcement, step), by: investigator)
        }
        var pause = CaseContent()
        (pause.reason, pause.counterpart, pause.day) = ("menunggu ahli", "LPSK", try day("2026-04-20"))
        try scene.take("pause", pause, by: investigator)
        try scene.take("progress", .words, by: investigator)
        #expect(scene.history.isPaused)
        #expect(throws: CaseRefusal.notNow(step: "pause", state: "notified")) {
            try scene.take("pause", pause, by: investigator)
        }
        try scene.take("unpause", by: investigator)
        // Fifty of sixty days are used.
        pause.day = try day("2026-03-20")
        #expect(throws: CaseRefusal.unfit(.day, .outOfRange)) {
            try scene.take("pause", pause, by: investigator)
        }
        pause.day = try day("2026-03-08")
        try scene.take("pause", pause, by: investigator)
    }

    @Test func `a warning that stands after an objection is a warning still`() throws {
        let licences = CaseOfficer(name: "lia", roles: [.licensing], authority: .ministry)
        let head = CaseOfficer(name: "budi", roles: [.supervisor], authority: .immigration)
        var scene = try Scene(.licence, CaseOpening())
        for (step, officer) in [("hear", licences), ("propose", licences), ("warn", head)] {
            try scene.take(step, .full(.licence, step), by: officer)
        }
        try scene.take("object", by: .person)
        try scene.take("uphold", .full(.licence, "uphold"), by: Scene.dewi)
        #expect(scene.state == "warned")
    }

    @Test func `police and prosecution have each their own steps as guests`() throws {
        let police = CaseOfficer(name: "polisi", roles: [.guest], authority: .police)
        let prosecutor = CaseOfficer(name: "jaksa", roles: [.guest], authority: .prosecutor)
        var scene = try Scene(.enforcement, CaseOpening())
        for step in ["report", "order", "notify", "file"] {
            #expect(throws: CaseRefusal.otherAgencyOnDuty) {
                try scene.take(step, .full(.enforcement, step), by: prosecutor)
            }
            try scene.take(step, .full(.enforcement, step), by: police)
        }
        #expect(throws: CaseRefusal.otherAgencyOnDuty) {
            try scene.take("complete", .full(.enforcement, "complete"), by: police)
        }
        try scene.take("complete", .full(.enforcement, "complete"), by: prosecutor)
        #expect(scene.state == "complete")
    }
}
