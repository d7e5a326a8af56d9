import Vocabulary
import HTTPTypes
import HummingbirdTesting
import Operations
@testable import Server
import Testing

/// Signing in, locking, handing over, signing out.
struct SignInTests {
    @Test func `a page asks for signing in and is shown after it`() async throws {
        let post = try await Post()
        try await post.addOfficer("ayu", [.border])
        try await post.test { client in
            let browser = Browser(client)
            let asked = try await browser.get("/rujukan")
            #expect(asked.status == .seeOther)
            #expect(asked.location == "/masuk?kembali=/rujukan")
            try await browser.get("/masuk?kembali=/rujukan")
            let entered = try await browser.post(
                "/masuk",
                [("nama", "ayu"), ("sandi", Post.password), ("kembali", "/rujukan")]
            )
            #expect(entered.location == "/rujukan")
            #expect(try await browser.get("/rujukan").status == .ok)
        }
    }

    @Test func `a session's cookie can't be read by scripts nor sent from elsewhere`() async throws {
        let post = try await Post()
        try await post.addOfficer("ayu", [.border])
        try await post.test { client in
            let browser = Browser(client)
            let cookies = try await browser.signIn("ayu").headers[values: .setCookie]
            let cookie = try #require(cookies.first { $0.hasPrefix("kawal=") })
            #expect(cookie.contains("HttpOnly"))
            #expect(cookie.contains("SameSite=Strict"))
            #expect(cookie.contains("Path=/"))
            let secret = try #require(browser.cookies["kawal"])
            #expect(secret.utf8.count == 64)
        }
    }

    @Test func `signing in changes the session's secret, so that a planted one is worth nothing`()
        async throws
    {
        let post = try await Post()
        try await post.addOfficer("ayu", [.border])
        try await post.test { client in
            let browser = Browser(client)
            let planted = String(repeating: "a", count: 64)
            browser.setCookie("kawal", planted)
            try await browser.signIn("ayu")
            #expect(browser.cookies["kawal"] != planted)
            let thief = Browser(client)
            thief.setCookie("kawal", planted)
            #expect(try await thief.get("/papan").status == .seeOther)
        }
    }

    @Test(arguments: [
        "//jahat.example/x", "https://jahat.example", "/\\jahat.example", "javascript:alert(1)",
    ])
    func `after signing in nobody is led to another host`(target: String) async throws {
        let post = try await Post()
        try await post.addOfficer("ayu", [.border])
        try await post.test { client in
            let browser = Browser(client)
            try await browser.get("/masuk")
            let entered = try await browser.post(
                "/masuk",
                [("nama", "ayu"), ("sandi", Post.password), ("kembali", target)]
            )
            #expect(entered.location == "/papan")
        }
    }

    @Test func `wrong passwords are slowed down, and a right one is let in after the wait`() async throws {
        let post = try await Post()
        try await post.addOfficer("ayu", [.border])
        try await post.test { client in
            let browser = Browser(client)
            for _ in 0..<3 {
                #expect(try await browser.signIn("ayu", password: "salah").status == .unauthorized)
            }
            let slowed = try await browser.signIn("ayu")
            #expect(slowed.status == .tooManyRequests)
            let wait = try #require(slowed.headers[.retryAfter].flatMap { Int($0) })
            post.clock.advance(seconds: wait)
            #expect(try await browser.signIn("ayu").status == .seeOther)
        }
    }

    @Test func `an unknown name and a wrong password get the same page`() async throws {
        let post = try await Post()
        try await post.addOfficer("ayu", [.border])
        try await post.test { client in
            let known = try await Browser(client).signIn("ayu", password: "salah")
            let unknown = try await Browser(client).signIn("bia", password: "salah")
            #expect(known.status == unknown.status)
            #expect(known.text.masked("ayu") == unknown.text.masked("bia"))
        }
    }

    @Test func `a one-time password must be changed before anything else`() async throws {
        let post = try await Post()
        let oneTime = try await post.desk.accounts.add(name: "ayu", roles: [.border], by: .operatorConsole)
        try await post.test { client in
            let browser = Browser(client)
            try await browser.signIn("ayu", password: oneTime)
            #expect(try await browser.get("/papan").location == "/kata-sandi")
            try await browser.get("/kata-sandi")
            let changed = try await browser.post(
                "/kata-sandi",
                [("sandi", oneTime), ("sandi-baru", Post.password), ("sandi-ulang", Post.password)]
            )
            #expect(changed.location == "/papan")
            #expect(try await browser.get("/papan").status == .ok)
        }
    }

