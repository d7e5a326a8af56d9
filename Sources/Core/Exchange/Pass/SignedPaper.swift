import Vocabulary

/// A few signed bytes as text for a QR code: what a pass and a slip have in common.
///
/// - Shape: a prefix that names the kind and its version, then content, the key's name (4 bytes) and an Ed25519 signature (64) over
///   prefix, content and name, all as `ReadableBytes`. At most 146 signs: a QR code of version 6 at level M.
/// - Source: RFC 8032.
struct SignedPaper {
    /// What a paper is.
    enum Kind: String, CaseIterable {
        /// A worker's pass.
        case pass = "KWLP1"
        /// A traveller's slip.
        case slip = "KWLS1"
    }

    private static let signatureLength = 64

    let kind: Kind
    let content: [UInt8]
    let keyID: [UInt8]
    private let signature: [UInt8]

    /// Signs content.
    init(_ kind: Kind, _ content: [UInt8], signedBy signer: PassSigner) throws {
        self.kind = kind
        self.content = content
        keyID = signer.key.id
        signature = try signer.signature(of: SignedPaper.message(kind, content, keyID))
    }

    /// Reads a text, signs of layout left out; nothing in it is believed yet.
    init(_ text: String, as kind: Kind, contentLength: Int) throws(PassFault) {
        let signs = text.utf8.filter { $0 != 0x20 && $0 != 0x2D && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }
        guard text.utf8.count <= SignedPaper.longest,
            SignedPaper.begins(signs, with: kind.rawValue.dropLast())
        else { throw .notAPass }
        guard signs.count > kind.rawValue.utf8.count else { throw .unreadable }
        guard SignedPaper.begins(signs, with: kind.rawValue[...]) else { throw .newer }
        let length = contentLength + PassKey.idLength + SignedPaper.signatureLength
        guard let bytes = ReadableBytes.bytes(signs.dropFirst(kind.rawValue.utf8.count)),
            bytes.count == length
        else { throw .unreadable }
        self.kind = kind
        content = Array(bytes.prefix(contentLength))
        keyID = Array(bytes[contentLength..<contentLength + PassKey.idLength])
        signature = Array(bytes.suffix(SignedPaper.signatureLength))
    }

    /// The text for the code.
    var text: String { kind.rawValue + ReadableBytes.text(content + keyID + signature) }

    /// The key that has signed it, among those that are known.
    func signer(among keys: [PassKey]) throws(PassFault) -> PassKey {
        let named = keys.filter { $0.id == keyID }
        guard !named.isEmpty else { throw .unknownKey }
        let message = SignedPaper.message(kind, content, keyID)
        guard let key = named.first(where: { $0.isValid(signature, for: message) }) else { throw .altered }
        return key
    }

    /// Longer texts are no paper.
    static let longest = 400

    /// Whether a text claims to be of a kind, in whatever version.
    static func claims(_ text: String, toBe kind: Kind) -> Bool {
        let signs = text.utf8.prefix(40).filter { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }
        return signs.count > kind.rawValue.utf8.count && begins(signs, with: kind.rawValue.dropLast())
    }

    private static func begins(_ signs: [UInt8], with prefix: Substring) -> Bool {
        signs.prefix(prefix.utf8.count).map { (0x61...0x7A).contains($0) ? $0 - 0x20 : $0 }
            == Array(prefix.utf8)
    }

    private static func message(_ kind: Kind, _ content: [UInt8], _ keyID: [UInt8]) -> [UInt8] {
        Array(kind.rawValue.utf8) + content + keyID
    }
}
