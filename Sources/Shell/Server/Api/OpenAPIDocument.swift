import Vocabulary
import HTTPTypes
import Operations

/// Writes the OpenAPI 3.1 document from the table of endpoints.
struct OpenAPIDocument: Sendable {
    let version: String
    let uploadLimitBytes: Int

    /// The document.
    var json: JSONText {
        [
            "openapi": "3.1.0",
            "info": [
                "title": "Kawal",
                "version": .string(version),
                "summary": "Explained advice on departures; a person decides.",
                "description": .string(Self.about),
                "license": ["name": "Apache-2.0", "identifier": "Apache-2.0"],
            ],
            "jsonSchemaDialect": "https://json-schema.org/draft/2020-12/schema",
            "servers": [["url": "/"]],
            "paths": paths,
            "components": [
                "schemas": .object(Schemas.all.map { .init(name: $0.key, value: $0.value) }),
                "securitySchemes": [
                    "key": [
                        "type": "http", "scheme": "bearer",
                        "description": "kwl_ID_SECRET: scoped, expiring, revocable.",
                    ],
                    "session": [
                        "type": "apiKey", "in": "cookie", "name": "kawal",
                        "description":
                            "A person's session; changes need the header X-CSRF-Token. __Host-kawal over TLS.",
                    ],
                ],
            ],
        ]
    }

    private static let about = """
        Advice is clear, advise, refer, statutory or unavailable: there is no refusal, and unavailable is no reason to \
        hold anybody. Errors are problems of RFC 9457 with a stable code.
        """

    private var paths: JSONText {
        var members: [JSONText.Member] = []
        for endpoint in Endpoints.all(uploadLimitBytes: uploadLimitBytes) {
            let operation = JSONText.Member(
                name: endpoint.method.rawValue.lowercased(),
                value: describe(endpoint)
            )
            if let position = members.firstIndex(where: { $0.name == endpoint.fullPath }),
                case .object(let operations) = members[position].value
            {
                members[position].value = .object(operations + [operation])
            } else {
                members.append(.init(name: endpoint.fullPath, value: .object([operation])))
            }
        }
        return .object(members)
    }

    private func describe(_ endpoint: Endpoint) -> JSONText {
        var members: [JSONText.Member] = [
            .init(name: "operationId", value: .string(endpoint.operation)),
            .init(name: "summary", value: .string(endpoint.summary)),
            .init(name: "description", value: .string(endpoint.about)),
            .init(name: "security", value: security(of: endpoint)),
        ]
        if !endpoint.isPublic {
            members.append(.init(name: "x-scopes", value: words(endpoint.scopes.map(\.rawValue))))
            members.append(.init(name: "x-roles", value: words(endpoint.roles.map(\.rawValue))))
        }
        if !endpoint.parameters.isEmpty {
            members.append(.init(name: "parameters", value: .array(endpoint.parameters.map(describe))))
        }
        if let body = endpoint.body {
            let content = body.mediaTypes.map { JSONText.Member(name: $0, value: ["schema": body.schema]) }
            members.append(
                .init(name: "requestBody", value: ["required": true, "content": .object(content)])
            )
        }
        members.append(.init(name: "responses", value: responses(of: endpoint)))
        return .object(members)
    }

    private func describe(_ parameter: Endpoint.Parameter) -> JSONText {
        [
            "name": .string(parameter.name), "in": .string(parameter.place.rawValue),
            "required": .bool(parameter.isRequired), "schema": parameter.schema,
        ]
    }

    private func security(of endpoint: Endpoint) -> JSONText {
        var ways: [JSONText] = []
        if !endpoint.scopes.isEmpty { ways.append(["key": []]) }
        if !endpoint.roles.isEmpty { ways.append(["session": []]) }
        return .array(ways)
    }

    private func responses(of endpoint: Endpoint) -> JSONText {
        var statuses = Set(endpoint.problems).union([500, 503])
        if !endpoint.isPublic { statuses.formUnion([401, 403, 429]) }
        if endpoint.body != nil { statuses.formUnion([400, 408, 413]) }
        if endpoint.body?.mediaTypes.contains("application/json") == true { statuses.insert(415) }
        let json = JSONText.Member(name: "application/json", value: ["schema": endpoint.answer])
        let other = endpoint.otherAnswer.map { type in
            JSONText.Member(name: type, value: ["schema": Schema.string("The file.", format: "binary")])
        }
        let answer = JSONText.Member(
            name: "200",
            value: [
                "description": "The answer.", "content": .object([json] + [other].compactMap(\.self)),
            ]
        )
        let problems = statuses.sorted().map { status in
            JSONText.Member(
                name: "\(status)",
                value: [
                    "description": "A problem.",
                    "content": ["application/problem+json": ["schema": Schema.named("Problem")]],
                ]
            )
        }
        return .object([answer] + problems)
    }

    private func words(_ words: [String]) -> JSONText { .array(words.sorted().map(JSONText.string)) }
}
