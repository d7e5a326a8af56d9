import Vocabulary
import HTTPTypes
import HummingbirdTesting
import Operations
@testable import Server
import Testing

/// What every answer carries, and how errors look to people.
struct AnswerTests {
    @Test(arguments: ["/masuk", "/cek", "/api/v1/openapi.json", "/tidak-ada", "/healthz"])
    func `every answer forbids foreign scripts, frames and sniffing`(path: String) async throws {
        let post = try await Post()
        try await post.test { client in
            let headers = try await Browser(client).get(path).headers
            let policy = try #require(headers[.contentSecurityPolicy])
            #expect(policy.contains("default-src 'none'"))
            #expect(policy.contains("frame-ancestors 'none'"))
            #expect(!policy.contains("unsafe"))
            #expect(headers[.xContentTypeOptions] == "nosniff")
            #expect(headers[try #require(.init("Referrer-Policy"))] == "no-referrer")
            #expect(headers[try #require(.init("X-Request-ID"))] != nil)
            #expect(headers[.strictTransportSecurity] == nil)
        }
    }

    @Test func `pages are not kept, assets are kept for ever`() async throws {
        let post = try await Post()
        try await post.test { client in
            let page = try await Browser(client).get("/masuk")
            #expect(page.headers[.cacheControl] == "no-store")
            let path = try #require(page.text.value(after: #"rel="stylesheet" href=""#))
            let style = try await Browser(client).get(path)
            #expect(style.status == .ok)
            #expect(style.headers[.cacheControl] == "public, max-age=31536000, immutable")
            #expect(style.headers[.contentType] == "text/css; charset=utf-8")
            #expect(try await Browser(client).get("/aset/../rahasia").status == .notFound)
        }
    }

    @Test func `no page has anything inline that its own policy forbids`() async throws {
        let post = try await Post(records: true)
        try await post.addOfficer("ayu", Set(Role.allCases).subtracting([.interviewer]))
        try await post.test { client in
            let browser = Browser(client)
            try await browser.signIn("ayu")
            for path in [
                "/papan", "/konter", "/rujukan", "/tautan", "/manifes", "/permohonan", "/status", "/akun",
                "/kunci-mesin", "/kata-sandi", "/cek", "/antrean", "/perkara", "/s",
            ] {
                let page = try await browser.get(path)
                #expect(page.status == .ok, "\(path)")
                #expect(!page.text.contains("style=\""), "\(path)")
                #expect(!page.text.contains("<style"), "\(path)")
                #expect(!page.text.contains("onclick"), "\(path)")
                #expect(page.text.matches(of: /<script[^>]*>[^<]/).isEmpty, "\(path)")
            }
        }
    }

    @Test func `over TLS cookies are bound to the host`() {
        let cookies = Cookies(isSecure: true)
        var reply = Reply(.ok)
        cookies.set(.session, "x", on: &reply)
        #expect(reply.headers[.setCookie] == "__Host-kawal=x; Path=/; HttpOnly; SameSite=Strict; Secure")
    }

    @Test func `an error is a page for people and a problem for programs`() async throws {
        let post = try await Post()
        try await post.test { client in
            let page = try await Browser(client).get("/tidak-ada")
            #expect(page.status == .notFound)
            #expect(page.headers[.contentType] == "text/html; charset=utf-8")
            let problem = try await Browser(client).get("/tidak-ada", headers: [.accept: "application/json"])
            #expect(problem.headers[.contentType] == "application/problem+json")
            #expect(problem.text.contains("KWL-ABSENT") && page.text.contains("KWL-ABSENT"))
            #expect(try Conformity.faults(of: problem.json, to: "Problem") == [])
            let method = try await Browser(client).post("/papan")
            #expect(method.status == .methodNotAllowed)
            #expect(method.headers[.allow] == "GET")
        }
    }

    @Test func `language and theme are kept in the browser and change the page`() async throws {
        let post = try await Post()
        try await post.test { client in
            let browser = Browser(client)
            #expect(try await browser.get("/cek").text.contains(#"lang="id""#))
            let kept = try await browser.post(
                "/pengaturan",
                [("bahasa", "en"), ("tema", "dark"), ("kembali", "/cek")]
            )
            #expect(kept.location == "/cek")
            let page = try await browser.get("/cek")
            #expect(page.text.contains(#"lang="en""#))
            #expect(page.text.contains(#"data-theme="dark""#))
        }
    }

    @Test func `the public check sets no cookie and leaves nothing in the ledger`() async throws {
        let post = try await Post(records: true)
        let size = try post.desk.site.ledgerHead().size
        try await post.test { client in
            let browser = Browser(client)
            try await browser.get("/cek")
            let answer = try await browser.post(
                "/cek",
                [("skema", "ptop"), ("tujuan", "HKG"), ("berkas", "passport")]
            )
            #expect(answer.status == .ok)
            #expect(answer.headers[values: .setCookie].isEmpty)
            #expect(browser.cookies.isEmpty)
            #expect(try await browser.post("/cek", [("skema", "ptop")]).status == .unprocessableContent)
        }
        #expect(try post.desk.site.ledgerHead().size == size)
    }

    @Test func `hostile input is shown as text`() async throws {
        let post = try await Post(records: true)
        try await post.addOfficer("ayu", [.border, .helpdesk])
        try await post.test { client in
            let browser = Browser(client)
            try await browser.signIn("ayu")
            try await browser.get("/manifes")
            let sent = try await browser.upload(Records.hostileManifest, name: "<img src=x>.csv")
            #expect(sent.status == .seeOther, "\(sent.text)")
            try await browser.get("/papan")
            let id = try #require(try post.desk.referrals(on: post.desk.today).first?.screening)
            for path in [
                "/papan", "/pelintas/\(id)", "/penerbangan/GA%3Cb%3E9/2026-03-01/CGK", "/manifes", "/rujukan",
            ] {
                let page = try await browser.get(path)
                #expect(page.status == .ok, "\(path)")
                #expect(!page.text.contains("<script>alert"), "\(path)")
                #expect(!page.text.contains("GA<b>"), "\(path)")
            }
            try await browser.get("/konter")
            let typed = try await browser.post("/konter", [("dokumen", "\"><script>alert(1)</script>")])
            #expect(!typed.text.contains("<script>alert"))
        }
    }
}
