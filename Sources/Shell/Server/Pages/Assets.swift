import HTTPTypes
import Hummingbird
import NIOCore
import Pages

/// Style sheets and scripts; their names hold a digest of their content, so they are kept for ever.
enum Assets {
    private static let all = Dictionary(
        Asset.all.map { ($0.path, $0) },
        uniquingKeysWith: { first, _ in first }
    )

    static func send(_ visit: Visit) throws -> Reply {
        guard let asset = all[visit.request.uri.path] else { throw Problem.notFound }
        var reply = Reply(.ok)
        reply.bytes = .init(bytes: asset.bytes)
        reply.headers[.contentType] = asset.contentType
        reply.headers[.cacheControl] = "public, max-age=31536000, immutable"
        return reply
    }
}
