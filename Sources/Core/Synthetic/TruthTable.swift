import Vocabulary

/// The hidden truth of an invented nation (`truth.csv`): what a correct screening says of every departure and application.
///
/// - Shape: `file`, `person` (through all parts of a list, or among the applications), `passport`, `class` (the story),
///   `expected` (advices that are right, `|` between), `codes` (`;` between; `D03|D04` either, `A01?` may be printed),
///   `grade`, `kind` (departure, application), `flight`, `departs_on`.
struct TruthTable {
    private(set) var bytes: [UInt8] = []
    private var applications = 0

    init() {
        bytes.appendLine(
            "file",
            "person",
            "passport",
            "class",
            "expected",
            "codes",
            "grade",
            "kind",
            "flight",
            "departs_on"
        )
    }

    /// Adds an application, in the order of `passports.csv`.
    mutating func appendApplication(_ story: Story, day: Day) {
        applications += 1
        append(story, "passports.csv", applications, "", "application", "", day)
    }

    /// Adds some of a voyage's people, who stand in one file.
    mutating func append(_ voyage: Voyage, people: Range<Int>, path: String) {
        for position in people {
            let listed = voyage.people[position]
            let hasZone = !voyage.route.isFlight && (listed.kind == .passport || listed.kind == .official)
            let passport = hasZone ? listed.zoneNumber : listed.listedNumber
            append(
                listed.story,
                path,
                position + 1,
                passport?.text ?? "",
                "departure",
                voyage.flight,
                voyage.day
            )
        }
    }

    private mutating func append(
        _ story: Story,
        _ path: String,
        _ person: Int,
        _ passport: String,
        _ kind: String,
        _ flight: String,
        _ day: Day
    ) {
        let expected = story.expected
        bytes.appendLine(
            path,
            String(person),
            passport,
            story.rawValue,
            expected.advices.map(\.rawValue).joined(separator: "|"),
            expected.codes,
            expected.grade,
            kind,
            flight,
            day.description
        )
    }
}
