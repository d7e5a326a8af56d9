import Casework
import Testing
import Vocabulary

/// Offers between the agencies.
@Suite struct ReferralCourseTests {
    private func offered() throws -> Scene {
        let rules = try Rules.book.get()
        let circumstances = Casework.Circumstances(at: Scene.night, zone: 420, rules: rules, seen: nil)
        var scene = try Scene(.referral, CaseOpening(passport: PassportNumber("X1")))
        var content = CaseContent()
        content.opening = CaseOpening(passport: PassportNumber("X1"))
        let offer = Casework.open(.referral, id: "r1", content, by: Scene.budi, circumstances)
        scene.history = try #require(CaseHistory([offer]))
        return scene
    }

    @Test func `an offer is answered by the other agency and withdrawn by its own`() throws {
        var scene = try offered()
        #expect(throws: CaseRefusal.otherAgencyOnDuty) { try scene.take("accept", by: Scene.budi) }
        var withdrawal = CaseContent()
        withdrawal.reason = "T10"
        let fitri = CaseOfficer(name: "fitri", roles: [.protection], authority: .ministry)
        #expect(throws: CaseRefusal.otherAgencyOnDuty) { try scene.take("withdraw", withdrawal, by: fitri) }
        try scene.take("accept", by: Scene.eka)
        #expect(scene.state == "accepted")
    }

    @Test func `an offer that nobody answers goes to both heads, it never lapses in silence`() throws {
        var scene = try offered()
        #expect(scene.history.last.dueAt == Scene.night.adding(seconds: 2 * 3600))
        try scene.take("lapse", by: .clock)
        #expect(scene.state == "escalated")
        try scene.take("accept", by: Scene.eka)
    }

    @Test func `whoever has finished owes word after 7, 30 and 180 days`() throws {
        var scene = try offered()
        try scene.take("accept", by: Scene.eka)
        var done = CaseContent()
        done.reason = "T30"
        try scene.take("finish", done, by: Scene.eka)
        #expect(scene.history.last.dueAt == scene.at.adding(seconds: 7 * 86_400))
        #expect(throws: CaseRefusal.missing([.reason, .text])) { try scene.take("feedback", by: Scene.eka) }
        var word = CaseContent.words
        word.reason = "T40"
        for (state, days) in [("answered", 23), ("followed", 150)] {
            try scene.take("feedback", word, by: Scene.eka)
            #expect(scene.state == state)
            #expect(scene.history.last.dueAt == scene.at.adding(seconds: days * 86_400))
        }
        #expect(!scene.history.isClosed)
        try scene.take("feedback", word, by: Scene.eka)
        #expect(scene.history.isClosed)
    }

    @Test func `an offer is its sender's until it is accepted, and what is added later moves it to nobody`()
        throws
    {
        var scene = try offered()
        #expect(scene.history.owner == "budi")
        // Nobody takes what wasn't accepted.
        #expect(throws: CaseRefusal.otherAgencyOnDuty) { try scene.take("own", by: Scene.eka) }
        try scene.take("accept", by: Scene.eka)
        #expect(scene.history.owner == "eka")
        try scene.take("contribute", .words, by: Scene.budi)
        #expect(scene.state == "accepted")
        #expect(scene.history.owner == "eka")
    }
}
