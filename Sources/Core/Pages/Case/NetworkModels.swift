public import Vocabulary

/// Rings of recruiters, as claims of several sources join them (jaringan).
public struct NetworkModel: Sendable {
    /// A ring in the list.
    public struct Line: Sendable, Hashable {
        /// Its first claim's entry, by which it is opened.
        public var entry: Int64
        /// How many things it joins.
        public var things: Int
        /// How many sources say so.
        public var sources: Int
        /// How many claims.
        public var claims: Int
        /// The sum of its claims' weights today.
        public var strength: Double

        /// A ring.
        public init(entry: Int64, things: Int, sources: Int, claims: Int, strength: Double) {
            self.entry = entry
            self.things = things
            self.sources = sources
            self.claims = claims
            self.strength = strength
        }
    }

    /// A claim with what it is worth today.
    public struct Weighed: Sendable, Hashable {
        /// The claim.
        public var claim: NetworkClaim
        /// 0 to 1.
        public var weight: Double

        /// A claim.
        public init(claim: NetworkClaim, weight: Double) {
            self.claim = claim
            self.weight = weight
        }
    }

    /// The rings, the strongest first.
    public var rings: [Line]
    /// The claims of the ring that is open.
    public var claims: [Weighed]
    /// How many days make a claim worth half.
    public var halfLifeDays: Int
    /// The fields of a claim that can't stand there.
    public var unfit: String?
    /// What was typed.
    public var typed: [String: String]
    /// Whether the reader may propose claims from tickets.
    public var mayReadTickets = false
    /// When the rings were searched, where claims have come or gone since.
    public var searchedAt: Moment?

    /// A page.
    public init(
        rings: [Line],
        claims: [Weighed],
        halfLifeDays: Int,
        unfit: String? = nil,
        typed: [String: String] = [:]
    ) {
        self.rings = rings
        self.claims = claims
        self.halfLifeDays = halfLifeDays
        self.unfit = unfit
        self.typed = typed
    }
}
