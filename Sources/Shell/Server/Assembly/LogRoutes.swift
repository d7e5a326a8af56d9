import HTTPTypes
import Hummingbird
import NIOCore
import Operations
import Vocabulary

/// The public side of the ledger as static files (c2sp.org/tlog-tiles).
///
/// Checkpoint and hashes are anybody's: they tell nothing but that the log goes on. Entries name officers, so they are for
/// auditors, administrators and keys that may read.
struct LogRoutes: Sendable {
    let office: Office

    /// Adds the routes.
    func add(to router: Router<KawalContext>) {
        router.get("/log/checkpoint") { request, context in
            try answer("checkpoint", request, context).response
        }
        router.get("/log/tile/**") { request, context in
            let path = context.parameters.getCatchAll().joined(separator: "/")
            return try answer("tile/" + path, request, context).response
        }
    }

    private func answer(_ path: String, _ request: Request, _ context: KawalContext) throws -> Reply {
        if path.hasPrefix("tile/entries/") {
            _ = try ApiGate(office: office).admit(
                scopes: [.read],
                roles: [.auditor, .administrator],
                isReading: true,
                request,
                context
            )
        }
        guard let file = try office.desk.site.logFile(at: path) else { throw Problem.notFound }
        var reply = Reply(.ok)
        reply.bytes = ByteBuffer(bytes: file.bytes)
        reply.headers[.contentType] = file.isText ? "text/plain; charset=utf-8" : "application/octet-stream"
        let whose = file.tellsEntries ? "private" : "public"
        reply.headers[.cacheControl] = file.isImmutable ? "\(whose), max-age=31536000, immutable" : "no-cache"
        return reply
    }
}
