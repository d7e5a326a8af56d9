import Crypto
import CryptoExtras
import Foundation

/// The owner's secret for one table and epoch (kunci pencarian); whoever has it can try out every number.
///
/// - Source: RFC 9497, P384-SHA384, verifiable mode; the library's names are underscored, so nothing else touches them.
package struct LookUpKey: Sendable {
    /// The table and epoch.
    package let edition: TableEdition
    /// What the partner checks answers against; published and pinned in the ledger.
    package let publicKey: LookUpPublicKey
    let secret: VOPRFSecret

    /// Draws a key.
    package init(edition: TableEdition) {
        self.init(edition, P384._VOPRF.PrivateKey())
    }

    private init(_ edition: TableEdition, _ key: P384._VOPRF.PrivateKey) {
        self.edition = edition
        secret = VOPRFSecret(key: key)
        publicKey = LookUpPublicKey(point: VOPRFPoint(key: key.publicKey))
    }

    /// Takes the 48 bytes of a secret.
    ///
    /// - Throws: `LookUpFault.malformed` where they are no scalar of the curve.
    package init(edition: TableEdition, secret: [UInt8]) throws(LookUpFault) {
        guard secret.count == 48, let key = try? P384._VOPRF.PrivateKey(rawRepresentation: secret) else {
            throw .malformed(.key, expected: "a scalar of P-384")
        }
        self.init(edition, key)
    }

    /// The bytes to be kept, sealed, in the site's folder.
    package var stored: [UInt8] {
        var bytes = Array("KWLKEY01".utf8) + edition.bytes
        bytes.append(contentsOf: secret.key.rawRepresentation)
        return bytes
    }

    /// Reads what was kept.
    ///
    /// - Throws: `LookUpFault.malformed`.
    package init(stored: [UInt8]) throws(LookUpFault) {
        var reader = try WireReader(stored, of: .key, magic: "KWLKEY01")
        let edition = try reader.edition(.key)
        let secret = Array(try reader.bytes(48))
        try reader.end()
        try self.init(edition: edition, secret: secret)
    }

    /// The function's value for an input, without blinding: for building tables.
    func output(of input: [UInt8]) throws -> [UInt8] { [UInt8](try secret.key.evaluate(input) as Data) }

    /// Evaluates a blinded element and proves it: 49 bytes to 145.
    ///
    /// - Throws: `LookUpFault.malformed` where the bytes are no point of the curve.
    func evaluate(_ element: [UInt8]) throws(LookUpFault) -> [UInt8] {
        guard element.count == LookUpRequest.elementLength,
            let blinded = try? P384._VOPRF.BlindedElement(oprfRepresentation: element),
            let evaluation = try? secret.key.evaluate(blinded)
        else { throw .malformed(.request, expected: "a point of P-384, compressed") }
        return [UInt8](evaluation.rawRepresentation)
    }

    /// A further key for one use, which follows from the secret.
    func derived(for use: String) -> SymmetricKey {
        HKDF<SHA384>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: secret.key.rawRepresentation),
            info: Array("kawal-look-up/1 \(use)".utf8) + edition.bytes,
            outputByteCount: 48
        )
    }
}

extension LookUpKey: CustomStringConvertible {
    /// The table and epoch; never the secret.
    package var description: String { "key of \(edition.name) \(edition.epoch)" }
}

/// What an owner's answers are checked against (kunci publik pencarian).
package struct LookUpPublicKey: Hashable, Sendable {
    /// The point, compressed: 49 bytes.
    package let bytes: [UInt8]
    let point: VOPRFPoint

    init(point: VOPRFPoint) {
        self.point = point
        bytes = [UInt8](point.key.compressedRepresentation)
    }

    /// Takes a compressed point.
    ///
    /// - Throws: `LookUpFault.malformed` where the bytes are none of the curve.
    package init(bytes: [UInt8]) throws(LookUpFault) {
        guard bytes.count == LookUpRequest.elementLength,
            let key = try? P384._VOPRF.PublicKey(compressedRepresentation: bytes)
        else { throw .malformed(.publicKey, expected: "a point of P-384, compressed") }
        self.init(point: VOPRFPoint(key: key))
    }

    /// Blinds an input with a new random factor.
    func blind(_ input: [UInt8]) throws -> BlindedToken { BlindedToken(input: try point.key.blind(input)) }

    /// Compares by the point.
    package static func == (left: LookUpPublicKey, right: LookUpPublicKey) -> Bool {
        left.bytes == right.bytes
    }

    /// Hashes the point.
    package func hash(into hasher: inout Hasher) { hasher.combine(bytes) }
}

/// The library's secret key, to be used by several tasks.
///
/// Unchecked: it holds a signing key and a number, both of which the library declares Sendable, and nothing writes to it.
struct VOPRFSecret: @unchecked Sendable { let key: P384._VOPRF.PrivateKey }

/// The library's public key, to be used by several tasks; unchecked for the same reason.
struct VOPRFPoint: @unchecked Sendable { let key: P384._VOPRF.PublicKey }

/// An input beside its random factor, until its answer comes; unchecked for the same reason.
struct BlindedToken: @unchecked Sendable {
    let input: P384._VOPRF.BlindedInput

    /// What is sent: 49 bytes.
    var element: [UInt8] { [UInt8](input.blindedElement.oprfRepresentation) }
}
