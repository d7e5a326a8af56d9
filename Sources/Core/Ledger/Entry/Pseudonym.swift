public import Crypto

/// The keyed name of a subject in the ledger: without the site's key nobody can tell whom it names.
///
/// - Shape: the first 16 bytes of HMAC-SHA-256 over a namespace, a zero byte and the value.
public struct Pseudonym: Hashable, Sendable {
    private let high: UInt64
    private let low: UInt64

    /// Makes the pseudonym of a value, such as a number, in a namespace, such as `nik`.
    public init(of value: String, in namespace: StaticString, key: SymmetricKey) {
        var mac = HMAC<SHA256>(key: key)
        mac.update(data: UnsafeBufferPointer(start: namespace.utf8Start, count: namespace.utf8CodeUnitCount))
        mac.update(data: [0])
        var value = value
        value.withUTF8 { mac.update(data: $0) }
        let words = mac.finalize().withUnsafeBytes {
            ($0.loadUnaligned(as: UInt64.self), $0.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        }
        (high, low) = words
    }

    /// Reads 32 lower-case hexadecimal digits; nil where the text is anything else.
    public init?(hex text: UnsafeBufferPointer<UInt8>) {
        guard text.count == 32, let bytes = [UInt8](hex: text) else { return nil }
        high = bytes.withUnsafeBytes { $0.loadUnaligned(as: UInt64.self) }
        low = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: 8, as: UInt64.self) }
    }

    /// The 16 bytes.
    public var bytes: [UInt8] { withUnsafeBytes(of: (high, low)) { [UInt8]($0) } }

    /// Appends the 32 hexadecimal digits.
    func write(into bytes: inout [UInt8]) {
        withUnsafeBytes(of: (high, low)) { bytes.appendHex($0) }
    }
}

extension Pseudonym: CustomStringConvertible {
    /// The 32 hexadecimal digits.
    public var description: String {
        var digits: [UInt8] = []
        write(into: &digits)
        return String(decoding: digits, as: UTF8.self)
    }
}
