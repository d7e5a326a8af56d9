import Foundation
import ClusterLedger
import Exchange
import GRDB
import Operations
import PostgresFixture
import Vocabulary

@testable import SiteStore

/// The ledgers that must keep the contract: a site's own, and one that is shared in PostgreSQL.
enum StoreUnderTest: CaseIterable {
    case embedded
    case cluster

    static let allCases: [StoreUnderTest] = ThrowAwayServer.isInstalled ? [.embedded, .cluster] : [.embedded]

    func open(_ folder: TemporaryFolder) throws -> any Site {
        let mode = SiteStore.Mode.readWrite(createIfAbsent: true)
        switch self {
        case .embedded: return try SiteStore.open(folder: folder.path, mode: mode)
        case .cluster:
            let server = try ThrowAwayServer.shared.get()
            let ledger = ClusterLedger(server.address(try server.makeDatabase()))
            return try SiteStore.open(folder: folder.path, mode: mode, sharing: ledger)
        }
    }
}

/// 1 March 2026, 14.25 WIB.
let noon = Moment(milliseconds: 1_772_349_900_000)

/// A NIK of the invented region 99.
func nik(_ number: Int) -> NIK? { NIK(number: 9_900_000_000_000_000 + UInt64(number)) }

/// An invented placement; every number gives another person.
func placement(_ number: Int, employer: String = "PT Contoh") -> Placement {
    var placement = Placement()
    placement.file.number = PlacementNumber("PMI-\(number)")
    placement.file.employer = employer
    placement.holder.nik = nik(number)
    placement.holder.name = PersonName("Contoh Nomor\(number)")
    placement.holder.bornOn = Day(number: Int32(9000 + number))
    if let passport = PassportNumber("X\(number)") { placement.holder.passportNumber = .given(passport) }
    return placement
}

extension RecordChange {
    /// The row of a record.
    init<Record: OfficeRecord>(_ record: Record, subject: EntrySubject? = nil) {
        var body: [UInt8] = []
        Record.codec.write(record, into: &body)
        self.init(kind: Record.kind, key: record.key, handles: record.handles, subject: subject, body: body)
    }
}

extension Site {
    /// Commits one event.
    func record(_ event: SiteEvent, at moment: Moment = noon) async throws {
        try await record([event], at: moment)
    }

    /// Commits events together.
    func record(_ events: [SiteEvent], at moment: Moment = noon) async throws {
        try await commit { _ in
            Decision(
                events.map { EntryDraft($0, at: moment, actor: "petugas-1", purpose: "departure-check") },
                answer: ()
            )
        }
    }
}

let flight = FlightKey(number: "GA820", departsOn: noon.day(zone: 420), from: "CGK")

/// A received list.
func manifest(
    _ flight: FlightKey = flight,
    list: String = "passengers",
    digests: [String] = ["d1"],
    departsAt minute: Int? = 600
) -> ManifestReceived {
    ManifestReceived(
        flight: flight,
        to: "SIN",
        departsAt: minute.map { WallTime(day: flight.departsOn, minute: $0) },
        list: list,
        digests: digests,
        sender: "GA",
        counts: AdviceCounts(),
        rules: "sha256:0",
        diagnostics: [
            Diagnostic(
                .note,
                code: "list.note",
                at: 3,
                found: "a \"quote\"/",
                expected: "none",
                remedy: "look"
            )
        ]
    )
}

/// A traveller who is not clear.
func traveller(
    _ person: Int,
    id: String? = nil,
    advice: Advice = .refer,
    list: String = "passengers",
    on flight: FlightKey = flight
) -> ScreenedTraveller {
    var assessment = Assessment(advice: advice, rules: "sha256:0")
    assessment.link = Link(by: "nik", probability: 0.95)
    assessment.reasons = [
        Reason(
            code: "D02",
            kind: .objective,
            says: "Kalimat",
            saysToTraveller: "Kalimat",
            basis: "UU 18/2017",
            evidence: ["b10": "1", "b2": "2", "B1": "3", "a": "\u{1}é/"]
        )
    ]
    return ScreenedTraveller(
        id: id ?? "s\(person)",
        flight: flight,
        person: person,
        passport: PassportNumber("X\(person)"),
        name: "Contoh",
        assessment: assessment,
        list: list
    )
}

/// An opened referral.
func referral(_ id: String, flight: FlightKey? = flight, openedAt: Moment = noon) -> Referral {
    Referral(
        id: id,
        screening: "s1",
        flight: flight,
        passport: PassportNumber("X1"),
        openedAt: openedAt,
        codes: ["D02"]
    )
}

