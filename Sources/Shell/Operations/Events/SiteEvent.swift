package import Vocabulary

/// What can happen at a site beside the loading of rows; each is one kind of ledger entry.
///
/// - Shape: the body of an entry is the case's value as canonical JSON (RFC 8785).
package enum SiteEvent: Sendable, Hashable {
    /// `manifest.received/1`: a list arrived and was screened.
    case manifestReceived(ManifestReceived)
    /// `departure.screened/1`: a traveller of a list is not clear.
    case travellerScreened(ScreenedTraveller)
    /// `referral.opened/1`: an interview is suggested, by the list's screening or by an officer at the counter.
    case referralOpened(Referral)
    /// `referral.withdrawn/1`: a referral fell away: a later list, an attestation, a renewed screening.
    case referralWithdrawn(ReferralWithdrawn)
    /// `referral.answered/1`: the ministry's desk has answered a referral.
    case referralAnswered(ReferralAnswered)
    /// `document.attested/1`: an officer has seen a document in the hand; a proposed correction to the registry.
    case documentAttested(DocumentAttested)
    /// `link.doubted/1`: a placement may be a traveller's and may be another's.
    case linkDoubted(LinkDoubted)
    /// `link.decided/1`: a person has decided whose a placement is.
    case linkDecided(LinkDecided)
    /// `case.moved/1`: a step of a case was taken.
    case caseMoved(CaseMove)
    /// `case.erased/1`: a decision fell, and what it was about is erased.
    case caseErased(CaseErased)
    /// `evidence.moved/1`: something was done with a piece of evidence.
    case evidenceMoved(EvidenceMove)
    /// `claim.made/1`: two things of a recruiter's network belong together, as somebody says.
    case claimMade(NetworkClaim)
    /// `departure.settled/1`: a decision fell, so that nobody asks the same person again on that departure.
    case departureSettled(DepartureSettled)
    /// `arm.answered/1`: somebody whom chance has drawn was asked; nobody is named.
    case randomAnswered(RandomAnswered)
    /// `glass.broken/1`: somebody opened a case in need that isn't part of the own duties.
    case glassBroken(GlassBroken)
    /// `glass.reviewed/1`: the other agency has reviewed it.
    case glassReviewed(GlassReviewed)
    /// `shift.handed/1`: the head of a shift tells the next what is open.
    case shiftHandedOver(ShiftNote)
    /// `shift.taken/1`: the next head of shift has read it.
    case shiftTakenOver(ShiftNoteTaken)
    /// `roster.set/1`: who interviews in a shift.
    case rosterSet(Roster)
    /// `arm.drawn/1`: chance has drawn a traveller to be invited.
    case randomDrawn(RandomDraw)
    /// `record.read/1`: somebody looked at what is known of a person.
    case recordRead(RecordRead)
    /// `log.key/1`: the key that signs the log's checkpoints was changed.
    case logKeyChanged(LogKeyChanged)
    /// `witness.alarmed/1`: the partner's log contradicts what was witnessed of it.
    case witnessAlarmed(WitnessAlarmed)
    /// `witness.cleared/1`: a person has found out why.
    case witnessCleared(WitnessCleared)
    /// `body.erased/1`: bodies of earlier entries were erased.
    case bodiesErased(BodiesErased)
    /// `contact.period/1`: payers and telephones are counted under a new key.
    case contactPeriodBegun(ContactPeriod)
    /// `audit.sampled/1`: chance has drawn a traveller who is clear.
    case travellerSampled(AuditSample)
    /// `worker.released/1`: an officer's check cleared a registered worker.
    case workerReleased(ReleaseReceipt)
    /// `pass.issued/1`: a worker's pass was issued for a complete placement.
    case passIssued(PassIssued)
    /// `pass.revoked/1`: a worker's pass was taken back; nobody is named.
    case passRevoked(PassRevoked)
    /// `account.changed/1`: an account was added, changed, disabled or given a new password.
    case accountChanged(Account)
    /// `key.changed/1`: a machine's key was issued or revoked.
    case machineKeyChanged(MachineKey)
    /// `exchange.queued/1`: a message to the partner was written.
    case exchangeQueued(ExchangeQueued)
    /// `exchange.gathered/1`: the ledger was looked through for what crosses.
    case exchangeGathered(ExchangeGathered)
    /// `exchange.skipped/1`: a message falls out of its stream.
    case exchangeSkipped(ExchangeSkipped)
    /// `exchange.closed/1`: a person has looked at a dead letter.
    case exchangeClosed(ExchangeClosed)
    /// `exchange.delivered/1`: the partner has taken messages.
    case exchangeDelivered(ExchangeDelivered)
    /// `exchange.proven/1`: the partner has proven what it took.
    case exchangeProven(ExchangeProven)
    /// `exchange.received/1`: a message of the partner was taken.
    case exchangeReceived(ExchangeReceived)
    /// `exchange.alarmed/1`: something in the exchange is not as it can be.
    case exchangeAlarmed(ExchangeAlarmed)
    /// `exchange.resolved/1`: a person has found out what was behind an alarm.
    case exchangeResolved(ExchangeResolved)
    /// `agreement.signed/1`: one side has signed the agreement.
    case agreementSigned(AgreementSigned)
    /// `exchange.trusted/1`: the partner's keys were taken.
    case exchangeTrusted(ExchangeTrusted)
    /// `lookup.published/1`: a version of a sealed table was published, here or by the partner.
    case lookUpPublished(LookUpPublished)
    /// `lookup.granted/1`: a list of the partner's was given leave to be asked about.
    case lookUpGranted(LookUpGranted)

    /// The entry's kind, with the version of its body.
    package var kind: String {
        switch self {
        case .manifestReceived: "manifest.received/1"
        case .travellerScreened: "departure.screened/1"
        case .referralOpened: "referral.opened/1"
        case .referralWithdrawn: "referral.withdrawn/1"
        case .referralAnswered: "referral.answered/1"
        case .documentAttested: "document.attested/1"
        case .linkDoubted: "link.doubted/1"
        case .linkDecided: "link.decided/1"
        case .caseMoved: "case.moved/1"
        case .caseErased: "case.erased/1"
        case .evidenceMoved: "evidence.moved/1"
        case .claimMade: "claim.made/1"
        case .departureSettled: "departure.settled/1"
        case .randomAnswered: "arm.answered/1"
        case .glassBroken: "glass.broken/1"
        case .glassReviewed: "glass.reviewed/1"
        case .shiftHandedOver: "shift.handed/1"
        case .shiftTakenOver: "shift.taken/1"
        case .rosterSet: "roster.set/1"
        case .randomDrawn: "arm.drawn/1"
        case .recordRead: "record.read/1"
        case .logKeyChanged: "log.key/1"
        case .witnessAlarmed: "witness.alarmed/1"
        case .witnessCleared: "witness.cleared/1"
        case .bodiesErased: "body.erased/1"
        case .contactPeriodBegun: "contact.period/1"
        case .travellerSampled: "audit.sampled/1"
        case .workerReleased: "worker.released/1"
        case .passIssued: "pass.issued/1"
        case .passRevoked: "pass.revoked/1"
        case .accountChanged: "account.changed/1"
        case .machineKeyChanged: "key.changed/1"
        case .exchangeQueued: "exchange.queued/1"
        case .exchangeGathered: "exchange.gathered/1"
        case .exchangeSkipped: "exchange.skipped/1"
        case .exchangeClosed: "exchange.closed/1"
        case .exchangeDelivered: "exchange.delivered/1"
        case .exchangeProven: "exchange.proven/1"
        case .exchangeReceived: "exchange.received/1"
        case .exchangeAlarmed: "exchange.alarmed/1"
        case .exchangeResolved: "exchange.resolved/1"
        case .agreementSigned: "agreement.signed/1"
        case .exchangeTrusted: "exchange.trusted/1"
        case .lookUpPublished: "lookup.published/1"
        case .lookUpGranted: "lookup.granted/1"
        }
    }
}

