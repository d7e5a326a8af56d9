public import Vocabulary

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
        /// A badge for interviews is needed.
        case untrained
        /// The other case is not there, or has not asked.
        case absent
    }

    /// Another case of the same incident.
    public struct Sibling: Sendable, Hashable {
        /// Its identifier; nil where the reader has no hand in such cases.
        public var id: String?
        /// Its course.
        public var kind: CaseKind
        /// Where it stands.
        public var state: String

        /// A case.
        public init(id: String?, kind: CaseKind, state: String) {
            self.id = id
            self.kind = kind
            self.state = state
        }
    }

    /// The procedure that a case follows.
    public struct Procedure: Sendable, Hashable {
        /// What it is called, in the reader's language.
        public var title: String
        /// Its version.
        public var version: String

        /// A procedure.
        public init(title: String, version: String) {
            self.title = title
            self.version = version
        }
    }

    /// A victim, as whoever investigates may know one.
    public struct Victim: Sendable, Hashable {
        /// The token.
        public var token: VictimToken
        /// Whether it was asked who that is.
        public var isAsked: Bool
        /// The name, to whoever was told.
        public var name: String?
        /// The passport, to whoever was told.
        public var passport: PassportNumber?
        /// Whether the reader was told.
        public var isTold: Bool

        /// A victim.
        public init(
            token: VictimToken,
            isAsked: Bool,
            isTold: Bool,
            name: String?,
            passport: PassportNumber?
        ) {
            self.token = token
            self.isAsked = isAsked
            self.isTold = isTold
            self.name = name
            self.passport = passport
        }
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
    /// The papers that the screening misses: ticked where papers are asked for.
    public var missingPapers: [String] = []
    /// The screening whose tickets the reader may see.
    public var ticketsOf: String?
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
    /// Whether the reader may have the formal letter.
    public var hasLetter = false
    /// Whether the reader may have the record of the interview.
    public var hasRecord = false
    /// The code by which whoever asked for somebody learns how it stands.
    public var askerCode: String?
    /// The states that the case went through, with their deadlines.
    public var spells: [StateSpell] = []
    /// Whose case it is.
    public var owner: String?
    /// The procedure that it follows, with its version.
    public var procedure: Procedure?
    /// The tasks.
    public var tasks: [CaseTask] = []
    /// What the person has said of each purpose.
    public var consents: [ConsentPurpose: Consent] = [:]
    /// The cases of the same incident that the reader may know of.
    public var siblings: [Sibling] = []
    /// The kinds of cases that the reader may open after this one.
    public var following: [CaseKind] = []
    /// Whom a criminal case knows as its victims.
    public var victims: [Victim] = []
    /// Who was told who the victim is.
    public var reveals: [RevealLine] = []
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
