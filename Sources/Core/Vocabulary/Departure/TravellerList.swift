/// A list of travellers as one message or one file gave it (manifes penumpang): PAXLST, or a ferry's CSV.
///
/// - Shape: persons in the order of the list, duplicates included; nothing is dropped silently.
public struct TravellerList: Sendable, Hashable {
    /// The file's name as given.
    public var source: String
    /// The message type: `PAXLST`, or nil where the list is a table.
    public var message: String?
    /// The version as sent, without agency: `D:05B`.
    public var version: String?
    /// `passengers`, `crew`, or the code of BGM when neither.
    public var list: String
    /// The access reference of UNH, else the message's own reference.
    public var reference: String?
    /// The number of this part, from 1; nil where the message says nothing about parts.
    public var part: Int?
    /// Whether this is the last part.
    public var isLastPart: Bool?
    /// Who sent the interchange.
    public var sender: String?
    /// The legs of the journey, in order.
    public var legs: [Leg] = []
    /// The people of the list, in order.
    public var persons: [ListedPerson] = []
    /// What the message says it holds.
    public var declared = Counts()
    /// What was counted in it.
    public var counted = Counts()
    /// What was refused or repaired.
    public var diagnostics: [Diagnostic] = []

    /// Numbers of segments and persons.
    public struct Counts: Sendable, Hashable, Codable {
        /// Segments of the message (UNT).
        public var segments: Int?
        /// Persons of the list (CNT).
        public var persons: Int?

        /// Nothing declared.
        public init(segments: Int? = nil, persons: Int? = nil) {
            self.segments = segments
            self.persons = persons
        }
    }

    /// An empty list.
    public init(source: String, list: String) {
        self.source = source
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
    /// The class of visa, where the list says it.
    public var visaKind: VisaKind?
    /// The kind of document, where the list says it in Kawal's own words.
    public var documentKind: DocumentKind?
    /// The machine-readable zone, where the list carries one.
    public var zone: MachineReadableZone?

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

    /// A document.
    public init(kind: String, number: String? = nil, issuer: CountryCode? = nil, expiresOn: Day? = nil) {
        self.kind = kind
        self.number = number
        self.issuer = issuer
        self.expiresOn = expiresOn
    }
}
