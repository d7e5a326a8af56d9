import Foundation
import HTTPTypes
package import Hummingbird
package import Logging
import NIOCore
import Synchronization
import Vocabulary

/// A stand-in of an office's system (bak pasir): it offers an invented nation's rows by the contract, takes what it is told, and
/// misbehaves when it is asked to.
package final class Sandbox: Sendable {
    private struct Told: Sendable {
        var key: String
        var body: [UInt8]
    }

    private let shelf: SandboxShelf
    private let mischief: Mischief
    private let seed: UInt64
    private let token: String?
    private let answers = Atomic<UInt64>(0)
    private let told = Mutex<[Told]>([])

    /// A stand-in; with a token it asks for it.
    package init(_ shelf: SandboxShelf, mischief: Mischief, seed: UInt64, token: String? = nil) {
        self.shelf = shelf
        self.mischief = mischief
        self.seed = seed
        self.token = token
    }

    /// Serves until it is cancelled; `onServing` is told the port.
    ///
    /// - Throws: What the server throws: an address in use.
    package func serve(port: Int, logger: Logger, onServing: @escaping @Sendable (Int) async -> Void)
        async throws
    {
        let application = Application(
            router: router(),
            configuration: .init(address: .hostname("127.0.0.1", port: port)),
            onServerRunning: { await onServing($0.localAddress?.port ?? port) },
            logger: logger
        )
        try await application.runService()
    }

    /// The routes of the contract, and `GET /v1/news`, which shows what was told.
    package func router() -> Router<BasicRequestContext> {
        let router = Router()
        router.get("/v1/news") { [self] _, _ in
            let all = told.withLock {
                $0.map { "{\"key\":\"\($0.key)\",\"body\":\(String(decoding: $0.body, as: UTF8.self))}" }
            }
            return Self.json("{\"news\":[" + all.joined(separator: ",") + "]}")
        }
        router.get("/v1/:table") { [self] request, context in
            try await answer(request) { page(try context.parameters.require("table"), request) }
        }
        router.post("/v1/news") { [self] request, _ in
            let body = try await request.body.collect(upTo: 1 << 20)
            let key = HTTPField.Name("Idempotency-Key").flatMap { request.headers[$0] }
            return try await answer(request) { take(Array(buffer: body), key: key) }
        }
        return router
    }

    /// Answers well or badly; what was told is kept in either case, so that a telling that is repeated is known.
    private func answer(_ request: Request, _ make: () throws -> Response) async throws -> Response {
        let number = answers.wrappingAdd(1, ordering: .relaxed).oldValue
        if mischief.slowMilliseconds > 0 {
            try await Task.sleep(for: .milliseconds(mischief.slowMilliseconds))
        }
        if let token, request.headers[.authorization] != "Bearer \(token)" { return Self.problem(401) }
        let response = try make()
        if let fault = mischief.fault(of: number, seed: seed) { return Self.problem(fault) }
        return response
    }

    private func page(_ name: String, _ request: Request) -> Response {
        guard let table = shelf.tables[name] else { return Self.problem(404) }
        let questions = request.uri.queryParameters
        let total = table.rows.count
        let since = questions["since"].map { Int($0) } ?? 0
        let words = (questions["page"].map(String.init) ?? "").split(separator: "-").map(String.init)
        let start = words.first.map { Int($0) } ?? since
        guard let since, let start, (0...total).contains(since), (since...total).contains(start) else {
            return Self.problem(410)
        }
        let size = min(max(questions["limit"].flatMap { Int($0) } ?? 500, 1), OfficePage.mostRows)
        let end = min(total, start + size)
        let isAgain = words.count > 1
        // A page that comes twice, with rows of the one before.
        let first = mischief.isDuplicating ? max(since, start - 20) : start
        var members: [String: PlainJSON] = ["rows": .list(Array(table.rows[first..<end]))]
        if mischief.isDuplicating, !isAgain, start / size % 3 == 1 {
            members["next"] = .text("\(start)-lagi")
        } else if end < total {
            members["next"] = .text(String(end))
        } else {
            let until = mischief.isStale ? Day(number: table.completeUntil.number - 400) : table.completeUntil
            members["next"] = .null
            members["mark"] = .text(String(total))
            members["complete_until"] = .text(until.description)
            members["state"] = .text("complete")
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(PlainJSON.object(members)) else { return Self.problem(500) }
        let text = String(decoding: data, as: UTF8.self)
        let isHalf = mischief.isHalf(answers.load(ordering: .relaxed))
        return Self.json(isHalf ? String(text.prefix(text.count / 2)) : text)
    }

    private func take(_ body: [UInt8], key: String?) -> Response {
        guard let key = key?.filter({ $0 != "\"" }), !key.isEmpty else { return Self.problem(400) }
        guard (try? JSONDecoder().decode(PlainJSON.self, from: Data(body))) != nil else {
            return Self.problem(400)
        }
        return told.withLock { told in
            if let known = told.first(where: { $0.key == key }) {
                return known.body == body ? Self.json("{\"repeated\":true}") : Self.problem(422)
            }
            told.append(Told(key: key, body: body))
            return Self.json("{\"repeated\":false}")
        }
    }

    private static func json(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status,
            headers: [.contentType: "application/json; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text))
        )
    }

    private static func problem(_ status: Int) -> Response {
        var response = json("{\"status\":\(status)}", status: HTTPResponse.Status(code: status))
        if status == 429 || status == 503 { response.headers[.retryAfter] = "1" }
        return response
    }
}
