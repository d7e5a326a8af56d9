public import Vocabulary

/// Accounts (akun): add, switch off, switch on, give a new one-time password.
public struct AccountsModel: Sendable {
    /// An account.
    public struct Line: Sendable, Hashable {
        /// The name to sign in with.
        public var name: String
        /// The roles it holds.
        public var duties: Set<Role>
        /// Whether it may sign in.
        public var isEnabled: Bool
        /// Whether its password is one-time.
        public var mustChangePassword: Bool

        /// An account.
        public init(name: String, duties: Set<Role>, isEnabled: Bool, mustChangePassword: Bool) {
            self.name = name
            self.duties = duties
            self.isEnabled = isEnabled
            self.mustChangePassword = mustChangePassword
        }
    }

    /// Why the last account was not added or changed.
    public enum Problem: String, Sendable, Hashable, CaseIterable {
        /// The name is missing or has characters other than letters, digits, dot and dash.
        case name
        /// The name is taken.
        case taken
        /// An interviewer can't have a role that shows the reasons.
        case clash
        /// No role was chosen.
        case duty
        /// One's own account, or the last administrator, can't be switched off.
        case lastAdministrator
    }

    /// A one-time password, shown once.
    public struct Issued: Sendable, Hashable {
        /// The account.
        public var name: String
        /// The password.
        public var password: String

        /// A password.
        public init(name: String, password: String) {
            self.name = name
            self.password = password
        }
    }

    /// The accounts, by name.
    public var accounts: [Line]
    /// A password just given.
    public var issued: Issued?
    /// Why the last act failed.
    public var problem: Problem?

    /// A list.
    public init(accounts: [Line], issued: Issued? = nil, problem: Problem? = nil) {
        self.accounts = accounts
        self.issued = issued
        self.problem = problem
    }
}

/// Keys of machines (kunci mesin): issue, revoke.
public struct MachineKeysModel: Sendable {
    /// A key.
    public struct Line: Sendable, Hashable {
        /// The public part.
        public var id: String
        /// Whose it is.
        public var owner: String
        /// What it may do.
        public var scopes: Set<KeyScope>
        /// When it ends.
        public var expiresAt: Moment
        /// Whether it was revoked.
        public var isRevoked: Bool

        /// A key.
        public init(id: String, owner: String, scopes: Set<KeyScope>, expiresAt: Moment, isRevoked: Bool) {
            self.id = id
            self.owner = owner
            self.scopes = scopes
            self.expiresAt = expiresAt
            self.isRevoked = isRevoked
        }
    }

    /// Why the last key was not issued.
    public enum Problem: String, Sendable, Hashable, CaseIterable {
        /// The owner is missing.
        case owner
        /// No scope was chosen.
        case scope
        /// The number of days is not between 1 and 366.
        case days
    }

    /// The keys, newest first.
    public var keys: [Line]
    /// A key just issued, whole: shown once.
    public var issued: String?
    /// Why the last act failed.
    public var problem: Problem?

    /// A list.
    public init(keys: [Line], issued: String? = nil, problem: Problem? = nil) {
        self.keys = keys
        self.issued = issued
        self.problem = problem
    }
}
