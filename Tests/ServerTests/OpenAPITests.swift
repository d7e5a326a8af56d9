import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
@testable import Server
import Testing

/// The document and the routes are made of one table, and the kept copy is the document.
struct OpenAPITests {
    private let document = OpenAPIDocument(version: "0", uploadLimitBytes: 64 << 20).json

    private var operations: Set<String> {
        guard case .object(let paths)? = document["paths"] else { return [] }
        return Set(
            paths.flatMap { path -> [String] in
                guard case .object(let methods) = path.value else { return [] }
                return methods.map { "\($0.name.uppercased()) \(path.name)" }
            }
        )
    }

    @Test func `every route below api v1 is in the document and every operation has a route`() async throws {
        let post = try await Post()
        let router = try post.server().router
        let routes = router.routes.filter { $0.path.description.hasPrefix("/api/v1") }
            .map { "\($0.method.rawValue) \($0.path.description)" }
        #expect(Set(routes) == operations)
        #expect(operations.count == Endpoints.all(uploadLimitBytes: 1).count)
    }

    @Test func `the kept copy is the document; KAWAL_RECORD=1 writes it anew`() throws {
        let kept = Program.file("docs/generated/openapi.json")
        if ProcessInfo.processInfo.environment["KAWAL_RECORD"] != nil {
            try Data(document.pretty.utf8).write(to: kept)
        }
        #expect(try String(contentsOf: kept, encoding: .utf8) == document.pretty)
    }

    @Test func `every schema that is referred to exists and every one that exists is referred to`() throws {
        let text = document.compact
        let names = Schemas.all.map(\.key)
        for name in names {
            #expect(text.contains("#/components/schemas/\(name)\""), "\(name) is never used")
        }
        var rest = text[...]
        while let range = rest.firstRange(of: "#/components/schemas/") {
            rest = rest[range.upperBound...]
            let name = String(rest.prefix { $0 != "\"" })
            #expect(names.contains(name), "\(name) is unknown")
        }
    }

    @Test func `operation names are unique and every path value is declared`() {
        let endpoints = Endpoints.all(uploadLimitBytes: 1)
        #expect(Set(endpoints.map(\.operation)).count == endpoints.count)
        for endpoint in endpoints {
            let placed = endpoint.path.split(separator: "/").filter { $0.hasPrefix("{") }.map {
                $0.dropFirst().dropLast()
            }
            let declared = endpoint.parameters.filter { $0.place == .path }.map(\.name)
            #expect(placed.map(String.init) == declared, "\(endpoint.operation)")
        }
    }

    @Test func `the document is served to anybody`() async throws {
        let post = try await Post()
        try await post.test { client in
            let answer = try await client.executeRequest(
                uri: "/api/v1/openapi.json",
                method: .get,
                headers: [:],
                body: nil
            )
            #expect(answer.status == .ok)
            #expect(try answer.json["openapi"] == "3.1.0")
        }
    }
}
