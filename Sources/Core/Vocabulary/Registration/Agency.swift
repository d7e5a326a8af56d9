/// A licensed company (perusahaan berizin): one row of `agencies.csv`.
public struct Agency: OfficeRecord {
    /// What a company is licensed for.
    public enum Business: String, Sendable, Codable, CaseIterable, CellValue {
        /// Placement of migrant workers (P3MI).
        case p3mi
        /// Umrah pilgrimage (PPIU).
        case ppiu
        /// Special hajj (PIHK).
        case pihk
        /// Manning of vessels.
        case manning
        /// Sending of trainees (LPK-SO).
        case lpkSO = "lpk_so"
    }

    /// The state of a licence.
    public enum Standing: String, Sendable, Codable, CaseIterable, CellValue {
        /// In force.
        case active
        /// Suspended (skorsing).
        case suspended
        /// Revoked (dicabut).
        case revoked
    }

    /// The licence number.
    public var licence: AgencyLicence?
    /// What it is licensed for; empty means a placement company.
    public var business: Business?
    /// The company's name.
    public var name: String?
    /// The regency of its seat (four digits, Kemendagri).
    public var regencyCode: String?
    /// The state of its licence.
    public var standing: Standing?
    /// Since when that state holds.
    public var standingSince: Day?
    /// The last day of the licence.
    public var validUntil: Day?
    /// Columns beyond the known ones.
    public var unlisted: [UnlistedCell] = []

    /// An agency of which nothing is known.
    public init() {}

    /// Agencies come in `agencies.csv`.
    public static var kind: RecordKind { .agencies }
    /// The licence number.
    public var key: String { licence?.text ?? "" }
    /// Found by licence.
    public var handles: [Handle] { licence.map { [.licence($0)] } ?? [] }

    /// How the ledger keeps such a record.
    public static let codec = RecordCodec<Agency>()
    /// The columns of `agencies.csv`.
    public static let columns: [Column<Agency>] = [
        Column("licence_no", \.licence), Column("kind", \.business), Column("name", \.name),
        Column("regency_code", \.regencyCode), Column("status", \.standing),
        Column("status_since", \.standingSince), Column("valid_until", \.validUntil),
    ]
}
