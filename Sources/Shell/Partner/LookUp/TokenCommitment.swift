import Crypto
package import Ledger

/// What holds an asker to the tokens of one traveller before anybody knows whether they will be looked at (komitmen).
///
/// It says for whom the asker claims to have asked. That the blinded elements are those tokens' it can't show: the library
/// doesn't give out the blinding factor.
package struct TokenCommitment: Sendable, Hashable {
    /// SHA-256 over a salt, the request, the place and the tokens.
    package let digest: Hash256

    init(bytes: [UInt8]) throws(LookUpFault) {
        guard let digest = Hash256(bytes) else { throw .malformed(.request, expected: "32 bytes") }
        self.digest = digest
    }

    fileprivate init(_ opening: CommitmentOpening) {
        let bytes = Array("kawal-look-up/1 commitment".utf8) + opening.wire
        digest = Hash256(SHA256.hash(data: bytes))
    }

    /// Whether an opening is of this commitment.
    package func verify(_ opening: CommitmentOpening) -> Bool { TokenCommitment(opening) == self }
}

/// What an asker shows the joint auditor, within 24 hours, of a traveller who was drawn (pembukaan komitmen).
///
/// - Shape: no tokens for a dummy.
package struct CommitmentOpening: Sendable, Hashable {
    /// The request.
    package let request: [UInt8]
    /// The traveller's place in it.
    package let slot: UInt8
    /// 32 random bytes.
    package let salt: [UInt8]
    /// The tokens' bytes: kind and fields can be read in them.
    package let tokens: [[UInt8]]

    init(request: [UInt8], slot: Int, tokens: [LookUpToken]) {
        self.request = request
        self.slot = UInt8(slot)
        salt = .drawn(32)
        self.tokens = tokens.map(\.bytes)
    }

    /// What it is an opening of.
    package var commitment: TokenCommitment { TokenCommitment(self) }

    /// The wire form.
    package var wire: [UInt8] {
        var bytes = Array("KWLOPN01".utf8) + request + [slot] + salt + [UInt8(tokens.count)]
        for token in tokens {
            bytes.append(number: UInt16(truncatingIfNeeded: token.count))
            bytes.append(contentsOf: token)
        }
        return bytes
    }

    /// Reads the wire form.
    ///
    /// - Throws: `LookUpFault.malformed`.
    package init(wire: [UInt8]) throws(LookUpFault) {
        var reader = try WireReader(wire, of: .opening, magic: "KWLOPN01")
        request = Array(try reader.bytes(16))
        slot = try reader.number(UInt8.self)
        salt = Array(try reader.bytes(32))
        var tokens: [[UInt8]] = []
        for _ in 0..<(try reader.count(UInt8.self, in: 0...LookUpRequest.elementsOfTraveller)) {
            tokens.append(Array(try reader.bytes(Int(try reader.number(UInt16.self)))))
        }
        try reader.end()
        self.tokens = tokens
    }
}

/// Draws the travellers whose commitments are opened, so that neither side can choose them (undian audit).
///
/// The owner promises a seed before the day and tells it afterwards. Each answer's challenge follows from the seed and the
/// commitments it answers: the asker can't foresee it, and the owner can't have tried until it liked the draw. Since the
/// answer tells who is drawn, everybody else's tokens are dropped at once.
package struct AuditDraw: Sendable {
    private let seed: SymmetricKey
    /// How many of a thousand travellers are drawn.
    package let permille: Int

    /// A day's draw from its seed of 32 bytes.
    package init(seed: [UInt8], permille: Int) {
        self.seed = SymmetricKey(data: seed)
        self.permille = permille
    }

    /// What the owner publishes beforehand.
    package var promise: Hash256 {
        Hash256(SHA256.hash(data: Array("kawal-look-up/1 draw".utf8) + seed.withUnsafeBytes { [UInt8]($0) }))
    }

    /// The challenge of a request: HMAC-SHA-256 over its name and commitments.
    package func challenge(of request: LookUpRequest) -> [UInt8] {
        let bytes = request.id + request.slots.flatMap(\.commitment.digest.bytes)
        return Array(HMAC<SHA256>.authenticationCode(for: bytes, using: seed))
    }

    /// Whether a challenge draws the traveller at a place.
    package static func isDrawn(_ challenge: [UInt8], slot: Int, permille: Int) -> Bool {
        let digest = SHA256.hash(data: challenge + [UInt8(slot)])
        let number = digest.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return number < UInt64.max / 1000 * UInt64(permille)
    }
}
