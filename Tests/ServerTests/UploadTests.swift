import Vocabulary
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Operations
@testable import Server
import Testing

/// Passenger lists sent from the page.
struct UploadTests {
    @Test func `a list is received, shown, and its referral stands on the board`() async throws {
        let post = try await Post(records: true)
        try await post.addOfficer("ayu", [.border])
        try await post.test { client in
            let browser = Browser(client)
            try await browser.signIn("ayu")
            try await browser.get("/manifes")
            let sent = try await browser.upload(Records.manifest)
            let place = try #require(sent.location)
            #expect(place.hasPrefix("/manifes/"))
            #expect(try await browser.get(place).text.contains("GA820"))
            #expect(try await browser.get("/papan").text.contains("data-referral"))
            #expect(try await browser.get("/penerbangan/GA820/2026-03-01/CGK").status == .ok)
        }
    }

    @Test func `the same file twice changes nothing and says so`() async throws {
        let post = try await Post(records: true)
        try await post.addOfficer("ayu", [.border])
        try await post.test { client in
            let browser = Browser(client)
            try await browser.signIn("ayu")
            try await browser.get("/manifes")
            let first = try await browser.upload(Records.manifest)
            let size = try post.desk.site.ledgerHead().size
            try await browser.get("/manifes")
            let second = try await browser.upload(Records.manifest)
            #expect(second.location == (first.location ?? "") + "?ulang=1")
            #expect(try post.desk.site.ledgerHead().size == size)
        }
    }

    @Test func `a later list replaces the earlier, and the referral of who was dropped falls away`()
        async throws
    {
        let post = try await Post(records: true)
        try await post.addOfficer("ayu", [.border])
        try await post.test { client in
            let browser = Browser(client)
            try await browser.signIn("ayu")
            for list in [Records.manifest, Records.laterManifest] {
                try await browser.get("/manifes")
                _ = try await browser.upload(list)
            }
            let referrals = try post.desk.referrals(on: post.desk.today)
            #expect(referrals.map(\.withdrawnFor) == ["dropped-from-list"])
            #expect(!(try await browser.get("/papan").text.contains("data-referral")))
            #expect(try await browser.get("/rujukan").status == .ok)
        }
    }

    @Test(arguments: [3, 30, 200]) func `a half-written upload leaves nothing`(missing: Int) async throws {
        let post = try await Post(records: true)
        try await post.addOfficer("ayu", [.border])
        let size = try post.desk.site.ledgerHead().size
        try await post.test { client in
            let browser = Browser(client)
            try await browser.signIn("ayu")
            try await browser.get("/manifes")
            #expect(try await browser.upload(Records.manifest, cutting: missing).status == .badRequest)
        }
        #expect(try post.desk.site.ledgerHead().size == size)
    }

    @Test func `no file, an empty file and an unreadable file are said`() async throws {
        let post = try await Post(records: true)
        try await post.addOfficer("ayu", [.border])
        try await post.test { client in
            let browser = Browser(client)
            try await browser.signIn("ayu")
            for text in ["", "bukan manifes sama sekali"] {
                try await browser.get("/manifes")
                #expect(try await browser.upload(text).status == .unprocessableContent)
            }
            #expect(try await browser.post("/manifes").status == .unprocessableContent)
        }
    }

    @Test func `a file over the limit is refused before it is read`() async throws {
        let post = try await Post(configure: { $0.uploadLimitBytes = 500 })
        try await post.addOfficer("ayu", [.border])
        try await post.test { client in
            let browser = Browser(client)
            try await browser.signIn("ayu")
            try await browser.get("/manifes")
            let answer = try await browser.upload(String(repeating: "x", count: 600))
            #expect(answer.status == .contentTooLarge)
        }
    }

    @Test func `a job is seen by who sent it and by nobody else`() async throws {
        let post = try await Post(records: true)
        let server = try post.server()
        let actor = Actor(Account(name: "ayu", roles: [.border], passwordHash: "", mustChangePassword: false))
        let id = try server.office.uploads.start(Array(Records.manifest.utf8), name: "x.csv", by: actor)
        await server.office.uploads.wait(for: id, atMost: .seconds(60))
        #expect(server.office.uploads.job(id, of: "bia") == nil)
        guard case .done(let reception)? = server.office.uploads.job(id, of: "ayu")?.state else {
            Issue.record("the job isn't done")
            return
        }
        #expect(reception.manifests.map(\.flight.number) == ["GA820"])
    }
}

/// Work that is begun faster than it ends.
struct UploadLimitTests {
    @Test func `as many files are screened at once as memory allows, and the next is told when to come back`()
        async throws
    {
        let post = try await Post(records: true)
        let uploads = try post.server().office.uploads
        let actor = Actor(Account(name: "ayu", roles: [.border], passwordHash: "", mustChangePassword: false))
        let bytes = Array(Records.manifest.utf8)
        var begun: [String] = []
        let refused = #expect(throws: Problem.self) {
            while begun.count < 1000 { begun.append(try uploads.start(bytes, name: "x.csv", by: actor)) }
        }
        #expect(refused?.status == .serviceUnavailable)
        #expect(refused?.retryAfterSeconds != nil)
        for id in begun { await uploads.wait(for: id, atMost: .seconds(60)) }
        let later = try uploads.start(bytes, name: "x.csv", by: actor)
        await uploads.wait(for: later, atMost: .seconds(60))
    }
}

/// How bodies of forms are read.
struct FormReadingTests {
    @Test func `fields keep order, repeats and every letter`() throws {
        let form = try #require(Form(encoded: "a=1&b=x+y&a=%C3%A9%26&c".utf8))
        #expect(form.all("a") == ["1", "é&"])
        #expect(form["b"] == "x y")
        #expect(form["c"] == nil)
        #expect(form.verbatim("c") == "")
    }

    @Test(arguments: ["a=%", "a=%1", "a=%zz", "=x"]) func `what is no form is none`(text: String) {
        #expect(Form(encoded: text.utf8) == nil)
    }

    @Test func `too many fields are none`() {
        #expect(Form(encoded: String(repeating: "a=1&", count: 201).utf8) == nil)
    }

    @Test func `a file keeps its bytes`() throws {
        let content = "\r\n--bata\r\n-- x \r\n"
        let body =
            "--batas\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a;b.csv\"\r\n\r\n\(content)\r\n--batas--"
        let form = try #require(MultipartForm(body: ByteBuffer(string: body), boundary: "batas"))
        #expect(form.files.map { String(buffer: $0.bytes) } == [content])
    }

    @Test(arguments: ["--batas--", "", "--batas\r\n", "--batas\r\nX: y\r\n\r\nz\r\n--batas--"])
    func `a body without a named part has none`(body: String) {
        let form = MultipartForm(body: ByteBuffer(string: body), boundary: "batas")
        #expect(form?.files.isEmpty ?? true)
    }

    @Test func `a boundary is read from the content type`() {
        #expect(MultipartForm.boundary(of: "multipart/form-data; boundary=\"a b\"") == "a b")
        #expect(MultipartForm.boundary(of: "text/plain; boundary=a") == nil)
        #expect(MultipartForm.boundary(of: "multipart/form-data") == nil)
    }
}
