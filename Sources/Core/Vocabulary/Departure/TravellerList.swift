/// A list of travellers as one message or one file gave it (manifes penumpang): PAXLST, or a ferry's CSV.
///
/// - Shape: persons in the order of the list, duplicates included; nothing is dropped silently.
public struct TravellerList: Sendable, Hashable {
    /// What the message says about itself; a table has no `message`.
    public var heading: MessageHeading
    /// `passengers`, `crew`, or the code of BGM when neither.
    public var list: String
    /// What the list is for, as BGM says: `CP` a change, `CLOB` who is on board, `XF` a cancelled flight; nil where it
    /// doesn't say.
    public var function: String?
    /// The legs of the journey, in order.
    public var legs: [Leg] = []
    /// The people of the list, in order.
    public var persons: [ListedPerson] = []
    /// An empty list.
    public init(source: String, list: String) {
        heading = MessageHeading(source: source)
        self.list = list
    }
}

/// One leg of a journey: from where to where, when (ruas perjalanan).
public struct Leg: Sendable, Hashable, Codable {
    /// The carrier's number or route: `GA820`.
    public var flight: String?
    /// The place of departure: IATA, UN/LOCODE or checkpoint.
    public var from: String?
    /// The place of arrival.
    public var to: String?
    /// The time of departure at the place.
    public var departsAt: WallTime?
    /// The time of arrival at the place.
    public var arrivesAt: WallTime?
    /// The carrier that flies it, or its own number, where another one sold it (code-share).
    public var operatedBy: String?

    /// A leg.
    public init(
        flight: String? = nil,
        from: String? = nil,
        to: String? = nil,
        departsAt: WallTime? = nil,
        arrivesAt: WallTime? = nil
    ) {
        self.flight = flight
        self.from = from
        self.to = to
        self.departsAt = departsAt
        self.arrivesAt = arrivesAt
    }
}

/// One person of a list, as listed (penumpang).
public struct ListedPerson: Sendable, Hashable {
    /// `passenger`, `crew`, `transit`, else the code.
    public var role: String
    /// The surname, or the whole name where there is only one.
    public var surname: String?
    /// The given names.
    public var given: String?
    /// A form of address cut off the given name.
    public var title: String?
    /// The sex listed; for linking and audit only.
    public var sex: Sex?
    /// Whether the list says that the person is an infant.
    public var isInfant = false
    /// The birth date.
    public var bornOn: Day?
    /// The nationality.
    public var nationality: CountryCode?
    /// Where the person embarks.
    public var embarks: String?
    /// Where the person debarks.
    public var debarks: String?
    /// Travel documents and visas, in order.
    public var documents: [ListedDocument] = []
    /// The booking's locator.
    public var booking: String?
    /// The carrier's reference for the person (RFF+ABO), used in answers.
    public var reference: String?
    /// Seats, in order of the flights.
    public var seats: [String] = []
    /// How many bags were checked in.
    public var bags: Int?
    /// Their weight.
    ///
    /// - Units: kilograms.
    public var bagKilograms: Int?
    /// The person's telephone numbers, digits only.
    public var phones: [String] = []
    /// The class of visa, where the list says it.
    public var visaKind: VisaKind?
    /// The kind of document, where the list says it in Kawal's own words.
    public var documentKind: DocumentKind?
    /// The machine-readable zone, where the list carries one.
    public var zone: MachineReadableZone? {
        get { zoneStore.first }
        set { zoneStore = newValue.map { [$0] } ?? [] }
    }

    /// Few lists carry zones: apart, a list of many people stays small.
    private var zoneStore: [MachineReadableZone] = []

    /// A person of whom only the role is known.
    public init(role: String) { self.role = role }

    /// Surname and given names as one name.
    public var name: PersonName { PersonName([surname, given].compactMap(\.self).joined(separator: " ")) }

    /// The travel document: the first that is no visa.
    public var travelDocument: ListedDocument? { documents.first { $0.kind != "V" } }

    /// The number of the passport presented: the zone's where it is readable and differs, else as listed.
    public var passportNumber: PassportNumber? {
        zone?.number.flatMap(PassportNumber.init) ?? travelDocument?.number.flatMap(PassportNumber.init)
    }
}

/// A document of a listed person.
public struct ListedDocument: Sendable, Hashable, Codable {
    /// The kind as sent: `P`, `I`, `V` and others.
    public var kind: String
    /// The number as sent.
    public var number: String?
    /// Who issued it.
    public var issuer: CountryCode?
    /// The last day of its validity.
    public var expiresOn: Day?
    /// The holder's name as the document has it, where it differs from the listed one.
    public var holder: PersonName?

    /// A document.
    public init(kind: String, number: String? = nil, issuer: CountryCode? = nil, expiresOn: Day? = nil) {
        self.kind = kind
        self.number = number
        self.issuer = issuer
        self.expiresOn = expiresOn
    }
}
