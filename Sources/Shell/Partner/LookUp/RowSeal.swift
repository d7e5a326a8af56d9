import Crypto
import Foundation

/// By what a row is found: 16 bytes that mean nothing without the owner's key.
package struct RowLabel: Hashable, Sendable, Comparable {
    let high: UInt64
    let low: UInt64

    /// The length in bytes.
    static let length = 16

    init(_ bytes: some Collection<UInt8>) {
        func number(_ bytes: some Collection<UInt8>) -> UInt64 { bytes.reduce(0) { $0 << 8 | UInt64($1) } }
        (high, low) = (number(bytes.prefix(8)), number(bytes.dropFirst(8).prefix(8)))
    }

    init(_ bytes: UnsafeRawBufferPointer, at offset: Int) {
        high = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        low = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self))
    }

    /// Orders as the bytes do.
    package static func < (left: RowLabel, right: RowLabel) -> Bool {
        left.high == right.high ? left.low < right.low : left.high < right.high
    }

    /// Appends the 16 bytes.
    func append(to bytes: inout [UInt8]) {
        bytes.append(number: high)
        bytes.append(number: low)
    }
}

/// What the function's value of one token gives for one row: its label, and the keys that seal it.
///
/// - Shape: a row is label, nonce, sealed payload and tag: 108 bytes, all of one length. Several records under one token
///   stand at places 0, 1, 2 and so on, so that no label occurs twice and nobody sees how many a token has.
/// - Source: RFC 5869 (expand only: the function's value is uniform), AES-256-GCM.
struct RowSeal {
    /// The length of a row in bytes.
    static let length = RowLabel.length + 12 + LookUpPayload.length + 16

    /// By what the row is found.
    let label: RowLabel
    private let sealing: SymmetricKey
    private let naming: SymmetricKey
    private let context: [UInt8]

    init(output: [UInt8], edition: TableEdition, place: UInt32) {
        context = Array("kawal-look-up/1 row".utf8) + edition.bytes
        var info = context
        info.append(number: place)
        let bytes = HKDF<SHA384>.expand(
            pseudoRandomKey: SymmetricKey(data: output),
            info: info,
            outputByteCount: 80
        ).withUnsafeBytes { [UInt8]($0) }
        label = RowLabel(bytes[..<16])
        sealing = SymmetricKey(data: bytes[16..<48])
        naming = SymmetricKey(data: bytes[48...])
    }

    /// Seals a payload: the same gives the same bytes, so that a table built anew is the one that was there.
    ///
    /// The nonce follows from the payload under a key of its own: another payload has another nonce.
    func row(_ payload: LookUpPayload) throws -> [UInt8] {
        let plain = payload.plain
        let nonce = Array(HMAC<SHA256>.authenticationCode(for: plain, using: naming).prefix(12))
        let box = try AES.GCM.seal(
            plain,
            using: sealing,
            nonce: AES.GCM.Nonce(data: nonce),
            authenticating: context
        )
        var row: [UInt8] = []
        row.reserveCapacity(RowSeal.length)
        label.append(to: &row)
        row.append(contentsOf: nonce)
        row.append(contentsOf: box.ciphertext)
        row.append(contentsOf: box.tag)
        return row
    }

    /// Opens a row.
    ///
    /// - Throws: `LookUpFault.tableAltered` where it was not sealed so.
    func payload(of row: ArraySlice<UInt8>) throws(LookUpFault) -> LookUpPayload {
        guard row.count == RowSeal.length,
            let box = try? AES.GCM.SealedBox(combined: row.dropFirst(RowLabel.length)),
            let plain = try? AES.GCM.open(box, using: sealing, authenticating: context),
            let payload = try? LookUpPayload(plain: [UInt8](plain))
        else { throw .tableAltered }
        return payload
    }
}
