public import Vocabulary

/// Claims that the tickets of a locator suggest, for an investigator to choose from (usul klaim dari tiket).
public struct TicketClaimsModel: Sendable {
    /// A proposed claim.
    public struct Line: Sendable, Hashable {
        /// What names it among the claims of its locator.
        public var key: String
        /// Who paid.
        public var payer: NetworkNode
        /// The telephone or bureau.
        public var other: NetworkNode
        /// Whether the other thing is a licensed company, which serves everybody.
        public var isHub: Bool
        /// The day on which the tickets were bought.
        public var seenOn: Day
        /// Whether it was recorded before.
        public var isKnown: Bool

        /// A proposed claim.
        public init(
            key: String,
            payer: NetworkNode,
            other: NetworkNode,
            isHub: Bool,
            seenOn: Day,
            isKnown: Bool
        ) {
            self.key = key
            self.payer = payer
            self.other = other
            self.isHub = isHub
            self.seenOn = seenOn
            self.isKnown = isKnown
        }
    }

    /// What the tickets suggest.
    public struct Preview: Sendable, Hashable {
        /// How many tickets have the locator.
        public var tickets: Int
        /// The claims.
        public var lines: [Line]
        /// How many payers and telephones may be a traveller's own.
        public var leftOut: Int
        /// How sure a claim of tickets is, 1 to 5.
        public var confidence: Int

        /// What the tickets suggest.
        public init(tickets: Int, lines: [Line], leftOut: Int, confidence: Int) {
            self.tickets = tickets
            self.lines = lines
            self.leftOut = leftOut
            self.confidence = confidence
        }
    }

    /// Why nothing was shown or recorded.
    public enum Problem: Sendable, Hashable {
        /// Neither locator nor purpose can be missing.
        case unasked
        /// No claim was chosen that is new, or the innocent explanation is missing.
        case unchosen
    }

    /// The purposes that the reader may choose.
    public var purposes: [SearchModel.Purpose]
    /// The locator that was typed.
    public var locator = ""
    /// The purpose's code that was chosen.
    public var purpose = ""
    /// The innocent explanation that was typed.
    public var innocent = ""
    /// The claims that were chosen.
    public var chosen: Set<String> = []
    /// Why nothing was shown or recorded.
    public var problem: Problem?
    /// What the tickets suggest; nil before a locator was given.
    public var preview: Preview?

    /// A page before the locator.
    public init(purposes: [SearchModel.Purpose]) { self.purposes = purposes }
}
