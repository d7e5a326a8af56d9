import HTTPTypes
import HummingbirdTesting
import NIOCore
import Operations
@testable import Server
import Testing
import Vocabulary

/// A carrier's own programs: lists in, CUSRES out.
@Suite struct CarrierTests {
    /// One complete worker, one whose trip shows work without a placement, one without a document.
    private static let list = [
        "UNB+UNOA:4+GA+IDIMI+260301:0700+1", "UNH+1+PAXLST:D:12B:UN:IATA+GA820/260301", "BGM+745",
        "TDT+20+GA820",
        "LOC+125+CGK", "DTM+189:2603012340:201", "LOC+87+HKG", "NAD+FL+++TANPA:DOKUMEN", "RFF+ABO:7",
        "UNT+9+1",
        "UNZ+1+1",
    ].map { $0 + "'" }.joined()

    private func send(
        _ client: any TestClientProtocol,
        _ method: HTTPRequest.Method,
        _ path: String,
        _ key: String,
        _ body: String = "",
        accept: String = "application/edifact"
    ) async throws -> TestResponse {
        try await client.execute(
            uri: path,
            method: method,
            headers: [
                .authorization: "Bearer \(key)", .contentType: "application/edifact", .accept: accept,
            ],
            body: ByteBuffer(string: body)
        )
    }

    @Test func `a list is answered as CUSRES where that is accepted`() async throws {
        let post = try await Post(records: true)
        let key = try await post.issueKey([.manifest])
        try await post.test { client in
            let answer = try await send(client, .post, "/api/v1/manifests", key, Self.list)
            #expect(answer.status == .ok)
            #expect(answer.headers[.contentType] == "application/edifact")
            let text = String(buffer: answer.body)
            #expect(text.hasPrefix("UNB+UNOA:4+IDIMI+GA+"))
            #expect(text.contains("BGM+962'RFF+AF:GA820'"))
            #expect(text.contains("ERP+2'RFF+ABO:7'ERC+4Z'"))
            let json = try await send(
                client,
                .post,
                "/api/v1/manifests",
                key,
                Self.list,
                accept: "application/json"
            )
            #expect(json.headers[.contentType] == "application/json")
        }
    }

    @Test func `what changed is told until the doors are closed`() async throws {
        let post = try await Post(records: true)
        let key = try await post.issueKey([.manifest])
        let path = "/api/v1/flights/GA820/2026-03-01/CGK/answers"
        try await post.test { client in
            let before = try await send(client, .get, path, key)
            #expect(before.status == .notFound)
            _ = try await send(client, .post, "/api/v1/manifests", key, Self.list)
            let now = try await send(client, .get, path, key)
            #expect(now.status == .ok)
            #expect(String(buffer: now.body).contains("BGM+132'"))
            let closing = Self.list.replacing("BGM+745", with: "BGM+266+CLOB")
            _ = try await send(client, .post, "/api/v1/manifests", key, closing)
            let closed = try await send(client, .get, path, key)
            #expect(closed.status == .conflict)
            #expect(String(buffer: closed.body).contains("KWL-CLOSED"))
        }
    }

    @Test func `a key that may only read gets no answers for carriers`() async throws {
        let post = try await Post(records: true)
        let key = try await post.issueKey([.read])
        try await post.test { client in
            let path = "/api/v1/flights/GA820/2026-03-01/CGK/answers"
            let answer = try await send(client, .get, path, key)
            #expect(answer.status == .forbidden)
        }
    }
}
