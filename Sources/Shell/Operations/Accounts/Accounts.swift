import Synchronization
package import Vocabulary

/// People's accounts at a site: signing in, passwords, roles.
package struct Accounts: Sendable {
    /// The fewest characters of a password.
    package static let minimumPasswordLength = 10

    private let site: any Site
    private let now: @Sendable () -> Moment
    private let hasher: PasswordHasher
    private let brake = SignInBrake()
    private let waiting = WaitingCount()

    /// The accounts of a site.
    package init(site: any Site, now: @escaping @Sendable () -> Moment, scryptRounds: Int = 1 << 15) {
        self.site = site
        self.now = now
        hasher = PasswordHasher(rounds: scryptRounds)
    }

    /// Signs a person in.
    ///
    /// - Throws: `OperationFault.signInRefused`, `.signInSlowed`, `.signInBusy`; `SiteFault`.
    package func signIn(name: String, password: String, address: String) async throws -> Account {
        let keys = ["name:\(name.lowercased())", "address:\(address)"]
        let wait = brake.waitSeconds(keys, now: now())
        guard wait == 0 else { throw OperationFault.signInSlowed(waitSeconds: wait) }
        guard waiting.enter() else { throw OperationFault.signInBusy }
        defer { waiting.leave() }
        let account = try site.read { try $0.account(named: name.lowercased()) }
        // An unknown name costs the same time as a known one.
        let stored = account?.passwordHash ?? Self.nobody
        let isRight = try await hasher.verify(password, against: stored)
        guard let account, isRight, account.isEnabled else {
            brake.failed(keys, now: now())
            throw OperationFault.signInRefused
        }
        brake.succeeded(keys[0])
        return account
    }

    /// Adds an account and gives its one-time password.
    ///
    /// - Throws: `OperationFault.accountExists`, `.accountNameUnfit`, `.rolesClash`; `SiteFault`.
    package func add(
        name: String,
        roles: Set<Role>,
        agency: Authority? = nil,
        by actor: Actor
    ) async throws -> String {
        let name = name.lowercased()
        guard Accounts.isFit(name) else { throw OperationFault.accountNameUnfit }
        guard roles.isDisjoint(with: [.interviewer]) || roles.isDisjoint(with: Role.seeingReasons) else {
            throw OperationFault.rolesClash
        }
        let homes = Set(roles.compactMap(\.home))
        guard agency.map({ homes.isEmpty || homes.contains($0) }) ?? true else {
            throw OperationFault.fieldUnfit(field: "agency", expected: "the agency of the account's roles")
        }
        let password = Self.oneTimePassword()
        let hash = try await hasher.hash(password)
        try await change(name, by: actor) { existing, _ in
            guard existing == nil else { throw OperationFault.accountExists }
            return Account(
                name: name,
                roles: roles,
                passwordHash: hash,
                mustChangePassword: true,
                agency: agency
            )
        }
        return password
    }

    /// Gives an account a new one-time password.
    ///
    /// - Throws: `OperationFault.accountAbsent`; `SiteFault`.
    package func resetPassword(of name: String, by actor: Actor) async throws -> String {
        let password = Self.oneTimePassword()
        let hash = try await hasher.hash(password)
        try await change(name.lowercased(), by: actor) { existing, _ in
            guard var account = existing else { throw OperationFault.accountAbsent }
            account.passwordHash = hash
            account.mustChangePassword = true
            return account
        }
        return password
    }

    /// Replaces a person's own password.
    ///
    /// - Throws: `OperationFault.signInRefused` where the old one is wrong, `.passwordUnfit`; `SiteFault`.
    package func changePassword(
        of name: String,
        from old: String,
        to new: String,
        address: String
    ) async throws -> Account {
        let account = try await signIn(name: name, password: old, address: address)
        guard new.count >= Self.minimumPasswordLength, new != old else {
            throw OperationFault.passwordUnfit(minimum: Self.minimumPasswordLength)
        }
        let hash = try await hasher.hash(new)
        return try await change(account.name, by: Actor(account)) { existing, _ in
            guard var account = existing else { throw OperationFault.accountAbsent }
            account.passwordHash = hash
            account.mustChangePassword = false
            return account
        }
    }

    /// Notes until when a person's badge for interviews holds; nil takes it away.
    ///
    /// - Throws: `OperationFault.accountAbsent`; `SiteFault`.
    package func setBadge(until day: Day?, of name: String, by actor: Actor) async throws {
        try await change(name.lowercased(), by: actor) { existing, _ in
            guard var account = existing else { throw OperationFault.accountAbsent }
            account.badgeUntil = day
            return account
        }
    }

    /// Enables or disables an account.
    ///
    /// - Throws: `OperationFault.accountAbsent`; `.lastAdministrator` where nobody else could enable an account again;
    ///   `SiteFault`.
    package func setEnabled(_ isEnabled: Bool, of name: String, by actor: Actor) async throws {
        let name = name.lowercased()
        try await change(name, by: actor) { existing, accounts in
            guard var account = existing else { throw OperationFault.accountAbsent }
            let administrators = try accounts().filter { $0.isEnabled && $0.roles.contains(.administrator) }
            guard isEnabled || administrators.map(\.name) != [name] else {
                throw OperationFault.lastAdministrator
            }
            account.isEnabled = isEnabled
            return account
        }
    }

    /// All accounts, by name.
    ///
    /// - Throws: `SiteFault`.
    package func all() throws -> [Account] { try site.read { try $0.accounts() } }

    @discardableResult
    private func change(
        _ name: String,
        by actor: Actor,
        _ change: @escaping @Sendable (Account?, _ all: () throws -> [Account]) throws -> Account
    ) async throws -> Account {
        let at = now()
        return try await site.commit { reads in
            let account = try change(try reads.account(named: name)) { try reads.accounts() }
            let draft = EntryDraft(
                .accountChanged(account),
                at: at,
                actor: actor.name,
                purpose: "account-administration"
            )
            return Decision([draft], answer: account)
        }
    }

    /// Whether a name in small letters is one that an account may have.
    package static func isFit(_ name: String) -> Bool {
        (2...40).contains(name.utf8.count) && name.utf8.allSatisfy(isNameByte)
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x61...0x7A, 0x30...0x39, 0x2E, 0x2D: true
        default: false
        }
    }

    /// 20 characters of an alphabet without look-alikes: 98 bits.
    private static func oneTimePassword() -> String {
        let alphabet = Array("abcdefghjkmnpqrstuvwxyz23456789")
        let groups = (0..<4).map { _ in String((0..<5).compactMap { _ in alphabet.randomElement() }) }
        return groups.joined(separator: "-")
    }

    private static let nobody =
        "scrypt$32768$8$1$AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
}

/// Counts those who wait for a slow hash, so that a flood of sign-ins can't pile up.
private final class WaitingCount: Sendable {
    private let count = Mutex(0)

    func enter() -> Bool {
        count.withLock { count in
            guard count < 16 else { return false }
            count += 1
            return true
        }
    }

    func leave() { count.withLock { $0 -= 1 } }
}