/// A list that was received and screened; it replaces earlier lists of the same flight.
package struct ManifestReceived: Sendable, Hashable, Codable {
    /// The flight.
    package var flight: FlightKey
    /// Where to: the last place of the list.
    package var to: String?
    /// The time of departure at the place.
    package var departsAt: WallTime?
    /// Passengers or crew.
    package var list: String
    /// The list's own reference, by which its parts are known.
    package var reference: String?
    /// The parts that have come, where the list comes in parts; empty otherwise.
    package var parts: [Int]
    /// SHA-256 of the bytes, in hexadecimal; parts of one list have one each, in order.
    package var digests: [String]
    /// Who sent it.
    package var sender: String?
    /// Numbers by advice.
    package var counts: AdviceCounts
    /// The same for each part that came alone, so that a corrected part replaces its earlier form.
    package var partCounts: [Int: AdviceCounts]?
    /// How many travellers share a payer or a telephone, under tokens.
    package var contacts: [ContactCount]?
    /// The rules used.
    package var rules: String
    /// What was refused or repaired.
    package var diagnostics: [Diagnostic]
    /// How the flight ended, once the carrier has said so.
    package var closure: FlightClosure?

    /// A received list.
    package init(
        flight: FlightKey,
        to: String?,
        departsAt: WallTime?,
        list: String,
        reference: String? = nil,
        parts: [Int] = [],
        digests: [String],
        sender: String?,
        counts: AdviceCounts,
        rules: String,
        diagnostics: [Diagnostic]
    ) {
        self.flight = flight
        self.to = to
        self.departsAt = departsAt
        self.list = list
        self.reference = reference
        self.parts = parts
        self.digests = digests
        self.sender = sender
        self.counts = counts
        self.rules = rules
        self.diagnostics = diagnostics
    }
}

