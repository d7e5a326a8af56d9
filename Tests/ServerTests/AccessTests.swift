import Vocabulary
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Operations
import Pages
@testable import Server
import Testing

/// Every page for every role, allowed and refused, from the table itself.
struct AccessTests {
    private static let routes = PageTable.routes(uploadLimitBytes: 1 << 20)

    @Test(arguments: Role.allCases)
    func `a role opens the pages that are its own and no others`(role: Role) async throws {
        let post = try await Post(records: true)
        try await post.addOfficer("ayu", [role])
        try await post.test { client in
            let browser = Browser(client)
            try await browser.signIn("ayu")
            try await browser.get("/papan")
            for route in Self.routes where route.path != "/siaran" {
                guard case .roles(let roles) = route.access else { continue }
                let path = Self.example(route.path)
                let answer = route.method == .get ? try await browser.get(path) : try await browser.post(path)
                let isRefused = answer.status == .forbidden
                #expect(isRefused == !roles.contains(role), "\(route.method) \(route.path) as \(role)")
                #expect(answer.status != .internalServerError, "\(route.method) \(route.path) as \(role)")
            }
        }
    }

    @Test func `nobody who isn't signed in gets past the door`() async throws {
        let post = try await Post()
        try await post.test { client in
            for route in Self.routes {
                guard case .roles = route.access else { continue }
                let browser = Browser(client)
                let path = Self.example(route.path)
                let answer = route.method == .get ? try await browser.get(path) : try await browser.post(path)
                #expect(answer.status == .seeOther || answer.status == .unauthorized, "\(route.path)")
            }
        }
    }

    @Test func `the navigation shows only what opens`() async throws {
        for role in Role.allCases {
            for place in PageTable.places(for: [role]) {
                let route = try #require(
                    Self.routes.first { $0.path == place.link.text && $0.method == .get }
                )
                guard case .roles(let roles) = route.access else { continue }
                #expect(roles.contains(role), "\(place) for \(role)")
            }
        }
    }

    @Test(arguments: Role.allCases)
    func `a role calls the endpoints that are its own and no others`(role: Role) async throws {
        let post = try await Post(records: true)
        try await post.addOfficer("ayu", [role])
        try await post.test { client in
            let browser = Browser(client)
            try await browser.signIn("ayu")
            try await browser.get("/status")
            for endpoint in Endpoints.all(uploadLimitBytes: 1 << 20) where !endpoint.isPublic {
                let status = try await Self.call(
                    endpoint,
                    client,
                    [
                        .cookie: "kawal=\(browser.cookies["kawal"] ?? "")", .token: browser.token,
                    ]
                )
                #expect(
                    (status == .forbidden) == !endpoint.roles.contains(role),
                    "\(endpoint.operation) as \(role)"
                )
            }
        }
    }

    @Test(arguments: KeyScope.allCases)
    func `a key calls the endpoints of its scope and no others`(scope: KeyScope) async throws {
        let post = try await Post(records: true)
        let key = try await post.issueKey([scope])
        try await post.test { client in
            for endpoint in Endpoints.all(uploadLimitBytes: 1 << 20) where !endpoint.isPublic {
                let status = try await Self.call(endpoint, client, [.authorization: "Bearer \(key)"])
                #expect((status == .forbidden) == !endpoint.scopes.contains(scope), "\(endpoint.operation)")
                #expect(status != .unauthorized, "\(endpoint.operation)")
            }
        }
    }

    private static func call(_ endpoint: Endpoint, _ client: any TestClientProtocol, _ headers: HTTPFields)
        async throws -> HTTPResponse.Status
    {
        var headers = headers
        if let body = endpoint.body { headers[.contentType] = body.mediaTypes[0] }
        let body = endpoint.body == nil ? nil : ByteBuffer(string: "{}")
        let path = example(endpoint.fullPath)
        return try await client.executeRequest(
            uri: path,
            method: endpoint.method,
            headers: headers,
            body: body
        ).status
    }

    /// An address of a template.
    private static func example(_ template: String) -> String {
        template.replacing("{departsOn}", with: "2026-03-01").replacing("{number}", with: "GA820")
            .replacing("{from}", with: "CGK").replacing("{name}", with: "tidak-ada").replacing(
                "{act}",
                with: "aktif"
            )
            .replacing("{id}", with: "tidak-ada")
    }
}

extension HTTPField.Name {
    static let token = HTTPField.Name("X-CSRF-Token") ?? .accept
    static let fetchSite = HTTPField.Name("Sec-Fetch-Site") ?? .accept
    static let fragment = HTTPField.Name("X-Kawal-Fragment") ?? .accept
}
