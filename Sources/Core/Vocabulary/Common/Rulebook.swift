/// All dated rules of `Rules/` (buku aturan), with the digest that every assessment carries.
///
/// A row acts only on the days of its validity: every look-up takes the judged day.
public struct Rulebook: Sendable {
    /// The rows of every file, in the order of the files.
    public struct Tables: Sendable {
        /// What can be found, said and advised: `checks.csv`.
        public var checks: [CheckRule] = []
        /// The papers of a placement: `papers.csv`.
        public var papers: [Paper] = []
        /// Which paper a scheme needs: `documents.csv`.
        public var documents: [DocumentRule] = []
        /// What a destination uses as its work visa: `visas.csv`.
        public var visas: [VisaRule] = []
        /// Closed destinations: `closures.csv`.
        public var closures: [ClosureRule] = []
        /// What takes a trip out of a check: `exemptions.csv`.
        public var exemptions: [ExemptionRule] = []
        /// What speaks for a departure: `supports.csv`.
        public var supports: [SupportRule] = []
        /// What to ask where a fact is unknown: `questions.csv`.
        public var questions: [QuestionRule] = []
        /// Where a finding is mended: `remedies.csv`.
        public var remedies: [RemedyRule] = []
        /// How old a feed may be: `feeds.csv`.
        public var feeds: [FeedRule] = []
        /// Places from which travellers go on: `transit.csv`.
        public var transit: [TransitRule] = []
        /// Hajj seasons: `hajj_seasons.csv`.
        public var seasons: [SeasonRule] = []
        /// Numbers that checks use: `limits.csv`.
        public var limits: [LimitRule] = []
        /// What a carrier is told of a traveller: `answers.csv`.
        public var answers: [AnswerRule] = []
        /// How long bodies are kept: `retention.csv`.
        public var retention: [RetentionRule] = []
        /// How long a state of a case may last: `clocks.csv`.
        public var clocks: [ClockRule] = []
        /// The agreed reasons for steps of cases: `reasons.csv`.
        public var reasons: [ReasonRule] = []
        /// The joint procedures by version: `procedures.csv`.
        public var procedures: [ProcedureRule] = []
        /// The ways to object: `redress.csv`.
        public var redress: [RedressRule] = []
        /// For what people's records may be looked at: `purposes.csv`.
        public var purposes: [PurposeRule] = []
        /// What may cross between the two agencies: `agreement.csv`.
        public var agreement: [AgreementRule] = []
        /// What an office may bring and be told: `connectors.csv`.
        public var connectors: [ConnectorRule] = []
        /// How an office calls our columns: `connector_fields.csv`.
        public var connectorFields: [ConnectorFieldRule] = []
        /// On which days offices are closed: `holidays.csv`.
        public var holidays: [HolidayRule] = []
        /// What comparisons are worth in linking: `linking.csv`.
        public var linking: [LinkingRule] = []
        /// How common words of names are: `names.csv`.
        public var names: [NameWordRule] = []

        /// No rules.
        public init() {}
    }

    /// The digest of all rule files: `sha256:…`.
    public let digest: String
    /// The rows.
    public let tables: Tables

    private let checksByCode: [String: [CheckRule]]
    private let papersByName: [String: [Paper]]
    private let documentsByName: [String: [DocumentRule]]
    private let closuresByDestination: [CountryCode: [ClosureRule]]
    private let supportsByCode: [String: [SupportRule]]
    private let questionsByFact: [String: [QuestionRule]]
    private let remediesByKey: [String: [RemedyRule]]
    private let transitByPlace: [String: [TransitRule]]
    let wordsBySound: [String: [NameWordRule]]

    /// Makes a rulebook of rows that were read and found sound.
    public init(_ tables: Tables, digest: String) {
        self.digest = digest
        self.tables = tables
        checksByCode = Dictionary(grouping: tables.checks, by: \.code)
        papersByName = Dictionary(grouping: tables.papers, by: \.document)
        documentsByName = Dictionary(grouping: tables.documents, by: \.document)
        closuresByDestination = Dictionary(grouping: tables.closures, by: \.destination)
        supportsByCode = Dictionary(grouping: tables.supports, by: \.code)
        questionsByFact = Dictionary(grouping: tables.questions, by: \.fact)
        remediesByKey = Dictionary(grouping: tables.remedies, by: \.key)
        transitByPlace = Dictionary(grouping: tables.transit, by: \.place)
        wordsBySound = Rulebook.bySound(tables.names)
    }
}

