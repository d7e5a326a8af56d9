import Crypto
import RawStructuredFieldValues

/// The digest of a body, as a header field.
///
/// - Source: RFC 9530 section 2.
public enum ContentDigest {
    /// A hash that is still thought safe.
    public enum Algorithm: String, CaseIterable, Sendable {
        /// SHA-256, the profile's own.
        case sha256 = "sha-256"
        /// SHA-512.
        case sha512 = "sha-512"

        func digest(of body: [UInt8]) -> [UInt8] {
            switch self {
            case .sha256: [UInt8](SHA256.hash(data: body))
            case .sha512: [UInt8](SHA512.hash(data: body))
            }
        }
    }

    /// The field's value: `sha-256=:X48E…=:`.
    public static func field(of body: [UInt8], algorithm: Algorithm = .sha256) -> String {
        field(algorithm.digest(of: body), algorithm: algorithm)
    }

    /// Whether every digest of a safe hash in a field is the body's, and there is one.
    ///
    /// - Shape: false where the field isn't written in its one form.
    public static func accepts(_ field: String, body: [UInt8]) -> Bool {
        guard let members = StructuredField.dictionary(field) else { return false }
        let known = Algorithm.allCases.filter { members[$0.rawValue] != nil }
        return !known.isEmpty
            && known.allSatisfy { StructuredField.bytes(members[$0.rawValue]) == $0.digest(of: body) }
    }

    static func field(_ digest: [UInt8], algorithm: Algorithm = .sha256) -> String {
        "\(algorithm.rawValue)=\(StructuredField.text(of: digest))"
    }

    /// The one SHA-256 of a field that has nothing else; nil of any other.
    static func only(_ field: String) -> [UInt8]? {
        guard let members = StructuredField.dictionary(field), members.count == 1,
            let digest = StructuredField.bytes(members[Algorithm.sha256.rawValue]), digest.count == 32
        else { return nil }
        return digest
    }
}
