/// A verified job order (job order terverifikasi): one row of `joborders.csv`.
public struct JobOrder: OfficeRecord {
    /// The order's number.
    public var number: JobOrderNumber?
    /// The agency it was given to.
    public var agencyLicence: AgencyLicence?
    /// The employer's name.
    public var employer: String?
    /// What the employer is.
    public var employerKind: EmployerKind?
    /// The destination country.
    public var destination: CountryCode?
    /// The position.
    public var position: String?
    /// How many workers it allows.
    public var quota: Int?
    /// How many workers have signed.
    public var used: Int?
    /// The day a labour attaché verified it; unknown where empty.
    public var verifiedOn: Day?
    /// The last day on which workers may sign.
    public var validUntil: Day?
    /// Columns beyond the known ones.
    public var unlisted: [UnlistedCell] = []

    /// An order of which nothing is known.
    public init() {}

    /// Job orders come in `joborders.csv`.
    public static var kind: RecordKind { .joborders }
    /// The order's number.
    public var key: String { number?.text ?? "" }
    /// Found by number.
    public var handles: [Handle] { number.map { [.jobOrder($0)] } ?? [] }

    /// How the ledger keeps such a record.
    public static let codec = RecordCodec<JobOrder>()
    /// The columns of `joborders.csv`.
    public static let columns: [Column<JobOrder>] = [
        Column("job_order_no", \.number), Column("agency_licence", \.agencyLicence),
        Column("employer", \.employer), Column("employer_kind", \.employerKind),
        Column("destination", \.destination), Column("position", \.position), Column("quota", \.quota),
        Column("used", \.used), Column("verified_on", \.verifiedOn), Column("valid_until", \.validUntil),
    ]
}
