/// One person's departure or passport application beside everything both agencies know of it (perjalanan):
/// the only thing that `Screening` sees.
///
/// No field holds a name, a NIK, a sex, a birth date or a home place. Where such a value matters by law, `Linking`
/// gives the result of a comparison instead. A rule can't use what it can't see (promise 5 of the design).
public struct Journey: Sendable, Hashable {
    /// What is asked for.
    public enum Occasion: Sendable, Hashable {
        /// A departure; crew lists are screened as crew.
        case departure(asCrew: Bool)
        /// A passport application.
        case application
    }

    /// What is asked for.
    public var occasion: Occasion
    /// The day judged: the departure day, or the day of the application.
    public var day: Day
    /// Whether the person is an Indonesian citizen, as the rules must treat it.
    public var citizenship: Citizenship
    /// What each source says about the age of 18 on the day.
    public var majority = Majority()
    /// The document presented, or the application.
    public var document = PresentedDocument()
    /// Where the trip goes and how.
    public var trip = Trip()
    /// The person's placements.
    public var placements: Known<[PlacementView]> = .unanswered
    /// The person's passports and applications, the presented one included, newest first.
    public var passports: Known<[PassportView]> = .unanswered
    /// The person's crossings under any passport, oldest first.
    public var crossings: Known<[CrossingView]> = .unanswered
    /// Notices that concern the person or the destination, in force or not.
    public var notices: Known<[NoticeView]> = .unanswered
    /// Whether an outcome says that the person was deported, and when it was found (D11: context only).
    public var deportedOn: Day?
    /// Documents that an officer has seen in the hand and attested for this person.
    public var attestations: [Attestation] = []
    /// How the person was put beside the registry; nil where nobody matched.
    public var link: Link?
    /// Placements that may be the person's: for people to decide, for no rule.
    public var doubts: [LinkDoubt] = []
    /// Feeds that this site has never received, as against those that are down or too old.
    public var neverLoaded: Set<RecordKind> = []
    /// Columns of placements that are another office's to bring, which is silent: an empty cell says nothing.
    public var silentColumns: Set<String> = []
    /// Things that don't fit and that a person should look at (a placement under another's passport …).
    public var questions: [JourneyQuestion] = []

    /// A journey of which nothing more is known.
    public init(occasion: Occasion, day: Day, citizenship: Citizenship) {
        self.occasion = occasion
        self.day = day
        self.citizenship = citizenship
    }
}

/// An answer that may not have come: a feed that was never loaded, is down or too old is unanswered.
public enum Known<Value: Sendable & Hashable>: Sendable, Hashable {
    /// Nobody answered: the facts are unknown.
    case unanswered
    /// The feed answered.
    case answered(Value)

    /// The value, where answered.
    public var value: Value? {
        if case .answered(let value) = self { value } else { nil }
    }
}

/// Whether a person is an Indonesian citizen.
public enum Citizenship: Sendable, Hashable {
    /// Indonesian.
    case indonesian
    /// Of another nationality: screened for statutory bars only.
    case other
    /// The list contradicts the zone or the passport register: counts as Indonesian.
    case contradicted
}

/// What the registry, the passport and the NIK say about the age of 18 on the judged day.
///
/// Not the age itself.
public struct Majority: Sendable, Hashable {
    /// What one source says.
    public enum Finding: Sendable, Hashable {
        /// Under 18 on the day.
        case minor
        /// 18 or older.
        case adult
    }

    /// By the presented document or list.
    public var byDocument: Finding?
    /// By the placement.
    public var byPlacement: Finding?
    /// By the NIK, whose day digits are not compared (an adult's NIK day slip is no finding).
    public var byNIK: Finding?
    /// By an earlier passport.
    public var byEarlierPassport: Finding?
    /// Whether the birth dates of these sources differ by more than a slip.
    public var doDatesDisagree = false

    /// Nothing known.
    public init() {}
}

/// The document shown or listed for this trip.
public struct PresentedDocument: Sendable, Hashable {
    /// Where the number stands in the passport register.
    public enum Standing: Sendable, Hashable {
        /// The register did not answer.
        case unanswered
        /// No document was given.
        case absent
        /// The register has no such number.
        case notRegistered
        /// The register has it.
        case registered(PassportFile)
        /// One character differs from a passport of the same person in the register (a slip).
        case slip(of: PassportFile)
    }

    /// The number as listed, or as in the zone where they differ.
    public var number: PassportNumber?
    /// The kind of document.
    public var kind: DocumentKind = .passport
    /// Where it stands in the register.
    public var standing: Standing = .absent
    /// The last day of validity as listed or printed, where the register has none.
    public var listedExpiresOn: Day?
    /// Whether a newer passport of the same person exists and is the one that is shown.
    public var isRenewal = false

    /// No document.
    public init() {}
}
