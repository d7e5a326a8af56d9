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

        /// A line.
        public init(id: String, openedAt: Moment, state: String, dueAt: Moment?, event: String?) {
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
    /// The agreed reasons, by code.
    public var reasons: [Choice]

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
        reasons: [Choice] = []
    ) {
        self.step = step
        self.needs = needs
        self.mayAdd = mayAdd
        self.isBurden = isBurden
        self.reasons = reasons
    }
}

/// One case, as somebody with some roles sees it now.
public struct CaseModel: Sendable {
    /// What the reader doesn't see yet.
    public enum Hidden: Sendable, Hashable {
        /// The reasons, until the own view stands.
        case reasons
        /// The colleague's view and proposal, until the second reader's view stands.
        case proposal
    }

    /// Why evidence was not taken in.
    public enum EvidenceProblem: Sendable, Hashable {
        /// Its bytes are of no kind that is kept.
        case unknownKind
        /// Its bytes are not those that were captured.
        case altered
    }

    /// Why a step was not taken.
    public enum Problem: Sendable, Hashable {
        /// Fields that are missing.
        case missing([CaseField])
        /// A field that doesn't fit.
        case unfit(CaseField)
        /// Both facts are of one source.
        case oneSource
        /// No such bar was found.
        case noSuchBar
        /// A burdening step was not confirmed.
        case unconfirmed
        /// The case has moved on.
        case moved
        /// Another person is needed.
        case sameOfficer
        /// The other agency is needed.
        case otherAgency
        /// The flight has left.
        case departed
        /// Not in this state.
        case notNow
        /// Another role's.
        case notYours
    }

    /// The case; nil before its interview has begun.
    public var id: String?
    /// The referral that it follows, before it has begun.
    public var referral: String?
    /// Its course.
    public var kind: CaseKind
    /// Its state.
    public var state: String
    /// By when the state is to be left.
    public var dueAt: Moment?
    /// What it is about.
    public var opening: CaseOpening
    /// The carrier's flight; nil at a counter without one.
    public var flight: String?
    /// The explained advice, as far as the reader may see it now.
    public var assessment: Assessment?
    /// The officer's reasons at the counter.
    public var officerReasons: [InterviewReason] = []
    /// What the reader doesn't see yet.
    public var hidden: Hidden?
    /// The moves, oldest first, as the reader may see them.
    public var moves: [CaseMove] = []
    /// The steps that the reader may take.
    public var steps: [CaseStep] = []
    /// Questions that would settle what is unknown.
    public var questions: [String] = []
    /// The papers that may be completed.
    public var papers: [String] = []
    /// What the agreed reasons of the course say, by code.
    public var reasonWords: [String: String] = [:]
    /// Each piece of evidence with all acts on it.
    public var evidence: [[EvidenceMove]] = []
    /// Whether evidence may be added and opened here, and how large it may be.
    public var evidenceMegabytes: Int?
    /// Why evidence was not taken in.
    public var evidenceProblem: EvidenceProblem?
    /// How long the case lay with whom, in seconds.
    public var spent: [TimeHolder: Int] = [:]
    /// Whether a slip can be printed.
    public var hasSlip = false
    /// The code by which whoever asked for somebody learns how it stands.
    public var askerCode: String?
    /// Why the last step was not taken.
    public var problem: Problem?
    /// The step whose form was sent, and what was typed.
    public var typed: (step: String, fields: [String: [String]])?

    /// A case.
    public init(kind: CaseKind, state: String, opening: CaseOpening) {
        self.kind = kind
        self.state = state
        self.opening = opening
    }

    /// How many moves the reader has seen.
    var seen: Int { moves.last?.number ?? 0 }
}
