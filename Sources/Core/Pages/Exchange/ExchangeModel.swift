public import Vocabulary

/// The state of the exchange with the other agency's site (status pertukaran data): nobody's data stands on it.
public struct ExchangeModel: Sendable {
    /// One stream of messages.
    public struct Stream: Sendable, Hashable {
        /// Its name: `k-03`.
        public var name: String
        /// Whether it leads to the partner.
        public var isOutward: Bool
        /// The place of the last message taken.
        public var taken: Int
        /// When it was.
        public var movedAt: Moment?
        /// How many messages wait.
        public var waiting: Int
        /// Since when the oldest waits.
        public var waitingSince: Moment?

        /// A stream.
        public init(
            name: String,
            isOutward: Bool,
            taken: Int,
            movedAt: Moment?,
            waiting: Int = 0,
            waitingSince: Moment? = nil
        ) {
            self.name = name
            self.isOutward = isOutward
            self.taken = taken
            self.movedAt = movedAt
            self.waiting = waiting
            self.waitingSince = waitingSince
        }
    }

    /// How the partner's witness stands.
    public struct Witness: Sendable, Hashable {
        /// What may cross.
        public enum State: String, Sendable, CaseIterable {
            /// Everything.
            case fine
            /// Everything; receipts wait.
            case away
            /// Nothing on which much hangs.
            case halted
            /// Nothing: the partner's log contradicts itself.
            case split
        }

        /// What may cross.
        public var state: State
        /// When it last cosigned.
        public var since: Moment?
        /// The size of the last checkpoint that it cosigned.
        public var size: Int?

        /// A standing.
        public init(state: State, since: Moment?, size: Int?) {
            self.state = state
            self.since = since
            self.size = size
        }
    }

    /// Something that is not as it can be between honest parties.
    public struct Alarm: Sendable, Hashable {
        /// By what a person closes it here; nil of one about the partner's log, which is cleared on the machine.
        public var id: String?
        /// What: `digest-mismatch`, `two-roots`.
        public var code: String
        /// The stream, where it is one's.
        public var stream: String?
        /// When.
        public var at: Moment

        /// An alarm.
        public init(id: String? = nil, code: String, stream: String?, at: Moment) {
            self.id = id
            self.code = code
            self.stream = stream
            self.at = at
        }
    }

    /// A message that the partner would not take.
    public struct Letter: Sendable, Hashable {
        /// The message.
        public var id: String
        /// What it was, as the agreement says it.
        public var says: Bilingual?
        /// Its type.
        public var type: String?
        /// Why: `refused`, `late`.
        public var reason: String
        /// The partner's code.
        public var code: String?
        /// When.
        public var at: Moment
        /// Whether its words still stand.
        public var hasWords: Bool

        /// A dead letter.
        public init(
            id: String,
            says: Bilingual?,
            type: String?,
            reason: String,
            code: String?,
            at: Moment,
            hasWords: Bool
        ) {
            self.id = id
            self.says = says
            self.type = type
            self.reason = reason
            self.code = code
            self.at = at
            self.hasWords = hasWords
        }
    }

    /// A signature under the agreement.
    public struct Signature: Sendable, Hashable {
        /// Whose: `immigration`, `ministry`.
        public var authority: Authority
        /// When; nil where nobody has signed.
        public var at: Moment?
        /// Who pressed for it, where they are of this side.
        public var officers: [String]

        /// A signature.
        public init(authority: Authority, at: Moment?, officers: [String] = []) {
            self.authority = authority
            self.at = at
            self.officers = officers
        }
    }

    /// A key with which the partner signs.
    public struct Key: Sendable, Hashable {
        /// Its name.
        public var name: String
        /// Until when it is valid.
        public var validUntil: Moment

        /// A key.
        public init(name: String, validUntil: Moment) {
            self.name = name
            self.validUntil = validUntil
        }
    }

    /// Who waits for whom.
    public struct Waiting: Sendable, Hashable {
        /// Who waits.
        public var waiter: Authority
        /// For what.
        public var says: Bilingual
        /// Minutes until the answer is due.
        public var dueMinutes: Int
        /// For how many seconds each open question waits.
        public var open: [Int]
        /// After how many seconds each answered one was answered.
        public var answered: [Int]

        /// Waiting.
        public init(waiter: Authority, says: Bilingual, dueMinutes: Int, open: [Int], answered: [Int]) {
            self.waiter = waiter
            self.says = says
            self.dueMinutes = dueMinutes
            self.open = open
            self.answered = answered
        }
    }

    /// What a person typed into a form that was refused.
    public struct Draft: Sendable, Hashable {
        /// The dead letter or alarm.
        public var id: String
        /// The reason.
        public var reason: String

        /// A draft.
        public init(id: String, reason: String) {
            self.id = id
            self.reason = reason
        }
    }

    /// Why a dead letter or an alarm was not dealt with.
    public enum Problem: String, Sendable, CaseIterable {
        /// No reason, or a very long one.
        case reason
        /// Its words were erased.
        case erased
        /// What it told stands no more, or something later was told.
        case overtaken
        /// Somebody has dealt with it.
        case gone
        /// No alarm, no reason, or a very long one.
        case alarm
        /// Somebody has closed the alarm.
        case closed
    }

    /// The partner; nil of a site that stands alone.
    public var partner: Partner?
    /// Whether the reader may deal with dead letters.
    public var mayAct: Bool
    /// What went wrong.
    public var problem: Problem?
    /// What was typed before; the problem then stands beside it.
    public var draft: Draft?

    /// A state.
    public init(partner: Partner?, mayAct: Bool = false, problem: Problem? = nil, draft: Draft? = nil) {
        self.partner = partner
        self.mayAct = mayAct
        self.problem = problem
        self.draft = draft
    }
}

/// Whether the other agency's site is reached (mitra).
public struct PartnerReach: Sendable, Hashable {
    /// Whether it is.
    public var isReached: Bool
    /// When it was heard last; nil where it never was.
    public var heardAt: Moment?

    /// A reach.
    public init(isReached: Bool, heardAt: Moment?) {
        self.isReached = isReached
        self.heardAt = heardAt
    }
}
