import Testing
import Vocabulary

@testable import Pages

@Suite struct PassPageTests {
    @Test func `a pass that is the holder's is named among what speaks for leaving, and changes no answer`()
        throws
    {
        let with = try #require(Gallery.all.first { $0.name == "pass-counter-same" })
        let without = try #require(Gallery.all.first { $0.name == "counter-clear" })
        #expect(with.text().contains("Pas pekerja sah"))
        #expect(!without.text().contains("Pas pekerja"))
        let head = #"data-advice="clear""#
        #expect(with.text().contains(head) && without.text().contains(head))
    }

    @Test(arguments: Advice.allCases, PassState.allCases)
    func `no pass and no fault changes the answer to the passport`(advice: Advice, state: PassState) {
        for holder in PassHolder.allCases {
            var model = Samples.counter(advice)
            model.paper = .pass(Samples.pass(state, holder: holder))
            let text = String(decoding: Samples.frame(.indonesian).render(model), as: UTF8.self)
            #expect(text.contains(#"class="verdict" id="hasil" data-advice="\#(advice.rawValue)""#))
            let isNamed = holder == .same && (state == .active || state == .expiring)
            #expect(text.contains("Pas pekerja sah") == isNamed)
        }
    }

    @Test func `no state of a pass has the colour of danger, and each has a shape of its own`() {
        #expect(!PassState.allCases.contains { ["danger", "legal"].contains($0.role) })
        #expect(Set(PassState.allCases.map(\.shape)).count == PassState.allCases.count)
    }
}
