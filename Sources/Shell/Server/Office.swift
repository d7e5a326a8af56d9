import Hummingbird
import Operations
import Vocabulary

/// What every handler works with.
struct Office: Sendable {
    /// What the work does.
    let desk: Desk
    /// How the server is set up.
    let configuration: ServerConfiguration
    /// Who is signed in.
    let sessions: Sessions
    /// The cookies.
    let cookies: Cookies
    /// The brake on wrong keys.
    let keyBrake: KeyBrake
    /// The metrics.
    let metrics: ServerMetrics
    /// The uploads being screened.
    let uploads: UploadJobs
    /// The live board.
    let board: LiveBoard
    /// How old the feeds are.
    let feeds = FeedMemory()
    /// The rings as last searched.
    let rings = RingMemory()
    /// The brake on searches by name.
    let searches = SearchBrake()
    /// The brake on minimal answers, by key.
    let placementAnswers = SearchBrake()
    /// The brake on passes that workers ask for, by address.
    let passes = SearchBrake()
    /// The passes that counters have read a moment ago.
    let heldPasses = HeldPasses()
    /// The checks that counters may still act on.
    let checks: RecentChecks
    /// The applications that were listed.
    let applications = ApplicationNames()
    /// What the running exchange says of itself; nil where none runs.
    let exchange: ExchangeLine?
    /// When the server started.
    let startedAt: Moment

    /// The address under which people reach the site, for what is printed: as the configuration says, else as the officer's browser does.
    func publicAddress(of request: Request) -> String {
        configuration.publicAddress
            ?? (configuration.isSecure ? "https://" : "http://") + (request.head.authority ?? "localhost")
    }

    /// The account of a session as the ledger has it now; nil where it was disabled, or its password changed elsewhere,
    /// and then the session has ended.
    ///
    /// - Throws: `SiteFault`.
    func account(of session: Session) throws -> Account? {
        let account = try desk.site.read { try $0.account(named: session.name) }
        guard let account, account.isEnabled, account.passwordHash == session.passwordHash else {
            sessions.end(session.id)
            return nil
        }
        return account
    }
}
