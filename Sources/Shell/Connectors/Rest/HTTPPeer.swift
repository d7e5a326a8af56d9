import AsyncHTTPClient
import Foundation
import NIOCore
import NIOFoundationCompat
import NIOHTTP1
import NIOSSL

/// Another system over HTTP: TLS to the pinned authority, a token or a certificate from a file that its owner alone may read.
struct HTTPPeer: Peer {
    private let setting: ConnectorSetting
    private let address: String

    /// The largest answer.
    private static let mostBytes = 32 << 20
    private static let timeout: TimeAmount = .seconds(30)

    init(_ setting: ConnectorSetting) {
        self.setting = setting
        address = setting.address ?? ""
    }

    func ask(_ request: PeerRequest) async throws -> PeerAnswer {
        // A client for each question: secrets and certificates that were changed on disk act at once.
        let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: try configuration())
        do {
            let answer = try await ask(request, client)
            try await client.shutdown()
            return answer
        } catch {
            try? await client.shutdown()
            throw error
        }
    }

    private func ask(_ request: PeerRequest, _ client: HTTPClient) async throws -> PeerAnswer {
        var http = HTTPClientRequest(url: address + request.path)
        http.headers.add(name: "Accept", value: "application/json")
        http.headers.add(name: "User-Agent", value: "kawal")
        if let token = setting.token {
            http.headers.add(name: "Authorization", value: "Bearer " + (try DurableFile.secret(at: token)))
        }
        if let body = request.body {
            http.method = .POST
            http.headers.add(name: "Content-Type", value: "application/json")
            http.body = .bytes(ByteBuffer(data: body))
        }
        if let key = request.key { http.headers.add(name: "Idempotency-Key", value: "\"\(key)\"") }
        let answer = try await client.execute(http, timeout: Self.timeout)
        let body = try await answer.body.collect(upTo: Self.mostBytes)
        return PeerAnswer(
            status: Int(answer.status.code),
            retryAfter: answer.headers.first(name: "Retry-After").flatMap { Int($0) },
            body: Data(buffer: body)
        )
    }

    private func configuration() throws -> HTTPClient.Configuration {
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.minimumTLSVersion = .tlsv12
        if let authority = setting.authority { tls.trustRoots = .file(authority) }
        if let certificate = setting.certificate, let key = setting.key {
            let text = try DurableFile.checkedSecret(at: key)
            do {
                tls.certificateChain = try NIOSSLCertificate.fromPEMFile(certificate).map { .certificate($0) }
                tls.privateKey = .privateKey(try NIOSSLPrivateKey(bytes: Array(text.utf8), format: .pem))
            } catch {
                throw ConnectorFault.secret(
                    path: certificate,
                    finding: "or its key is no PEM file that can be used"
                )
            }
        }
        var configuration = HTTPClient.Configuration(tlsConfiguration: tls)
        configuration.redirectConfiguration = .disallow
        // Patience is the line's matter: a refused connection is told at once.
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.timeout = HTTPClient.Configuration.Timeout(connect: .seconds(10), read: .seconds(20))
        return configuration
    }
}
