import Operations
import Synchronization
import Vocabulary

/// The sessions of a server, in memory: a restart signs everybody out.
final class Sessions: Sendable {
    /// How a session stands when its cookie comes back.
    enum Standing: Sendable {
        /// There is no such session, or it has ended.
        case none
        /// It waits for a password.
        case locked(Session)
        /// It is in use.
        case open(Session)
    }

    private static let limitPerName = 8
    private let idleSeconds: Int
    private let shiftSeconds: Int
    private let now: @Sendable () -> Moment
    private let sessions = Mutex<[String: Session]>([:])

    /// No sessions yet.
    init(idleMinutes: Int, shiftHours: Int, now: @escaping @Sendable () -> Moment) {
        idleSeconds = idleMinutes * 60
        shiftSeconds = shiftHours * 3600
        self.now = now
    }

    /// Begins a session under a new secret and ends the one that the browser had, so that none can be planted.
    ///
    /// When the same person comes back to a locked screen, the forms of its open pages stay good.
    func begin(_ account: Account, replacing old: String?) -> Session {
        let now = now()
        return sessions.withLock { sessions in
            let earlier = old.flatMap { sessions.removeValue(forKey: $0) }
            let resumed = earlier?.name == account.name ? earlier : nil
            var session = Session(
                id: Secret.make(),
                formSecret: resumed?.formSecret ?? Secret.make(),
                name: account.name,
                passwordHash: account.passwordHash,
                startedAt: now,
                touchedAt: now
            )
            if let resumed { session.forms = resumed.forms }
            sessions[session.id] = session
            trim(&sessions, name: account.name, now: now)
            return session
        }
    }

    /// How the session of a cookie stands; a request that a person made (and not a page by itself) keeps it awake.
    func standing(_ id: String?, isTouch: Bool) -> Standing {
        guard let id else { return .none }
        let now = now()
        return sessions.withLock { sessions in
            guard let session = sessions[id] else { return .none }
            guard session.startedAt.seconds(until: now) < shiftSeconds else {
                sessions[id] = nil
                return .none
            }
            if session.isLocked || session.touchedAt.seconds(until: now) >= idleSeconds {
                sessions[id]?.isLocked = true
                return .locked(session)
            }
            if isTouch { sessions[id]?.touchedAt = now }
            return .open(session)
        }
    }

    /// Locks a session's screen.
    func lock(_ id: String) { sessions.withLock { $0[id]?.isLocked = true } }

    /// Ends a session.
    func end(_ id: String) { sessions.withLock { $0[id] = nil } }

    /// Ends every session of a person.
    func endAll(of name: String) { sessions.withLock { $0 = $0.filter { $0.value.name != name } } }

    /// Notes the person's own new password, so that this session goes on, and ends the person's other sessions.
    func adopt(_ account: Account, in id: String) {
        sessions.withLock { sessions in
            sessions = sessions.filter { $0.value.name != account.name || $0.key == id }
            sessions[id]?.passwordHash = account.passwordHash
        }
    }

    /// The number for a form that is rendered now.
    func issueForm(in id: String) -> Int {
        sessions.withLock { $0[id]?.forms.issue() ?? 0 }
    }

    /// Notes that a form is being carried out; gives what became of it where it had been sent before.
    ///
    /// - Throws: `Problem.staleForm`.
    func takeForm(_ key: FormKey, in id: String) throws -> FormLedger.Use? {
        try sessions.withLock { sessions in
            guard sessions[id] != nil else { throw Problem.staleForm }
            return try sessions[id]?.forms.take(key)
        }
    }

    /// What became of a form that is being carried out.
    func formUse(_ key: FormKey, in id: String) -> FormLedger.Use? {
        sessions.withLock { $0[id]?.forms.use(of: key) }
    }

    /// Notes the answer that a form got.
    func finishForm(_ key: FormKey, in id: String, with answer: Reply) {
        sessions.withLock { $0[id]?.forms.finish(key, with: answer) }
    }

    /// Forgets a form that had no effect.
    func releaseForm(_ key: FormKey, in id: String) { sessions.withLock { $0[id]?.forms.release(key) } }

    /// Leaves word for the session's next page.
    func leaveNotice(_ notice: String, in id: String) { sessions.withLock { $0[id]?.notice = notice } }

    /// The word that was left, once.
    func takeNotice(in id: String) -> String? {
        sessions.withLock { sessions in
            defer { sessions[id]?.notice = nil }
            return sessions[id]?.notice
        }
    }

    /// How many sessions there are.
    var count: Int { sessions.withLock { $0.count } }

    /// Forgets ended sessions, and the oldest of a person who has too many.
    private func trim(_ sessions: inout [String: Session], name: String, now: Moment) {
        sessions = sessions.filter { $0.value.startedAt.seconds(until: now) < shiftSeconds }
        let own = sessions.values.filter { $0.name == name }.sorted { $0.touchedAt < $1.touchedAt }
        for session in own.dropLast(Self.limitPerName) { sessions[session.id] = nil }
    }
}
