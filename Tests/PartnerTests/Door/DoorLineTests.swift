import Exchange
import Foundation
import NIOSSL
import Operations
import SiteStore
import Testing
import Vocabulary

@testable import Partner

/// Lines that are cut, slow, too long or nobody's.
@Suite(.serialized) struct DoorLineTests {
    @Test func `a client with another key is not let in`() async throws {
        try await ExchangePair.with { pair in
            try await pair.border.openDoor()
            let line = try pair.registry.line()
            let drawn = try ExchangeKeys(reading: ExchangeKeys.drawn(for: line.side.name, at: Moment.machine))
            var tls = try line.tls(asServer: false)
            tls.certificateChain = try NIOSSLCertificate.fromPEMBytes(Array(drawn.certificate.utf8)).map {
                .certificate($0)
            }
            let key = try NIOSSLPrivateKey(bytes: Array(drawn.certificateKey.utf8), format: .pem)
            tls.privateKey = .privateKey(key)
            let bytes = RawLine.bytes(try SentMessage().signed(by: pair.registry, to: pair.border))
            #expect(try await RawLine.say([bytes], to: pair.border.port, tls) == nil)
            // Nor one that shows none.
            tls.certificateChain = []
            tls.privateKey = nil
            #expect(try await RawLine.say([bytes], to: pair.border.port, tls) == nil)
            #expect(try pair.border.heads(.in).isEmpty)
        }
    }

    @Test func `an older TLS is not spoken`() async throws {
        try await ExchangePair.with { pair in
            try await pair.border.openDoor()
            var tls = try pair.registry.line().tls(asServer: false)
            tls.minimumTLSVersion = .tlsv12
            tls.maximumTLSVersion = .tlsv12
            let bytes = RawLine.bytes(try SentMessage().signed(by: pair.registry, to: pair.border))
            #expect(try await RawLine.say([bytes], to: pair.border.port, tls) == nil)
        }
    }

    @Test func `a target that names another host is taken for what was signed, and for nothing else`()
        async throws
    {
        try await ExchangePair.with { pair in
            try await pair.border.openDoor()
            // The library reads a target's path alone, as if it stood there without a host.
            func strayed(_ path: String) throws -> [UInt8] {
                let signed = RawLine.bytes(try SentMessage().signed(by: pair.registry, to: pair.border))
                let text = String(decoding: signed, as: UTF8.self)
                return Array(
                    text.replacing("POST \(ExchangePath.messages)", with: "POST https://lain.example\(path)")
                        .utf8
                )
            }
            let elsewhere = try await pair.registry.say([strayed(ExchangePath.evaluate)], to: pair.border)
            #expect(elsewhere?.status != 200)
            #expect(try pair.border.heads(.in).isEmpty)
            #expect(
                try await pair.registry.say([strayed(ExchangePath.messages)], to: pair.border)?.status == 200
            )
        }
    }

    @Test func `a body that is too large is refused before it is read, and told in no detail`() async throws {
        try await ExchangePair.with { pair in
            try await pair.border.openDoor()
            let request = try SentMessage().signed(by: pair.registry, to: pair.border)
            let head = RawLine.bytes(request, length: 256 << 20).dropLast(request.body.count)
            let answer = try await pair.registry.say([Array(head)], to: pair.border)
            #expect(answer?.status == 413)
            #expect(answer?.field("signature") == nil)
            let long = SentMessage { $0.text = String(repeating: "a", count: 257 << 10) }
            #expect(
                try await pair.registry.say(long.signed(by: pair.registry, to: pair.border), to: pair.border)?
                    .status == 413
            )
            #expect(try await pair.registry.send(SentMessage(), to: pair.border).status == 200)
        }
    }

    @Test func `a body that stops in the middle is waited for no longer than allowed`() async throws {
        try await ExchangePair.with { pair in
            try await pair.border.openDoor(bodyPatience: .milliseconds(200))
            let request = try SentMessage().signed(by: pair.registry, to: pair.border)
            let bytes = RawLine.bytes(request)
            let answer = try await pair.registry.say([Array(bytes.dropLast(10))], to: pair.border)
            #expect(answer?.status == 400)
            #expect(answer?.code == "malformed-field")
            #expect(try pair.border.heads(.in).isEmpty)
            #expect(try await pair.registry.send(SentMessage(), to: pair.border).status == 200)
        }
    }

    @Test(arguments: [1, 40, 400])
    func `a connection that is cut leaves nothing behind, and the next is served`(_ missing: Int) async throws
    {
        try await ExchangePair.with { pair in
            try await pair.border.openDoor()
            let bytes = RawLine.bytes(try SentMessage().signed(by: pair.registry, to: pair.border))
            let cut = Array(bytes.dropLast(missing))
            _ = try await pair.registry.say([cut], to: pair.border, closing: true)
            #expect(try pair.border.heads(.in).isEmpty)
            #expect(try await pair.registry.send(SentMessage(), to: pair.border).status == 200)
        }
    }

    @Test func `a body in pieces is a body`() async throws {
        try await ExchangePair.with { pair in
            try await pair.border.openDoor()
            let bytes = RawLine.bytes(try SentMessage().signed(by: pair.registry, to: pair.border))
            let (head, tail) = (Array(bytes.dropLast(50)), Array(bytes.suffix(50)))
            #expect(try await pair.registry.say([head, tail], to: pair.border)?.status == 200)
        }
    }

    @Test func `a doubled header is refused`() async throws {
        try await ExchangePair.with { pair in
            try await pair.border.openDoor()
            var request = try SentMessage().signed(by: pair.registry, to: pair.border)
            request.fields.append(HeaderLine(name: "kawal-seq", value: "1"))
            let answer = try await pair.registry.say(request, to: pair.border)
            #expect(answer?.status == 400)
            #expect(answer?.field("signature") == nil)
        }
    }
}
