public import Vocabulary

/// Dark and light squares of a QR code, row by row.
public struct SquareCode: Sendable, Hashable {
    /// How many squares a side has.
    public var side: Int
    /// Whether each is dark, row by row.
    public var isDark: [Bool]

    /// A code; nil where the squares don't fill it.
    public init?(side: Int, isDark: [Bool]) {
        guard side > 0, isDark.count == side * side else { return nil }
        self.side = side
        self.isDark = isDark
    }
}

/// What the traveller takes away (surat penundaan), to be printed on A4 or 80 mm.
public struct SlipModel: Sendable {
    /// Where the passport is.
    public enum PassportPlace: Sendable, Hashable {
        /// Still with the officer.
        case open
        /// Returned, with a receipt.
        case returned(receipt: String)
        /// Kept under a statute.
        case kept(clause: String, receipt: String, until: Day)
    }

    /// A reason in both languages.
    public var reasons: [Bilingual]
    /// What mends it, and where.
    public var mend: [Remedy]
    /// The article.
    public var clause: String
    /// Whether it is a bar by law.
    public var isBar: Bool
    /// The carrier's flight.
    public var flight: String?
    /// When it was decided.
    public var decidedAt: Moment
    /// The numbers by which the two officers are known; names stay in the ledger.
    public var deciders: [String]
    /// Where the passport is.
    public var passport: PassportPlace
    /// The code.
    public var code: String
    /// The address behind the code.
    public var address: String
    /// The address as squares; nil where it can't be drawn.
    public var squares: SquareCode?
    /// The signed proof that the slip is genuine, as squares; nil where it can't be drawn.
    public var proof: SquareCode?
    /// The ways to object, in order.
    public var redress: [RedressRule]
    /// The digest of the rules.
    public var rules: String
    /// Whether it is laid out for 80 mm.
    public var isNarrow = false
    /// The case, to go back to.
    public var id: String

    /// A slip.
    public init(
        id: String,
        code: String,
        address: String,
        decidedAt: Moment,
        reasons: [Bilingual],
        mend: [Remedy],
        clause: String,
        isBar: Bool,
        flight: String?,
        deciders: [String],
        passport: PassportPlace,
        redress: [RedressRule],
        rules: String
    ) {
        self.id = id
        self.code = code
        self.address = address
        self.decidedAt = decidedAt
        self.reasons = reasons
        self.mend = mend
        self.clause = clause
        self.isBar = isBar
        self.flight = flight
        self.deciders = deciders
        self.passport = passport
        self.redress = redress
        self.rules = rules
    }
}

/// What a slip's code leads to, for whoever holds it: no name, no number.
public struct SlipStateModel: Sendable {
    /// What is known of a code.
    public enum Standing: Sendable, Hashable {
        /// Nothing was asked yet.
        case none
        /// No such code.
        case unknown
        /// A case stands there.
        case standing(state: String, dueAt: Moment?, mayObject: Bool)
        /// The decision fell and was erased.
        case fallen(at: Moment)
    }

    /// The course of the case.
    public var kind = CaseKind.departure
    /// The code as asked.
    public var code: String?
    /// What is known.
    public var standing: Standing
    /// Who was told who the victim is; of support only.
    public var reveals: [RevealLine] = []
    /// What mends it.
    public var mend: [Remedy]
    /// The ways to object.
    public var redress: [RedressRule]
    /// Whether an objection has just arrived.
    public var hasObjected: Bool
    /// Whether an objection isn't possible.
    public var isTooLate: Bool

    /// A state.
    public init(
        code: String?,
        standing: Standing,
        mend: [Remedy] = [],
        redress: [RedressRule] = [],
        hasObjected: Bool = false,
        isTooLate: Bool = false
    ) {
        self.code = code
        self.standing = standing
        self.mend = mend
        self.redress = redress
        self.hasObjected = hasObjected
        self.isTooLate = isTooLate
    }
}
