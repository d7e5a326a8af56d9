/// What was found out later about a departure (hasil): one row of `outcomes.csv`.
public struct Outcome: OfficeRecord {
    /// What was found.
    public enum Finding: String, Sendable, Codable, CaseIterable, CellValue {
        /// Deported from abroad; the only one that Screening may show, as context.
        case deported
        /// Brought home; reaches Evaluation and protection roles only.
        case repatriated
        /// A victim of trafficking; reaches Evaluation and protection roles only.
        case victim
        /// The contract was completed.
        case completed
        /// Cleared.
        case cleared
        /// The suspicion was unfounded.
        case unfounded
        /// Withdrew from the journey.
        case withdrew
        /// Papers were completed and the person left.
        case regularised
        /// Missing.
        case missing
        /// Deceased.
        case deceased
        /// Not known.
        case unknown
    }

    /// Whom or what it is about.
    public var subject: String?
    /// The document of that departure.
    public var passportNumber: PassportNumber?
    /// The day of that departure.
    public var departedOn: Day?
    /// What was found.
    public var finding: Finding?
    /// When it was found.
    public var foundOn: Day?
    /// Who found it.
    public var source: String?
    /// Columns beyond the known ones.
    public var unlisted: [UnlistedCell] = []

    /// An outcome of which nothing is known.
    public init() {}

    /// Outcomes come in `outcomes.csv`.
    public static var kind: RecordKind { .outcomes }

    /// Subject, passport, departure and day of finding.
    public var key: String {
        guard subject != nil || passportNumber != nil, let finding else { return "" }
        let parts = [subject, passportNumber?.text, departedOn?.description, foundOn?.description]
        return parts.map { $0 ?? "" }.joined(separator: "/") + "/" + finding.rawValue
    }

    /// Found by passport.
    public var handles: [Handle] { passportNumber.map { [.passport($0)] } ?? [] }

    /// How the ledger keeps such a record.
    public static let codec = RecordCodec<Outcome>()
    /// The columns of `outcomes.csv`.
    public static let columns: [Column<Outcome>] = [
        Column("subject", \.subject), Column("passport_no", \.passportNumber),
        Column("departed_on", \.departedOn), Column("outcome", \.finding), Column("found_on", \.foundOn),
        Column("source", \.source),
    ]
}
