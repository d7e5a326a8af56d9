import Exchange
import Testing

@Suite struct HostAuthorityTests {
    @Test(arguments: [
        ("www.Example.com", "www.example.com"), ("a.example:443", "a.example"),
        ("a.example:8443", "a.example:8443"),
        ("127.0.0.1:9001", "127.0.0.1:9001"), ("[::1]", "[::1]"), ("[::1]:8443", "[::1]:8443"),
        ("localhost:", "localhost"),
    ])
    func hostsHaveOneForm(_ text: String, _ expected: String) {
        #expect(HostAuthority.canonical(text) == expected)
    }

    @Test func theOwnPortOfAPlainConnectionIsEighty() {
        #expect(HostAuthority.canonical("a.example:80", scheme: "http") == "a.example")
        #expect(HostAuthority.canonical("a.example:443", scheme: "http") == "a.example:443")
    }

    @Test(arguments: [
        "", ":443", "a b", "a:b", "a:65536", "a:080", "a@b", "a/b", "[::1", "::1", "[::1]x", "a:1:2",
        "é.example", "a?b",
    ])
    func otherTextsAreNone(_ text: String) { #expect(HostAuthority.canonical(text) == nil) }
}
