import Crypto
package import Vocabulary

/// Keys of machines (airlines, autogates): `kwl_ID_SECRET`, scoped, expiring, revocable; only a digest is kept.
package struct MachineKeys: Sendable {
    private let site: any Site
    private let now: @Sendable () -> Moment

    /// The keys of a site.
    package init(site: any Site, now: @escaping @Sendable () -> Moment) {
        self.site = site
        self.now = now
    }

    /// Issues a key; the secret is told this once.
    ///
    /// - Throws: `OperationFault.fieldUnfit` where owner or scopes are empty or the days are not 1 to 366; `SiteFault`.
    package func issue(
        owner: String,
        scopes: Set<KeyScope>,
        validDays: Int,
        carrier: String? = nil,
        by actor: Actor
    ) async throws -> String {
        if let carrier,
            !(2...3).contains(carrier.utf8.count)
                || !carrier.allSatisfy({ $0.isASCII && ($0.isUppercase || $0.isNumber) })
        {
            throw OperationFault.fieldUnfit(field: "carrier", expected: "an airline's code: GA")
        }
        guard !owner.isEmpty, owner.utf8.count <= 80 else {
            throw OperationFault.fieldUnfit(field: "owner", expected: "1 to 80 characters")
        }
        guard !scopes.isEmpty else {
            throw OperationFault.fieldUnfit(field: "scopes", expected: "at least one")
        }
        guard (1...366).contains(validDays) else {
            throw OperationFault.fieldUnfit(field: "days", expected: "1 to 366")
        }
        let id = Self.randomHex(bytes: 6)
        let secret = Self.randomHex(bytes: 32)
        let at = now()
        let key = MachineKey(
            id: id,
            owner: owner,
            scopes: scopes,
            secretDigest: Self.digest(secret),
            expiresAt: at.adding(seconds: validDays * 86_400),
            carrier: carrier
        )
        try await site.commit { _ in Decision([Self.draft(key, at: at, by: actor)], answer: ()) }
        return "kwl_\(id)_\(secret)"
    }

    /// Revokes a key.
    ///
    /// - Throws: `OperationFault.absent`; `SiteFault`.
    package func revoke(id: String, by actor: Actor) async throws {
        let at = now()
        try await site.commit { reads in
            guard var key = try reads.machineKey(id: id) else { throw OperationFault.absent }
            key.isRevoked = true
            return Decision([Self.draft(key, at: at, by: actor)], answer: ())
        }
    }

    /// The key that a machine presents.
    ///
    /// - Throws: `OperationFault.keyRefused` where it is unknown, expired, revoked or wrong; `SiteFault`.
    package func key(presented text: String) throws -> MachineKey {
        let parts = text.split(separator: "_", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == "kwl", text.utf8.count <= 200,
            let key = try site.read({ try $0.machineKey(id: String(parts[1])) }),
            constantTimeEqual(Array(Self.digest(String(parts[2])).utf8), Array(key.secretDigest.utf8)),
            !key.isRevoked, now() < key.expiresAt
        else { throw OperationFault.keyRefused }
        return key
    }

    /// All keys, newest first.
    ///
    /// - Throws: `SiteFault`.
    package func all() throws -> [MachineKey] { try site.read { try $0.machineKeys() } }

    private static func draft(_ key: MachineKey, at: Moment, by actor: Actor) -> EntryDraft {
        EntryDraft(.machineKeyChanged(key), at: at, actor: actor.name, purpose: "key-administration")
    }

    private static func randomHex(bytes: Int) -> String {
        hexadecimal((0..<bytes).map { _ in UInt8.random(in: .min ... .max) })
    }

    private static func digest(_ secret: String) -> String {
        hexadecimal(SHA256.hash(data: Array(secret.utf8)))
    }
}

/// Bytes as lower-case hexadecimal text.
package func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in bytes {
        text.append(digits[Int(byte >> 4)])
        text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
}
