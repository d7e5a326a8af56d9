import Crypto
public import Vocabulary

/// An algorithm that messages are signed with.
public enum KeyAlgorithm: String, CaseIterable, Hashable, Sendable {
    /// Ed25519, the profile's own.
    case ed25519
    /// ECDSA over P-256 with SHA-256, for keys in hardware.
    case p256

    /// The name in a signature's parameters.
    ///
    /// - Source: RFC 9421 section 6.2.2.
    public var signatureName: String {
        switch self {
        case .ed25519: "ed25519"
        case .p256: "ecdsa-p256-sha256"
        }
    }

    /// The name in a JSON Web Signature.
    ///
    /// - Source: RFC 7518 section 3.1, RFC 8037 section 3.1.
    public var webName: String {
        switch self {
        case .ed25519: "EdDSA"
        case .p256: "ES256"
        }
    }
}

/// A private key that its owner signs with; nothing prints its secret.
public struct SigningKey: Sendable {
    /// The key's name.
    public let id: String
    /// What it signs with.
    public let algorithm: KeyAlgorithm
    /// The private key, 32 bytes.
    public let secret: [UInt8]

    /// A key of its parts; ``publicKey`` is nil where the secret is none of the algorithm.
    public init(id: String, algorithm: KeyAlgorithm, secret: [UInt8]) {
        self.id = id
        self.algorithm = algorithm
        self.secret = secret
    }

    /// A signature over bytes; nil where the secret is none of the algorithm.
    public func signature(over bytes: [UInt8]) -> [UInt8]? { prepared?.signature(over: bytes) }

    /// The public key's bytes (Ed25519: 32; P-256: both coordinates, 64); nil where the secret is none of the algorithm.
    public var publicKey: [UInt8]? { prepared?.publicKey }

    /// What others check the key's signatures with; nil where the secret is none of the algorithm.
    public func record(from notBefore: Moment, until notAfter: Moment) -> PublicKeyRecord? {
        publicKey.map {
            PublicKeyRecord(
                kid: id,
                algorithm: algorithm,
                bytes: $0,
                notBefore: notBefore,
                notAfter: notAfter
            )
        }
    }

    var prepared: PreparedSigningKey? { PreparedSigningKey(algorithm, secret: secret) }
}

extension SigningKey: CustomStringConvertible, CustomReflectable {
    /// The key's name.
    public var description: String { id }
    /// Nothing: a mirror would show the secret.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// A public key that messages of a party are checked with, and when.
public struct PublicKeyRecord: Hashable, Sendable {
    /// The key's name.
    public var kid: String
    /// What it checks.
    public var algorithm: KeyAlgorithm
    /// The key (Ed25519: 32 bytes; P-256: both coordinates, 64).
    public var bytes: [UInt8]
    /// From when its signatures are taken.
    public var notBefore: Moment
    /// Until when.
    public var notAfter: Moment

    /// A record of its parts.
    public init(kid: String, algorithm: KeyAlgorithm, bytes: [UInt8], notBefore: Moment, notAfter: Moment) {
        self.kid = kid
        self.algorithm = algorithm
        self.bytes = bytes
        self.notBefore = notBefore
        self.notAfter = notAfter
    }

    /// Whether signatures of a moment are taken.
    public func isValid(at moment: Moment) -> Bool { notBefore <= moment && moment <= notAfter }

    /// Whether a signature over bytes is this key's.
    public func accepts(_ signature: [UInt8], over bytes: [UInt8]) -> Bool {
        prepared?.accepts(signature, over: bytes) ?? false
    }

    var prepared: PreparedPublicKey? { PreparedPublicKey(algorithm, bytes: bytes) }
}

/// A private key as the cryptographic library wants it.
enum PreparedSigningKey: Sendable {
    case ed25519(Curve25519.Signing.PrivateKey)
    case p256(P256.Signing.PrivateKey)

    init?(_ algorithm: KeyAlgorithm, secret: [UInt8]) {
        switch algorithm {
        case .ed25519:
            guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: secret) else { return nil }
            self = .ed25519(key)
        case .p256:
            guard let key = try? P256.Signing.PrivateKey(rawRepresentation: secret) else { return nil }
            self = .p256(key)
        }
    }

    var publicKey: [UInt8] {
        switch self {
        case .ed25519(let key): [UInt8](key.publicKey.rawRepresentation)
        case .p256(let key): [UInt8](key.publicKey.rawRepresentation)
        }
    }

    /// The signature; nil where the library fails.
    func signature(over bytes: [UInt8]) -> [UInt8]? {
        switch self {
        case .ed25519(let key): (try? key.signature(for: bytes)).map { [UInt8]($0) }
        case .p256(let key): (try? key.signature(for: bytes)).map { [UInt8]($0.rawRepresentation) }
        }
    }
}

/// A public key as the cryptographic library wants it.
enum PreparedPublicKey: Sendable {
    case ed25519(Curve25519.Signing.PublicKey)
    case p256(P256.Signing.PublicKey)

    init?(_ algorithm: KeyAlgorithm, bytes: [UInt8]) {
        switch algorithm {
        case .ed25519:
            guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes) else { return nil }
            self = .ed25519(key)
        case .p256:
            guard let key = try? P256.Signing.PublicKey(rawRepresentation: bytes) else { return nil }
            self = .p256(key)
        }
    }

    func accepts(_ signature: [UInt8], over bytes: [UInt8]) -> Bool {
        guard signature.count == 64 else { return false }
        switch self {
        case .ed25519(let key): return key.isValidSignature(signature, for: bytes)
        case .p256(let key):
            guard let parsed = try? P256.Signing.ECDSASignature(rawRepresentation: signature) else {
                return false
            }
            return key.isValidSignature(parsed, for: bytes)
        }
    }
}
