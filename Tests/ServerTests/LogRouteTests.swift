import HTTPTypes
import HummingbirdTesting
import NIOCore
import Operations
import Testing
import Vocabulary

@testable import Server

/// The public side of the ledger.
struct LogRouteTests {
    private static let bundle = "/log/tile/entries/000.p/"

    /// Where the last bundle of entries stands.
    private static func entries(_ post: Post) throws -> String {
        bundle + "\(min(try post.desk.site.ledgerHead().size, 255))"
    }

    @Test func `checkpoint and hashes are anybody's, with the caching that each allows`() async throws {
        let post = try await Post(records: true)
        try await post.test { client in
            let checkpoint = try await client.execute(uri: "/log/checkpoint", method: .get)
            #expect(checkpoint.status == .ok)
            #expect(checkpoint.headers[.contentType] == "text/plain; charset=utf-8")
            #expect(checkpoint.headers[.cacheControl] == "no-cache")
            let size = try post.desk.site.ledgerHead().size
            #expect(String(buffer: checkpoint.body).split(separator: "\n").dropFirst().first == "\(size)")
            let tile = try await client.execute(uri: "/log/tile/0/000.p/1", method: .get)
            #expect(tile.status == .ok && tile.body.readableBytes == 32)
            #expect(tile.headers[.cacheControl] == "public, max-age=31536000, immutable")
        }
    }

    @Test func `entries are for auditors, administrators and keys that may read`() async throws {
        let post = try await Post(records: true)
        try await post.addOfficer("ayu", [.border])
        try await post.addOfficer("budi", [.auditor])
        let (read, check) = (try await post.issueKey([.read]), try await post.issueKey([.check]))
        let path = try Self.entries(post)
        try await post.test { client in
            func status(_ key: String?) async throws -> HTTPResponse.Status {
                var headers = HTTPFields()
                if let key { headers[.authorization] = "Bearer \(key)" }
                return try await client.execute(uri: path, method: .get, headers: headers).status
            }
            #expect(try await status(nil) == .unauthorized)
            #expect(try await status(check) == .forbidden)
            #expect(try await status(read) == .ok)
            for (name, expected) in [("ayu", HTTPResponse.Status.forbidden), ("budi", .ok)] {
                let browser = Browser(client)
                try await browser.signIn(name)
                #expect(try await browser.get(path).status == expected)
            }
        }
    }

    @Test(arguments: [
        "/log", "/log/", "/log/site.key", "/log/tile", "/log/tile/0", "/log/tile/0/999",
        "/log/tile/0/..%2F..%2Fsite.key",
        "/log/tile/0/000/000", "/log/tile/x/000",
    ])
    func `what is no file of the log is not found`(path: String) async throws {
        let post = try await Post(records: true)
        try await post.test { client in
            let status = try await client.execute(uri: path, method: .get).status
            #expect(status == .notFound)
        }
    }

    @Test func `a log can't be written to`() async throws {
        let post = try await Post()
        try await post.test { client in
            for path in ["/log/checkpoint", "/log/tile/0/000"] {
                let status = try await client.execute(uri: path, method: .post).status
                #expect(status == .methodNotAllowed)
            }
        }
    }
}