/// An attested document.
func attested(_ passport: String, _ number: String) throws -> DocumentAttested {
    DocumentAttested(
        passport: try PassportNumber(passport).orThrow(),
        attestation: Attestation(document: "visa", number: number, validUntil: nil),
        officer: "petugas-1",
        at: noon
    )
}

func doubted(_ id: String, _ passport: String = "X1", placement: String = "PMI-1") throws -> LinkDoubted {
    LinkDoubted(
        id: id,
        passport: try PassportNumber(passport).orThrow(),
        flight: manifest().flight,
        name: "SITI REKAAN",
        bornOn: Day("1990-07-01"),
        doubt: LinkDoubt(
            placement: try PlacementNumber(placement).orThrow(),
            probability: 0.6,
            evidence: [LinkEvidence(comparison: .name, level: .sound, bits: 9.1)]
        ),
        rules: "sha256:test",
        at: noon
    )
}

func decided(_ doubted: LinkDoubted, isSame: Bool = true) -> LinkDecided {
    LinkDecided(doubted, isSame: isSame, basis: .identityCard, officer: "petugas-1", at: noon)
}

func caseMove(_ number: Int, _ step: String, _ state: String, id: String = "c1") -> CaseMove {
    var content = CaseContent()
    if number == 1 { content.opening = CaseOpening(referral: "r1", passport: PassportNumber("X1")) }
    if step == "agree" { content.slip = "7KQ2-M4XN-90TD-3VWZ" }
    return CaseMove(
        id: id,
        kind: .departure,
        number: number,
        step: step,
        state: state,
        content: content,
        officer: "ani",
        authority: .immigration,
        at: noon.adding(seconds: number),
        dueAt: noon.adding(seconds: number + 60)
    )
}

func evidenceMove(_ number: Int, id: String = "e1", caseID: String = "c1") -> EvidenceMove {
    EvidenceMove(
        id: id,
        caseID: caseID,
        number: number,
        act: number == 1 ? .collect : .view,
        purpose: .investigate,
        name: "foto.jpg",
        mediaType: "image/jpeg",
        bytes: 10,
        digest: String(repeating: "a", count: 64),
        isDigestOfDevice: true,
        officer: "gilang",
        authority: .immigration,
        at: noon.adding(seconds: number)
    )
}

func networkClaim(_ id: String, phone: String = "0812000", source: String = "LP/1") throws -> NetworkClaim {
    NetworkClaim(
        id: id,
        one: try NetworkNode(.recruiter, "Pak Rekaan").orThrow(),
        other: try NetworkNode(.phone, phone).orThrow(),
        source: source,
        seenOn: try Day("2026-02-01").orThrow(),
        basis: "UU 21/2007 pasal 4",
        confidence: 4,
        innocent: "Sekeluarga.",
        isHub: false,
        officer: "gilang",
        at: noon
    )
}

func glass(_ id: String, caseID: String = "c1") -> GlassBroken {
    GlassBroken(
        id: id,
        caseID: caseID,
        kind: .enforcement,
        officer: "citra",
        authority: .ministry,
        reason: "Korban gawat darurat.",
        at: noon,
        until: noon.adding(seconds: GlassBroken.seconds)
    )
}

func witnessAlarm(_ id: String) -> WitnessAlarmed {
    WitnessAlarmed(
        id: id,
        origin: "kawal/partner",
        kind: .twoRoots,
        seen: "seen",
        shown: "shown",
        proof: [],
        at: noon
    )
}

func shiftNote(_ id: String, at moment: Moment = noon) -> ShiftNote {
    var counts = ShiftCounts()
    counts.checks = 3
    return ShiftNote(
        id: id,
        post: "TPI-A-CGK",
        officer: "budi",
        at: moment,
        counts: counts,
        text: "Ruang 2 tutup."
    )
}

let roster: Roster = {
    var roster = Roster(
        post: "TPI-A-CGK",
        opensAt: noon,
        closesAt: noon.adding(seconds: 8 * 3600),
        interviewers: 6,
        slots: 40,
        isPartnerOnDuty: true,
        expected: 4000,
        permille: 50
    )
    roster.seed = Data(repeating: 7, count: 32)
    return roster
}()

func randomDraw(_ id: String, departsAt: Moment = noon.adding(seconds: 3600)) throws -> RandomDraw {
    RandomDraw(
        id: id,
        post: "TPI-A-CGK",
        mark: "m-" + id,
        flight: manifest().flight,
        departsAt: departsAt,
        passport: try PassportNumber("X1").orThrow(),
        name: "SITI REKAAN",
        probability: 0.01
    )
}

