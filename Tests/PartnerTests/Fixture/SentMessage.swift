import Crypto
import Exchange
import Foundation
import NIOSSL
import Operations
import Testing
import Vocabulary

@testable import Partner

/// A message that a test writes by hand, from one site to the other.
struct SentMessage: Sendable {
    var id = ExchangeNode.identifier()
    var type = "agency.shared/1"
    var purpose = "none"
    var stream = "k-05"
    var sequence: Int64 = 1
    var previous = Envelope.beginning
    var audience: PartyName?
    var payload: [String: CanonicalJSON] = [
        "licence_no": .string("P3MI-1"), "name": .string("PT Contoh 1"), "status": .string("active"),
    ]
    /// The body where it isn't the payload's.
    var text: String?
    private var salt = [UInt8](repeating: 7, count: 32)

    init(_ change: (inout SentMessage) -> Void = { _ in }) { change(&self) }

    func body() throws -> [UInt8] {
        if let text { return Array(text.utf8) }
        let type = try #require(MessageType(type))
        return MessageBody(type: type, salt: salt, officer: nil, payload: .object(payload)).bytes
    }

    func envelope(from node: ExchangeNode, body: [UInt8]? = nil) throws -> Envelope {
        Envelope(
            id: id,
            sender: node.side.name,
            audience: audience ?? node.side.partner,
            stream: try #require(StreamName(stream)),
            sequence: sequence,
            previous: previous,
            type: try #require(MessageType(type)),
            purpose: purpose,
            digest: [UInt8](SHA256.hash(data: try body ?? self.body()))
        )
    }

    /// Signs the message once; each call is another attempt.
    func signed(
        by node: ExchangeNode,
        to other: ExchangeNode,
        aside seconds: Int = 0,
        nonce: [UInt8] = (0..<16).map { _ in UInt8.random(in: .min ... .max) }
    ) throws -> SignedRequest {
        try MessageSigner(party: node.side.name, key: node.keys.signing).request(
            envelope(from: node),
            body: body(),
            authority: other.authority,
            at: node.now.adding(seconds: seconds),
            nonce: nonce
        )
    }
}

extension ExchangeNode {
    /// Says something at the other's door, on a connection of its own.
    func say(_ request: SignedRequest, to other: ExchangeNode) async throws -> RawLine.Answer? {
        try await say([RawLine.bytes(request)], to: other)
    }

    func say(_ pieces: [[UInt8]], to other: ExchangeNode, closing: Bool = false) async throws
        -> RawLine.Answer?
    {
        let tls = try line().tls(asServer: false)
        return try await RawLine.say(pieces, to: other.port, tls, closing: closing)
    }

    /// Says a message at the other's door; its status and the code of a refusal.
    func send(_ message: SentMessage, to other: ExchangeNode) async throws -> RawLine.Answer {
        try #require(try await say(message.signed(by: self, to: other), to: other))
    }
}