    @Test
    func `an idle session locks, pages that fetch themselves don't keep it awake, and a password unlocks it`()
        async throws
    {
        let post = try await Post(configure: { $0.idleLockMinutes = 10 })
        try await post.addOfficer("ayu", [.border])
        try await post.test { client in
            let browser = Browser(client)
            try await browser.signIn("ayu")
            post.clock.advance(seconds: 400)
            #expect(try await browser.get("/papan", headers: [.live: "1"]).status == .ok)
            post.clock.advance(seconds: 300)
            #expect(try await browser.get("/papan").location == "/terkunci?kembali=/papan")
            #expect(try await browser.get("/api/v1/status").status == .unauthorized)
            let locked = try await browser.get("/terkunci?kembali=/papan")
            #expect(locked.status == .ok)
            #expect(!locked.text.contains("/konter"))
            let unlocked = try await browser.post(
                "/terkunci",
                [("nama", "ayu"), ("sandi", Post.password), ("kembali", "/papan")]
            )
            #expect(unlocked.location == "/papan")
            #expect(try await browser.get("/papan").status == .ok)
        }
    }

    @Test func `a screen is locked on demand`() async throws {
        let post = try await Post()
        try await post.addOfficer("ayu", [.border])
        try await post.test { client in
            let browser = Browser(client)
            try await browser.signIn("ayu")
            try await browser.get("/papan")
            #expect(try await browser.post("/kunci").location == "/terkunci")
            #expect(try await browser.get("/papan").location == "/terkunci?kembali=/papan")
        }
    }

    @Test func `another officer takes over in one step and the first one's session has ended`() async throws {
        let post = try await Post()
        try await post.addOfficer("ayu", [.border])
        try await post.addOfficer("bia", [.border])
        try await post.test { client in
            let browser = Browser(client)
            try await browser.signIn("ayu")
            let first = try #require(browser.cookies["kawal"])
            try await browser.get("/ganti-petugas")
            let taken = try await browser.post("/ganti-petugas", [("nama", "bia"), ("sandi", Post.password)])
            #expect(taken.location == "/papan")
            #expect(try await browser.get("/papan").text.contains("bia"))
            let old = Browser(client)
            old.setCookie("kawal", first)
            #expect(try await old.get("/papan").status == .seeOther)
        }
    }

    @Test func `a session ends with the shift, with signing out, with disabling and with a reset`()
        async throws
    {
        let post = try await Post(configure: { $0.idleLockMinutes = 10_000 })
        try await post.addOfficer("ayu", [.border])
        try await post.test { client in
            let browser = Browser(client)
            try await browser.signIn("ayu")
            post.clock.advance(seconds: 12 * 3600)
            #expect(try await browser.get("/papan").location == "/masuk?kembali=/papan")

            try await browser.signIn("ayu")
            try await browser.get("/papan")
            try await browser.post("/keluar")
            #expect(browser.cookies["kawal"] == nil)
            #expect(try await browser.get("/papan").status == .seeOther)

            try await browser.signIn("ayu")
            _ = try await post.desk.accounts.resetPassword(of: "ayu", by: .operatorConsole)
            #expect(try await browser.get("/papan").location == "/masuk?kembali=/papan")
        }
    }

    @Test func `an administrator disables others, not the own account nor the last administrator's`()
        async throws
    {
        let post = try await Post()
        try await post.addOfficer("root", [.administrator])
        try await post.addOfficer("ayu", [.border])
        try await post.test { client in
            let browser = Browser(client)
            try await browser.signIn("root")
            for (name, status) in [("root", HTTPResponse.Status.unprocessableContent), ("ayu", .seeOther)] {
                try await browser.get("/akun")
                #expect(try await browser.post("/akun/\(name)/nonaktif").status == status)
            }
        }
        #expect(try post.desk.accounts.all().filter(\.isEnabled).map(\.name) == ["root"])
    }

    @Test func `a disabled account is out at once`() async throws {
        let post = try await Post()
        try await post.addOfficer("ayu", [.border])
        try await post.test { client in
            let browser = Browser(client)
            try await browser.signIn("ayu")
            #expect(try await browser.get("/papan").status == .ok)
            try await post.desk.accounts.setEnabled(false, of: "ayu", by: .operatorConsole)
            #expect(try await browser.get("/papan").status == .seeOther)
            #expect(try await browser.signIn("ayu").status == .unauthorized)
        }
    }
}

extension HTTPField.Name {
    static let live = HTTPField.Name("X-Kawal-Live") ?? .accept
}

extension String {
    /// The page without what differs from one rendering to the next.
    func masked(_ name: String) -> String {
        var text = replacing(name, with: "NAMA")
        while let token = text.value(after: #"name="csrf" value=""#), !token.isEmpty, token != "T" {
            text = text.replacing(token, with: "T")
        }
        return text
    }
}
