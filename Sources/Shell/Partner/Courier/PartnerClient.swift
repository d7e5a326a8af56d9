import AsyncHTTPClient
import Exchange
import Foundation
import NIOCore
import NIOHTTP1
import NIOSSL
import Operations
import Vocabulary

/// Knocks at the partner's door.
package struct PartnerClient: Sendable {
    /// Why there is no answer of the partner's.
    enum Unanswered: Error {
        /// The line failed, or somebody in between answered.
        case line
        /// To be tried after so many seconds.
        case later(seconds: Int)
    }

    let line: PartnerLine
    let authority: String
    private let client: HTTPClient
    private let gate: AnswerGate
    private let signer: MessageSigner
    private let patience: TimeAmount

    /// A client with at most so many connections; `authority` is host and port of the partner's door.
    ///
    /// - Throws: `NIOSSLError` where a certificate can't be read.
    package init(
        _ line: PartnerLine,
        authority: String,
        pace: CourierPace = CourierPace(),
        connections: Int = 24
    ) throws {
        self.line = line
        self.authority = authority
        gate = AnswerGate(of: line.partner.keys)
        signer = line.signer
        patience = .milliseconds(Int64(pace.answerSeconds * 1000))
        var configuration = HTTPClient.Configuration(tlsConfiguration: try line.tls(asServer: false))
        configuration.redirectConfiguration = .disallow
        configuration.timeout = .init(connect: .seconds(5), read: patience)
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = connections
        // The breaker alone says when to try again: the pool's own pauses grow beyond the patience of a request.
        configuration.connectionPool.retryConnectionEstablishment = false
        // Sooner than the door lets go of it: nothing is said into a line that is just being closed.
        configuration.connectionPool.idleTimeout = .seconds(12)
        configuration.httpVersion = .http1Only
        client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    /// Ends all connections.
    package func close() async { try? await client.shutdown() }

    /// What the partner says of a message, and what a carrier says that it carried (`X-Road-Request-Hash`).
    typealias Sent = (answer: VerifiedAnswer, carrierHash: String?)

    /// Sends one message of a stream.
    ///
    /// - Throws: `Unanswered`; `MessageSigner.Fault` where it can't be signed.
    func send(_ envelope: Envelope, body: [UInt8], officer: String? = nil) async throws -> Sent {
        let request = try signer.request(
            envelope,
            body: body,
            authority: authority,
            at: line.desk.now(),
            nonce: PartnerClient.nonce(),
            carriedAs: line.carrier.map { _ in ExchangePath.messages }
        )
        return try await exchange(request, line.carrier?.fields(of: envelope, officer: officer) ?? [])
    }

    /// Asks for something that is no message.
    ///
    /// - Throws: `Unanswered`.
    func ask(
        _ method: String,
        _ path: String,
        body: [UInt8]? = nil,
        contentType: String? = nil
    ) async throws -> VerifiedAnswer {
        try await exchange(
            signer.bare(
                method: method,
                authority: authority,
                path: path,
                body: body,
                contentType: contentType,
                fields: [
                    HeaderLine(name: "kawal-audience", value: "\"\(line.side.partner.text)\"")
                ],
                at: line.desk.now(),
                nonce: PartnerClient.nonce(),
                carriedAs: line.carrier.map { _ in path }
            ),
            line.carrier?.fields(of: nil, officer: nil) ?? []
        ).answer
    }

    /// Whether the partner answers to these keys; no where it can't be reached.
    package func isKnown() async -> Bool {
        (try? await ask("GET", ExchangePath.health))?.status == 200
    }

    /// Lets the partner cosign a checkpoint.
    ///
    /// - Throws: `Unanswered`.
    func cosign(_ body: [UInt8]) async throws -> WitnessAnswer {
        let answer = try await ask("POST", ExchangePath.addCheckpoint, body: body, contentType: "text/plain")
        let isSize = answer.status == 409
        return WitnessAnswer(
            status: answer.status,
            mediaType: isSize ? WitnessAnswer.sizeMediaType : "text/plain",
            bytes: answer.body
        )
    }

    private func exchange(_ signed: SignedRequest, _ beside: [HeaderLine]) async throws -> Sent {
        let target = signed.query.isEmpty ? signed.path : "\(signed.path)?\(signed.query)"
        var request = HTTPClientRequest(url: "https://\(line.carrier?.address ?? authority)\(target)")
        request.method = .RAW(value: signed.method)
        if line.carrier == nil { request.headers.add(name: "host", value: signed.authority) }
        for field in signed.fields + beside { request.headers.add(name: field.name, value: field.value) }
        if !signed.body.isEmpty { request.body = .bytes(signed.body) }
        let (status, fields, body): (Int, [HeaderLine], [UInt8])
        do {
            let response = try await client.execute(request, timeout: patience)
            status = Int(response.status.code)
            fields = response.headers.map { HeaderLine(name: $0.name, value: $0.value) }
            body = [UInt8](buffer: try await response.body.collect(upTo: PartnerClient.answerLimit))
        } catch let error as CancellationError {
            throw error
        } catch {
            throw Unanswered.line
        }
        do throws(AnswerFault) {
            let answer = try gate.verify(
                status: status,
                fields: fields,
                body: body,
                to: signed,
                at: line.desk.now()
            )
            let hash = fields.first { $0.name.lowercased() == "x-road-request-hash" }?.value
            return (answer, hash.flatMap { $0.utf8.count <= 200 ? $0 : nil })
        } catch {
            // Whatever the partner hasn't signed is the line's: a proxy, a carrier, somebody else.
            let after = fields.first { $0.name.lowercased() == "retry-after" }.flatMap { Int($0.value) }
            guard let after, (1...3600).contains(after) else { throw Unanswered.line }
            throw Unanswered.later(seconds: after)
        }
    }

    private static func nonce() -> [UInt8] { (0..<16).map { _ in UInt8.random(in: .min ... .max) } }

    private static let answerLimit = 16 << 20
}
