import Crypto
import Vocabulary

/// Turns what a body is found by into a number that tells nothing without the site's key.
///
/// - Shape: the first 64 bits of HMAC-SHA-256 over a namespace, a case and the value. Two values can meet in one number,
///   so whoever looks up reads the body and compares.
struct HandleCode: Sendable {
    private let keyed: HMAC<SHA256>

    init(key: SymmetricKey) { keyed = HMAC<SHA256>(key: key) }

    /// The number of a handle of an office's record.
    func code(of handle: Handle, in kind: RecordKind) -> Int64 {
        switch handle {
        case .nik(let nik): code(kind.code, 1, nik.digits)
        case .passport(let number): code(kind.code, 2, number.text)
        case .previousPassport(let number): code(kind.code, 3, number.text)
        case .nameAndBirth(let name, let day): code(kind.code, 4, "\(day.number) \(name)")
        case .licence(let licence): code(kind.code, 5, licence.text)
        case .jobOrder(let number): code(kind.code, 6, number.text)
        case .destination(let country): code(kind.code, 7, country.text)
        case .key(let key): code(kind.code, 8, key)
        case .waiting: code(kind.code, 9, "")
        }
    }

    /// The number under which a passport's attestations are found.
    func code(ofAttestationsFor passport: PassportNumber) -> Int64 { code(101, 1, passport.text) }

    /// The number under which a received file is found by its digest.
    func code(ofManifest digest: String) -> Int64 { code(102, 1, digest) }

    private func code(_ namespace: UInt8, _ form: UInt8, _ value: String) -> Int64 {
        var mac = keyed
        withUnsafeBytes(of: (namespace, form)) { mac.update(data: $0) }
        var value = value
        value.withUTF8 { mac.update(data: $0) }
        return mac.finalize().withUnsafeBytes { Int64(littleEndian: $0.loadUnaligned(as: Int64.self)) }
    }
}
