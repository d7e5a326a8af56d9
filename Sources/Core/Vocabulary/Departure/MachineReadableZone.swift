/// What the machine-readable zone of a travel document says (zona yang dapat dibaca mesin).
///
/// - Source: ICAO Doc 9303, parts 3 to 7.
public struct MachineReadableZone: Sendable, Hashable {
    /// The layouts.
    public enum Format: String, Sendable, Codable {
        /// Card, three lines of 30.
        case td1 = "TD1"
        /// Two lines of 36.
        case td2 = "TD2"
        /// Passport, two lines of 44.
        case td3 = "TD3"
        /// Visa, two lines of 44.
        case mrvA = "MRV-A"
        /// Visa, two lines of 36.
        case mrvB = "MRV-B"
    }

    /// The result of each check digit: nil where the format has none.
    public struct Checks: Sendable, Hashable, Codable {
        /// The document number's.
        public var number: Bool?
        /// The birth date's.
        public var birth: Bool?
        /// The expiry's.
        public var expiry: Bool?
        /// The optional data's (TD3 only).
        public var optional: Bool?
        /// The one over all.
        public var composite: Bool?

        /// No check made.
        public init() {}
    }

    /// The layout; nil where it is no ICAO zone.
    public var format: Format?
    /// Whether every digit present is right, as printed.
    public var isValid = false
    /// Each digit's result.
    public var checks = Checks()
    /// `P`, `PM`, `I`, `V` and others.
    public var documentCode: String?
    /// Who issued it.
    public var issuer: CountryCode?
    /// The primary identifier, blanks for fillers.
    public var surname: String?
    /// The secondary identifier; empty where the holder has only one name.
    public var given: String?
    /// The document's number.
    public var number: String?
    /// The nationality.
    public var nationality: CountryCode?
    /// The birth date; nil where it is no calendar date.
    public var bornOn: Day?
    /// The sex as printed.
    public var sex: Sex?
    /// The last day of validity; nil where it is no calendar date.
    public var expiresOn: Day?
    /// The optional data.
    public var optional: String?
    /// TD1's second optional field.
    public var optional2: String?
    /// The population number, where the optional data hold one that agrees with birth date and sex as printed.
    public var nik: NIK?
    /// The lines with the one correction that satisfies every digit, where exactly one does; a proposal only.
    public var mended: [String]?
    /// What was found wrong.
    public var diagnostics: [Diagnostic] = []

    /// A zone of which nothing is known.
    public init() {}
}
