/// A dated notice of either agency (pemberitahuan): one row of `notices.csv`; both dates are inclusive.
public struct Notice: OfficeRecord {
    /// What a notice is about.
    public enum Subject: String, Sendable, Codable, CaseIterable, CellValue {
        /// A statutory exit ban (cegah, UU 6/2011 art. 91).
        case cegah
        /// An international notice.
        case rednotice
        /// A destination: closed, or at risk.
        case destination
        /// An agency; leads to a recruiter, never advises on a passenger.
        case agency
        /// A telephone number; as for an agency.
        case phone
        /// A payer; as for an agency.
        case payer
        /// An address; as for an agency.
        case address
    }

    /// The notice's number.
    public var number: String?
    /// What it is about.
    public var subject: Subject?
    /// A passport number, a NIK, `closed`, `risk`, a licence, a telephone and others.
    public var value: String?
    /// The full name, where there is no number.
    public var name: PersonName?
    /// The birth date, where there is no number.
    public var bornOn: Day?
    /// The destination country.
    public var destination: CountryCode?
    /// The position it is limited to.
    public var position: String?
    /// The kind of employer it is limited to.
    public var employerKind: EmployerKind?
    /// The first day.
    public var from: Day?
    /// The last day.
    public var until: Day?
    /// The decree or letter it rests on.
    public var basis: String?
    /// Who answers for it.
    public var owner: String?
    /// Columns beyond the known ones.
    public var unlisted: [UnlistedCell] = []

    /// A notice of which nothing is known.
    public init() {}

    /// Notices come in `notices.csv`.
    public static var kind: RecordKind { .notices }
    /// The notice's number.
    public var key: String { number ?? "" }

    /// Found by passport, NIK, the rarest words of a name, or destination.
    public var handles: [Handle] {
        switch subject {
        case .cegah, .rednotice:
            if let value, let nik = NIK(value) { return [.nik(nik)] }
            if let value, let passport = PassportNumber(value) { return [.passport(passport)] }
            return (name?.sounds ?? []).prefix(2).map { .word($0) }
        case .destination: return destination.map { [.destination($0)] } ?? []
        case .agency, .phone, .payer, .address, nil: return []
        }
    }

    /// How the ledger keeps such a record.
    public static let codec = RecordCodec<Notice>()
    /// The columns of `notices.csv`.
    public static let columns: [Column<Notice>] = [
        Column("notice_id", \.number), Column("kind", \.subject), Column("value", \.value),
        Column("name", \.name), Column("born_on", \.bornOn), Column("destination", \.destination),
        Column("position", \.position), Column("employer_kind", \.employerKind), Column("from", \.from),
        Column("until", \.until), Column("basis", \.basis), Column("owner", \.owner),
    ]
}
