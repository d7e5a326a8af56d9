import Exchange
import Testing

@Suite struct MessageTypeTests {
    @Test(arguments: ["referral.opened/1", "a/999", "stream-digest/12"])
    func typesAreRead(_ text: String) { #expect(MessageType(text)?.text == text) }

    @Test(arguments: [
        "", "a", "/1", "a/", "a/0", "a/01", "a/1000", "a/-1", "a/+1", "A/1", "a b/1", "a/1/2", "é/1", "a/1 ",
        String(repeating: "a", count: 61) + "/1",
    ])
    func othersAreNone(_ text: String) { #expect(MessageType(text) == nil) }

    @Test func aTypeHasANameAndAVersion() throws {
        let type = try #require(MessageType("match.notice/2"))
        #expect(type.name == "match.notice" && type.version == 2 && "\(type)" == "match.notice/2")
    }

    @Test(arguments: ["alerts-03", "A.b", String(repeating: "a", count: 40)])
    func streamsAreRead(_ text: String) { #expect(StreamName(text)?.text == text) }

    @Test(arguments: ["", "a b", "a/b", "é", "a_b", String(repeating: "a", count: 41)])
    func otherTextsAreNoStreams(_ text: String) { #expect(StreamName(text) == nil) }
}
