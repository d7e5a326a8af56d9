import Crypto
import Foundation
import Ledger
import Operations

/// Seals the bodies of entries, each under the key of its subject, and opens them again.
///
/// - Shape: nonce (12 bytes), ciphertext of the salt (32 bytes) and the body, tag (16 bytes); AES-256-GCM with the entry's
///   index as authenticated data, so that a body opens at its own place only. What is about nobody stands under one common
///   key. A subject's key is random and wrapped (RFC 3394): with it goes everything that was sealed under it.
struct BodySeal: Sendable {
    /// What wraps the keys of subjects.
    let wrapping: SymmetricKey
    /// What seals the bodies that are about nobody.
    let common: SymmetricKey

    /// The length of a subject's key in bytes.
    static let keyLength = 32

    /// Seals a salt and a body for the place of their entry, under a nonce of this sealing alone: what is sealed again for
    /// another place must not meet the first.
    func seal(_ sealed: Sealed, under key: SymmetricKey, at index: Int64) throws -> Data {
        var clear = Data(capacity: Hash256.saltLength + sealed.body.count)
        clear.append(contentsOf: sealed.salt)
        clear.append(contentsOf: sealed.body)
        let place = withUnsafeBytes(of: index.littleEndian) { [UInt8]($0) }
        let box = try AES.GCM.seal(clear, using: key, nonce: AES.GCM.Nonce(), authenticating: place)
        return box.combined ?? Data()
    }

    /// Opens a sealed body, whose subject's key comes wrapped; nil where it is not what was sealed for this place.
    func open(
        _ sealed: UnsafeRawBufferPointer,
        key wrapped: UnsafeRawBufferPointer?,
        at index: Int64
    ) -> OpenBody? {
        let place = withUnsafeBytes(of: index.littleEndian) { [UInt8]($0) }
        guard let key = wrapped.map({ unwrap($0) }) ?? common,
            let box = try? AES.GCM.SealedBox(combined: Data(sealed)),
            let clear = try? AES.GCM.open(box, using: key, authenticating: place),
            clear.count >= Hash256.saltLength
        else { return nil }
        return OpenBody(clear: clear)
    }

    /// Makes a subject's key of chance, and wraps it.
    func freshKey(_ chance: ArraySlice<UInt8>) throws -> FreshKey {
        let key = SymmetricKey(data: chance)
        return FreshKey(key: key, wrapped: try wrap(key))
    }

    /// Wraps a subject's key.
    func wrap(_ key: SymmetricKey) throws -> [UInt8] { [UInt8](try AES.KeyWrap.wrap(key, using: wrapping)) }

    /// Unwraps a subject's key; nil where another site wrapped it or it was altered.
    func unwrap(_ wrapped: UnsafeRawBufferPointer) -> SymmetricKey? {
        try? AES.KeyWrap.unwrap(Data(wrapped), using: wrapping)
    }
}

/// A key that nothing was sealed with yet, and how it is stored.
struct FreshKey: Sendable {
    let key: SymmetricKey
    let wrapped: [UInt8]
}

/// A body in clear with its salt.
struct OpenBody {
    private let clear: Data

    init(clear: Data) { self.clear = clear }

    /// Lends salt and body for the length of a closure.
    func read<Answer>(
        _ body: (_ salt: UnsafeRawBufferPointer, _ body: UnsafeRawBufferPointer) throws -> Answer
    ) rethrows -> Answer {
        try clear.withUnsafeBytes {
            try body(
                UnsafeRawBufferPointer(rebasing: $0.prefix(Hash256.saltLength)),
                UnsafeRawBufferPointer(rebasing: $0.dropFirst(Hash256.saltLength))
            )
        }
    }
}
