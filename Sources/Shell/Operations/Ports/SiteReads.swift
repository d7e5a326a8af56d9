package import Exchange
package import Vocabulary

/// A consistent snapshot of a site's views, for the length of one closure.
package protocol SiteReads: ExchangeReads {
    /// The current records of a kind that a handle finds, in order of their keys.
    ///
    /// - Throws: `SiteFault`.
    func records<Record: OfficeRecord>(_ type: Record.Type, _ handle: Handle) throws -> [Record]

    /// The current records of a kind that any of some handles finds, each once, in order of their keys.
    ///
    /// - Throws: `SiteFault`.
    func records<Record: OfficeRecord>(_ type: Record.Type, anyOf handles: [Handle]) throws -> [Record]

    /// Current records of a kind of which there are few, at most so many, in order of their keys.
    ///
    /// - Throws: `SiteFault`.
    func records<Record: OfficeRecord>(_ type: Record.Type, limit: Int) throws -> [Record]

    /// The records of a kind that were loaded, old versions too, in the order of the ledger: among so many entries from one on.
    /// `next` is the entry after those; what was erased is not among them.
    ///
    /// - Throws: `SiteFault`.
    func loaded<Record: OfficeRecord>(
        _ type: Record.Type,
        from entry: UInt64,
        entries: Int
    ) throws -> (records: [(entry: UInt64, record: Record)], next: UInt64)

    /// How many current records there are of a kind, and when the last one was loaded; nil where none ever was.
    ///
    /// - Throws: `SiteFault`.
    func loaded(_ kind: RecordKind) throws -> (count: Int, lastAt: Moment)?

    /// The entries about anybody of a group whose bodies stand, ascending.
    ///
    /// - Throws: `SiteFault`.
    func entries(about subjects: Set<EntrySubject>) throws -> [UInt64]

    /// The entries of a retention class whose time counts from a moment or before, oldest first, at most so many.
    ///
    /// - Throws: `SiteFault`.
    func entries(kept: RetentionClass, since latest: Moment, limit: Int) throws -> [UInt64]

    /// The entries that the partner told with a type of message, whose time counts from a moment or before, oldest first, at most so
    /// many.
    ///
    /// - Throws: `SiteFault`.
    func entries(toldAs type: String, since latest: Moment, limit: Int) throws -> [UInt64]

    /// The period whose key payers and telephones are counted under, and its entry; nil before the first.
    ///
    /// - Throws: `SiteFault`.
    func contactPeriod() throws -> (period: ContactPeriod, entry: UInt64)?

    /// The receipts of a worker who was let go, newest first.
    ///
    /// - Throws: `SiteFault`.
    func releases(of passport: PassportNumber) throws -> [KeptRelease]

    /// The receipts of an officer for a day of departure, newest first.
    ///
    /// - Throws: `SiteFault`.
    func releases(by officer: String, on day: Day) throws -> [KeptRelease]

    /// The audit samples of a passport's holder.
    ///
    /// - Throws: `SiteFault`.
    func samples(of passport: PassportNumber) throws -> [AuditSample]

    /// The flights and voyages that depart on a day, by time; passengers and crew are a list each.
    ///
    /// - Throws: `SiteFault`.
    func flights(on day: Day) throws -> [FlightSummary]

    /// One flight by its passengers' list, else by another; nil where no list of it was received.
    ///
    /// - Throws: `SiteFault`.
    func flight(_ key: FlightKey) throws -> FlightSummary?

    /// The list of a flight that stands: `passengers` or `crew`; nil where none was received.
    ///
    /// - Throws: `SiteFault`.
    func manifest(of flight: FlightKey, list: String) throws -> ManifestReceived?

    /// The travellers of a flight whose advice is not clear, in order of the list.
    ///
    /// - Throws: `SiteFault`.
    func screened(on flight: FlightKey) throws -> [ScreenedTraveller]

    /// One traveller's screening; nil where it is unknown or was superseded and withdrawn.
    ///
    /// - Throws: `SiteFault`.
    func screened(id: String) throws -> ScreenedTraveller?

    /// Referrals for departures of a day, newest first; one without a flight counts for the day of its opening in
    /// western Indonesia.
    ///
    /// - Throws: `SiteFault`.
    func referrals(on day: Day) throws -> [Referral]

    /// The referrals of a passport's holder, newest first.
    ///
    /// - Throws: `SiteFault`.
    func referrals(for passport: PassportNumber) throws -> [Referral]

    /// One referral.
    ///
    /// - Throws: `SiteFault`.
    func referral(id: String) throws -> Referral?

    /// What officers have attested for the holder of a passport, newest first.
    ///
    /// - Throws: `SiteFault`.
    func attestations(for passport: PassportNumber) throws -> [DocumentAttested]

    /// Doubtful links that nobody has decided, newest first, at most so many.
    ///
    /// - Throws: `SiteFault`.
    func doubts(limit: Int) throws -> [LinkDoubted]

    /// One doubtful link; nil where it is unknown or decided.
    ///
    /// - Throws: `SiteFault`.
    func doubt(id: String) throws -> LinkDoubted?

    /// All doubts that ever arose about the holder of a passport, newest first.
    ///
    /// - Throws: `SiteFault`.
    func doubts(on passport: PassportNumber) throws -> [LinkDoubted]

    /// What was decided of the holder of a passport, newest first.
    ///
    /// - Throws: `SiteFault`.
    func linkDecisions(for passport: PassportNumber) throws -> [LinkDecided]

    /// All that was decided of links and is still kept, oldest first.
    ///
    /// - Throws: `SiteFault`.
    func linkDecisions() throws -> [LinkDecided]

    /// All acts on a piece of evidence, oldest first.
    ///
    /// - Throws: `SiteFault`.
    func evidence(id: String) throws -> [EvidenceMove]

    /// All acts on the evidence of a case, oldest first.
    ///
    /// - Throws: `SiteFault`.
    func evidence(of caseID: String) throws -> [EvidenceMove]

    /// The entries of a case: its moves and the acts on its evidence, in order.
    ///
    /// - Throws: `SiteFault`.
    func entries(ofCase id: String) throws -> [UInt64]

    /// The body of an entry with its salt before it, whose SHA-256 is the entry's body digest; nil where it was erased.
    ///
    /// - Throws: `SiteFault`.
    func saltedBody(at entry: UInt64) throws -> [UInt8]?

    /// All claims as numbers, in order of their entries.
    ///
    /// - Throws: `SiteFault`.
    func claimEdges() throws -> [ClaimEdge]

    /// The entry of the newest claim; nil where there is none.
    ///
    /// - Throws: `SiteFault`.
    func newestClaim() throws -> Int64?

    /// By what it is seen whether claims have come or gone; counts them all.
    ///
    /// - Throws: `SiteFault`.
    func claimMarks() throws -> ClaimMarks

    /// The claims of some entries, in order; what was erased is not among them.
    ///
    /// - Throws: `SiteFault`.
    func claims(at entries: [Int64]) throws -> [NetworkClaim]

    /// The departures after a moment on which somebody is not asked again.
    ///
    /// - Throws: `SiteFault`.
    func settled(after moment: Moment) throws -> [DepartureSettled]

    /// Where the case stands to which a referral led; nil where nobody has begun.
    ///
    /// - Throws: `SiteFault`.
    func standing(ofCaseAfter referral: String) throws -> (state: String, isOpen: Bool)?

    /// The claims of a source, in order of their entries.
    ///
    /// - Throws: `SiteFault`.
    func claims(source: String) throws -> [NetworkClaim]

    /// The marks of those whom chance drew for departures after a moment and who were asked already.
    ///
    /// - Throws: `SiteFault`.
    func answeredDraws(after moment: Moment) throws -> Set<String>

    /// Every opening in need of a case, oldest first.
    ///
    /// - Throws: `SiteFault`.
    func glass(of caseID: String) throws -> [GlassBroken]

    /// Openings in need that nobody has reviewed, oldest first.
    ///
    /// - Throws: `SiteFault`.
    func glassToReview(limit: Int) throws -> [GlassBroken]

    /// The alarms about other logs that nobody has cleared, oldest first, at most a hundred.
    ///
    /// - Throws: `SiteFault`.
    func witnessAlarms() throws -> [WitnessAlarmed]

    /// The notes that shifts of a post have left, newest first, at most so many.
    ///
    /// - Throws: `SiteFault`.
    func shiftNotes(of post: String, limit: Int) throws -> [KeptShiftNote]

    /// One note; nil where it is unknown or its time is over.
    ///
    /// - Throws: `SiteFault`.
    func shiftNote(id: String) throws -> KeptShiftNote?

    /// The roster in force at a post at a moment; nil where none is.
    ///
    /// - Throws: `SiteFault`.
    func roster(of post: String, at moment: Moment) throws -> Roster?

    /// The rosters of a post that end after a moment, by their beginning.
    ///
    /// - Throws: `SiteFault`.
    func rosters(of post: String, after moment: Moment) throws -> [Roster]

    /// Travellers whom chance has drawn for departures after a moment, with the entries, by departure.
    ///
    /// - Throws: `SiteFault`.
    func draws(after moment: Moment) throws -> [(entry: UInt64, draw: RandomDraw)]

    /// The moves of a case, oldest first; empty where there is none.
    ///
    /// - Throws: `SiteFault`.
    func caseMoves(_ id: String) throws -> [CaseMove]

    /// How often steps of cases were taken from a moment on and before another; a decision that fell is one step.
    ///
    /// - Throws: `SiteFault`.
    func tallies(from begin: Moment, before end: Moment) throws -> [(tally: CaseTally, count: Int)]

    /// The entries of a case's moves.
    ///
    /// - Throws: `SiteFault`.
    func caseEntries(_ id: String) throws -> [UInt64]

    /// The last move of the case that a referral led to; nil where nobody has begun.
    ///
    /// - Throws: `SiteFault`.
    func caseOf(referral id: String) throws -> CaseMove?

    /// The case that a slip was printed for.
    ///
    /// - Throws: `SiteFault`.
    func caseOf(slip code: String) throws -> String?

    /// What stays of a case whose slip has this digest, once its decision fell.
    ///
    /// - Throws: `SiteFault`.
    func caseErased(slipDigest: String) throws -> CaseErased?

    /// Open cases whose clock has run out, the longest overdue first.
    ///
    /// - Throws: `SiteFault`.
    func cases(dueBefore moment: Moment, limit: Int) throws -> [CaseLine]

    /// Open cases of a course, of one owner where one is named, those first whose clock runs out first.
    ///
    /// - Throws: `SiteFault`.
    func openCases(_ kind: CaseKind, of owner: String?, limit: Int) throws -> [CaseLine]

    /// The cases of one incident, newest first.
    ///
    /// - Throws: `SiteFault`.
    func cases(ofEvent event: String) throws -> [CaseLine]

    /// The case of support that knows who stands behind a token.
    ///
    /// - Throws: `SiteFault`.
    func caseOf(token: VictimToken) throws -> String?

    /// The cases about a passport's holder, newest first.
    ///
    /// - Throws: `SiteFault`.
    func cases(of passport: PassportNumber) throws -> [CaseLine]

    /// The cases about an applicant, newest first.
    ///
    /// - Throws: `SiteFault`.
    func cases(of nik: NIK) throws -> [CaseLine]

    /// What happened about somebody, with the entries, oldest first; what was erased or waits for the shared ledger is not among it.
    ///
    /// - Throws: `SiteFault`.
    func events(about subject: EntrySubject) throws -> [(entry: UInt64, event: SiteEvent)]

    /// Who gave the command that an entry stands for; nil where there is no such entry.
    ///
    /// - Throws: `SiteFault`.
    func actor(of entry: UInt64) throws -> String?

    /// The lists that came in a file with this SHA-256 digest, where it was received before.
    ///
    /// - Throws: `SiteFault`.
    func manifests(digest: String) throws -> [ManifestReceived]

    /// When the list that stands for a flight was received; nil where none was.
    ///
    /// - Throws: `SiteFault`.
    func receivedAt(_ flight: FlightKey, list: String) throws -> Moment?

    /// The lists received last, newest first.
    ///
    /// - Throws: `SiteFault`.
    func recentManifests(limit: Int) throws -> [FlightSummary]

    /// The passes that were issued for a document, newest first.
    ///
    /// - Throws: `SiteFault`.
    func passes(for passport: PassportNumber) throws -> [PassIssued]

    /// A pass by the mark of its number.
    ///
    /// - Throws: `SiteFault`.
    func pass(_ mark: PassMark) throws -> PassIssued?

    /// That a pass was taken back; nil where it stands.
    ///
    /// - Throws: `SiteFault`.
    func revocation(of mark: PassMark) throws -> PassRevoked?

    /// Passes that end on a day or later and were not taken back, at most so many after a mark, in order of their marks.
    ///
    /// - Throws: `SiteFault`.
    func standingPasses(on day: Day, after mark: PassMark?, limit: Int) throws -> [PassIssued]

    /// The marks of passes that were taken back and would end on a day or later, ascending.
    ///
    /// - Throws: `SiteFault`.
    func revokedPasses(on day: Day) throws -> [PassMark]

    /// An account by name.
    ///
    /// - Throws: `SiteFault`.
    func account(named name: String) throws -> Account?

    /// All accounts, by name.
    ///
    /// - Throws: `SiteFault`.
    func accounts() throws -> [Account]

    /// A machine's key by its public identifier.
    ///
    /// - Throws: `SiteFault`.
    func machineKey(id: String) throws -> MachineKey?

    /// All machine keys, newest first.
    ///
    /// - Throws: `SiteFault`.
    func machineKeys() throws -> [MachineKey]
}

extension SiteReads {
    /// Open cases of a course, whosever they are.
    ///
    /// - Throws: `SiteFault`.
    package func openCases(_ kind: CaseKind, limit: Int) throws -> [CaseLine] {
        try openCases(kind, of: nil, limit: limit)
    }
}
