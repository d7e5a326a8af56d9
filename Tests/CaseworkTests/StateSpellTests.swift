import Casework
import Testing
import Vocabulary

/// The clocks that a case was held to.
@Suite struct StateSpellTests {
    private static let gilang = CaseOfficer(
        name: "gilang",
        roles: [.investigator],
        authority: .immigration
    )

    @Test func `each state tells by when it was to be left, and by how much it was late`() throws {
        var scene = try Scene(.enforcement)
        var content = CaseContent()
        (content.reference, content.counterpart, content.clause, content.text) = ("LP/1", "Polda", "UU", "x")
        try scene.take("report", content, by: Self.gilang, afterMinutes: 60)
        try scene.take("progress", content, by: Self.gilang, afterMinutes: 60)
        try scene.take("order", content, by: Self.gilang, afterMinutes: 4 * 1440)
        let spells = scene.history.spells
        #expect(spells.map(\.state) == ["tip", "reported", "ordered"])
        #expect(spells[0].secondsLate(at: scene.at) == nil)
        #expect(spells[0].leftAt == spells[1].since)
        // Three days for the order, which came after four and an hour.
        #expect(spells[1].secondsLate(at: scene.at) == 86_400 + 3600)
        #expect(spells[2].leftAt == nil)
        #expect(spells[2].secondsLate(at: scene.at) == nil)
        #expect(spells[2].secondsLate(at: scene.at.adding(seconds: 8 * 86_400)) == 86_400)
    }
}
