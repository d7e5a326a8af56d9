/// One traveller of a ferry, bus or land post (manifes): one row of `manifest.csv`.
///
/// Not an `OfficeRecord`: a manifest is a list that replaces an earlier one, not a set of facts.
public struct ManifestRow: Hashable, Sendable {
    /// When it departs, by the clock of the place.
    public var departsAt: Moment?
    /// The carrier.
    public var carrier: String?
    /// The voyage or route.
    public var routeNumber: String?
    /// Where from: UN/LOCODE, or the checkpoint's id.
    public var from: String?
    /// Where to.
    public var to: String?
    /// The document listed.
    public var passportNumber: PassportNumber?
    /// The name listed.
    public var name: PersonName?
    /// The sex listed.
    public var sex: Sex?
    /// The birth date listed.
    public var bornOn: Day?
    /// The nationality listed.
    public var nationality: CountryCode?
    /// The first line of the machine-readable zone.
    public var zoneLine1: String?
    /// The second line of the machine-readable zone.
    public var zoneLine2: String?
    /// The kind of document.
    public var documentKind: DocumentKind?
    /// The class of visa.
    public var visaKind: VisaKind?

    /// A row of which nothing is known.
    public init() {}

    /// The columns of `manifest.csv`.
    public static let columns: [Column<ManifestRow>] = [
        Column("departs_at", \.departsAt), Column("carrier", \.carrier), Column("route_no", \.routeNumber),
        Column("from", \.from), Column("to", \.to), Column("passport_no", \.passportNumber),
        Column("name", \.name), Column("sex", \.sex), Column("born_on", \.bornOn),
        Column("nationality", \.nationality), Column("mrz1", \.zoneLine1), Column("mrz2", \.zoneLine2),
        Column("document_kind", \.documentKind), Column("visa_kind", \.visaKind),
    ]
}
