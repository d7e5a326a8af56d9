package import Vocabulary

/// What a counter, a gate or a program asks about one traveller.
package struct TravellerCheck: Sendable, Hashable {
    /// The machine-readable zone as read, lines in order; or nil.
    package var zone: [String]?
    /// The passport number typed by hand; or nil.
    package var passport: PassportNumber?
    /// The flight or voyage, where known.
    package var flight: FlightKey?
    /// The destination: a place (IATA, UN/LOCODE) or country code; or nil.
    package var destination: String?
    /// The class of visa seen in the passport; or nil.
    package var visaKind: VisaKind?
    /// Whether the traveller leaves as crew.
    package var isCrew = false

    /// A check of nobody yet.
    package init() {}
}

/// The answer to a check.
package struct CheckAnswer: Sendable {
    /// What the zone says, where one was read.
    package var zone: MachineReadableZone?
    /// The document that was judged.
    package var passport: PassportNumber?
    /// The name as read or registered, for the officer who asked.
    package var name: String?
    /// The holder's birth date, as the zone or the register has it; for a pass beside it, shown to nobody.
    package var bornOn: Day?
    /// The explained advice.
    package var assessment: Assessment
    /// The day judged.
    package var day: Day
    /// The screening kept in the ledger, where the advice is refer or statutory.
    package var screening: String?
    /// The referral that stands for this person and departure.
    package var referral: Referral?

    /// An answer.
    package init(assessment: Assessment, day: Day) {
        self.assessment = assessment
        self.day = day
    }
}

/// What an autogate is told; never why.
package enum GateAnswer: String, Sendable, Codable {
    /// Open.
    case proceed
    /// To the counter.
    case counter
}

/// What came of a file that was received.
package struct Reception: Sendable {
    /// One for each list in the file.
    package var manifests: [ManifestReceived]
    /// What was refused or repaired outside the lists.
    package var diagnostics: [Diagnostic]
    /// Whether the very same file had been received before, so that nothing was done.
    package var isRepeat: Bool
    /// Travellers' bookings that the file held.
    package var bookings = LoadCount()
    /// What the carrier is told, one for each list in the file.
    package var answers: [CustomsResponse] = []

    /// A reception.
    package init(manifests: [ManifestReceived], diagnostics: [Diagnostic], isRepeat: Bool) {
        self.manifests = manifests
        self.diagnostics = diagnostics
        self.isRepeat = isRepeat
    }
}

/// A passport application and its advice.
package struct ApplicationAnswer: Sendable {
    /// The application's key in the register.
    package var key: String
    /// The applicant's name, for the officer who asked.
    package var name: String?
    /// Whom it is about, as the ledger names people; nil where no NIK is known.
    package var subject: EntrySubject?
    /// The application.
    package var file: PassportFile
    /// The day judged.
    package var day: Day
    /// The explained advice.
    package var assessment: Assessment

    /// An answer.
    package init(
        key: String,
        name: String?,
        subject: EntrySubject?,
        file: PassportFile,
        day: Day,
        assessment: Assessment
    ) {
        self.key = key
        self.name = name
        self.subject = subject
        self.file = file
        self.day = day
        self.assessment = assessment
    }
}

/// How far a feed reaches, as seen on a day.
package struct FeedStatus: Sendable, Hashable {
    /// The feed.
    package var kind: RecordKind
    /// Who sends it.
    package var owner: String?
    /// The current records.
    package var count: Int
    /// When something of it was last loaded; nil where never.
    package var loadedAt: Moment?
    /// The day up to which its sender says it is complete.
    package var completeUntil: Day?
    /// Its state, as its sender says.
    package var state: Feed.State?
    /// Whether it counts as answered today.
    package var isAnswered: Bool

    /// A feed's status.
    package init(
        kind: RecordKind,
        owner: String?,
        count: Int,
        loadedAt: Moment?,
        completeUntil: Day?,
        state: Feed.State?,
        isAnswered: Bool
    ) {
        self.kind = kind
        self.owner = owner
        self.count = count
        self.loadedAt = loadedAt
        self.completeUntil = completeUntil
        self.state = state
        self.isAnswered = isAnswered
    }
}

/// How a site stands.
package struct SiteStatus: Sendable {
    /// Every feed.
    package var feeds: [FeedStatus]
    /// The ledger.
    package var ledger: LedgerHead
    /// The digest of the rules in use.
    package var rules: String

    /// A status.
    package init(feeds: [FeedStatus], ledger: LedgerHead, rules: String) {
        self.feeds = feeds
        self.ledger = ledger
        self.rules = rules
    }
}

/// The papers a person says to have in hand, asked by the public readiness check; nothing of it is kept.
package struct ReadinessQuestion: Sendable, Hashable {
    /// The scheme.
    package var scheme: Scheme
    /// The destination.
    package var destination: CountryCode
    /// Documents in hand, by their names in `Rules/documents.csv`.
    package var documents: Set<String>
    /// What the employer is, where known.
    package var employerKind: EmployerKind?

    /// A question.
    package init(
        scheme: Scheme,
        destination: CountryCode,
        documents: Set<String>,
        employerKind: EmployerKind? = nil
    ) {
        self.scheme = scheme
        self.destination = destination
        self.documents = documents
        self.employerKind = employerKind
    }
}

extension CheckAnswer {
    /// Document and birth date, beside which a pass is read; nil where one of them isn't known.
    package var holder: (number: PassportNumber, bornOn: Day)? {
        guard let passport, let bornOn else { return nil }
        return (passport, bornOn)
    }
}
