public import Vocabulary

/// What one shift leaves to the next, and what the last ones have left (serah terima regu).
public struct ShiftNotesModel: Sendable {
    /// How many things of each kind are open.
    public struct Counts: Sendable, Hashable {
        /// Departure checks.
        public var checks = 0
        /// Passports that are not back.
        public var passports = 0
        /// Objections that wait.
        public var objections = 0
        /// Interviews that nobody has begun.
        public var referrals = 0
        /// Offers between the agencies.
        public var offers = 0
        /// Feeds that don't answer.
        public var silentFeeds = 0
        /// Whether the shared ledger can't be reached.
        public var isCut = false

        /// Nothing.
        public init() {}
    }

    /// A case that is open.
    public struct OpenCase: Sendable, Hashable {
        /// The case.
        public var id: String
        /// Its course.
        public var kind: CaseKind
        /// Where it stands.
        public var state: String
        /// By when something is to be done.
        public var dueAt: Moment?
        /// Whether its passport is not back.
        public var isPassportHeld: Bool
        /// Whether the reader may open it.
        public var mayOpen: Bool

        /// A case.
        public init(
            id: String,
            kind: CaseKind,
            state: String,
            dueAt: Moment?,
            isPassportHeld: Bool = false,
            mayOpen: Bool = true
        ) {
            self.id = id
            self.kind = kind
            self.state = state
            self.dueAt = dueAt
            self.isPassportHeld = isPassportHeld
            self.mayOpen = mayOpen
        }
    }

    /// A note that was left.
    public struct Note: Sendable, Hashable {
        /// The note.
        public var id: String
        /// Who handed over.
        public var officer: String
        /// When.
        public var at: Moment
        /// What was open then.
        public var counts: Counts
        /// The words.
        public var text: String
        /// Who took over, and when; nil while nobody has.
        public var taken: Taken?
        /// Whether the reader wrote it.
        public var isOwn: Bool

        /// A note.
        public init(
            id: String,
            officer: String,
            at: Moment,
            counts: Counts,
            text: String,
            taken: Taken? = nil,
            isOwn: Bool = false
        ) {
            self.id = id
            self.officer = officer
            self.at = at
            self.counts = counts
            self.text = text
            self.taken = taken
            self.isOwn = isOwn
        }
    }

    /// Who took over.
    public struct Taken: Sendable, Hashable {
        /// Who.
        public var officer: String
        /// When.
        public var at: Moment

        /// A taking over.
        public init(officer: String, at: Moment) {
            self.officer = officer
            self.at = at
        }
    }

    /// Why nothing was written.
    public enum Problem: Sendable, Hashable {
        /// The words are too long.
        case tooLong
        /// Somebody has handed over in between.
        case newer(officer: String, at: Moment)
        /// The writer can't take over.
        case own
        /// Somebody else has taken over.
        case taken(officer: String, at: Moment)
    }

    /// What is open now.
    public var counts: Counts
    /// The cases, by their clocks.
    public var cases: [OpenCase]
    /// The feeds that don't answer, by name.
    public var silent: [String]
    /// The last notes, newest first.
    public var notes: [Note]
    /// Why nothing was written.
    public var problem: Problem?
    /// What was typed.
    public var typed: String

    /// A page of notes.
    public init(
        counts: Counts,
        cases: [OpenCase],
        silent: [String],
        notes: [Note],
        problem: Problem? = nil,
        typed: String = ""
    ) {
        self.counts = counts
        self.cases = cases
        self.silent = silent
        self.notes = notes
        self.problem = problem
        self.typed = typed
    }
}
