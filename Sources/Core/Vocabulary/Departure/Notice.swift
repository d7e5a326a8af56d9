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
    /// Who approved it at Immigration, where both agencies have to.
    public var approvedByImmigration: String?
    /// Who approved it at the ministry, where both agencies have to.
    public var approvedByMinistry: String?
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
        Column("approved_by_immigration", \.approvedByImmigration),
        Column("approved_by_ministry", \.approvedByMinistry),
    ]
}

extension Notice {
    /// Whether it is about a telephone, a payer or an address: what many share who have done nothing.
    public var isOfContact: Bool {
        switch subject {
        case .phone, .payer, .address: true
        case .cegah, .rednotice, .destination, .agency, nil: false
        }
    }

    /// The longest time for which such a notice holds.
    ///
    /// - Units: days.
    /// - Source: the agreement, `agreement.csv`, `notice.shared/1`.
    public static let longestContactDays = 90

    /// What a notice of a contact lacks, by column; empty of one that may be used, and of any other.
    public var contactGaps: [String] {
        guard isOfContact else { return [] }
        var gaps: [String] = []
        if approvedByImmigration == nil { gaps.append("approved_by_immigration") }
        // One person's word in both cells is one approval.
        if approvedByMinistry == nil || approvedByMinistry == approvedByImmigration {
            gaps.append("approved_by_ministry")
        }
        guard let from, let until, from <= until,
            until <= from.adding(days: Notice.longestContactDays)
        else { return gaps + ["until"] }
        return gaps
    }
}
