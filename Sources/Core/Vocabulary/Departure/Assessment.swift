/// What a machine may advise on a departure; there is no refusal among them.
///
/// - Source: design promise 2; UU 18/2017 art. 70; UU 6/2011 art. 16.
public enum Advice: String, Sendable, Codable, CaseIterable, Comparable {
    /// May pass (lanjut).
    case clear
    /// May pass; something useful to tell (lanjut, dengan saran).
    case advise
    /// Data not available: the ordinary procedure (data belum tersedia).
    case unavailable
    /// An interview is suggested (disarankan wawancara).
    case refer
    /// A legal bar that a law names (larangan menurut undang-undang).
    case statutory

    /// Orders by gravity: clear, advise, unavailable, refer, statutory.
    public static func < (left: Advice, right: Advice) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .clear: 0
        case .advise: 1
        case .unavailable: 2
        case .refer: 3
        case .statutory: 4
        }
    }
}

/// An explained advice on one departure or application (hasil pemeriksaan): what was found, for and against, what is
/// unknown and what would mend it.
public struct Assessment: Sendable, Hashable, Codable {
    /// The advice.
    public var advice: Advice
    /// The placement that was judged, where one is open.
    public var placement: PlacementNumber?
    /// How the person was put beside the registry.
    public var link: Link?
    /// The checks that hold, gravest first; empty only on `clear`.
    public var reasons: [Reason] = []
    /// What speaks for the departure.
    public var against: [Support] = []
    /// What nobody answered.
    public var unknown: [Unknown] = []
    /// What would mend it; never empty on `refer`.
    public var mend: [Remedy] = []
    /// Facts shown as context, not weighed.
    public var context: [Reason] = []
    /// The digest of the rules used: `sha256:…`.
    public var rules: String

    /// An assessment without findings.
    public init(advice: Advice, rules: String) {
        self.advice = advice
        self.rules = rules
    }
}

/// A check that holds, with what it rests on (alasan).
public struct Reason: Sendable, Hashable, Codable {
    /// What kind of check it is.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        /// A check of records.
        case objective
        /// A bar that a law names.
        case statutory
        /// Something useful to tell.
        case advisory
        /// A signal, shown as context.
        case soft
    }

    /// A grade that weakens a check.
    public enum Grade: String, Sendable, Codable, CaseIterable {
        /// Something is amiss, but not the worker's doing.
        case mild
        /// The identity is to be settled first.
        case unsure
    }

    /// The check's code in `Rules/`: `D02`.
    public var code: String
    /// What kind of check it is.
    public var kind: Kind
    /// A grade, where the check has one.
    public var grade: Grade?
    /// The sentence for the officer, in Indonesian.
    public var says: String
    /// The sentence for the traveller, in Indonesian.
    public var saysToTraveller: String
    /// The legal basis.
    public var basis: String
    /// The values it rests on, by name.
    public var evidence: [String: String]

    /// A reason.
    public init(
        code: String,
        kind: Kind,
        grade: Grade? = nil,
        says: String,
        saysToTraveller: String,
        basis: String,
        evidence: [String: String]
    ) {
        self.code = code
        self.kind = kind
        self.grade = grade
        self.says = says
        self.saysToTraveller = saysToTraveller
        self.basis = basis
        self.evidence = evidence
    }
}

/// Something that speaks for the departure (hal yang mendukung keberangkatan).
public struct Support: Sendable, Hashable, Codable {
    /// A stable code.
    public var code: String
    /// The sentence, in Indonesian.
    public var says: String
    /// The values it rests on, by name; nil where there are none.
    public var evidence: [String: String]?

    /// A support.
    public init(code: String, says: String, evidence: [String: String]? = nil) {
        self.code = code
        self.says = says
        self.evidence = evidence
    }
}

/// A fact that nobody answered (belum diketahui).
public struct Unknown: Sendable, Hashable, Codable {
    /// The fact: `ticket.payer`, `registry`.
    public var fact: String
    /// The question that would settle it, in Indonesian.
    public var ask: String

    /// A fact that is unknown.
    public init(fact: String, ask: String) {
        self.fact = fact
        self.ask = ask
    }
}

/// What would mend a finding (langkah selanjutnya).
public struct Remedy: Sendable, Hashable, Codable {
    /// The document or step.
    public var document: String
    /// Where it is to be had, in Indonesian.
    public var `where`: String
    /// The legal basis.
    public var basis: String
    /// Its row in `remedies.csv`; nil in assessments of before it was kept.
    public var key: String?

    /// A remedy.
    public init(document: String, where place: String, basis: String, key: String? = nil) {
        self.document = document
        self.where = place
        self.basis = basis
        self.key = key
    }

    /// A remedy of the rules, for a document or for its own.
    public init(_ rule: RemedyRule, for document: String? = nil) {
        self.init(
            document: document ?? rule.document,
            where: rule.place.indonesian,
            basis: rule.basis,
            key: rule.key
        )
    }
}
