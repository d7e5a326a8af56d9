import Crypto
import FoundationEssentials

/// A body sealed to its receiver, so that a carrier (X-Road, SPLP) sees none of it.
///
/// The sealed body is bound to its envelope: in another message, or under another type or purpose, it doesn't open. The library draws the
/// ephemeral key itself, so that this is the one function of the exchange's pure half which gives other bytes each time; a sender keeps
/// the sealed body and sends the same bytes at each attempt.
///
/// - Shape: `{"ct":…,"enc":…}`, both in base64 of URLs.
/// - Source: RFC 9180, base mode: X25519, HKDF-SHA256, ChaCha20-Poly1305.
public enum SealedCarriage {
    private static let suite = HPKE.Ciphersuite.Curve25519_SHA256_ChachaPoly
    private static let use = Data("kawal-exchange-1 body".utf8)

    /// Seals a body.
    ///
    /// - Parameters:
    ///   - body: The body, at most 180 KiB, so that it is at most 256 KiB when sealed.
    ///   - key: The receiver's X25519 key, 32 bytes.
    ///   - envelope: The message's envelope; its digest is not looked at, which is the sealed body's in the end.
    /// - Returns: The sealed body.
    /// - Throws: ``ExchangeRefusal/schema(_:)`` where the key is none, ``ExchangeRefusal/tooLarge``.
    public static func seal(
        _ body: [UInt8],
        to key: [UInt8],
        under envelope: Envelope
    ) throws(ExchangeRefusal) -> [UInt8] {
        guard body.count <= 180 << 10 else { throw .tooLarge }
        guard let receiver = try? Curve25519.KeyAgreement.PublicKey(rawRepresentation: key),
            var sender = try? HPKE.Sender(recipientKey: receiver, ciphersuite: suite, info: use),
            let sealed = try? sender.seal(body, authenticating: envelope.bindings)
        else { throw .schema("enc") }
        return CanonicalJSON.object([
            "enc": .string(Base64Form.urlText([UInt8](sender.encapsulatedKey))),
            "ct": .string(Base64Form.urlText([UInt8](sealed))),
        ]).bytes
    }

    /// Whether a body is a sealed one.
    public static func isSealed(_ body: [UInt8]) -> Bool {
        body.starts(with: "{\"ct\":".utf8)
    }

    /// Opens a body.
    ///
    /// - Parameters:
    ///   - body: The sealed body.
    ///   - secret: The receiver's X25519 private key, 32 bytes.
    ///   - envelope: The message's envelope.
    /// - Returns: The body as it was before it was sealed.
    /// - Throws: ``ExchangeRefusal/schema(_:)`` where it isn't a sealed body in its form, or doesn't open with this key under this
    ///   envelope.
    public static func open(
        _ body: [UInt8],
        with secret: [UInt8],
        under envelope: Envelope
    ) throws(ExchangeRefusal) -> [UInt8] {
        guard let json = try? CanonicalJSON(body), json.members?.count == 2 else { throw .schema("body") }
        guard let shared = json["enc"]?.text.flatMap(Base64Form.urlBytes), shared.count == 32 else {
            throw .schema("enc")
        }
        guard let sealed = json["ct"]?.text.flatMap(Base64Form.urlBytes) else { throw .schema("ct") }
        guard let receiver = try? Curve25519.KeyAgreement.PrivateKey(rawRepresentation: secret),
            var opener = try? HPKE.Recipient(
                privateKey: receiver,
                ciphersuite: suite,
                info: use,
                encapsulatedKey: Data(shared)
            ),
            let opened = try? opener.open(sealed, authenticating: envelope.bindings)
        else { throw .schema("ct") }
        return [UInt8](opened)
    }
}
