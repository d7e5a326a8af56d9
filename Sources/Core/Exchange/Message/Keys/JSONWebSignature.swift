/// A text that a key signed, which can be kept and shown apart from any connection.
///
/// - Shape: three parts in base64 of URLs, joined by dots.
/// - Source: RFC 7515 section 7.1 (compact serialization).
public struct JSONWebSignature: Hashable, Sendable {
    /// Why a signature isn't taken.
    public enum Fault: Error, Hashable, Sendable {
        /// The text isn't one in its one form.
        case malformed
        /// The algorithm is none of those allowed, or not the key's.
        case algorithm
        /// The signature isn't the key's.
        case signature
    }

    /// The compact text.
    public let compact: String
    /// The protected header.
    public let header: CanonicalJSON
    /// What was signed.
    public let payload: [UInt8]
    private let signature: [UInt8]

    /// Reads the compact text; nothing in it is believed before ``verify(with:)``.
    ///
    /// - Throws: ``Fault/malformed`` where a part isn't in its one form or the header asks for extensions, ``Fault/algorithm`` where the
    ///   algorithm isn't allowed; `none` is not.
    public init(compact: String, limit: Int = 64 << 10) throws(Fault) {
        let parts = compact.utf8.split(separator: 0x2E, omittingEmptySubsequences: false)
        guard compact.utf8.count <= limit, parts.count == 3,
            let head = Base64Form.urlBytes(Substring(parts[0])),
            let payload = Base64Form.urlBytes(Substring(parts[1])),
            let signature = Base64Form.urlBytes(Substring(parts[2])),
            let header = try? CanonicalJSON(head), let algorithm = header["alg"]?.text, header["crit"] == nil
        else { throw .malformed }
        guard KeyAlgorithm.allCases.contains(where: { $0.webName == algorithm }) else { throw .algorithm }
        self.compact = compact
        self.header = header
        self.payload = payload
        self.signature = signature
    }

    /// Signs a text.
    ///
    /// - Throws: ``Fault/signature`` where the key can't sign.
    public init(payload: [UInt8], type: String, by key: SigningKey) throws(Fault) {
        header = .object([
            "alg": .string(key.algorithm.webName), "kid": .string(key.id), "typ": .string(type),
        ])
        self.payload = payload
        let signed = Base64Form.urlText(header.bytes) + "." + Base64Form.urlText(payload)
        guard let signature = key.prepared?.signature(over: Array(signed.utf8)) else { throw .signature }
        self.signature = signature
        compact = signed + "." + Base64Form.urlText(signature)
    }

    /// Checks that a key made the signature; the algorithm is the key's own.
    ///
    /// - Throws: ``Fault/algorithm`` where the header names another, ``Fault/signature`` where the key didn't make it.
    public func verify(with key: PublicKeyRecord) throws(Fault) {
        guard header["alg"]?.text == key.algorithm.webName else { throw .algorithm }
        let end = compact.utf8.lastIndex(of: 0x2E) ?? compact.endIndex
        guard key.accepts(signature, over: Array(compact.utf8[..<end])) else { throw .signature }
    }
}
