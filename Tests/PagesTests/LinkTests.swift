import Testing

@testable import Pages

@Suite struct LinkTests {
    @Test(arguments: [
        "//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)", "papan", "",
        "/a b",
    ])
    func `a path to come back to never leaves the site`(path: String) {
        #expect(Link(local: path) == nil)
    }

    @Test(arguments: ["/", "/papan", "/papan?hari=2026-03-01", "/penerbangan/GA820/2026-03-01/CGK"])
    func `a path of this site is kept as it is`(path: String) {
        #expect(Link(local: path)?.text == path)
    }

    @Test(arguments: [
        "http://a.example", "javascript:alert(1)", "https://", "https://a b", "data:text/html,x",
    ])
    func `an address elsewhere is https or none`(address: String) {
        #expect(Link(https: address) == nil)
    }

    @Test(arguments: [
        ("GA820", "/x/GA820"), ("a/b", "/x/a%2Fb"), ("..", "/x/%2E%2E"), ("a?b#c", "/x/a%3Fb%23c"),
        ("é", "/x/%C3%A9"),
        ("\"><script>", "/x/%22%3E%3Cscript%3E"), ("v1.2", "/x/v1.2"),
    ])
    func `a value can't change what a link means`(part: String, text: String) {
        #expect(Link("/x", part).text == text)
    }
}
