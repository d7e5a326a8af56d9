import AsyncHTTPClient
import Crypto
import Exchange
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTLS
import Logging
import NIOCore
import NIOHTTP1
import NIOSSL
import Operations
import ServiceLifecycle
import Synchronization
import Vocabulary

@testable import Partner

/// A stand-in for an X-Road security server: it drops and rewrites what one does, and keeps what it could read.
///
/// - Source: X-Road message protocol for REST (PR-REST) section 4.
final class StandInCarrier: Sendable {
    /// What it does to what passes.
    enum Mood: Sendable {
        case faithful
        /// Fails on its own.
        case failing
        /// Changes one signed header.
        case meddling(name: String, value: String)
    }

    private struct State {
        var mood = Mood.faithful
        var seen: [(fields: [HeaderLine], body: [UInt8])] = []
        var port = 0
        var services: RunningServices?
    }

    let keys: ExchangeKeys
    private let state = Mutex(State())
    private let client: HTTPClient
    /// Where each service stands, by the name in the path: `https://localhost:1234`.
    private let services = Mutex<[String: String]>([:])
    private let trusted: String

    /// A carrier that both sides know, and that knows both.
    init(between pair: ExchangePair) throws {
        guard let name = PartyName("id/splp/carrier") else { preconditionFailure("it is a name") }
        keys = try ExchangeKeys(reading: ExchangeKeys.drawn(for: name, at: Moment.machine))
        trusted = pair.border.keys.certificate + "\n" + pair.registry.keys.certificate
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.certificateChain = try StandInCarrier.chain(keys)
        tls.privateKey = .privateKey(try StandInCarrier.key(keys))
        tls.certificateVerification = .noHostnameVerification
        tls.trustRoots = .certificates(try NIOSSLCertificate.fromPEMBytes(Array(trusted.utf8)))
        var configuration = HTTPClient.Configuration(tlsConfiguration: tls)
        configuration.httpVersion = .http1Only
        client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    var port: Int { state.withLock(\.port) }
    var seen: [(fields: [HeaderLine], body: [UInt8])] { state.withLock(\.seen) }
    func become(_ mood: Mood) { state.withLock { $0.mood = mood } }

    /// The carrier as one side knows it; its service is the other side's.
    func carrier(for node: ExchangeNode, to other: ExchangeNode) -> Carrier {
        let service = other.side.name.text.replacing("/", with: "-")
        services.withLock { $0[service] = "https://\(other.authority)" }
        return Carrier(
            address: "localhost:\(port)/r1/ID/GOV/\(service)/exchange",
            certificate: keys.certificate,
            client: "ID/GOV/\(node.side.name.text.replacing("/", with: "-"))/exchange"
        )
    }

    func start() async throws {
        let router = Router(context: BasicRequestContext.self)
        for method in [HTTPRequest.Method.get, .post] {
            router.on("/r1/ID/GOV/{service}/exchange/**", method: method) { request, context in
                try await self.carry(request, to: context.parameters.get("service") ?? "")
            }
        }
        var tls = TLSConfiguration.makeServerConfiguration(
            certificateChain: try StandInCarrier.chain(keys),
            privateKey: .privateKey(try StandInCarrier.key(keys))
        )
        tls.certificateVerification = .noHostnameVerification
        tls.trustRoots = .certificates(try NIOSSLCertificate.fromPEMBytes(Array(trusted.utf8)))
        let (ports, told) = AsyncStream<Int>.makeStream()
        let application = Application(
            router: router,
            server: try .tls(.http1(), tlsConfiguration: tls),
            configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { told.yield($0.localAddress?.port ?? 0) },
            logger: .quiet
        )
        let services = RunningServices([application]) { told.finish() }
        let port = await ports.first { _ in true } ?? 0
        state.withLock {
            $0.port = port
            $0.services = services
        }
    }

    func end() async {
        await state.withLock(\.services)?.stop()
        try? await client.shutdown()
    }

    private func carry(_ request: Request, to service: String) async throws -> Response {
        let body = [UInt8](buffer: try await request.body.collect(upTo: 1 << 20))
        let fields = request.headers.map { HeaderLine(name: $0.name.rawName, value: $0.value) }
        let mood = state.withLock { state in
            state.seen.append((fields, body))
            return state.mood
        }
        if case .failing = mood { return failure() }
        guard let base = services.withLock({ $0[service] }) else { return failure() }
        let path = request.uri.path.components(separatedBy: "/exchange/").dropFirst().joined(separator: "/")
        var onward = HTTPClientRequest(url: base + "/" + path)
        onward.method = .RAW(value: request.method.rawValue)
        for field in fields where !StandInCarrier.dropped.contains(field.name.lowercased()) {
            var value = field.value
            if case .meddling(name: field.name.lowercased(), value: let other) = mood { value = other }
            onward.headers.add(name: field.name, value: value)
        }
        onward.headers.add(name: "x-road-service", value: "ID/GOV/\(service)/exchange")
        onward.headers.add(name: "x-road-request-id", value: UUID().uuidString.lowercased())
        // Another transfer coding than the sender's.
        if !body.isEmpty {
            onward.body = .stream([ByteBuffer(bytes: body)].async, length: .unknown)
        }
        guard let answer = try? await client.execute(onward, timeout: .seconds(5)) else { return failure() }
        let answered = try await answer.body.collect(upTo: 1 << 20)
        var headers = HTTPFields()
        for (name, value) in answer.headers {
            guard !StandInCarrier.dropped.contains(name.lowercased()), let name = HTTPField.Name(name) else {
                continue
            }
            headers[name] = value
        }
        let hash = Data(SHA512.hash(data: body)).base64EncodedString()
        if let name = HTTPField.Name("x-road-request-hash") { headers[name] = hash }
        return Response(
            status: .init(code: Int(answer.status.code)),
            headers: headers,
            body: .init(byteBuffer: answered)
        )
    }

    private func failure() -> Response {
        var headers = HTTPFields()
        if let name = HTTPField.Name("x-road-error") {
            headers[name] = "Server.ServerProxy.ServiceFailed.CannotConnect"
        }
        return Response(status: .internalServerError, headers: headers)
    }

    private static let dropped: Set<String> = [
        "host", "user-agent", "server", "connection", "content-length", "transfer-encoding", "date",
    ]

    private static func chain(_ keys: ExchangeKeys) throws -> [NIOSSLCertificateSource] {
        try NIOSSLCertificate.fromPEMBytes(Array(keys.certificate.utf8)).map { .certificate($0) }
    }

    private static func key(_ keys: ExchangeKeys) throws -> NIOSSLPrivateKey {
        try NIOSSLPrivateKey(bytes: Array(keys.certificateKey.utf8), format: .pem)
    }
}

extension Array where Element: Sendable {
    /// The elements, one after the other.
    fileprivate var async: AsyncStream<Element> {
        AsyncStream { continuation in
            for element in self { continuation.yield(element) }
            continuation.finish()
        }
    }
}
