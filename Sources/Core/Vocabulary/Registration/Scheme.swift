/// The ways of placement (skema penempatan).
///
/// - Source: UU 18/2017 art. 49 and 63; Kepmenaker 291/2018 (SPSK); PP 22/2022 (crew).
public enum Scheme: String, Sendable, Codable, CaseIterable, CellValue {
    /// Government to government.
    case gtog
    /// Through a licensed agency, private to private.
    case ptop
    /// A company's own staff (untuk kepentingan perusahaan sendiri).
    case ukps
    /// By oneself with a legal-entity employer (perseorangan).
    case mandiri
    /// The one-channel placement to Saudi Arabia (Sistem Penempatan Satu Kanal).
    case spsk
    /// Specified skilled worker, Japan.
    case ssw
    /// Back to the same employer after leave.
    case reentry
    /// Crew of merchant and fishing vessels (awak kapal).
    case crew
}

/// How far a placement has come, in order; then the two ends.
public enum PlacementStatus: String, Sendable, Codable, CaseIterable, CellValue {
    /// Registered.
    case registered
    /// The identity is verified.
    case verified
    /// Matched with a job.
    case matched
    /// The placement agreement is signed.
    case agreed
    /// The papers are complete.
    case documents
    /// The passport is issued.
    case passport
    /// The visa is issued.
    case visa
    /// Social security is paid.
    case insured
    /// Orientation (OPP) is done.
    case oriented
    /// The employment agreement is signed.
    case signed
    /// The card is issued.
    case carded
    /// Departed; still open, since workers come home on leave.
    case departed
    /// Returned: closed.
    case returned
    /// Cancelled: closed.
    case cancelled

    /// The place in the order, registered being 0.
    public var stage: Int { PlacementStatus.allCases.firstIndex(of: self) ?? 0 }

    /// Whether the placement still stands: any status but returned and cancelled.
    public var isOpen: Bool { self != .returned && self != .cancelled }
}

/// What an employer is.
public enum EmployerKind: String, Sendable, Codable, CaseIterable, CellValue {
    /// A private household (pengguna perseorangan).
    case household
    /// A legal entity.
    case company
    /// A government.
    case government
    /// A vessel.
    case vessel
}

/// Sex as a document states it.
///
/// For linking, the NIK's check and the audit of fairness only: no rule can see it.
public enum Sex: String, Sendable, Codable, CellValue {
    /// Female (perempuan).
    case female = "F"
    /// Male (laki-laki).
    case male = "M"
    /// Unspecified (ICAO Doc 9303: X or `<`).
    case unspecified = "X"

    /// What a diagnostic says was expected.
    public static var expectation: String { "M, F or X" }

    /// Reads M, F, X and the Indonesian L (laki-laki) and P (perempuan).
    public init?(cell: Cell) {
        if cell.equals("f") || cell.equals("p") {
            self = .female
        } else if cell.equals("m") || cell.equals("l") {
            self = .male
        } else if cell.equals("x") {
            self = .unspecified
        } else {
            return nil
        }
    }

    /// Appends M, F or X.
    public func write(into bytes: inout [UInt8]) { bytes.append(contentsOf: rawValue.utf8) }
}
