import HTTPTypes
import Hummingbird
import NIOCore

/// An answer in the making; becomes a response at one place.
struct Reply: Sendable {
    /// The status.
    var status: HTTPResponse.Status
    /// Headers of this answer; those of every answer are added later.
    var headers = HTTPFields()
    /// The whole body, unless it is streamed.
    var bytes = ByteBuffer()
    /// A body that is written while it happens.
    var stream: ResponseBody?

    /// An answer without body.
    init(_ status: HTTPResponse.Status) { self.status = status }

    /// A page.
    static func page(_ html: some Sequence<UInt8>, status: HTTPResponse.Status = .ok) -> Reply {
        var reply = Reply(status)
        reply.bytes = ByteBuffer(bytes: html)
        reply.headers[.contentType] = "text/html; charset=utf-8"
        return reply
    }

    /// Plain text.
    static func text(_ text: String, type: String = "text/plain; charset=utf-8") -> Reply {
        var reply = Reply(.ok)
        reply.bytes = ByteBuffer(string: text)
        reply.headers[.contentType] = type
        return reply
    }

    /// Interchanges, one behind the other.
    static func edifact(_ interchanges: [UInt8]) -> Reply {
        var reply = Reply(.ok)
        reply.bytes = ByteBuffer(bytes: interchanges)
        reply.headers[.contentType] = Endpoints.edifact
        return reply
    }

    /// JSON that is already written.
    static func json(_ json: JSONText, status: HTTPResponse.Status = .ok) -> Reply {
        var reply = Reply(status)
        reply.bytes = ByteBuffer(string: json.compact)
        reply.headers[.contentType] = "application/json"
        return reply
    }

    /// The browser is to fetch another page (303, also after a form).
    static func redirect(_ path: String) -> Reply {
        var reply = Reply(.seeOther)
        reply.headers[.location] = path
        return reply
    }

    /// The response.
    var response: Response {
        Response(status: status, headers: headers, body: stream ?? ResponseBody(byteBuffer: bytes))
    }
}
