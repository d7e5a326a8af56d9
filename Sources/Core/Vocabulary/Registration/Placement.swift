/// A placement in the migrant-worker registry (penempatan di SiskoP2MI): one row of `workers.csv`.
///
/// Who the worker is and what the file holds are kept apart: `Screening` sees the file only.
public struct Placement: OfficeRecord {
    /// Who the worker is.
    public var holder = PlacementHolder()
    /// What the placement file holds.
    public var file = PlacementFile()
    /// Columns beyond the known ones.
    public var unlisted: [UnlistedCell] = []

    /// A placement of which nothing is known.
    public init() {}

    /// Placements come in `workers.csv`.
    public static var kind: RecordKind { .workers }

    /// The placement number.
    public var key: String { file.number?.text ?? "" }

    /// Found by NIK, passport, and name with birth date (`Handle.names`).
    public var handles: [Handle] { numbers + Handle.names(holder.name, holder.bornOn) }

    /// Whether a number leads to it, or a name with its birth date.
    public func isFound(by wanted: Set<Handle>) -> Bool {
        !wanted.isDisjoint(with: numbers) || wanted.mayName(bornOn: holder.bornOn)
    }

    private var numbers: [Handle] {
        var handles: [Handle] = []
        if let nik = holder.nik { handles.append(.nik(nik)) }
        if let passport = holder.passportNumber.value { handles.append(.passport(passport)) }
        return handles
    }

    /// How the ledger keeps such a record.
    public static let codec = RecordCodec<Placement>()
    /// The columns of `workers.csv`.
    public static let columns: [Column<Placement>] = [
        Column("placement_id", \.file.number), Column("nik", \.holder.nik), Column("name", \.holder.name),
        Column("sex", \.holder.sex), Column("born_on", \.holder.bornOn),
        Column("village_code", \.holder.villageCode), Column("phone", \.holder.phone),
        Column("passport_no", \.holder.passportNumber), Column("scheme", \.file.scheme),
        Column("agency_licence", \.file.agencyLicence), Column("job_order_no", \.file.jobOrder),
        Column("employer", \.file.employer), Column("employer_kind", \.file.employerKind),
        Column("destination", \.file.destination), Column("position", \.file.position),
        Column("visa_no", \.file.visaNumber), Column("visa_kind", \.file.visaKind),
        Column("visa_until", \.file.visaUntil), Column("contract_from", \.file.contractFrom),
        Column("contract_until", \.file.contractUntil), Column("insurance_no", \.file.insuranceNumber),
        Column("insurance_until", \.file.insuranceUntil), Column("medical_until", \.file.medicalUntil),
        Column("competence_no", \.file.competenceNumber),
        Column("marital_statement", \.file.maritalStatement),
        Column("family_permission", \.file.familyPermission),
        Column("placement_agreement_no", \.file.placementAgreementNumber),
        Column("agreed_on", \.file.agreedOn),
        Column("orientation_on", \.file.orientationOn), Column("card_no", \.file.cardNumber),
        Column("card_until", \.file.cardUntil), Column("leave_letter", \.file.leaveLetter),
        Column("vessel_imo", \.file.vesselNumber), Column("seaman_book_no", \.file.seamanBookNumber),
        Column("status", \.file.status),
    ]
}

/// The person of a placement, as the registry names them; never seen by `Screening`.
public struct PlacementHolder: Hashable, Sendable {
    /// The population number.
    public var nik: NIK?
    /// The name as registered.
    public var name: PersonName?
    /// The sex as registered; for audit of fairness and for linking only.
    public var sex: Sex?
    /// The birth date as registered.
    public var bornOn: Day?
    /// The home village (ten digits, Kemendagri); for audit and comparison only.
    public var villageCode: String?
    /// The telephone number.
    public var phone: String?
    /// The passport the placement was filed under.
    public var passportNumber: Answer<PassportNumber> = .blank

    /// A person of whom nothing is known.
    public init() {}
}

/// The papers and terms of a placement.
///
/// - Source: UU 18/2017 art. 5 and 13; columns as in `formats.md`.
public struct PlacementFile: Hashable, Sendable {
    /// The placement number.
    public var number: PlacementNumber?
    /// The scheme.
    public var scheme: Scheme?
    /// The licence of the agency that places.
    public var agencyLicence: AgencyLicence?
    /// The job order.
    public var jobOrder: JobOrderNumber?
    /// The employer's name.
    public var employer: String?
    /// What the employer is.
    public var employerKind: EmployerKind?
    /// The destination country.
    public var destination: CountryCode?
    /// The position (jabatan).
    public var position: String?
    /// The number of the work visa or of what the destination uses instead.
    public var visaNumber: Answer<String> = .blank
    /// The class of the visa.
    public var visaKind: VisaKind?
    /// The last day of the visa.
    public var visaUntil: Answer<Day> = .blank
    /// The first day of the employment agreement (perjanjian kerja).
    public var contractFrom: Answer<Day> = .blank
    /// The last day of the employment agreement.
    public var contractUntil: Answer<Day> = .blank
    /// The number of the social security (BPJS).
    public var insuranceNumber: Answer<String> = .blank
    /// The last day of the social security.
    public var insuranceUntil: Answer<Day> = .blank
    /// The last day of the health statement.
    public var medicalUntil: Answer<Day> = .blank
    /// The number of the competence certificate.
    public var competenceNumber: Answer<String> = .blank
    /// The marital statement.
    public var maritalStatement: Answer<String> = .blank
    /// The permission of spouse, parent or guardian, or a statement in its place.
    public var familyPermission: Answer<String> = .blank
    /// The number of the placement agreement (perjanjian penempatan).
    public var placementAgreementNumber: Answer<String> = .blank
    /// The day the placement agreement was signed.
    public var agreedOn: Day?
    /// The day of the orientation (OPP).
    public var orientationOn: Answer<Day> = .blank
    /// The number of the worker's card (E-PMI).
    public var cardNumber: Answer<String> = .blank
    /// The last day of the worker's card.
    public var cardUntil: Answer<Day> = .blank
    /// The employer's leave letter (surat cuti).
    public var leaveLetter: Answer<String> = .blank
    /// The IMO number of the vessel.
    public var vesselNumber: Answer<String> = .blank
    /// The number of the seaman's book (buku pelaut).
    public var seamanBookNumber: Answer<String> = .blank
    /// How far the placement has come.
    public var status: PlacementStatus?

    /// A file of which nothing is known.
    public init() {}
}
