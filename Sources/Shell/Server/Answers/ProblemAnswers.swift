import HTTPTypes
import Hummingbird
import Logging

/// Turns errors into answers: a problem for programs, a page for people.
struct ProblemAnswers: RouterMiddleware {
    typealias Context = KawalContext
    let office: Office
    let routes: RouteBook

    func handle(_ request: Request, context: Context, next: (Request, Context) async throws -> Response)
        async throws
        -> Response
    {
        do {
            return try await next(request, context)
        } catch {
            var problem = Problem(error)
            var allowed: [HTTPRequest.Method] = []
            if problem == .notFound, context.endpointPath == nil || context.endpointPath == "NotFound" {
                allowed = routes.methods(for: request.uri.path)
                if !allowed.isEmpty { problem = .wrongMethod }
            }
            if problem.status.code >= 500 {
                context.logger.error(
                    "failed",
                    metadata: ["code": "\(problem.code)", "fault": "\(Self.kind(of: error))"]
                )
            }
            var reply =
                wantsPage(request)
                ? Visit(office: office, request: request, context: context).faultPage(problem)
                : problem.reply(request: context.id)
            if !allowed.isEmpty { reply.headers[.allow] = allowed.map(\.rawValue).joined(separator: ", ") }
            return reply.response
        }
    }

    private func wantsPage(_ request: Request) -> Bool {
        !request.uri.path.hasPrefix("/api/") && request.headers[.accept]?.contains("application/json") != true
    }

    /// The error's type and case, without the values it carries.
    static func kind(of error: any Error) -> String {
        let label = Mirror(reflecting: error).children.first?.label
        return "\(type(of: error))" + (label.map { ".\($0)" } ?? "")
    }
}

extension Problem {
    /// The answer to a program.
    func reply(request: String) -> Reply {
        var members: [JSONText.Member] = [
            .init(name: "type", value: .string("urn:kawal:problem:\(code)")),
            .init(name: "title", value: .string(title)),
            .init(name: "status", value: .int(status.code)),
            .init(name: "detail", value: .string(remedy)),
            .init(name: "code", value: .string(code)),
            .init(name: "request", value: .string(request)),
        ]
        if let field { members.append(.init(name: "field", value: .string(field))) }
        if let retryAfterSeconds {
            members.append(.init(name: "retryAfterSeconds", value: .int(retryAfterSeconds)))
        }
        var reply = Reply.json(.object(members), status: status)
        reply.headers[.contentType] = "application/problem+json"
        addHeaders(to: &reply)
        return reply
    }

    /// Adds the headers that go with the status.
    func addHeaders(to reply: inout Reply) {
        if let retryAfterSeconds { reply.headers[.retryAfter] = "\(retryAfterSeconds)" }
        if status == .unauthorized { reply.headers[.wwwAuthenticate] = "Bearer realm=\"kawal\"" }
    }
}
