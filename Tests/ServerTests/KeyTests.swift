import Vocabulary
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Operations
@testable import Server
import Testing

/// Keys of machines.
struct KeyTests {
    private func status(_ client: any TestClientProtocol, _ authorization: String) async throws
        -> TestResponse
    {
        try await client.executeRequest(
            uri: "/api/v1/status",
            method: .get,
            headers: [.authorization: authorization],
            body: nil
        )
    }

    @Test func `a key is good until it expires`() async throws {
        let post = try await Post()
        let key = try await post.issueKey([.read], days: 1)
        try await post.test { client in
            #expect(try await status(client, "Bearer \(key)").status == .ok)
            post.clock.advance(seconds: 86_400)
            let refused = try await status(client, "Bearer \(key)")
            #expect(refused.status == .unauthorized)
            #expect(refused.text.contains("KWL-KEY"))
        }
    }

    @Test func `a revoked key is refused at once`() async throws {
        let post = try await Post()
        let key = try await post.issueKey([.read])
        let id = try #require(try post.desk.keys.all().first?.id)
        try await post.test { client in
            #expect(try await status(client, "bearer \(key)").status == .ok)
            try await post.desk.keys.revoke(id: id, by: .operatorConsole)
            #expect(try await status(client, "Bearer \(key)").status == .unauthorized)
        }
    }

    @Test(arguments: ["", "Bearer", "Basic YTpi", "Bearer kwl_x_y", "Bearer kwl__", "Bearer salah"])
    func `what is no key is refused with a challenge`(authorization: String) async throws {
        let post = try await Post()
        try await post.test { client in
            let refused = try await status(client, authorization)
            #expect(refused.status == .unauthorized)
            #expect(refused.headers[.wwwAuthenticate] == "Bearer realm=\"kawal\"")
        }
    }

    @Test func `wrong secrets of one key are braked, the address's other keys go on`() async throws {
        let post = try await Post()
        let good = try await post.issueKey([.read])
        try await post.test { client in
            for _ in 0..<10 {
                #expect(try await status(client, "Bearer kwl_abc_salah").status == .unauthorized)
            }
            let braked = try await status(client, "Bearer kwl_abc_salah")
            #expect(braked.status == .tooManyRequests)
            let wait = try #require(braked.headers[.retryAfter].flatMap { Int($0) })
            #expect((1...60).contains(wait))
            #expect(try await status(client, "Bearer \(good)").status == .ok)
            post.clock.advance(seconds: wait)
            #expect(try await status(client, "Bearer kwl_abc_salah").status == .unauthorized)
        }
    }

    @Test func `a session may read, and write only with its token`() async throws {
        let post = try await Post(records: true)
        try await post.addOfficer("ayu", [.border])
        try await post.test { client in
            let browser = Browser(client)
            try await browser.signIn("ayu")
            try await browser.get("/papan")
            let cookie = "kawal=\(browser.cookies["kawal"] ?? "")"
            func check(_ headers: HTTPFields) async throws -> HTTPResponse.Status {
                var headers = headers
                headers[.cookie] = cookie
                headers[.contentType] = "application/json"
                let body = #"{"passport":"X9000001"}"#
                return try await client.executeRequest(
                    uri: "/api/v1/checks",
                    method: .post,
                    headers: headers,
                    body: .init(string: body)
                ).status
            }
            #expect(try await check([:]) == .forbidden)
            #expect(try await check([.token: browser.token, .fetchSite: "cross-site"]) == .forbidden)
            #expect(try await check([.token: browser.token]) == .ok)
        }
    }
}
