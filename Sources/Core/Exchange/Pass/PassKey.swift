public import Crypto
import FoundationEssentials
public import Vocabulary

/// A key by which passes and slips are known to be a site's (kunci pas), with the days on which it may sign.
///
/// - Shape: as a line `ISSUER FROM UNTIL KEY`: `id/kemenp2mi/siskop2mi 2026-03-01 - 0H2…`; `-` where no last day is set.
public struct PassKey: Hashable, Sendable {
    /// Whose it is.
    public let issuer: PartyName
    /// The first day on which it may sign.
    public let from: Day
    /// The last one; nil while none is set.
    public let until: Day?
    /// The first four bytes of the key's SHA-256: what a signed paper names it by.
    public let id: [UInt8]
    private let bytes: [UInt8]

    /// How many bytes name a key.
    static let idLength = 4

    /// A key of an issuer.
    public init(_ key: Curve25519.Signing.PublicKey, of issuer: PartyName, from: Day, until: Day? = nil) {
        self.issuer = issuer
        self.from = from
        self.until = until
        bytes = Array(key.rawRepresentation)
        id = Array(SHA256.hash(data: bytes).prefix(PassKey.idLength))
    }

    /// Reads a line; nil where it is none.
    public init?(_ line: String) {
        let parts = line.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 4, line.utf8.count <= 300, let issuer = PartyName(String(parts[0])),
            let from = Day(String(parts[1])), let bytes = ReadableBytes.bytes(parts[3].utf8),
            let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes)
        else { return nil }
        let until = Day(String(parts[2]))
        guard until != nil || parts[2] == "-" else { return nil }
        self.init(key, of: issuer, from: from, until: until)
    }

    /// The line.
    public var line: String {
        "\(issuer) \(from) \(until?.description ?? "-") \(ReadableBytes.text(bytes))"
    }

    /// Whether it could sign on a day.
    public func mayHaveSigned(on day: Day) -> Bool { from <= day && until.map { day <= $0 } ?? true }

    func isValid(_ signature: [UInt8], for message: [UInt8]) -> Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes) else { return false }
        return key.isValidSignature(signature, for: message)
    }
}

/// What signs passes and slips: the secret half of a key.
public struct PassSigner: Sendable {
    private let secret: Curve25519.Signing.PrivateKey
    /// The public half.
    public let key: PassKey

    /// A signer of an issuer.
    public init(_ secret: Curve25519.Signing.PrivateKey, of issuer: PartyName, from: Day, until: Day? = nil) {
        self.secret = secret
        key = PassKey(secret.publicKey, of: issuer, from: from, until: until)
    }

    /// - Throws: `CryptoKitError` where the library can't sign.
    func signature(of message: [UInt8]) throws -> [UInt8] { Array(try secret.signature(for: message)) }
}
