import HTTPTypes
import Hummingbird
import NIOCore
import Operations
import Vocabulary

/// What operators and their monitors look at: health, metrics, and the measure beside which checks are timed.
struct OperatorRoutes: Sendable {
    private static let forwarded = [HTTPField.Name("X-Forwarded-For"), HTTPField.Name("Forwarded")]
        .compactMap(\.self)
    let office: Office

    /// Adds the routes.
    func add(to router: Router<KawalContext>) {
        router.get("/healthz") { _, _ in health().response }
        router.get("/healthz/live") { _, _ in Reply.json(["live": true]).response }
        router.get("/metrics") { request, context in try metrics(request, context).response }
        if office.configuration.hasEcho {
            router.post("/bench/echo") { request, _ in
                let body = try await BodyReader.collect(request, upTo: 16 << 10)
                return Reply.json(try JSONBody.decode(CheckRequest.self, from: body).echo).response
            }
        }
    }

    /// Whether the ledger can be read and the views follow it.
    private func health() -> Reply {
        guard let head = try? office.desk.site.ledgerHead() else {
            return .json(["live": true, "ready": false], status: .serviceUnavailable)
        }
        return .json([
            "live": true, "ready": true,
            "behind": .int(Int(clamping: head.size - min(head.size, head.folded))),
        ])
    }

    /// The metrics, for the machine itself, a key with scope `read`, or an administrator.
    ///
    /// Behind a proxy on the same machine every request comes from loopback: a forwarded one doesn't count.
    private func metrics(_ request: Request, _ context: KawalContext) throws -> Reply {
        let isForwarded = Self.forwarded.contains { request.headers[$0] != nil }
        if !context.peer.isLoopback || isForwarded {
            _ = try ApiGate(office: office).admit(
                scopes: [.read],
                roles: [.administrator],
                isReading: true,
                request,
                context
            )
        }
        if let status = try? office.feeds.status(at: office.desk) {
            office.metrics.note(status, sessions: office.sessions.count)
        }
        return .text(office.metrics.registry.exposition, type: "text/plain; version=0.0.4; charset=utf-8")
    }
}

extension CheckRequest {
    /// The request written back.
    fileprivate var echo: JSONText {
        [
            "zone": zone.map { .array($0.map(JSONText.string)) } ?? .null, "passport": JSONText(passport),
            "destination": JSONText(destination), "visaKind": JSONText(visaKind?.rawValue),
            "crew": .bool(crew ?? false),
        ]
    }
}
