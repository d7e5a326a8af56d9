import Vocabulary
import HTTPTypes
import HummingbirdTesting
import Operations
@testable import Server
import Testing

/// A real server on loopback, and clients that hang up, stay silent or listen for long.
struct LineTests {
    @Test func `a list whose line is cut leaves nothing, and the server goes on`() async throws {
        let post = try await Post(records: true)
        let key = try await post.issueKey([.manifest])
        let size = try post.desk.site.ledgerHead().size
        try await post.application().test(.live) { client in
            let port = try #require(client.port)
            let body = Records.manifest
            for headers in ["Content-Length: \(body.utf8.count)", "Transfer-Encoding: chunked"] {
                let line = try Line(port: port)
                line.send(
                    "POST /api/v1/manifests HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer \(key)\r\n"
                        + "Content-Type: text/csv\r\n\(headers)\r\n\r\n"
                )
                if headers.hasPrefix("Content") {
                    line.send(String(body.dropLast(20)))
                } else {
                    let part = String(body.dropLast(20))
                    line.send(String(part.utf8.count, radix: 16) + "\r\n" + part + "\r\n")
                }
                line.endSending()
                let answer = await line.read(until: "\r\n\r\n")
                #expect(!answer.contains(" 200 "))
            }
            let health = try await client.executeRequest(
                uri: "/healthz",
                method: .get,
                headers: [:],
                body: nil
            )
            #expect(health.status == .ok)
        }
        #expect(try post.desk.site.ledgerHead().size == size)
    }

    @Test func `a referral reaches an open page over the line, which ends when its session does`()
        async throws
    {
        let post = try await Post(records: true)
        try await post.addOfficer("ayu", [.border])
        try await post.application().test(.live) { client in
            let browser = Browser(client)
            try await browser.signIn("ayu")
            let line = try Line(port: try #require(client.port))
            line.send(
                "GET /siaran HTTP/1.1\r\nHost: localhost\r\nCookie: kawal=\(browser.cookies["kawal"] ?? "")\r\n\r\n"
            )
            let opened = await line.read(until: "event: change")
            #expect(opened.lowercased().contains("content-type: text/event-stream"))
            _ = try await post.desk.receive(Array(Records.manifest.utf8), name: "x.csv", by: .operatorConsole)
            let id = try #require(try post.desk.referrals(on: post.desk.today).first?.id)
            #expect(await line.read(until: id).contains(id))
            try await browser.get("/papan")
            try await browser.post("/keluar")
            _ = try await post.desk.receive(
                Array(Records.laterManifest.utf8),
                name: "y.csv",
                by: .operatorConsole
            )
            let rest = await line.read(until: "0\r\n\r\n")
            #expect(!rest.contains("event: change"))
        }
    }

    @Test func `metrics are open to the machine itself, but not through a proxy on it`() async throws {
        let post = try await Post(configure: { $0.address = "127.0.0.1" })
        try await post.application().test(.live) { client in
            let direct = try await client.executeRequest(
                uri: "/metrics",
                method: .get,
                headers: [:],
                body: nil
            )
            #expect(direct.status == .ok)
            let forwarded = try await client.executeRequest(
                uri: "/metrics",
                method: .get,
                headers: [try #require(.init("X-Forwarded-For")): "203.0.113.9"],
                body: nil
            )
            #expect(forwarded.status == .unauthorized)
        }
    }
}
