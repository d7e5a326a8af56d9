package import Vocabulary

/// Everything an officer, a machine or a timer can do at a site; the store, the clock and chance are given to it.
package struct Desk: Sendable {
    /// The site's ledger and views.
    package let site: any Site
    /// The dated rules in use.
    package let rules: Rulebook
    /// Which country a place is in.
    package let places: Places
    /// The post's zone, in minutes east of UTC (WIB 420).
    package let zone: Int
    /// The post's checkpoint, as in `Reference/checkpoints.csv`: `TPI-A-CGK`.
    package let post: String
    /// The time.
    package let now: @Sendable () -> Moment
    /// A new identifier (UUIDv7 text).
    package let makeIdentifier: @Sendable () -> String
    /// People's accounts.
    package let accounts: Accounts
    /// Machines' keys.
    package let keys: MachineKeys
    /// Which side of the exchange the site is; nil of a site that stands alone.
    package let exchange: ExchangeSide?
    /// The digest of the agreement in force.
    package let agreementMemory = AgreementMemory()
    /// Whom the partner is asked about without being shown them.
    package let lookUp = LookUpDesk()
    /// What the open boards are told.
    package let board = BoardFeed()

    /// A desk at a site.
    package init(
        site: any Site,
        rules: Rulebook,
        places: Places,
        zone: Int,
        post: String,
        now: @escaping @Sendable () -> Moment,
        makeIdentifier: @escaping @Sendable () -> String,
        scryptRounds: Int = 1 << 15,
        exchange: ExchangeSide? = nil
    ) {
        self.exchange = exchange
        self.site = site
        self.rules = rules
        self.places = places
        self.zone = zone
        self.post = post
        self.now = now
        self.makeIdentifier = makeIdentifier
        accounts = Accounts(site: site, now: now, scryptRounds: scryptRounds)
        keys = MachineKeys(site: site, now: now)
    }

    /// The day at the post.
    package var today: Day { now().day(zone: zone) }
}
