public import Vocabulary

/// People of the registers by their name, where nobody knows a number (pencarian nama).
///
/// They are found by the same keyed hashes as a traveller, and weighed by the same rows; no prior is added, since a person chooses.
/// - Source: ADR 8.
public struct NameSearch: Sendable, Hashable {
    /// What is known of a birth date.
    public enum Birth: Sendable, Hashable {
        /// The whole date.
        case day(Day)
        /// The year.
        case year(Int)
    }

    /// What was found.
    public enum Answer: Sendable {
        /// The people, the likeliest first.
        case people([RegisteredPerson])
        /// More than may be shown: more has to be known first.
        case tooMany
    }

    /// The name.
    public let name: PersonName
    /// What is known of the birth date; nil for nothing.
    public let birth: Birth?

    /// A search; nil where the name has fewer than three letters, or is longer than a name can be.
    public init?(_ name: PersonName, birth: Birth?) {
        let letters = name.words.reduce(0) { $0 + $1.count { $0.isLetter } }
        guard letters >= NameSearch.fewestLetters, name.text.utf8.count <= NameSearch.longestName else {
            return nil
        }
        self.name = name
        self.birth = birth
    }

    /// Asks the registers of placements and passports.
    ///
    /// Where the whole birth date is known, those beyond `most` are left out; else `most` is what may be shown at all.
    /// - Throws: What the store throws.
    public func people(in source: some RecordSource, by rules: Rulebook, on day: Day, most: Int) throws
        -> Answer
    {
        var rows: [String: RegisteredPerson.Row] = [:]
        for handles in handles(on: day) {
            for row in try source.records(Placement.self, anyOf: handles) {
                rows["w" + row.key] = .placement(row)
            }
            for row in try source.records(PassportRecord.self, anyOf: handles) {
                rows["p" + row.key] = .passport(row)
            }
            guard rows.count <= NameSearch.mostRows else { return .tooMany }
        }
        guard !rows.isEmpty || !areMany else { return .tooMany }
        var people = RegisteredPerson.joining(weigh(rows, by: rules, on: day))
        if people.count > most {
            guard case .day = birth else { return .tooMany }
            people.removeLast(people.count - most)
        }
        return .people(try people.map { try $0.completed(from: source) })
    }

    /// The shortest name that is looked for.
    public static let fewestLetters = 3
    /// The longest name that is looked for, in bytes.
    private static let longestName = 100
    /// Nobody is older.
    private static let oldestYears = 110
    /// Rows that are weighed; whoever shares so many values has to be told more closely.
    private static let mostRows = 1_000

    /// Whether nothing tells apart the many who have such a name: one word, and no birth date.
    private var areMany: Bool { birth == nil && name.sounds.count < 2 }

    /// What such a person may be found by, share by share.
    private func handles(on day: Day) -> [[Handle]] {
        let sounds = name.sounds
        let whole = sounds.joined(separator: " ")
        let thisYear = day.date.year
        switch birth {
        case .day(let born): return [Handle.mayBe(name, born)]
        case nil where areMany: return []
        case nil: return [(thisYear - NameSearch.oldestYears...thisYear).map { .nameAndYear(whole, $0) }]
        case .year(let year):
            let near = sounds.count > 1 ? (year - 1...year + 1).map { Handle.nameAndYear(whole, $0) } : []
            return [near]
                + (1...12).map { month in
                    (1...Day.length(ofMonth: month, year: year)).flatMap { number in
                        Day(year: year, month: month, day: number).map { day in
                            sounds.prefix(6).map { Handle.wordAndBirth($0, day) }
                        } ?? []
                    }
                }
        }
    }

    /// The rows whose name is the one that was asked for or nearly, with what speaks for them.
    private func weigh(_ rows: [String: RegisteredPerson.Row], by rules: Rulebook, on day: Day)
        -> [(row: RegisteredPerson.Row, evidence: [LinkEvidence])]
    {
        let rows = rows.sorted { $0.key < $1.key }.map(\.value)
        let wanted = PersonLinkage.Person(name: name, bornOn: bornOn)
        let others = rows.map { PersonLinkage.Person(name: $0.name, bornOn: $0.bornOn) }
        let weighed = PersonLinkage(rules, on: day).weigh(wanted, others, among: rows.count)
        return zip(rows, weighed).compactMap { row, weighed in
            let name = weighed.evidence.first { $0.comparison == .name }
            guard let name, NameSearch.likely.contains(name.level),
                weighed.evidence.reduce(0, { $0 + $1.bits }) > 0
            else { return nil }
            return (row, weighed.evidence)
        }
    }

    /// Names of which all words agree, or all of the shorter.
    private static let likely: Set<LinkingRule.Level> = [.equal, .sound, .contained, .alike]

    /// Of whoever knows the year only the date is what offices write then.
    private var bornOn: Day? {
        switch birth {
        case .day(let day): day
        case .year(let year): Day(year: year, month: 1, day: 1)
        case nil: nil
        }
    }
}
