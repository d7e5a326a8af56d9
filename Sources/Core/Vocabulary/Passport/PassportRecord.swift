/// A passport or an application for one (paspor, permohonan paspor): one row of `passports.csv`.
///
/// Who the holder is and what the document is are kept apart: `Screening` sees the document only.
public struct PassportRecord: OfficeRecord {
    /// Who the holder is, as this document says.
    public var holder = PassportHolder()
    /// What the document is.
    public var file = PassportFile()
    /// Columns beyond the known ones.
    public var unlisted: [UnlistedCell] = []

    /// A passport of which nothing is known.
    public init() {}

    /// Passports come in `passports.csv`.
    public static var kind: RecordKind { .passports }

    /// The passport number.
    ///
    /// An application without one is named by its NIK and day: `~NIK~DAY`.
    public var key: String {
        if let number = file.number { return number.text }
        guard file.status == .applied, let nik = holder.nik, let day = file.appliedOn else { return "" }
        return "~\(nik.digits)~\(day)"
    }

    /// Found by its number, the number it replaced, NIK, and name with birth date (`Handle.names`); applications among themselves.
    public var handles: [Handle] { numbers + Handle.names(holder.name, holder.bornOn) }

    /// Whether a number leads to it, or a name with its birth date.
    public func isFound(by wanted: Set<Handle>) -> Bool {
        !wanted.isDisjoint(with: numbers) || wanted.mayName(bornOn: holder.bornOn)
    }

    private var numbers: [Handle] {
        var handles: [Handle] = []
        if file.status == .applied { handles.append(.waiting) }
        if let number = file.number { handles.append(.passport(number)) }
        if let previous = file.previousNumber { handles.append(.previousPassport(previous)) }
        if let nik = holder.nik { handles.append(.nik(nik)) }
        return handles
    }

    /// How the ledger keeps such a record.
    public static let codec = RecordCodec<PassportRecord>()
    /// The columns of `passports.csv`.
    public static let columns: [Column<PassportRecord>] = [
        Column("passport_no", \.file.number), Column("nik", \.holder.nik), Column("name", \.holder.name),
        Column("sex", \.holder.sex), Column("born_on", \.holder.bornOn),
        Column("applied_on", \.file.appliedOn),
        Column("issued_on", \.file.issuedOn), Column("expires_on", \.file.expiresOn),
        Column("office", \.file.office), Column("previous_no", \.file.previousNumber),
        Column("previous_declared", \.file.previousDeclared), Column("document_kind", \.file.kind),
        Column("stated_purpose", \.file.statedPurpose), Column("status", \.file.status),
    ]
}

/// The person of a passport; never seen by `Screening`.
public struct PassportHolder: Hashable, Sendable {
    /// The population number.
    public var nik: NIK?
    /// The name as printed.
    public var name: PersonName?
    /// The sex as printed; for audit of fairness and for linking only.
    public var sex: Sex?
    /// The birth date as printed.
    public var bornOn: Day?

    /// A person of whom nothing is known.
    public init() {}
}

/// A travel document, without its holder.
public struct PassportFile: Hashable, Sendable {
    /// The number; an application has none.
    public var number: PassportNumber?
    /// The day it was asked for.
    public var appliedOn: Day?
    /// The day it was issued.
    public var issuedOn: Day?
    /// The last day of its validity.
    public var expiresOn: Day?
    /// The office (kantor imigrasi).
    public var office: String?
    /// The number of the document it replaced.
    public var previousNumber: PassportNumber?
    /// Whether the applicant declared the earlier passport; false where one was denied.
    public var previousDeclared: Bool?
    /// What kind of document it is; empty means passport.
    public var kind: DocumentKind?
    /// The purpose the applicant stated.
    public var statedPurpose: StatedPurpose?
    /// Its status.
    public var status: PassportStatus?

    /// A document of which nothing is known.
    public init() {}
}

/// Kinds of travel documents.
public enum DocumentKind: String, Sendable, Codable, CaseIterable, CellValue {
    /// An ordinary passport (paspor biasa).
    case passport
    /// An official passport (paspor dinas).
    case official
    /// A travel letter in place of a passport (SPLP).
    case splp
    /// A cross-border pass (pas lintas batas).
    case plb
    /// A seaman's book (buku pelaut).
    case seaman
    /// No document.
    case none
}

/// The purpose stated when a passport was asked for.
public enum StatedPurpose: String, Sendable, Codable, CaseIterable, CellValue {
    /// Tourism (wisata).
    case tourism
    /// A visit to family.
    case family
    /// Study.
    case study
    /// Business.
    case business
    /// Umrah.
    case umrah
    /// Hajj.
    case hajj
    /// Work (bekerja).
    case work
    /// Work on a vessel.
    case crew
}

/// The status of a passport.
public enum PassportStatus: String, Sendable, Codable, CaseIterable, CellValue {
    /// An application: not issued yet.
    case applied
    /// Issued and in force.
    case issued
    /// Replaced by another passport.
    case replaced
    /// Expired.
    case expired
    /// Reported lost.
    case lost
    /// Revoked (dicabut).
    case revoked

    /// Whether it is no longer valid (tidak berlaku lagi) whatever day is printed in it: reported lost, revoked or replaced.
    public var isVoid: Bool { self == .lost || self == .revoked || self == .replaced }

    /// Reads the words of the file; `active` is read as issued.
    public init?(cell: Cell) {
        if cell.equals("active") {
            self = .issued
        } else {
            let lower = cell.text.lowercased()
            self.init(rawValue: lower)
        }
    }
}
