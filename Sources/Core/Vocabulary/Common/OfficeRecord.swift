/// The kinds of tables that offices send; the raw value is the file's name without `.csv`.
public enum RecordKind: String, Sendable, CaseIterable, Codable {
    /// Placements in the migrant-worker registry.
    case workers
    /// Licensed companies.
    case agencies
    /// Verified job orders.
    case joborders
    /// Passports and applications.
    case passports
    /// Border crossings.
    case crossings
    /// Tickets.
    case bookings
    /// Dated notices.
    case notices
    /// What was found out later.
    case outcomes
    /// How far each feed reaches.
    case feeds
}

/// A row of a table that an office sends.
public protocol OfficeRecord: Hashable, Sendable {
    /// Which table the record belongs to.
    static var kind: RecordKind { get }
    /// The columns, in the order of `formats.md`.
    static var columns: [Column<Self>] { get }
    /// How the ledger keeps such a record; made once, since sorting the columns costs more than a record.
    static var codec: RecordCodec<Self> { get }
    /// What names the record among its kind; empty where the row lacks it and can't be used.
    var key: String { get }
    /// The values by which the record is looked up.
    var handles: [Handle] { get }
    /// Whether one of some handles leads to the record; by a name it may be another's of that birth date, whose name is weighed anyway.
    func isFound(by wanted: Set<Handle>) -> Bool
    /// Columns that the table had beyond the known ones, kept as they came.
    var unlisted: [UnlistedCell] { get set }
    /// A record of which nothing is known.
    init()
}

extension OfficeRecord {
    /// Whether one of some handles is among the record's own.
    public func isFound(by wanted: Set<Handle>) -> Bool { !wanted.isDisjoint(with: handles) }
}

extension Set<Handle> {
    /// Whether a name with this birth date is asked for; cheaper than the sounds of a name, of which a candidate has many.
    func mayName(bornOn: Day?) -> Bool {
        guard let bornOn else { return false }
        return contains { handle in
            switch handle {
            case .nameAndBirth(_, let day), .wordAndBirth(_, let day): day == bornOn
            case .nameAndYear(_, let year): year == bornOn.date.year
            default: false
            }
        }
    }
}

/// A cell of a column that no reader knows: kept, not used.
public struct UnlistedCell: Hashable, Sendable {
    /// The header.
    public let name: String
    /// The text.
    public let text: String

    /// Makes a cell.
    public init(name: String, text: String) {
        self.name = name
        self.text = text
    }
}

/// A value by which records of one person or thing are found.
public enum Handle: Hashable, Sendable {
    /// A population number.
    case nik(NIK)
    /// The number of a travel document that the record is about.
    case passport(PassportNumber)
    /// The number of the document that this one replaced.
    case previousPassport(PassportNumber)
    /// The words of a name in order of the alphabet (`PersonName.key`), and a birth date.
    case nameAndBirth(String, Day)
    /// The sound of a word of a name, and a birth date: names that are written or ordered otherwise.
    case wordAndBirth(String, Day)
    /// The sounds of all words of a name, and the year of birth: birth dates that differ by a slip.
    case nameAndYear(String, Int)
    /// The sound of a word of a name alone: notices.
    case word(String)
    /// An agency's licence.
    case licence(AgencyLicence)
    /// A job order.
    case jobOrder(JobOrderNumber)
    /// The locator of a ticket.
    case locator(String)
    /// The destination that a notice is about; nil for notices about all.
    case destination(CountryCode)
    /// The record's own key.
    case key(String)
    /// All records that wait for a decision: applications.
    case waiting

    /// A name with a birth date; nil where one is unknown or the name has no word.
    public static func nameAndBirth(_ name: PersonName?, _ bornOn: Day?) -> Handle? {
        guard let bornOn, let key = name?.key, !key.isEmpty else { return nil }
        return .nameAndBirth(key, bornOn)
    }

    /// What a person's record is found by where neither NIK nor passport leads to it: the name as it stands, its two rarest words, and
    /// its sound with the year.
    public static func names(_ name: PersonName?, _ bornOn: Day?) -> [Handle] {
        guard let name, let bornOn, let whole = nameAndBirth(name, bornOn) else { return [] }
        let sounds = name.sounds
        return [whole] + sounds.prefix(2).map { .wordAndBirth($0, bornOn) }
            + year(sounds, bornOn)
    }

    /// One word and a year are many people's.
    private static func year(_ sounds: [String], _ bornOn: Day) -> [Handle] {
        sounds.count > 1 ? [.nameAndYear(sounds.joined(separator: " "), bornOn.date.year)] : []
    }

    /// What somebody of a name and birth date may be found by: every word may be one of the rarest of the other's name.
    public static func mayBe(_ name: PersonName?, _ bornOn: Day?) -> [Handle] {
        guard let name, let bornOn else { return [] }
        let sounds = name.sounds
        return sounds.prefix(6).map { .wordAndBirth($0, bornOn) } + year(sounds, bornOn)
    }
}
