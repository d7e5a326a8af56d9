public import Vocabulary

/// A worker's pass as pages show it: no name, no passport number.
public struct PassShown: Sendable, Hashable {
    /// How it stands.
    public var state: PassState
    /// The way of placement.
    public var scheme: Scheme
    /// Where to.
    public var destination: CountryCode
    /// The first day.
    public var from: Day
    /// The last day.
    public var until: Day
    /// Whose it is, where a document lies beside it.
    public var holder: PassHolder
    /// What is known of passes that were taken back.
    public var listing: PassListing
    /// The issuer's name; nil where this site has issued it.
    public var issuer: String?
    /// The number; nil where nobody needs it.
    public var number: String?
    /// Why it was taken back; nil while it wasn't.
    public var voidFor: PassVoidReason?
    /// The signed text as squares; nil where it isn't printed.
    public var squares: SquareCode?

    /// A pass.
    public init(
        state: PassState,
        scheme: Scheme,
        destination: CountryCode,
        from: Day,
        until: Day,
        holder: PassHolder = .unchecked,
        listing: PassListing = .own,
        issuer: String? = nil,
        number: String? = nil,
        voidFor: PassVoidReason? = nil,
        squares: SquareCode? = nil
    ) {
        self.state = state
        self.scheme = scheme
        self.destination = destination
        self.from = from
        self.until = until
        self.holder = holder
        self.listing = listing
        self.issuer = issuer
        self.number = number
        self.voidFor = voidFor
        self.squares = squares
    }
}

/// What a code that was read at a counter is.
public enum PaperShown: Sendable, Hashable {
    /// A worker's pass.
    case pass(PassShown)
    /// The proof of a slip for a day, by a site; by this one where `issuer` is nil.
    case slip(departsOn: Day, issuer: String?)
    /// Nothing that this site can stand by.
    case fault(PassFault)

    /// Whether it is named among what speaks for the departure.
    var speaksForHolder: Bool {
        guard case .pass(let pass) = self else { return false }
        return (pass.state == .active || pass.state == .expiring) && pass.holder == .same
    }
}

/// The worker's own way to the pass (ambil pas pekerja): passport and birth date, posted; nothing stands in an address.
public struct PassModel: Sendable {
    /// Why there is no pass.
    public enum Problem: Sendable, Hashable {
        /// Number or birth date is missing, or is none.
        case incomplete
        /// There is none: unknown, another's birth date, or not complete; never told which.
        case refused
        /// Too many asked from this address.
        case slow(seconds: Int)
    }

    /// The passport number as typed, kept after an error.
    public var passport = ""
    /// The birth date as typed.
    public var bornOn = ""
    /// Why there is no pass.
    public var problem: Problem?
    /// The pass.
    public var pass: PassShown?
    /// The address of this page, which the card names for its renewal.
    public var address = ""

    /// A form.
    public init() {}
}

/// The ministry's desk: a placement, its passes, issue and revoke (meja pas pekerja).
public struct PassDeskModel: Sendable {
    /// A placement as it stands.
    public struct Standing: Sendable, Hashable {
        /// `none`, `complete`, `incomplete`, `unavailable`.
        public var state: String
        /// The placement's number.
        public var placement: String?
        /// The way of placement.
        public var scheme: Scheme?
        /// Where to.
        public var destination: CountryCode?
        /// The last day on which visa and contract hold.
        public var validTo: Day?
        /// What is missing, by name.
        public var missing: [String]

        /// A placement.
        public init(
            state: String,
            placement: String? = nil,
            scheme: Scheme? = nil,
            destination: CountryCode? = nil,
            validTo: Day? = nil,
            missing: [String] = []
        ) {
            self.state = state
            self.placement = placement
            self.scheme = scheme
            self.destination = destination
            self.validTo = validTo
            self.missing = missing
        }
    }

    /// What was done, or why nothing was.
    public enum Outcome: String, Sendable, Hashable, CaseIterable {
        /// A pass was issued.
        case issued
        /// A pass was taken back.
        case revoked
        /// No pass can be issued.
        case refused
        /// Number or birth date is missing, or is none.
        case incomplete
        /// Taking back was not confirmed, or has no reason.
        case unconfirmed

        /// Whether something was done.
        var isDone: Bool { self == .issued || self == .revoked }
    }

    /// The passport number as typed.
    public var passport = ""
    /// The birth date as typed.
    public var bornOn = ""
    /// What came of the last act.
    public var outcome: Outcome?
    /// The placement; nil before somebody was looked for.
    public var standing: Standing?
    /// Its passes, newest first.
    public var passes: [PassShown] = []

    /// A form.
    public init() {}
}
