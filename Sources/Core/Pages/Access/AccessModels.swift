/// Sign in (masuk), also as "ganti petugas": another officer takes over in one step.
public struct SignInModel: Sendable {
    /// Why the last try failed.
    public enum Problem: Sendable, Hashable {
        /// Name or password don't match; which of them is not said.
        case wrong
        /// Too many tries: wait.
        case slowed(seconds: Int)
        /// The form was too old.
        case expired
    }

    /// The name typed before, kept after an error.
    public var name = ""
    /// Why the last try failed.
    public var problem: Problem?
    /// Where to go after signing in; only a path of this site is used.
    public var returnTo: String?
    /// Whether an officer who is signed in hands over to another.
    public var isHandover = false

    /// An empty form.
    public init() {}
}

/// Change the password (ganti kata sandi).
public struct PasswordModel: Sendable {
    /// Why the last try failed.
    public enum Problem: String, Sendable, Hashable, CaseIterable {
        /// The present password is wrong.
        case wrongPresent
        /// The new one is too short.
        case tooShort
        /// The two new ones differ.
        case different
        /// The new one equals the old one, or the name.
        case same
    }

    /// Whether the present password is one-time and must be changed.
    public var isOneTime: Bool
    /// The least number of characters.
    public var minimumLength: Int
    /// Why the last try failed.
    public var problem: Problem?

    /// A form.
    public init(isOneTime: Bool, minimumLength: Int = 12, problem: Problem? = nil) {
        self.isOneTime = isOneTime
        self.minimumLength = minimumLength
        self.problem = problem
    }
}

/// A session that is locked (terkunci): unlock in one step, or another officer signs in.
public struct LockedModel: Sendable {
    /// Whose session it is.
    public var name: String
    /// Why the last try failed.
    public var problem: SignInModel.Problem?
    /// Where to go after unlocking; only a path of this site is used.
    public var returnTo: String?

    /// A locked session.
    public init(name: String, problem: SignInModel.Problem? = nil, returnTo: String? = nil) {
        self.name = name
        self.problem = problem
        self.returnTo = returnTo
    }
}
