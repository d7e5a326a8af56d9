import Testing
import Vocabulary

@Suite struct EventNumberTests {
    @Test func `an incident's number follows from its first case alone`() throws {
        let day = try #require(Day("2026-03-01"))
        let id = "0195518a-7c00-7abc-8def-0123456789ab"
        let number = EventNumber(firstCase: id, on: day)
        #expect(number.text == "P-260301-4D2P-F2DB")
        #expect(EventNumber(firstCase: id, on: day) == number)
        #expect(EventNumber(firstCase: "0195518a-7c00-7abc-8def-0123456789ac", on: day) != number)
    }

    @Test func `a token is read however it was typed, and nothing else is one`() throws {
        #expect(VictimToken(ofCase: "0195518a-7c00-7abc-8def-0123456789ab").text == "K-4D2P-F2DB")
        let token = VictimToken(letters: [1, 0, 3, 4, 5, 6, 7, 31])
        #expect(token.text == "K-1034-567Z")
        #expect(VictimToken("k 1o34 567z") == token)
        for typed in [
            "", "K-1034-567", "1034-567Z", "K-1034-567ZZ", "K-1034-567U", String(repeating: "K", count: 99),
        ] {
            #expect(VictimToken(typed) == nil, "\(typed)")
        }
    }
}
