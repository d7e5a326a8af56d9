public import Crypto
import FoundationEssentials

/// A public key that a note's signatures are checked with.
///
/// - Shape: `log.example/immigration+1fad6210+AT9hCqPG…`: name, the key's id in hexadecimal, and kind and key in base64.
/// - Source: c2sp.org/signed-note, c2sp.org/tlog-cosignature.
public struct NoteKey: Hashable, Sendable {
    /// What a signature by the key says.
    public enum Kind: UInt8, Sendable {
        /// The text is the signer's (Ed25519).
        case signature = 1
        /// The witness had seen a consistent log at a time (Ed25519, cosignature/v1).
        case cosignature = 4
    }

    /// Whose it is: a log's origin, a witness's name.
    public let name: String
    /// What its signatures say.
    public let kind: Kind
    /// The Ed25519 key, 32 bytes.
    public let bytes: [UInt8]

    /// A key; nil where the name can't be one or the bytes are no key.
    public init?(name: String, kind: Kind, bytes: [UInt8]) {
        guard NoteKey.isName(name), (try? Curve25519.Signing.PublicKey(rawRepresentation: bytes)) != nil
        else {
            return nil
        }
        self.name = name
        self.kind = kind
        self.bytes = bytes
    }

    /// Reads the text form; nil where it is none, or where its id is not the key's.
    public init?(_ text: String) {
        let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let material = [UInt8](canonicalBase64: parts[2]),
            let kind = material.first.flatMap(Kind.init)
        else { return nil }
        self.init(name: String(parts[0]), kind: kind, bytes: Array(material.dropFirst()))
        guard description == text else { return nil }
    }

    /// The number by which a signature names its key: the first bytes of the SHA-256 of name, kind and key.
    public var id: UInt32 {
        let digest = SHA256.hash(data: [UInt8](name.utf8) + [0x0A, kind.rawValue] + bytes)
        return digest.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// Whether a signature over a note's text is this key's.
    ///
    /// - Shape: 64 bytes; of a cosignature, 8 bytes of time before them.
    public func accepts(_ signature: [UInt8], over text: String) -> Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes) else { return false }
        switch kind {
        case .signature:
            return signature.count == 64 && key.isValidSignature(signature, for: [UInt8](text.utf8))
        case .cosignature:
            guard signature.count == 72 else { return false }
            let time = signature.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            let message = NoteKey.cosigned(text, at: time)
            return key.isValidSignature(signature.dropFirst(8), for: message)
        }
    }

    /// What a witness signs.
    static func cosigned(_ text: String, at seconds: UInt64) -> [UInt8] {
        [UInt8]("cosignature/v1\ntime \(seconds)\n\(text)".utf8)
    }

    /// Whether a text can be a key's name: not empty, without blanks, control characters and plus signs.
    public static func isName(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 255
            && text.unicodeScalars.allSatisfy { !$0.properties.isWhitespace && $0.value >= 0x20 && $0 != "+" }
    }
}

extension NoteKey: CustomStringConvertible {
    /// The text form.
    public var description: String {
        var digits: [UInt8] = []
        withUnsafeBytes(of: id.bigEndian) { digits.appendHex($0) }
        let material = Data([kind.rawValue] + bytes).base64EncodedString()
        return "\(name)+\(String(decoding: digits, as: UTF8.self))+\(material)"
    }
}

/// Signs notes with a private key that its owner keeps.
public struct NoteSigner: Sendable {
    /// The key that others check with.
    public let key: NoteKey
    private let secret: Curve25519.Signing.PrivateKey

    /// A signer; nil where the name can't be a key's.
    public init?(name: String, kind: NoteKey.Kind = .signature, secret: Curve25519.Signing.PrivateKey) {
        guard let key = NoteKey(name: name, kind: kind, bytes: [UInt8](secret.publicKey.rawRepresentation))
        else { return nil }
        self.key = key
        self.secret = secret
    }

    /// The signature line of a text, for a cosignature with the time in seconds since 1970.
    ///
    /// - Throws: What the cryptographic library throws.
    public func sign(_ text: String, at seconds: UInt64 = 0) throws -> SignedNote.Signature {
        let bytes: [UInt8]
        switch key.kind {
        case .signature: bytes = [UInt8](try secret.signature(for: [UInt8](text.utf8)))
        case .cosignature:
            let time = withUnsafeBytes(of: seconds.bigEndian) { [UInt8]($0) }
            bytes = time + [UInt8](try secret.signature(for: NoteKey.cosigned(text, at: seconds)))
        }
        return SignedNote.Signature(name: key.name, id: key.id, bytes: bytes)
    }
}

extension [UInt8] {
    /// Reads base64 in its one form: with padding, without blanks, without bits left over.
    init?(canonicalBase64 text: some StringProtocol) {
        guard let data = Data(base64Encoded: String(text)), data.base64EncodedString() == String(text) else {
            return nil
        }
        self.init(data)
    }
}
