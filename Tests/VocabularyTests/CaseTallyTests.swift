import Testing
import Vocabulary

@Suite struct CaseTallyTests {
    @Test(arguments: CaseKind.allCases, [nil] + Authority.allCases.map(Optional.some))
    func `a tally is read back as it was kept`(kind: CaseKind, authority: Authority?) {
        let tally = CaseTally(
            kind: kind,
            step: "hand-over",
            state: "handed-over",
            reason: "P01",
            authority: authority
        )
        #expect(CaseTally(text: tally.text) == tally)
    }

    @Test(arguments: ["Siti Rekaan", "P01|x", "p01", "0195", "P0001", "", "Ä1"])
    func `words in a reason's place are not counted`(words: String) {
        let tally = CaseTally(
            kind: .departure,
            step: "propose",
            state: "proposed",
            reason: words,
            authority: nil
        )
        #expect(tally.reason.isEmpty)
        #expect(!tally.text.contains("Siti"))
    }

    @Test(arguments: ["", "departure", "nothing|a|b||", "departure|a|b|||"])
    func `what is no tally is not read`(text: String) {
        #expect(CaseTally(text: text) == nil)
    }
}
