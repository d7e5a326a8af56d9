import Vocabulary
import HTTPTypes
import Hummingbird
import Operations

/// One endpoint of the API: the route is registered and the OpenAPI document is written from the same value.
struct Endpoint: Sendable {
    /// A value in the path or the query.
    struct Parameter: Sendable {
        /// Where it stands.
        enum Place: String, Sendable {
            case path, query
        }

        /// The name.
        var name: String
        /// Where it stands.
        var place: Place
        /// What it may be.
        var schema: JSONText
        /// Whether it must be there.
        var isRequired = true
    }

    /// What is sent.
    struct Body: Sendable {
        /// The media types taken.
        var mediaTypes: [String]
        /// The schema; bytes that are no JSON have one of format `binary`.
        var schema: JSONText
        /// The most bytes.
        var limitBytes: Int

        /// JSON of a named schema.
        static func json(_ schema: String) -> Body {
            Body(mediaTypes: ["application/json"], schema: Schema.named(schema), limitBytes: 16 << 10)
        }
    }

    /// The method.
    var method: HTTPRequest.Method
    /// The path below `/api/v1`: `/flights/{number}`.
    var path: String
    /// The stable name for generated clients.
    var operation: String
    /// One line.
    var summary: String
    /// More, in Markdown.
    var about: String
    /// The scopes of keys that may use it; with `roles` empty too, everybody may.
    var scopes: Set<KeyScope>
    /// The roles of signed-in people who may use it.
    var roles: Set<Role>
    /// Values in path and query.
    var parameters: [Parameter] = []
    /// What is sent.
    var body: Body?
    /// The schema of the answer.
    var answer: JSONText
    /// Another form of the answer, for whoever accepts it.
    var otherAnswer: String?
    /// Statuses of problems beyond those that every endpoint can give.
    var problems: [Int] = []
    /// Gives the answer.
    var handle: @Sendable (ApiCall) async throws -> Reply

    /// The whole path.
    var fullPath: String { "/api/v1" + path }
    /// Whether anybody may use it.
    var isPublic: Bool { scopes.isEmpty && roles.isEmpty }
}

/// A call of an endpoint by somebody who may.
struct ApiCall: Sendable {
    /// What handlers work with.
    let office: Office
    /// The request.
    let request: Request
    /// The request's context.
    let context: KawalContext
    /// Who calls; nil on public endpoints.
    let caller: Actor?
    /// Whose key it is, where a machine calls.
    let owner: String?
    /// The whole body, within the endpoint's limit.
    let body: ByteBuffer

    /// Who calls.
    ///
    /// - Throws: `Problem.unauthenticated` on a public endpoint.
    var actor: Actor {
        get throws {
            guard let caller else { throw Problem.unauthenticated }
            return caller
        }
    }

    /// A value in the path.
    ///
    /// - Throws: `OperationFault.fieldUnfit`.
    func parameter(_ name: String) throws -> String {
        guard let written = context.parameters.get(name),
            let value = Form.decode(written.utf8, plusIsBlank: false)
        else { throw OperationFault.fieldUnfit(field: name, expected: "a percent-encoded value") }
        return value
    }

    /// A value in the query, as it is written; nil where the name isn't there.
    func query(_ name: String) -> String? {
        Form(encoded: (request.uri.query ?? "").utf8)?.verbatim(name)
    }
}
