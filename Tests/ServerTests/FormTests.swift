import Vocabulary
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Operations
@testable import Server
import Testing

/// Forms: only from pages of this session, each carried out once.
struct FormTests {
    @Test(arguments: ["", "salah", "0000.1", "x.y.z"])
    func `a form without the session's token is refused`(token: String) async throws {
        let post = try await Post()
        try await post.addOfficer("ayu", [.administrator])
        try await post.test { client in
            let browser = Browser(client)
            try await browser.signIn("ayu")
            try await browser.get("/akun")
            let answer = try await browser.post(
                "/akun",
                [("nama", "bia"), ("peran", "border")],
                token: token
            )
            #expect(answer.status == .forbidden)
            #expect(try post.desk.accounts.all().count == 1)
        }
    }

    @Test func `another session's token is refused`() async throws {
        let post = try await Post()
        try await post.addOfficer("ayu", [.administrator])
        try await post.test { client in
            let (one, other) = (Browser(client), Browser(client))
            try await one.signIn("ayu")
            try await other.signIn("ayu")
            try await one.get("/akun")
            try await other.get("/akun")
            let answer = try await other.post(
                "/akun",
                [("nama", "bia"), ("peran", "border")],
                token: one.token
            )
            #expect(answer.status == .forbidden)
        }
    }

    @Test(arguments: [
        (HTTPField.Name.fetchSite, "cross-site"), (.fetchSite, "same-site"),
        (.origin, "https://jahat.example"),
    ])
    func `a form sent from elsewhere is refused even with the right token`(
        header: HTTPField.Name,
        value: String
    )
        async throws
    {
        let post = try await Post()
        try await post.addOfficer("ayu", [.administrator])
        try await post.test { client in
            let browser = Browser(client)
            try await browser.signIn("ayu")
            try await browser.get("/akun")
            let answer = try await browser.post(
                "/akun",
                [("nama", "bia"), ("peran", "border")],
                headers: [header: value]
            )
            #expect(answer.status == .forbidden)
            #expect(try post.desk.accounts.all().count == 1)
        }
    }

    @Test func `a form from this server's own page is taken`() async throws {
        let post = try await Post()
        try await post.addOfficer("ayu", [.administrator])
        try await post.test { client in
            let browser = Browser(client)
            try await browser.signIn("ayu")
            try await browser.get("/akun")
            let answer = try await browser.post(
                "/akun",
                [("nama", "bia"), ("peran", "border")],
                headers: [.fetchSite: "same-origin", .origin: "http://localhost"]
            )
            #expect(answer.status == .ok)
            #expect(try post.desk.accounts.all().map(\.name) == ["ayu", "bia"])
        }
    }

    @Test func `a form that the browser sends again gets the same answer and changes nothing`() async throws {
        let post = try await Post()
        try await post.addOfficer("ayu", [.administrator])
        try await post.test { client in
            let browser = Browser(client)
            try await browser.signIn("ayu")
            try await browser.get("/kunci-mesin")
            let token = browser.token
            let fields = [("pemilik", "GA"), ("cakupan", "manifest"), ("lama", "30")]
            let first = try await browser.post("/kunci-mesin", fields, token: token)
            let second = try await browser.post("/kunci-mesin", fields, token: token)
            #expect(first.status == .ok)
            #expect(first.text.contains("kwl_"))
            #expect(first.body == second.body)
            #expect(try post.desk.keys.all().count == 1)
        }
    }

    @Test func `two sendings at the same moment are carried out once`() async throws {
        let post = try await Post()
        try await post.addOfficer("ayu", [.administrator])
        try await post.test { client in
            let browser = Browser(client)
            try await browser.signIn("ayu")
            try await browser.get("/kunci-mesin")
            let token = browser.token
            let fields = [("pemilik", "GA"), ("cakupan", "manifest"), ("lama", "30")]
            let answers = try await withThrowingTaskGroup(of: TestResponse.self) { group in
                for _ in 0..<6 {
                    group.addTask { try await browser.post("/kunci-mesin", fields, token: token) }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(Set(answers.map(\.text)).count == 1)
            #expect(try post.desk.keys.all().count == 1)
        }
    }

    @Test func `the same page's form with other words in it is another act`() async throws {
        let post = try await Post()
        try await post.addOfficer("ayu", [.administrator])
        try await post.test { client in
            let browser = Browser(client)
            try await browser.signIn("ayu")
            try await browser.get("/akun")
            let token = browser.token
            for name in ["bia", "cici"] {
                try await browser.post("/akun", [("nama", name), ("peran", "border")], token: token)
            }
            #expect(try post.desk.accounts.all().map(\.name) == ["ayu", "bia", "cici"])
        }
    }

    @Test func `a form that failed may be sent again`() async throws {
        let post = try await Post()
        try await post.addOfficer("ayu", [.administrator])
        try await post.test { client in
            let browser = Browser(client)
            try await browser.signIn("ayu")
            try await browser.get("/akun")
            let token = browser.token
            #expect(
                try await browser.post("/akun", [("nama", "bia")], token: token).status
                    == .unprocessableContent
            )
            #expect(
                try await browser.post("/akun", [("nama", "bia")], token: token).status
                    == .unprocessableContent
            )
        }
    }

    @Test func `forms of an open page stay good when the same officer unlocks the screen`() async throws {
        let post = try await Post()
        try await post.addOfficer("ayu", [.administrator])
        try await post.test { client in
            let browser = Browser(client)
            try await browser.signIn("ayu")
            try await browser.get("/akun")
            let token = browser.token
            try await browser.post("/kunci")
            try await browser.get("/terkunci")
            try await browser.post("/terkunci", [("nama", "ayu"), ("sandi", Post.password)])
            let answer = try await browser.post(
                "/akun",
                [("nama", "bia"), ("peran", "border")],
                token: token
            )
            #expect(answer.status == .ok)
        }
    }

    @Test func `the sign-in form needs its own token too, and an old one is shown again kindly`() async throws
    {
        let post = try await Post()
        try await post.addOfficer("ayu", [.border])
        try await post.test { client in
            let browser = Browser(client)
            let answer = try await browser.post(
                "/masuk",
                [("nama", "ayu"), ("sandi", Post.password)],
                token: "a.0"
            )
            #expect(answer.status == .forbidden)
            #expect(answer.text.contains("name=\"sandi\""))
            #expect(browser.cookies["kawal"] == nil)
        }
    }
}

/// How the numbers of rendered forms are remembered.
struct FormLedgerTests {
    private func key(_ number: Int) -> FormKey { FormKey(number: number, path: "/akun", form: Form()) }

    @Test func `a form that was never rendered is stale`() throws {
        var ledger = FormLedger()
        #expect(throws: Problem.staleForm) { try ledger.take(key(1)) }
        #expect(throws: Problem.staleForm) { try ledger.take(key(0)) }
    }

    @Test func `a forgotten form is refused, never carried out twice`() throws {
        var ledger = FormLedger()
        let numbers = (0..<60).map { _ in ledger.issue() }
        for number in numbers {
            #expect(try ledger.take(key(number)) == nil)
            ledger.finish(key(number), with: .redirect("/"))
        }
        #expect(throws: Problem.staleForm) { try ledger.take(key(numbers[0])) }
        #expect(try ledger.take(key(numbers[59])) != nil)
    }
}
