/// The days on which a rule acts, both inclusive; nil is open.
public struct Validity: Sendable, Hashable {
    /// The first day.
    public var from: Day?
    /// The last day.
    public var until: Day?

    /// Days between two days.
    public init(from: Day? = nil, until: Day? = nil) {
        self.from = from
        self.until = until
    }

    /// Whether a rule acts on a day.
    public func holds(on day: Day) -> Bool {
        (from.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true)
    }

    /// The days as text: `2026-01-01/`, `/` for always.
    public var text: String { (from?.description ?? "") + "/" + (until?.description ?? "") }
}

/// A text in the two languages of the pages.
public struct Bilingual: Sendable, Hashable {
    /// The languages.
    public enum Language: String, Sendable, CaseIterable {
        /// Indonesian.
        case indonesian = "id"
        /// English.
        case english = "en"
    }

    /// Indonesian.
    public var indonesian: String
    /// English.
    public var english: String

    /// A text.
    public init(_ indonesian: String, _ english: String) {
        self.indonesian = indonesian
        self.english = english
    }

    /// The text in a language.
    public subscript(language: Language) -> String {
        switch language {
        case .indonesian: indonesian
        case .english: english
        }
    }
}

/// A scheme as the rules tell them apart: crew without agency and job order stand by themselves.
public enum RuledScheme: String, Sendable, CaseIterable {
    /// Government to government.
    case gtog
    /// Through a licensed agency.
    case ptop
    /// A company's own staff.
    case ukps
    /// By oneself.
    case mandiri
    /// The one-channel placement to Saudi Arabia.
    case spsk
    /// Specified skilled worker, Japan.
    case ssw
    /// Back to the same employer.
    case reentry
    /// Crew through an agency or a job order.
    case crew
    /// Crew with neither.
    case independentCrew = "crew_independent"

    /// The scheme of a placement, or of anybody on a crew list.
    public init?(of file: PlacementFile, asCrew: Bool) {
        let isIndependent = file.agencyLicence == nil && file.jobOrder == nil
        if asCrew || file.scheme == .crew {
            self = isIndependent ? .independentCrew : .crew
        } else if let scheme = file.scheme, let ruled = RuledScheme(rawValue: scheme.rawValue) {
            self = ruled
        } else {
            return nil
        }
    }

    /// Whether it is crew, with or without an agency.
    public var isCrew: Bool { self == .crew || self == .independentCrew }
}

/// One row of `checks.csv`: what is found, how it is said and what is advised.
public struct CheckRule: Sendable, Hashable {
    /// Where a sentence is said.
    public enum Occasion: String, Sendable, CaseIterable {
        /// At a departure.
        case departure
        /// On a passport application: never "suspected", always "incomplete".
        case application
    }

    /// The code: `D02`.
    public var code: String
    /// The grade.
    public var grade: Reason.Grade?
    /// The state in the evidence that this sentence is for; nil for any.
    public var state: String?
    /// The occasion that this sentence is for; nil for both.
    public var occasion: Occasion?
    /// What kind of check it is.
    public var kind: Reason.Kind
    /// What is advised where it holds.
    public var advice: Advice
    /// The sentence for the officer.
    public var says: Bilingual
    /// The sentence for the traveller.
    public var saysToTraveller: Bilingual
    /// The legal basis.
    public var basis: String
    /// The keys of the remedies, in order.
    public var remedies: [String]
    /// When it acts.
    public var validity: Validity

    /// A row.
    public init(
        code: String,
        grade: Reason.Grade?,
        state: String?,
        occasion: Occasion?,
        kind: Reason.Kind,
        advice: Advice,
        says: Bilingual,
        saysToTraveller: Bilingual,
        basis: String,
        remedies: [String],
        validity: Validity
    ) {
        self.code = code
        self.grade = grade
        self.state = state
        self.occasion = occasion
        self.kind = kind
        self.advice = advice
        self.says = says
        self.saysToTraveller = saysToTraveller
        self.basis = basis
        self.remedies = remedies
        self.validity = validity
    }
}

/// One row of `papers.csv`: a paper of a placement.
public struct Paper: Sendable, Hashable {
    /// Its name in evidence and attestations: `visa`.
    public var document: String
    /// What people call it.
    public var name: Bilingual
    /// The columns of `workers.csv` that tell of it.
    public var columns: [String]
    /// The status from which on an empty cell is unknown, not missing.
    public var stage: PlacementStatus?
    /// Whether border roles see it as "berkas penempatan" only: health, marital and family papers.
    public var isSensitive: Bool
    /// The key of its remedy.
    public var remedy: String
    /// When it is known.
    public var validity: Validity

    /// A row.
    public init(
        document: String,
        name: Bilingual,
        columns: [String] = [],
        stage: PlacementStatus?,
        isSensitive: Bool,
        remedy: String,
        validity: Validity
    ) {
        self.document = document
        self.name = name
        self.columns = columns
        self.stage = stage
        self.isSensitive = isSensitive
        self.remedy = remedy
        self.validity = validity
    }
}

/// One row of `documents.csv`: whether schemes need a paper.
public struct DocumentRule: Sendable, Hashable {
    /// How much a paper is needed.
    public enum Requirement: String, Sendable, CaseIterable {
        /// Needed to depart.
        case mandatory
        /// Useful; nobody is held for it.
        case advisory
        /// Not asked for.
        case notNeeded = "not-needed"

        /// Orders by burden: not needed, advisory, mandatory.
        var weight: Int {
            switch self {
            case .notNeeded: 0
            case .advisory: 1
            case .mandatory: 2
            }
        }
    }

    /// The paper.
    public var document: String
    /// The schemes.
    public var schemes: Set<RuledScheme>
    /// How much it is needed.
    public var requirement: Requirement
    /// The status at which it is no longer asked for.
    public var fallsAwayAt: PlacementStatus?
    /// The advisory that a missing or expired paper gives, where it is not mandatory.
    public var advisory: String?
    /// The legal basis.
    public var basis: String
    /// When it acts.
    public var validity: Validity

    /// A row.
    public init(
        document: String,
        schemes: Set<RuledScheme>,
        requirement: Requirement,
        fallsAwayAt: PlacementStatus?,
        advisory: String?,
        basis: String,
        validity: Validity
    ) {
        self.document = document
        self.schemes = schemes
        self.requirement = requirement
        self.fallsAwayAt = fallsAwayAt
        self.advisory = advisory
        self.basis = basis
        self.validity = validity
    }
}
