/// One row of `linking.csv`: what a level of a comparison is worth in linking records (bobot penautan).
public struct LinkingRule: Sendable, Hashable {
    /// What is compared.
    public enum Comparison: String, Sendable, CaseIterable, Codable {
        /// The name.
        case name
        /// The birth date.
        case born
        /// The population number.
        case nik
        /// The passports held.
        case passport
    }

    /// How alike two values are, the most alike first.
    public enum Level: String, Sendable, CaseIterable, Codable {
        /// Equal.
        case equal
        /// Equal, and a date that is written where nobody knows the day.
        case `default`
        /// Names of one sound.
        case sound
        /// The shorter name's words all stand in the longer.
        case contained
        /// Every word has one like it.
        case alike
        /// The year, of dates of which one is written where nobody knows the day.
        case known
        /// Day and month exchanged.
        case exchanged
        /// One slip.
        case digit
        /// Two slips.
        case near
        /// Two parts of a date agree.
        case two
        /// Day and month of a date agree.
        case day
        /// The year alone agrees.
        case year
        /// Two thirds of an identifier agree.
        case part
        /// Two people's NIKs, each in accord with its own birth date.
        case another
        /// Some words are equal.
        case some
        /// Some words are alike.
        case few
        /// Different.
        case different
    }

    /// What is compared.
    public var comparison: Comparison
    /// How alike it is.
    public var level: Level
    /// Hundredths of a bit for one person, below 0 against it.
    public var bits: Int
    /// Percent of the rarity of what agrees that is added.
    public var rarity: Int
    /// The source.
    public var basis: String
    /// When it acts.
    public var validity: Validity

    /// A row.
    public init(
        comparison: Comparison,
        level: Level,
        bits: Int,
        rarity: Int,
        basis: String,
        validity: Validity
    ) {
        self.comparison = comparison
        self.level = level
        self.bits = bits
        self.rarity = rarity
        self.basis = basis
        self.validity = validity
    }
}

/// One row of `names.csv`: how many of a million people have a word in their name.
public struct NameWordRule: Sendable, Hashable {
    /// The word, in capitals.
    public var word: String
    /// How many of a million.
    public var perMillion: Int
    /// The source.
    public var basis: String
    /// When it acts.
    public var validity: Validity

    /// A row.
    public init(word: String, perMillion: Int, basis: String, validity: Validity) {
        self.word = word
        self.perMillion = perMillion
        self.basis = basis
        self.validity = validity
    }
}

/// What one comparison says about two records being one person's.
public struct LinkEvidence: Sendable, Hashable, Codable {
    /// What was compared.
    public var comparison: LinkingRule.Comparison
    /// How alike it is.
    public var level: LinkingRule.Level
    /// The bits for one person, below 0 against it.
    public var bits: Double

    /// Evidence.
    public init(comparison: LinkingRule.Comparison, level: LinkingRule.Level, bits: Double) {
        self.comparison = comparison
        self.level = level
        self.bits = bits
    }
}

extension Rulebook {
    /// What a level of a comparison is worth on a day; nil where no row is in force, and then it says nothing.
    public func linking(_ comparison: LinkingRule.Comparison, _ level: LinkingRule.Level, on day: Day)
        -> LinkingRule?
    {
        tables.linking.first {
            $0.comparison == comparison && $0.level == level && $0.validity.holds(on: day)
        }
    }

    /// How many of a million people have a word of a sound in their name, by the rows in force on a day.
    public func perMillion(_ sound: String, on day: Day) -> Double {
        let inForce = (wordsBySound[sound] ?? []).filter { $0.validity.holds(on: day) }
        guard !inForce.isEmpty else { return Rulebook.perMillionOfRareWords }
        return min(Double(inForce.reduce(0) { $0 + $1.perMillion }), Rulebook.mostPerMillion)
    }

    /// What is said of words that no row names.
    private static let perMillionOfRareWords = 20.0
    private static let mostPerMillion = 500_000.0

    /// The rows of words by their sounds, those of one sound together.
    static func bySound(_ rows: [NameWordRule]) -> [String: [NameWordRule]] {
        Dictionary(grouping: rows) { PersonName.sound($0.word) }
    }
}
