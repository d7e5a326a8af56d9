package import Vocabulary

/// A person's account, as the ledger last changed it.
package struct Account: Sendable, Hashable, Codable {
    /// The name to sign in with.
    package var name: String
    /// What the person may do.
    package var roles: Set<Role>
    /// The scrypt hash: `scrypt$N$r$p$salt$hash`, base64.
    package var passwordHash: String
    /// Whether the account may sign in.
    package var isEnabled: Bool
    /// Whether the password is one-time and must be changed at the first sign-in.
    package var mustChangePassword: Bool
    /// The agency that the person works for; nil where the roles say it.
    package var agency: Authority?
    /// Until when the person's badge for interviews holds (lencana pewawancara); nil without one.
    package var badgeUntil: Day?

    /// For which agency the person acts: as the account says, else the home of its roles; nil where those have several.
    package var authority: Authority? {
        let homes = Set(roles.compactMap(\.home))
        return agency ?? (homes.count == 1 ? homes.first : nil)
    }

    /// An account.
    package init(
        name: String,
        roles: Set<Role>,
        passwordHash: String,
        isEnabled: Bool = true,
        mustChangePassword: Bool,
        agency: Authority? = nil
    ) {
        self.agency = agency
        self.name = name
        self.roles = roles
        self.passwordHash = passwordHash
        self.isEnabled = isEnabled
        self.mustChangePassword = mustChangePassword
    }
}

/// A machine's key for the API: scoped, expiring, revocable.
package struct MachineKey: Sendable, Hashable, Codable {
    /// The public part of the key.
    package var id: String
    /// Whose it is: `GA`, `autogate-T3`.
    package var owner: String
    /// What it may do.
    package var scopes: Set<KeyScope>
    /// SHA-256 of the secret part, in hexadecimal: the secret is random, so a fast hash is enough.
    package var secretDigest: String
    /// When it ends.
    package var expiresAt: Moment
    /// Whether it was revoked.
    package var isRevoked: Bool
    /// The carrier whose flights alone it may send and ask for: `GA`; nil where it may all.
    package var carrier: String?

    /// A key.
    package init(
        id: String,
        owner: String,
        scopes: Set<KeyScope>,
        secretDigest: String,
        expiresAt: Moment,
        isRevoked: Bool = false,
        carrier: String? = nil
    ) {
        self.id = id
        self.owner = owner
        self.scopes = scopes
        self.secretDigest = secretDigest
        self.expiresAt = expiresAt
        self.isRevoked = isRevoked
        self.carrier = carrier
    }
}

/// A flight or voyage on the board.
package struct FlightSummary: Sendable, Hashable {
    /// The last list received.
    package var manifest: ManifestReceived
    /// When it was received.
    package var receivedAt: Moment

    /// A flight.
    package init(manifest: ManifestReceived, receivedAt: Moment) {
        self.manifest = manifest
        self.receivedAt = receivedAt
    }
}
