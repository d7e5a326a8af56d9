/// What a case is about, as known when it was opened (pokok perkara).
public struct CaseOpening: Sendable, Hashable, Codable {
    /// The referral that it follows.
    public var referral: String?
    /// The screening that the referral rests on.
    public var screening: String?
    /// The departure.
    public var flight: FlightKey?
    /// When it leaves, where the list says so.
    public var departsAt: Moment?
    /// The person's document.
    public var passport: PassportNumber?
    /// The person's name as listed.
    public var name: String?
    /// Whether the person is under 18 by law; nil where no birth date is known.
    public var isMinor: Bool?
    /// The articles of legal bars that the screening named.
    public var bars: [String]
    /// The post or mission: `TPI-A-CGK`.
    public var post: String?
    /// With what probability chance drew the person; nil where nobody was drawn.
    public var probability: Double?
    /// The case that this one came from.
    public var parent: String?
    /// The number by which both agencies count the incident.
    public var event: String?
    /// The version of the procedure (SOP) in force when the case was opened.
    public var procedure: String?
    /// What the victim is called where nobody is to know a name.
    public var token: VictimToken?
    /// Whom a criminal case knows as its victims.
    public var victims: [VictimToken]?
    /// The applicant's population number, since a first application has no document; shown to nobody.
    public var nik: NIK?
    /// The placement whose contract ended without news.
    public var placement: PlacementNumber?

    /// What a case is about.
    public init(
        referral: String? = nil,
        screening: String? = nil,
        flight: FlightKey? = nil,
        departsAt: Moment? = nil,
        passport: PassportNumber? = nil,
        name: String? = nil,
        isMinor: Bool? = nil,
        bars: [String] = [],
        post: String? = nil,
        probability: Double? = nil,
        parent: String? = nil,
        event: String? = nil
    ) {
        self.referral = referral
        self.screening = screening
        self.flight = flight
        self.departsAt = departsAt
        self.passport = passport
        self.name = name
        self.isMinor = isMinor
        self.bars = bars
        self.post = post
        self.probability = probability
        self.parent = parent
        self.event = event
    }
}
