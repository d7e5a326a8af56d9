import Casework
import Testing
import Vocabulary

/// Steps that any course knows.
@Suite struct CommonStepTests {
    private static let gilang = CaseOfficer(
        name: "gilang",
        roles: [.investigator],
        authority: .immigration
    )
    private static let polisi = CaseOfficer(name: "polisi", roles: [.guest], authority: .police)

    private func content(_ fill: (inout CaseContent) -> Void) -> CaseContent {
        var content = CaseContent()
        fill(&content)
        return content
    }

    @Test func `a case is whose it was handed to, until somebody takes it`() throws {
        var scene = try Scene(.enforcement)
        #expect(scene.history.owner == nil)
        try scene.take("own", by: Self.gilang)
        #expect(scene.history.owner == "gilang")
        try scene.take(
            "give",
            content { ($0.counterpart, $0.text) = ("Hadi", "Saksi kedua belum didengar.") },
            by: Self.gilang
        )
        #expect(scene.history.owner == "hadi")
        #expect(scene.state == "tip")
        try scene.take("own", by: Self.gilang)
        #expect(scene.history.owner == "gilang")
        #expect(throws: CaseRefusal.notNow(step: "own", state: "tip")) {
            try scene.take("own", by: Self.gilang)
        }
    }

    @Test func `a guest sets tasks and holds no case`() throws {
        var scene = try Scene(.enforcement)
        try scene.take(
            "task",
            content { ($0.text, $0.day) = ("Dengar saksi kedua", Day("2026-03-04")) },
            by: Self.polisi
        )
        #expect(throws: CaseRefusal.self) { try scene.take("own", by: Self.polisi) }
        #expect(throws: CaseRefusal.self) { try scene.take("task", by: Scene.ani) }
    }

    @Test func `a task is open until it is done, and done once`() throws {
        var scene = try Scene(.support)
        #expect(throws: CaseRefusal.notNow(step: "task-done", state: "opened")) {
            try scene.take("task-done", by: Scene.eka)
        }
        #expect(throws: CaseRefusal.missing([.day])) { try scene.take("task", .words, by: Scene.eka) }
        try scene.take(
            "task",
            content { ($0.text, $0.day) = ("Periksa kesehatan", Day("2026-03-03")) },
            by: Scene.eka
        )
        let task = try #require(scene.history.tasks.first)
        #expect(task.doneAt == nil)
        #expect(throws: CaseRefusal.unfit(.task, .outOfRange)) {
            try scene.take("task-done", content { $0.task = 1 }, by: Scene.eka)
        }
        try scene.take("task-done", content { $0.task = task.number }, by: Scene.eka)
        #expect(scene.history.tasks.first?.doneAt == scene.at)
        #expect(throws: CaseRefusal.self) {
            try scene.take("task-done", content { $0.task = task.number }, by: Scene.eka)
        }
    }

    @Test func `consent is of one purpose, taken back at any time, and decides nothing else`() throws {
        var scene = try Scene(.support)
        try scene.take(
            "consent",
            content { ($0.purpose, $0.consent) = (.enforcement, .given) },
            by: Scene.eka
        )
        #expect(scene.history.consents == [.enforcement: .given])
        // Who may learn a name says nothing of a plan.
        #expect(scene.history.consent == nil)
        try scene.take(
            "decline",
            content { ($0.consent, $0.text) = (.refused, "Ingin pulang.") },
            by: Scene.eka
        )
        #expect(scene.history.isClosed)
        try scene.take(
            "consent",
            content { ($0.purpose, $0.consent) = (.enforcement, .withdrawn) },
            by: Scene.eka
        )
        #expect(scene.history.consents == [.enforcement: .withdrawn])
    }

    @Test func `a name is opened with the victim's word, or with an order that the form names`() throws {
        var scene = try Scene(.support)
        let asked = content { ($0.request, $0.reason) = ("c9", "D10") }
        #expect(throws: CaseRefusal.missing([.clause, .reference])) {
            try scene.take("reveal", asked, by: Scene.eka)
        }
        let ordered = content {
            ($0.request, $0.reason, $0.clause, $0.reference) = ("c9", "D11", "UU 27/2022 pasal 15", "S/1")
        }
        try scene.take("reveal", ordered, by: Scene.eka)
        try scene.take(
            "consent",
            content { ($0.purpose, $0.consent) = (.enforcement, .given) },
            by: Scene.eka
        )
        try scene.take("reveal", asked, by: Scene.eka)
        try scene.take(
            "consent",
            content { ($0.purpose, $0.consent) = (.enforcement, .withdrawn) },
            by: Scene.eka
        )
        #expect(throws: CaseRefusal.missing([.clause, .reference])) {
            try scene.take("reveal", asked, by: Scene.eka)
        }
    }

    @Test func `no step of any course changes a departure's owner or state`() throws {
        var scene = try Scene()
        for step in [CommonStep.own, .give, .task, .taskDone, .pause, .consent] {
            #expect(throws: CaseRefusal.self) { try scene.take(step.rawValue, by: Scene.budi) }
        }
    }

    @Test func `an interview without a badge is refused once the agencies have agreed on badges`() throws {
        var scene = try Scene()
        var tables = scene.rules.tables
        let place = try #require(tables.limits.firstIndex { $0.key == "interview_badge_required" })
        tables.limits[place].value = 1
        scene = try Scene(rules: Rulebook(tables, digest: "sha256:test"))
        #expect(throws: CaseRefusal.untrained) { try scene.take(.begin, .begun, by: Scene.ani) }
        var content = CaseContent.begun
        content.badge = Day("2026-02-28")
        #expect(throws: CaseRefusal.untrained) { try scene.take(.begin, content, by: Scene.ani) }
        content.badge = Day("2026-03-01")
        try scene.take(.begin, content, by: Scene.ani)
        #expect(scene.state == "interviewing")
    }

    @Test func `a village is named by the ten digits of its code`() throws {
        var scene = try Scene(.abroad)
        let moves = scene.history.moves
        var handed = try #require(moves.first)
        (handed.number, handed.step, handed.state) = (2, "hand-over", "handed-over")
        scene.history = try #require(CaseHistory(moves + [handed]))
        var form = content { ($0.consent, $0.counterpart, $0.village) = (.given, "Satgas desa", "Ngawi") }
        #expect(throws: CaseRefusal.unfit(.village, .unknownCode)) {
            try scene.take("to-village", form, by: Scene.citra)
        }
        form.village = "35.21.01.2001"
        form.consent = .refused
        #expect(throws: CaseRefusal.unfit(.consent, .outOfRange)) {
            try scene.take("to-village", form, by: Scene.citra)
        }
        form.consent = .given
        try scene.take("to-village", form, by: Scene.citra)
        #expect(scene.state == "village")
    }
}