/// A traveller of a list whose advice is not clear; clear travellers are counted, not kept.
package struct ScreenedTraveller: Sendable, Hashable, Codable {
    /// The screening's identifier (UUIDv7).
    package var id: String
    /// The flight.
    package var flight: FlightKey
    /// The place in the list, from 1; 0 at a counter.
    package var person: Int
    /// The document listed.
    package var passport: PassportNumber?
    /// The name listed.
    package var name: String
    /// The explained advice.
    package var assessment: Assessment
    /// The list: `passengers` or `crew`, as in the list's own entry, or `counter`.
    package var list: String
    /// The part of the list, where it came alone.
    package var part: Int?
    /// What the carrier calls the person (RFF+ABO), for answers.
    package var reference: String?
    /// The booking's locator, for answers.
    package var booking: String?
    /// The birth date listed, by which a child is known where no register knows it; no rule sees it.
    package var bornOn: Day?

    /// Whom it is about, as the ledger names people; nil where no document is known.
    package var subject: EntrySubject? { passport.map(EntrySubject.passport) }

    /// The list of those who were checked at a counter; no airline's list replaces it.
    package static let counter = "counter"

    /// A screened traveller.
    package init(
        id: String,
        flight: FlightKey,
        person: Int,
        passport: PassportNumber?,
        name: String,
        assessment: Assessment,
        list: String = "passengers"
    ) {
        self.id = id
        self.flight = flight
        self.person = person
        self.passport = passport
        self.name = name
        self.assessment = assessment
        self.list = list
    }
}

/// A suggested interview (rujukan): one for each person and departure.
package struct Referral: Sendable, Hashable, Codable {
    /// The referral's identifier (UUIDv7).
    package var id: String
    /// The screening it rests on; nil where an officer opened it at the counter.
    package var screening: String?
    /// The flight; nil at a counter without one.
    package var flight: FlightKey?
    /// The document.
    package var passport: PassportNumber?
    /// When it was opened.
    package var openedAt: Moment
    /// The codes of the checks or the officer's coded reason.
    package var codes: [String]
    /// The flight's list that the person stands on: `passengers` or `crew`; nil at a counter without one.
    package var list: String?
    /// Where the flight goes, as the other agency's site says, which alone has the list; else nil.
    package var to: String?
    /// When the flight leaves, as the other agency's site says.
    package var departsAt: WallTime?
    /// With what probability chance drew the traveller; nil where nobody was drawn.
    package var probability: Double?
    /// The officer who opened it at the counter; nil where a screening did.
    package var officer: String?
    /// Why it was withdrawn; nil while it stands.
    package var withdrawnFor: String?
    /// Whether it waits here because the shared ledger can't be reached: the other nodes don't know it yet; never stored.
    package var isUnshared: Bool?

    /// A referral.
    package init(
        id: String,
        screening: String?,
        flight: FlightKey?,
        passport: PassportNumber?,
        openedAt: Moment,
        codes: [String],
        list: String? = nil,
        withdrawnFor: String? = nil
    ) {
        self.id = id
        self.screening = screening
        self.flight = flight
        self.passport = passport
        self.openedAt = openedAt
        self.codes = codes
        self.list = list
        self.withdrawnFor = withdrawnFor
    }
}

extension Referral {
    /// The day of departure that it is about; of one without a flight, the day of its opening in a zone.
    package func day(zone: Int) -> Day { flight?.departsOn ?? openedAt.day(zone: zone) }
}

/// A referral that fell away.
package struct ReferralWithdrawn: Sendable, Hashable, Codable {
    /// The referral.
    package var id: String
    /// Why, as a code: `later-list`, `dropped-from-list`, `attested`.
    package var reason: String

    /// A withdrawal.
    package init(id: String, reason: String) {
        self.id = id
        self.reason = reason
    }
}

/// A document that an officer has seen in the hand.
package struct DocumentAttested: Sendable, Hashable, Codable {
    /// The traveller's passport.
    package var passport: PassportNumber
    /// What was seen.
    package var attestation: Attestation
    /// The officer's account.
    package var officer: String
    /// When.
    package var at: Moment

    /// An attested document.
    package init(passport: PassportNumber, attestation: Attestation, officer: String, at: Moment) {
        self.passport = passport
        self.attestation = attestation
        self.officer = officer
        self.at = at
    }
}
