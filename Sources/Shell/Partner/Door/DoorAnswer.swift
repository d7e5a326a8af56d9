import Exchange
import HTTPTypes
import Hummingbird
import NIOCore
import Vocabulary

/// What the partner is answered.
struct DoorAnswer: Sendable {
    var status: HTTPResponse.Status
    var members: [String: CanonicalJSON]
    var isProblem = false
    var components: RequestComponents?
    var messageID: String?
    var logIndex: UInt64?
    var isRepeated = false
    var expected: Int64?
    var retryAfterSeconds: Int?
    /// A body that is no JSON.
    var bytes: [UInt8]?
    var mediaType: String?

    init(
        _ status: HTTPResponse.Status,
        _ members: [String: CanonicalJSON],
        to components: RequestComponents? = nil,
        messageID: String? = nil
    ) {
        self.status = status
        self.members = members
        self.components = components
        self.messageID = messageID
    }

    /// A problem (RFC 9457) with the refusal's stable code; what was refused is told to a known sender only.
    init(_ refusal: ExchangeRefusal) {
        self.init(
            HTTPResponse.Status(code: refusal.status),
            [
                "type": .string("urn:kawal:exchange:" + refusal.code), "code": .string(refusal.code),
                "status": .integer(Int64(refusal.status)), "title": .string(refusal.code),
            ]
        )
        isProblem = true
        if refusal.isAuthenticated, let detail = refusal.detail { members["detail"] = .string(detail) }
        if case .sequenceGap(let expected) = refusal { self.expected = expected }
        if refusal.status == 503 { retryAfterSeconds = 1 }
    }

    func to(_ components: RequestComponents) -> DoorAnswer {
        var answer = self
        answer.components = components
        answer.messageID = components.messageID
        return answer
    }

    private var contentType: String {
        mediaType ?? (isProblem ? "application/problem+json" : "application/json")
    }

    private var body: [UInt8] { bytes ?? CanonicalJSON.object(members).bytes }

    /// The answer without a signature.
    var unsigned: Response {
        var headers = HTTPFields()
        headers[.contentType] = contentType
        if let retryAfterSeconds { headers[.retryAfter] = "\(retryAfterSeconds)" }
        return Response(status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: body)))
    }

    /// The signed answer, bound to its request.
    func response(signedBy signer: MessageSigner, at now: Moment) -> Response {
        guard let components else { return unsigned }
        var extra: [HeaderLine] = []
        if isRepeated { extra.append(HeaderLine(name: "kawal-replayed", value: "?1")) }
        if let expected { extra.append(HeaderLine(name: "kawal-expected-seq", value: "\(expected)")) }
        let lines = signer.answer(
            status: status.code,
            contentType: contentType,
            body: body,
            messageID: messageID,
            requestHash: components.requestHash,
            logIndex: logIndex,
            to: components,
            fields: extra,
            at: now
        )
        var headers = HTTPFields()
        for line in lines {
            if let name = HTTPField.Name(line.name) { headers[name] = line.value }
        }
        if let retryAfterSeconds { headers[.retryAfter] = "\(retryAfterSeconds)" }
        return Response(status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: body)))
    }
}

/// Reads bodies at the door.
enum DoorBody {
    /// Collects a body.
    ///
    /// - Throws: `ExchangeRefusal.tooLarge` beyond the limit; `.malformedField` where it is slower than a body may be, cut off, or said to
    ///   be compressed, which no reader here would undo.
    static func collect(_ request: Request, upTo limit: Int, patience: Duration) async throws -> [UInt8] {
        guard request.headers[.contentEncoding] == nil else {
            throw ExchangeRefusal.malformedField("content-encoding")
        }
        let declared = request.headers[.contentLength].flatMap { Int($0) }
        if let declared, declared > limit { throw ExchangeRefusal.tooLarge }
        if declared == 0 { return [] }
        let body = request.body
        // A sender that stops in the middle is waited for no longer than one that is slow.
        let bytes = try await withThrowingTaskGroup(of: [UInt8]?.self) { group in
            group.addTask { try await read(body, upTo: limit) }
            group.addTask {
                try await Task.sleep(for: patience)
                return nil
            }
            defer { group.cancelAll() }
            return try await group.next() ?? nil
        }
        guard let bytes, declared ?? bytes.count == bytes.count else {
            throw ExchangeRefusal.malformedField("content-length")
        }
        return bytes
    }

    private static func read(_ body: RequestBody, upTo limit: Int) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        do {
            for try await chunk in body {
                guard bytes.count + chunk.readableBytes <= limit else { throw ExchangeRefusal.tooLarge }
                bytes.append(contentsOf: chunk.readableBytesView)
            }
        } catch let refusal as ExchangeRefusal {
            throw refusal
        } catch {
            throw ExchangeRefusal.malformedField("content-length")
        }
        return bytes
    }
}

extension ReceivedRequest {
    /// A request as it came.
    init(_ request: Request, body: [UInt8], peer: [UInt8]) {
        self.init(
            method: request.method.rawValue,
            authority: request.head.authority ?? "",
            path: request.uri.path,
            query: request.uri.query ?? "",
            fields: request.headers.map { HeaderLine(name: $0.name.rawName, value: $0.value) },
            body: body,
            peer: peer
        )
    }
}
