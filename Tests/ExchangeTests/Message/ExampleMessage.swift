import Crypto
import Exchange
import Testing
import Vocabulary

/// The worked example of the profile: one signed request and the signed answer to it, with keys that are public.
///
/// - Source: RFC 9421 appendix B.1.4 for the sender's key.
enum ExampleMessage {
    static let body = Array(
        (#"{"type":"match.notice","v":1,"salt":"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8","#
            + #""case":"K-2026-000123"}"#).utf8
    )

    /// When the example's request is signed.
    static let now = Moment(milliseconds: 1_790_000_000_000)

    static let key = SigningKey(
        id: "test-key-ed25519",
        algorithm: .ed25519,
        secret: (try? bytes("9f8362f87a484a954e6e740c5b4c0e84" + "229139a20aa8ab56ff66586f6a7d29c5")) ?? []
    )

    static let authority = "exchange.kp2mi.example"

    /// The nonce of the example, which is longer than 16 bytes.
    static let nonce = Array("foobar123456789012".utf8)

    /// The example's request.
    static func request() throws -> SignedRequest {
        let signer = MessageSigner(party: try envelope().sender, key: key)
        return try signer.request(envelope(), body: body, authority: authority, at: now, nonce: nonce)
    }

    static func envelope() throws -> Envelope {
        Envelope(
            id: "0199f3a2-7c1e-7b4a-9d52-3f0e8a6b1c44",
            sender: try #require(PartyName("id/imigrasi/simkim")),
            audience: try #require(PartyName("id/kp2mi/siskop2mi")),
            stream: try #require(StreamName("alerts-03")),
            sequence: 42,
            previous: try bytes("9baa2d6138639236" + "0ff0330f75e516786d328089a2e77423" + "77790ae356dcbb75"),
            type: try #require(MessageType("match.notice/1")),
            purpose: "predeparture-check",
            digest: [UInt8](SHA256.hash(data: body))
        )
    }

    /// Bytes of their hexadecimal digits.
    static func bytes(_ digits: String) throws -> [UInt8] {
        let digits = Array(digits)
        return try stride(from: 0, to: digits.count, by: 2).map {
            try #require(UInt8(String(digits[$0..<$0 + 2]), radix: 16))
        }
    }
}
