import NIOCore
import Operations
import Vocabulary

/// A person at a browser, from signing in until signing out, the end of the shift or a restart of the server.
struct Session: Sendable {
    /// The secret in the cookie: 256 random bits.
    let id: String
    /// The secret in every form of the session.
    let formSecret: String
    /// The account's name.
    let name: String
    /// The password's hash at signing in: another password or a reset ends the session.
    var passwordHash: String
    /// When the person signed in.
    let startedAt: Moment
    /// When the person last did something.
    var touchedAt: Moment
    /// Whether the screen is locked until a password is given.
    var isLocked = false
    /// What the next page is to say once.
    var notice: String?
    /// The forms that were rendered and sent.
    var forms = FormLedger()
}

/// What names one sending of a form: the page it stood on, where it went, and what was filled in.
struct FormKey: Sendable, Hashable {
    /// The number of the page on which the form stood.
    var number: Int
    /// A digest of address and fields: a form with other words in it is another act.
    var digest: Int

    /// Names a sending.
    init(number: Int, path: String, form: Form, files: [ByteBuffer] = []) {
        self.number = number
        var hasher = Hasher()
        hasher.combine(path)
        hasher.combine(form)
        for file in files { file.withUnsafeReadableBytes { hasher.combine(bytes: $0) } }
        digest = hasher.finalize()
    }
}

/// Which forms of a session were already sent, so that a form that a browser resends isn't carried out twice.
struct FormLedger: Sendable {
    /// What became of a form.
    enum Use: Sendable {
        /// It is being carried out.
        case running
        /// It was carried out, with this answer.
        case done(Reply)
    }

    private static let limit = 48
    private var next = 1
    private var used: [FormKey: Use] = [:]
    private var order: [FormKey] = []
    /// Forms of pages up to this number may have been sent and forgotten.
    private var floor = 0

    /// The number for a page that is rendered now.
    mutating func issue() -> Int {
        defer { next += 1 }
        return next
    }

    /// Notes that a form is being carried out; gives what became of it where it had been sent before.
    ///
    /// - Throws: `Problem.staleForm` when the form is too old to tell, or was never rendered.
    mutating func take(_ key: FormKey) throws -> Use? {
        if let use = used[key] { return use }
        guard key.number > floor, key.number < next else { throw Problem.staleForm }
        used[key] = .running
        order.append(key)
        if order.count > Self.limit {
            let oldest = order.removeFirst()
            used[oldest] = nil
            floor = max(floor, oldest.number)
        }
        return nil
    }

    /// What became of a form; nil where it was never sent or had no effect.
    func use(of key: FormKey) -> Use? { used[key] }

    /// Notes the answer that a form got.
    mutating func finish(_ key: FormKey, with answer: Reply) {
        if used[key] != nil { used[key] = .done(answer) }
    }

    /// Forgets a form that had no effect, so that it may be sent again.
    mutating func release(_ key: FormKey) {
        used[key] = nil
        order.removeAll { $0 == key }
    }
}