/// A pass of an invented worker; every number another's.
func issuedPass(_ number: UInt8 = 3, passport: String = "X1", days: Int = 90) throws -> PassIssued {
    let from = noon.day(zone: 420)
    let document = try PassportNumber(passport).orThrow()
    let pass = try WorkerPass(
        PassNumber(bytes: [UInt8](repeating: number, count: 10)).orThrow(),
        scheme: .ptop,
        destination: CountryCode("HKG").orThrow(),
        from: from,
        until: from.adding(days: days - 1),
        for: document,
        bornOn: Day(number: 9001)
    ).orThrow()
    return PassIssued(
        pass,
        text: "KWLP1-\(number)",
        passport: document,
        placement: try PlacementNumber("PMI-1").orThrow(),
        at: noon,
        rules: "sha256:uji"
    )
}

func account(_ name: String, isEnabled: Bool = true) -> Account {
    Account(
        name: name,
        roles: [.border],
        passwordHash: "scrypt$",
        isEnabled: isEnabled,
        mustChangePassword: false
    )
}

func machineKey(_ id: String, isRevoked: Bool = false) -> MachineKey {
    MachineKey(
        id: id,
        owner: "GA",
        scopes: [.manifest],
        secretDigest: "00",
        expiresAt: noon,
        isRevoked: isRevoked
    )
}

extension SiteStore {
    /// Every row of the views, and of other tables, by table.
    func dump(with others: [String] = []) throws -> [String: [String]] {
        try pool.read { database in
            try Dictionary(
                uniqueKeysWithValues: (Schema.viewTables + others).map { table in
                    let rows = try Row.fetchAll(database, sql: "SELECT * FROM \(table)")
                    return (table, rows.map(\.description).sorted())
                }
            )
        }
    }
}

struct Absent: Error {}

extension Optional {
    /// The value of a fixture that must be there.
    func orThrow() throws -> Wrapped {
        guard let self else { throw Absent() }
        return self
    }
}

/// A version of a sealed table.
func lookUpPublished(_ version: Int64) -> LookUpPublished {
    LookUpPublished(
        party: "id/kp2mi/siskop2mi",
        table: "placements",
        epoch: 8104,
        version: version,
        root: Data(repeating: UInt8(version), count: 32),
        key: Data(repeating: 2, count: 49),
        rows: 21
    )
}

func exchangeQueued(_ sequence: Int64, stream: String = "k-01") -> ExchangeQueued {
    ExchangeQueued(
        id: "m\(sequence)",
        stream: stream,
        sequence: sequence,
        type: "referral.withdrawn/1",
        purpose: "protect",
        body: "{\"v\":1}",
        about: nil
    )
}

func exchangeDelivered(_ sequence: Int64, stream: String = "k-01") -> ExchangeDelivered {
    let hash = Data(repeating: UInt8(clamping: sequence), count: 32)
    let receipt = ExchangeDelivered.Receipt(
        id: "m\(sequence)",
        stream: stream,
        sequence: sequence,
        hash: hash,
        index: 9
    )
    return ExchangeDelivered(receipts: [receipt])
}

func exchangeReceived(_ sequence: Int64, stream: String = "k-01") -> ExchangeReceived {
    ExchangeReceived(
        id: "p\(sequence)",
        sender: "id/kp2mi/siskop2mi",
        stream: stream,
        sequence: sequence,
        type: "placement.shared/1",
        purpose: "clear-worker",
        hash: Data(repeating: 3, count: 32),
        key: "k1",
        signatureInput: "()",
        signature: Data(repeating: 4, count: 64),
        requestHash: Data(repeating: 5, count: 32)
    )
}

func exchangeSkipped(_ sequence: Int64, stream: String = "k-01") -> ExchangeSkipped {
    ExchangeSkipped(
        id: "s\(sequence)",
        skipped: "m\(sequence)",
        stream: stream,
        sequence: sequence,
        type: "referral.withdrawn/1",
        reason: .refused,
        code: "schema",
        body: "{}"
    )
}

func agreementSigned(_ party: String) -> AgreementSigned {
    AgreementSigned(
        party: party,
        digest: "ab",
        key: "k1",
        signature: Data(repeating: 6, count: 64),
        officers: ["ani", "budi"],
        at: noon
    )
}

func referralAnswered(_ referral: String) -> ReferralAnswered {
    ReferralAnswered(
        referral: referral,
        passport: PassportNumber("X1"),
        answer: .complete,
        text: nil,
        officer: "meja",
        at: noon
    )
}
