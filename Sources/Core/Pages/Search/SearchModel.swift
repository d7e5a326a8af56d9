public import Vocabulary

/// People of the registers by name, for a purpose (cari orang).
public struct SearchModel: Sendable {
    /// A purpose that the reader may choose.
    public struct Purpose: Sendable, Hashable {
        /// Its code.
        public var code: String
        /// What it says.
        public var says: String
        /// The article that it rests on.
        public var basis: String

        /// A purpose.
        public init(code: String, says: String, basis: String) {
            self.code = code
            self.says = says
            self.basis = basis
        }
    }

    /// What was typed.
    public struct Typed: Sendable, Hashable {
        /// The name.
        public var name: String
        /// The birth date.
        public var bornOn: String
        /// The year of birth.
        public var bornYear: String
        /// The purpose's code.
        public var purpose: String

        /// Nothing, or what was typed.
        public init(name: String = "", bornOn: String = "", bornYear: String = "", purpose: String = "") {
            self.name = name
            self.bornOn = bornOn
            self.bornYear = bornYear
            self.purpose = purpose
        }
    }

    /// Why nothing was looked for.
    public enum Problem: Sendable, Hashable {
        /// The name is too short or too long.
        case name
        /// Neither date nor year can be read.
        case birth
        /// No purpose was chosen.
        case purpose
        /// The account has searched too often in this minute.
        case slow(seconds: Int)
    }

    /// An open case that the reader works on.
    public struct OpenCase: Sendable, Hashable {
        /// Its identifier.
        public var id: String
        /// Its course.
        public var kind: CaseKind

        /// A case.
        public init(id: String, kind: CaseKind) {
            self.id = id
            self.kind = kind
        }
    }

    /// Somebody who was found; no fact of health or family is among it.
    public struct Line: Sendable, Hashable {
        /// The name as registered.
        public var name: String
        /// The year of birth.
        public var bornYear: Int?
        /// Whether the registry of placements has the person.
        public var isPlaced: Bool
        /// Whether the register of passports has the person.
        public var hasPassport: Bool
        /// How far the placement has come.
        public var status: PlacementStatus?
        /// Where it leads to.
        public var destination: CountryCode?
        /// What was compared, and how alike it is.
        public var evidence: [LinkEvidence]
        /// The number for the check at the counter; nil where it is unknown, or the reader has no counter.
        public var passport: String?
        /// The open cases.
        public var cases: [OpenCase]

        /// Somebody.
        public init(
            name: String,
            bornYear: Int?,
            isPlaced: Bool,
            hasPassport: Bool,
            status: PlacementStatus?,
            destination: CountryCode?,
            evidence: [LinkEvidence],
            passport: String?,
            cases: [OpenCase]
        ) {
            self.name = name
            self.bornYear = bornYear
            self.isPlaced = isPlaced
            self.hasPassport = hasPassport
            self.status = status
            self.destination = destination
            self.evidence = evidence
            self.passport = passport
            self.cases = cases
        }
    }

    /// What was found.
    public enum Answer: Sendable, Hashable {
        /// The people, the likeliest first.
        case people([Line])
        /// Too many to show.
        case tooMany
    }

    /// The purposes that the reader may choose.
    public var purposes: [Purpose]
    /// What was typed.
    public var typed = Typed()
    /// Why nothing was looked for.
    public var problem: Problem?
    /// What was found; nil before a search.
    public var answer: Answer?

    /// A page before the search.
    public init(purposes: [Purpose]) { self.purposes = purposes }
}