extension Rulebook {
    /// The row of a check in force on a day: that of its state and occasion, else of its state, else the plain one.
    public func check(
        _ code: String,
        grade: Reason.Grade? = nil,
        state: String? = nil,
        at occasion: CheckRule.Occasion = .departure,
        on day: Day
    ) -> CheckRule? {
        var best: CheckRule?
        var bestFit = -1
        for row in checksByCode[code] ?? [] where row.grade == grade && row.validity.holds(on: day) {
            guard row.state == nil || row.state == state else { continue }
            guard row.occasion == nil || row.occasion == occasion else { continue }
            let fit = (row.occasion == nil ? 0 : 2) + (row.state == nil ? 0 : 1)
            if fit > bestFit { (best, bestFit) = (row, fit) }
        }
        return best
    }

    /// The paper of that name.
    public func paper(_ document: String, on day: Day) -> Paper? {
        papersByName[document]?.first { $0.validity.holds(on: day) }
    }

    /// The papers known on a day, in the order of the file.
    public func papers(on day: Day) -> [Paper] { tables.papers.filter { $0.validity.holds(on: day) } }

    /// Whether a scheme needs a paper; the gentlest answer of all schemes where the scheme is unknown.
    public func requirement(of document: String, for scheme: RuledScheme?, on day: Day) -> DocumentRule? {
        let rows = documentsByName[document] ?? []
        if let scheme { return rows.first { $0.validity.holds(on: day) && $0.schemes.contains(scheme) } }
        let perScheme = RuledScheme.allCases.map { scheme in
            rows.first { $0.validity.holds(on: day) && $0.schemes.contains(scheme) }
        }
        guard !perScheme.contains(where: { $0 == nil }) else { return nil }
        return perScheme.compactMap(\.self).min { $0.requirement.weight < $1.requirement.weight }
    }

    /// What a destination uses as its work visa.
    public func visa(for destination: CountryCode?, scheme: RuledScheme?, on day: Day) -> VisaRule? {
        let rows = tables.visas.filter {
            $0.validity.holds(on: day) && (scheme.map($0.schemes.contains) ?? true)
        }
        return rows.first { $0.destination != nil && $0.destination == destination }
            ?? rows.first { $0.destination == nil }
    }

    /// The closures of a destination in force on a day.
    public func closures(of destination: CountryCode, on day: Day) -> [ClosureRule] {
        (closuresByDestination[destination] ?? []).filter { $0.validity.holds(on: day) }
    }

    /// Whether a row takes a value out of a check.
    public func isExempt(_ value: String, as subject: ExemptionRule.Subject, from check: String, on day: Day)
        -> Bool
    {
        tables.exemptions.contains {
            $0.check == check && $0.subject == subject && $0.value == value && $0.validity.holds(on: day)
        }
    }

    /// What speaks for a departure, by code.
    public func support(_ code: String, on day: Day) -> SupportRule? {
        supportsByCode[code]?.first { $0.validity.holds(on: day) }
    }

    /// The question that would settle a fact.
    public func question(_ fact: String, on day: Day) -> QuestionRule? {
        questionsByFact[fact]?.first { $0.validity.holds(on: day) }
    }

    /// Where something is mended.
    public func remedy(_ key: String, on day: Day) -> RemedyRule? {
        remediesByKey[key]?.first { $0.validity.holds(on: day) }
    }

    /// How old a feed may be.
    public func feed(_ kind: RecordKind, on day: Day) -> FeedRule? {
        tables.feeds.first { $0.feed == kind && $0.validity.holds(on: day) }
    }

    /// The rows of a place or office in the transit table.
    public func transit(_ place: String, _ use: TransitRule.Use, on day: Day) -> TransitRule? {
        transitByPlace[place]?.first { $0.use == use && $0.validity.holds(on: day) }
    }

    /// The town of departure whose passport office this is, by the end of its name or by its regency; nil where it is none.
    public func transitTown(ofOffice office: String, on day: Day) -> TransitRule? {
        let name = office.lowercased()
        return tables.transit.first {
            $0.use == .office && (name.hasSuffix($0.place) || office == $0.regencyCode)
                && $0.validity.holds(on: day)
        }
    }

    /// The hajj season that a day falls in.
    public func season(on day: Day) -> SeasonRule? { tables.seasons.first { $0.validity.holds(on: day) } }

    /// A number that a check uses; nil where no row is in force, and then the check doesn't act.
    public func limit(_ key: String, on day: Day) -> Int? {
        tables.limits.first { $0.key == key && $0.validity.holds(on: day) }?.value
    }
}
