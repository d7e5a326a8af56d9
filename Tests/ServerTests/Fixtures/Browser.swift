import HTTPTypes
import HummingbirdTesting
import NIOCore
import Synchronization
import Testing

/// A browser: keeps cookies, remembers the token of the last page, sends forms as browsers do.
final class Browser: Sendable {
    private struct Memory {
        var cookies: [String: String] = [:]
        var token = ""
    }

    private let client: any TestClientProtocol
    private let memory = Mutex(Memory())

    init(_ client: any TestClientProtocol) { self.client = client }

    /// The token of the last page that had a form.
    var token: String { memory.withLock { $0.token } }
    var cookies: [String: String] { memory.withLock { $0.cookies } }

    func setCookie(_ name: String, _ value: String) { memory.withLock { $0.cookies[name] = value } }

    @discardableResult
    func get(_ path: String, headers: HTTPFields = [:]) async throws -> TestResponse {
        try await send(.get, path, headers, nil)
    }

    /// Sends a form with the last page's token.
    @discardableResult
    func post(
        _ path: String,
        _ fields: [(String, String)] = [],
        token: String? = nil,
        headers: HTTPFields = [:]
    ) async throws -> TestResponse {
        let all = [("csrf", token ?? self.token)] + fields
        let body = all.map { "\(Self.encode($0.0))=\(Self.encode($0.1))" }.joined(separator: "&")
        var headers = headers
        headers[.contentType] = "application/x-www-form-urlencoded"
        return try await send(.post, path, headers, ByteBuffer(string: body))
    }

    /// Sends a file.
    func upload(_ text: String, name: String = "daftar.csv", cutting: Int = 0) async throws -> TestResponse {
        let body = """
            --batas\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n\(token)\r\n--batas\r\n\
            Content-Disposition: form-data; name="berkas"; filename="\(name)"\r\nContent-Type: text/csv\r\n\r\n\
            \(text)\r\n--batas--\r\n
            """
        return try await send(
            .post,
            "/manifes",
            [.contentType: "multipart/form-data; boundary=batas"],
            ByteBuffer(string: String(body.dropLast(cutting)))
        )
    }

    /// Signs in with the password of every test.
    @discardableResult
    func signIn(_ name: String, password: String = Post.password) async throws -> TestResponse {
        try await get("/masuk")
        return try await post("/masuk", [("nama", name), ("sandi", password)])
    }

    private func send(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ headers: HTTPFields,
        _ body: ByteBuffer?
    )
        async throws -> TestResponse
    {
        var headers = headers
        let cookies = memory.withLock { $0.cookies }.sorted { $0.key < $1.key }
        if !cookies.isEmpty {
            headers[.cookie] = cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
        }
        let response = try await client.executeRequest(
            uri: path,
            method: method,
            headers: headers,
            body: body
        )
        memory.withLock { memory in
            for line in response.headers[values: .setCookie] {
                let pair = line.split(separator: ";")[0].split(separator: "=", maxSplits: 1)
                if line.contains("Max-Age=0") {
                    memory.cookies[String(pair[0])] = nil
                } else {
                    memory.cookies[String(pair[0])] = pair.count == 2 ? String(pair[1]) : ""
                }
            }
            if let token = response.text.value(after: #"name="csrf" value=""#) { memory.token = token }
        }
        return response
    }

    private static func encode(_ text: String) -> String {
        text.utf8.map { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: String(UnicodeScalar(byte))
            default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        .joined()
    }
}

extension TestResponse {
    /// The body as text.
    var text: String { String(buffer: body) }
    /// Where a redirect leads.
    var location: String? { headers[.location] }
}

extension String {
    /// What stands between a text and the next quotation mark; nil where the text isn't there.
    func value(after start: String) -> String? {
        guard let range = firstRange(of: start) else { return nil }
        return String(self[range.upperBound...].prefix { $0 != "\"" })
    }
}
