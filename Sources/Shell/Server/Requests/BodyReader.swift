import HTTPTypes
import Hummingbird
import NIOCore

/// Reads whole bodies into memory: up to a limit, within a time, and only if nothing is missing.
enum BodyReader {
    /// Collects a body.
    ///
    /// - Throws: `Problem` when the body is larger than the limit, slower than a body may be, or shorter than its
    ///   `Content-Length`: a cut connection leaves nothing.
    static func collect(_ request: Request, upTo limit: Int, within time: Duration = .seconds(30))
        async throws -> ByteBuffer
    {
        let declared = request.headers[.contentLength].flatMap { Int($0) }
        if let declared, declared > limit { throw Problem.tooLarge(limitBytes: limit) }
        let deadline = ContinuousClock.now + time
        var body = ByteBuffer()
        if let declared { body.reserveCapacity(declared) }
        do {
            for try await var chunk in request.body {
                guard body.readableBytes + chunk.readableBytes <= limit else {
                    throw Problem.tooLarge(limitBytes: limit)
                }
                guard ContinuousClock.now < deadline else { throw Problem.tooSlow }
                body.writeBuffer(&chunk)
            }
        } catch let problem as Problem {
            throw problem
        } catch {
            throw Problem.incomplete
        }
        if let declared, declared != body.readableBytes { throw Problem.incomplete }
        return body
    }
}
