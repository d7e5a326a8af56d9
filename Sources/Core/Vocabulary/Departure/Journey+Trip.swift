/// Where a trip goes and how (perjalanan yang akan dilakukan).
public struct Trip: Sendable, Hashable {
    /// How the border is crossed.
    public enum Mode: Sendable, Hashable {
        /// By air.
        case air
        /// By sea.
        case sea
        /// By land.
        case land
    }

    /// How the border is crossed, where known.
    public var mode: Mode?
    /// The places of the list or ticket in order, as written.
    public var places: [String] = []
    /// The countries of those places in order, Indonesia left out; empty where no place is known.
    public var countries: [CountryCode] = []
    /// Where the person's list ends: the country of the last known place.
    public var listEndsIn: CountryCode?
    /// Whether the list ends at a place from which travellers usually go on (transit), and no ticket says where to.
    public var doesListEndInTransit = false
    /// The class of visa of this trip: the list's, else the ticket's.
    public var visaKind: VisaKind?
    /// The class of visa that the list itself gives; a contradiction to a placement rests on it alone.
    public var listedVisaKind: VisaKind?
    /// The ticket, where one is known.
    public var ticket: Known<Ticket?> = .unanswered
    /// The purpose stated in the application under judgement.
    public var statedPurpose: StatedPurpose?
    /// Whether the passport was asked for away from home in a transit town (T08), equal or not equal only.
    public var wasPassportAskedInTransitTown: Bool?

    /// A trip of which nothing is known.
    public init() {}
}

/// A ticket without its holder (tiket).
public struct Ticket: Sendable, Hashable {
    /// Whether there is no way back on it.
    public var isOneWay: Bool?
    /// The day of the way back.
    public var returnOn: Day?
    /// The countries of the whole journey in order, Indonesia left out.
    public var countries: [CountryCode] = []
    /// The places of the whole journey in order.
    public var places: [String] = []
    /// How many travel on the locator.
    public var groupSize: Int?
    /// Whether somebody else's token stands as payer; nil where unknown.
    public var hasPayer: Bool?
    /// Whether the ticket says which bureau sold it.
    public var namesBureau = false
    /// The bureau that sold it; answered nil where what the ticket says is in no row of licences.
    public var bureau: Known<AgencyView?> = .unanswered

    /// A ticket of which nothing is known.
    public init() {}

    /// Whether the ticket brings the traveller back.
    public var hasReturn: Bool { returnOn != nil || isOneWay == false }
}

/// An agency as a rule sees it.
public struct AgencyView: Sendable, Hashable {
    /// The licence number.
    public var licence: AgencyLicence
    /// What it is licensed for.
    public var business: Agency.Business
    /// The state of the licence.
    public var standing: Agency.Standing?
    /// Since when.
    public var standingSince: Day?
    /// The last day of the licence.
    public var validUntil: Day?

    /// An agency.
    public init(
        licence: AgencyLicence,
        business: Agency.Business,
        standing: Agency.Standing?,
        standingSince: Day?,
        validUntil: Day?
    ) {
        self.licence = licence
        self.business = business
        self.standing = standing
        self.standingSince = standingSince
        self.validUntil = validUntil
    }
}

/// A placement beside what it names: its agency, its job order, the passport it was filed under.
public struct PlacementView: Sendable, Hashable {
    /// The papers and terms.
    public var file: PlacementFile
    /// The passport it was filed under.
    public var filedPassport: Answer<PassportNumber> = .blank
    /// Whether that passport is the presented one, or one the person has held, or a slip of one.
    public var isFiledUnderOwnPassport: Bool?
    /// The agency; answered nil where the licence is in no row.
    public var agency: Known<AgencyView?> = .unanswered
    /// The job order; answered nil where the number is in no row.
    public var jobOrder: Known<JobOrder?> = .unanswered

    /// A placement.
    public init(file: PlacementFile) { self.file = file }

    /// Whether the placement still stands (an unknown status counts as open).
    public var isOpen: Bool { file.status?.isOpen ?? true }
}

/// A passport beside the presented document.
public struct PassportView: Sendable, Hashable {
    /// The document.
    public var file: PassportFile
    /// Whether it is the presented one.
    public var isPresented = false
    /// Whether its holder's name has the same words as the presented document's; nil where unknown.
    public var isNameEqual: Bool?
    /// Whether every word of the shorter name stands in the longer (a name added for hajj or marriage).
    public var isNameContained: Bool?
    /// Whether its holder's birth date is the presented document's; nil where unknown.
    public var isBirthEqual: Bool?
    /// Whether it is held to be the same person's by NIK, and not only by name.
    public var isSameNIK = false

    /// A passport.
    public init(file: PassportFile) { self.file = file }
}

/// A crossing, without its traveller.
public struct CrossingView: Sendable, Hashable {
    /// Which way.
    public var direction: Crossing.Direction
    /// The day by Indonesian time.
    public var day: Day
    /// The country gone to, or come from.
    public var country: CountryCode?
    /// Where.
    public var checkpoint: String?

    /// A crossing.
    public init(direction: Crossing.Direction, day: Day, country: CountryCode?, checkpoint: String? = nil) {
        self.direction = direction
        self.day = day
        self.country = country
        self.checkpoint = checkpoint
    }
}

/// A notice beside how it matched.
public struct NoticeView: Sendable, Hashable {
    /// How a notice matched the person or the trip.
    public enum Match: Sendable, Hashable {
        /// By passport number.
        case passport
        /// By NIK.
        case nik
        /// By full name and birth date, the notice having no number.
        case nameAndBirth
        /// By name alone, or with a birth date that a slip may have changed: to look at, never a match.
        case name
        /// By destination.
        case destination
    }

    /// The notice, its name and birth date removed.
    public var notice: Notice
    /// How it matched.
    public var match: Match

    /// A notice that matched.
    public init(notice: Notice, match: Match) {
        self.notice = notice
        self.match = match
    }
}

/// A document that an officer has seen in the hand (dokumen ditunjukkan).
public struct Attestation: Sendable, Hashable, Codable {
    /// Which document, by its name in `Rules/`: `visa`, `contract`, `insurance` and others.
    public var document: String
    /// Its number.
    public var number: String
    /// The last day of its validity; nil where it has none.
    public var validUntil: Day?

    /// An attested document.
    public init(document: String, number: String, validUntil: Day?) {
        self.document = document
        self.number = number
        self.validUntil = validUntil
    }
}

/// How a traveller was put beside the registry (tautan).
public struct Link: Sendable, Hashable, Codable {
    /// What agreed: `nik`, `passport`, `name`; `officer` where a person has decided.
    public var by: String
    /// The probability that it is the same person, 0 to 1.
    public var probability: Double

    /// A link.
    public init(by: String, probability: Double) {
        self.by = by
        self.probability = probability
    }
}

/// A placement that may be the traveller's and may be another's (tautan meragukan): a person decides.
public struct LinkDoubt: Sendable, Hashable, Codable {
    /// The placement.
    public var placement: PlacementNumber
    /// The probability that it is the traveller's.
    public var probability: Double
    /// What each comparison says.
    public var evidence: [LinkEvidence]

    /// A doubt.
    public init(placement: PlacementNumber, probability: Double, evidence: [LinkEvidence]) {
        self.placement = placement
        self.probability = probability
        self.evidence = evidence
    }
}

/// Something that doesn't fit, to be asked; never a point against.
public struct JourneyQuestion: Sendable, Hashable {
    /// The fact asked for: `registry.passport`, `ticket.itinerary` and others.
    public var fact: String

    /// A question.
    public init(fact: String) { self.fact = fact }
}
