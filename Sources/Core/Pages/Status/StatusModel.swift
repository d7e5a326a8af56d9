public import Vocabulary

/// The state of the site (status sistem).
public struct StatusModel: Sendable {
    /// A file of rules that is in force.
    public struct RuleVersion: Sendable, Hashable {
        /// Its name: `documents`.
        public var name: String
        /// How many dated rows it holds.
        public var rows: Int
        /// The first day on which its latest row holds.
        public var latestFrom: Day?

        /// A file of rules.
        public init(name: String, rows: Int, latestFrom: Day? = nil) {
            self.name = name
            self.rows = rows
            self.latestFrom = latestFrom
        }
    }

    /// Where the ledger stands.
    public struct LedgerHead: Sendable, Hashable {
        /// The number of entries.
        public var size: Int
        /// The root, in hexadecimal.
        public var root: String
        /// The index up to which the views are folded.
        public var folded: Int
        /// When the last entry was made.
        public var lastAt: Moment?
        /// How this node stands to the ledger that it shares; nil where it has its own.
        public var sharing: Sharing?

        /// How a node stands to a shared ledger.
        public struct Sharing: Sendable, Hashable {
            /// Since when the link is cut; nil while it is up.
            public var cutSince: Moment?
            /// Entries that wait to be shared.
            public var waiting: Int

            /// A standing.
            public init(cutSince: Moment?, waiting: Int) {
                self.cutSince = cutSince
                self.waiting = waiting
            }
        }

        /// A head.
        public init(size: Int, root: String, folded: Int, lastAt: Moment?, sharing: Sharing? = nil) {
            self.sharing = sharing
            self.size = size
            self.root = root
            self.folded = folded
            self.lastAt = lastAt
        }
    }

    /// Something that is wrong with the machine itself.
    public enum Fault: String, Sendable, Hashable, CaseIterable {
        /// The disk is full: reading goes on, nothing new is taken.
        case diskFull
        /// The views lag behind the ledger.
        case viewsBehind
        /// The ledger that is shared with other nodes can't be reached.
        case ledgerCut
        /// The ledger doesn't agree with itself.
        case ledgerDamaged
    }

    /// Every feed.
    public var feeds: [FeedReach]
    /// The ledger; nil where it can't be read.
    public var ledger: LedgerHead?
    /// The rules in force.
    public var rules: [RuleVersion]
    /// The agency whose site this is.
    public var agency: String
    /// When the server started.
    public var startedAt: Moment
    /// What is wrong with the machine.
    public var faults: [Fault]

    /// A state.
    public init(
        feeds: [FeedReach],
        ledger: LedgerHead?,
        rules: [RuleVersion],
        agency: String,
        startedAt: Moment,
        faults: [Fault] = []
    ) {
        self.feeds = feeds
        self.ledger = ledger
        self.rules = rules
        self.agency = agency
        self.startedAt = startedAt
        self.faults = faults
    }
}
