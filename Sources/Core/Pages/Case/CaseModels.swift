public import Vocabulary

/// What waits for somebody to act (antrean): no personal fact, a time and a way to open it.
public struct QueueModel: Sendable {
    /// One thing that waits.
    public struct Line: Sendable, Hashable {
        /// What it leads to.
        public enum Target: Sendable, Hashable {
            /// A referral for which nobody has begun.
            case referral(String)
            /// A case under way.
            case caseFile(String)
        }

        /// What it leads to.
        public var target: Target
        /// Since when.
        public var since: Moment
        /// The carrier's flight; nil at a counter without one.
        public var flight: String?
        /// When it departs.
        public var departsAt: Moment?
        /// The state of the departure check.
        public var state: String
        /// By when it has to move on.
        public var dueAt: Moment?

        /// A line.
        public init(
            target: Target,
            since: Moment,
            flight: String?,
            departsAt: Moment?,
            state: String,
            dueAt: Moment?
        ) {
            self.target = target
            self.since = since
            self.flight = flight
            self.departsAt = departsAt
            self.state = state
            self.dueAt = dueAt
        }
    }

    /// The lines, the most urgent first.
    public var lines: [Line]
    /// How many interviews are held, and how many can be; nil without a roster.
    public var capacity: (held: Int, of: Int)?

    /// A queue.
    public init(lines: [Line], capacity: (held: Int, of: Int)? = nil) {
        self.lines = lines
        self.capacity = capacity
    }
}

/// Open cases of a course (perkara).
public struct CasesModel: Sendable {
    /// One of them.
    public struct Line: Sendable, Hashable {
        /// The case.
        public var id: String
        /// Since when.
        public var openedAt: Moment
        /// Its state.
        public var state: String
        /// By when it has to move on.
        public var dueAt: Moment?
        /// The number by which both agencies count the incident.
        public var event: String?
        /// Whose it is.
        public var owner: String?

        /// A line.
        public init(
            id: String,
            openedAt: Moment,
            state: String,
            dueAt: Moment?,
            event: String?,
            owner: String?
        ) {
            self.owner = owner
            self.id = id
            self.openedAt = openedAt
            self.state = state
            self.dueAt = dueAt
            self.event = event
        }
    }

    /// The courses that the reader works on.
    public var kinds: [CaseKind]
    /// The one that is shown.
    public var kind: CaseKind
    /// Its open cases, the most urgent first.
    public var lines: [Line]
    /// Whether the reader may open one here.
    public var mayOpen: Bool
    /// What must stand on the form that opens one.
    public var needs: [CaseField] = [.text]
    /// The agreed reasons for opening one.
    public var reasons: [CaseStep.Choice] = []
    /// Whether only the reader's own are shown.
    public var isMineOnly = false
    /// The case that a new one follows.
    public var parent: String?
    /// Whether such a case about that person waits already.
    public var isOpenAlready = false
    /// The fields that are missing.
    public var missing: [CaseField] = []

    /// A list.
    public init(kinds: [CaseKind], kind: CaseKind, lines: [Line], mayOpen: Bool) {
        self.kinds = kinds
        self.kind = kind
        self.lines = lines
        self.mayOpen = mayOpen
    }
}

/// What a step's form is about and offers.
public struct CaseStep: Sendable, Hashable {
    /// The step.
    public var step: String
    /// What must stand on the form.
    public var needs: [CaseField]
    /// What may stand there besides.
    public var mayAdd: [CaseField]
    /// Whether it burdens the person, so that it asks once more.
    public var isBurden: Bool
    /// What may be chosen, where a field has a list.
    public var choices: [CaseField: [Choice]]

    /// Something to choose.
    public struct Choice: Sendable, Hashable {
        /// The code.
        public var code: String
        /// What it says, in the reader's language.
        public var says: String

        /// A choice.
        public init(code: String, says: String) {
            self.code = code
            self.says = says
        }
    }

    /// A step.
    public init(
        step: String,
        needs: [CaseField],
        mayAdd: [CaseField] = [],
        isBurden: Bool = false,
        choices: [CaseField: [Choice]] = [:]
    ) {
        self.step = step
        self.needs = needs
        self.mayAdd = mayAdd
        self.isBurden = isBurden
        self.choices = choices
    }
}
