import Vocabulary

@testable import Pages

/// Pages of an invented post on an invented night; everybody on them is invented.
enum Samples {
    static let rules = "sha256:4f1c2a9be07d5538a6c9e1b0d2f3847561a9c0de7b8f4a3321dd90ee5a6b7c81"
    /// 1 March 2026, 23.05 WIB.
    static let now = Moment(day: day("2026-03-01"), hour: 23, minute: 5, zone: 420)
    static let tonight = day("2026-03-01")

    static func day(_ text: String) -> Day { Day(text) ?? Day(number: 0) }
    static func country(_ text: String) -> CountryCode { CountryCode(text) ?? .indonesia }
    static func ago(minutes: Int) -> Moment { now.adding(seconds: -60 * minutes) }

    static func frame(_ language: Language = .indonesian) -> Frame {
        var frame = Frame(now: now, path: "/papan", csrf: "t0ken-of-a-form", version: "0.1.0")
        frame.language = language
        frame.post = "Soekarno-Hatta T3"
        frame.isExercise = true
        frame.rules = rules
        frame.feeds = [
            FeedReach(name: "SiskoP2MI", state: .current, loadedAt: ago(minutes: 12)),
            FeedReach(name: "manifes", state: .current, loadedAt: ago(minutes: 3)),
        ]
        frame.officer = Officer(name: "rani", duties: [.border], places: Set(Place.allCases))
        return frame
    }

    /// A reader without an account.
    static func publicFrame(_ language: Language) -> Frame {
        var frame = frame(language)
        frame.officer = nil
        return frame
    }

    static let visaMissing = Reason(
        code: "D02",
        kind: .objective,
        says: "Visa kerja belum tercatat.",
        saysToTraveller: "Visa kerja Anda belum tercatat pada kami.",
        basis: "UU 18/2017 pasal 13",
        evidence: ["document": "visa", "state": "missing"]
    )
    static let healthMissing = Reason(
        code: "D02",
        kind: .objective,
        says: "Surat keterangan sehat belum tercatat.",
        saysToTraveller: "Surat keterangan sehat Anda belum tercatat pada kami.",
        basis: "UU 18/2017 pasal 13",
        evidence: ["document": "health", "state": "missing"]
    )
    static let listed = Reason(
        code: "D09",
        kind: .statutory,
        says: "Nomor paspor tercatat dalam daftar cegah sampai 30 Juni 2026.",
        saysToTraveller: "Ada keputusan pencegahan atas nama Anda sampai 30 Juni 2026.",
        basis: "UU 6/2011 pasal 16 dan 91",
        evidence: ["notice": "CG-0001"]
    )

    static func assessment(_ advice: Advice) -> Assessment {
        var assessment = Assessment(advice: advice, rules: rules)
        assessment.placement = PlacementNumber("PL-000123")
        assessment.link = Link(by: "nik", probability: 0.9999)
        assessment.against = [
            Support(code: "scheme", says: "Melalui P3MI berizin (P to P)."),
            Support(code: "contract", says: "Kontrak di Hong Kong sampai 3 Mei 2028."),
        ]
        switch advice {
        case .clear: break
        case .advise:
            assessment.reasons = [
                Reason(
                    code: "A01",
                    kind: .advisory,
                    says: "Kartu E-PMI habis 2 Februari 2026.",
                    saysToTraveller: "Kartu E-PMI Anda perlu diperpanjang. Anda tetap boleh berangkat.",
                    basis: "Permen P2MI 34/2025",
                    evidence: ["document": "card"]
                )
            ]
            assessment.mend = [
                Remedy(
                    document: "card",
                    where: "Perpanjang di BP3MI atau lewat SiskoP2MI.",
                    basis: "Permen P2MI 34/2025"
                )
            ]
        case .refer:
            assessment.reasons = [visaMissing, healthMissing]
            assessment.unknown = [Unknown(fact: "ticket.return", ask: "Apakah ada tiket pulang?")]
            assessment.mend = [
                Remedy(
                    document: "visa",
                    where: "Meja BP3MI di terminal, lalu perwakilan negara tujuan.",
                    basis: "UU 18/2017 pasal 13"
                ),
                Remedy(
                    document: "health",
                    where: "Sarana kesehatan terakreditasi.",
                    basis: "UU 18/2017 pasal 13"
                ),
            ]
            assessment.context = [
                Reason(
                    code: "T01",
                    kind: .soft,
                    says: "Tiket satu arah.",
                    saysToTraveller: "Tiket Anda satu arah.",
                    basis: "",
                    evidence: [:]
                )
            ]
        case .statutory:
            assessment.reasons = [listed]
            assessment.against = []
            assessment.mend = [
                Remedy(
                    document: "Keputusan pencegahan",
                    where: "Instansi yang meminta pencegahan.",
                    basis: "UU 6/2011 pasal 91"
                )
            ]
        case .unavailable:
            assessment.against = []
            assessment.unknown = [
                Unknown(fact: "registry", ask: "SiskoP2MI tidak menjawab. Apakah ada kontrak kerja?")
            ]
        }
        return assessment
    }

    /// A flight; the referral is on every tenth.
    static func line(_ number: Int) -> FlightLine {
        let carriers = ["GA", "SV", "SQ", "MH", "QR", "EK", "JT", "QZ", "CX", "TR"]
        let minute = 22 * 60 + 40 + number * 4
        let departsAt = WallTime(day: tonight.adding(days: minute / 1440), minute: minute % 1440)
        let flight = FlightKey(
            number: carriers[number % 10] + "\(820 + number)",
            departsOn: departsAt.day,
            from: "CGK"
        )
        let referrals = number % 10 == 0 ? [mark(number), mark(number + 1, isWithdrawn: true)] : []
        return FlightLine(
            flight: flight,
            to: ["KUL", "JED", "SIN", "HKG", "DOH"][number % 5],
            departsAt: departsAt,
            isCrew: number % 40 == 39,
            tally: AdviceCounts(
                clear: 283 - number,
                advise: number % 4,
                refer: referrals.isEmpty ? 0 : 1,
                unavailable: number % 3
            ),
            receivedAt: ago(minutes: 3 + number),
            referrals: referrals
        )
    }

    static func mark(_ number: Int, isWithdrawn: Bool = false) -> ReferralMark {
        ReferralMark(
            id: "0195-\(number)",
            openedAt: ago(minutes: 3 + number % 60),
            isWithdrawn: isWithdrawn,
            isUnshared: number == 7
        )
    }

    static var releases: [ReleasesModel.Line] {
        [(Advice.clear, Optional(8731)), (.advise, nil)].enumerated().map { number, what in
            ReleasesModel.Line(
                at: ago(minutes: 4 + number),
                passport: "X900000\(number)",
                placement: "PL-00012\(number)",
                flight: number == 0 ? "GA820" : nil,
                advice: what.0,
                codes: ["S01", "A01"],
                entry: what.1
            )
        }
    }

    static var doubt: DoubtModel {
        DoubtModel(
            line: DoubtsModel.Line(
                id: "0195-doubt",
                at: ago(minutes: 9),
                passport: "X9000007",
                flight: "CX204",
                placement: "PL-000123",
                probability: 0.724
            ),
            traveller: DoubtModel.Side(
                name: "SOEKARTI <SAMIN>",
                bornOn: Day("1990-07-01"),
                passport: "X9000007",
                nikEnd: nil
            ),
            registry: DoubtModel.Side(
                name: "SUKARTI BINTI SAMIN",
                bornOn: Day("1990-07-01"),
                passport: "B1234567",
                nikEnd: "…0001"
            ),
            destination: .init("HKG"),
            evidence: [
                LinkEvidence(comparison: .name, level: .sound, bits: 9.12),
                LinkEvidence(comparison: .born, level: .default, bits: 8.6),
                LinkEvidence(comparison: .passport, level: .different, bits: -2.15),
            ]
        )
    }

    static func board(flights: Int) -> BoardModel {
        var board = BoardModel(
            day: tonight,
            tally: AdviceCounts(clear: 4212, advise: 31, refer: 3, unavailable: 12),
            flights: (0..<flights).map(line)
        )
        if flights > 0 { board.counterReferrals = [mark(7)] }
        return board
    }

    static func counter(_ advice: Advice) -> CounterModel {
        var counter = CounterModel()
        counter.destinations = ["HKG", "MYS", "SAU", "SGP", "TWN"].map(country)
        counter.typed.document = "X9000001"
        counter.zone = zone
        counter.answer = CounterAnswer(
            token: "opaque-token",
            passport: "X9000001",
            name: "SITI AMINAH",
            assessment: assessment(advice),
            at: now,
            flight: line(0).flight,
            attestable: advice == .refer ? ["visa", "contract"] : [],
            seen: advice == .refer ? [seen] : [],
            screening: "0195-17"
        )
        return counter
    }

    static let zone = ZoneReading(
        lines: [
            "P<IDNSITI<AMINAH<<<<<<<<<<<<<<<<<<<<<<<<<<<<", "X9000001<1IDN9503178F3303166<<<<<<<<<<<<<<06",
        ],
        checks: checks(birth: true),
        isRecognised: true
    )

    static func checks(birth: Bool) -> MachineReadableZone.Checks {
        var checks = MachineReadableZone.Checks()
        checks.number = true
        checks.birth = birth
        checks.expiry = true
        checks.optional = true
        checks.composite = birth
        return checks
    }

    static var misreadCounter: CounterModel {
        var counter = CounterModel()
        counter.zone = ZoneReading(
            lines: [
                "P<IDNSITI<AMINAH<<<<<<<<<<<<<<<<<<<<<<<<<<<<",
                "X9000001<1IDN9503118F3303166<<<<<<<<<<<<<<06",
            ],
            checks: checks(birth: false),
            isRecognised: true,
            mended: zone.lines
        )
        return counter
    }

    static let seen = SeenDocument(
        document: "contract",
        number: "PK/2026/0042",
        validUntil: day("2028-05-03"),
        officer: "rani",
        at: ago(minutes: 2)
    )

    static func traveller(_ advice: Advice) -> TravellerModel {
        var traveller = TravellerModel(
            id: "0195-17",
            name: "AMINAH/SITI",
            passport: "X9000001",
            flight: line(0).flight,
            person: 17,
            at: ago(minutes: 3),
            assessment: assessment(advice)
        )
        traveller.seen = [seen]
        traveller.referral = mark(3)
        traveller.officerReasons = [.purpose, .help]
        return traveller
    }

    static func application(_ number: Int, _ advice: Advice) -> ApplicationLine {
        ApplicationLine(
            id: "app-\(number)",
            appliedOn: tonight.adding(days: -number),
            office: "Kantor Imigrasi Mataram",
            purpose: StatedPurpose.allCases[number % 8],
            advice: advice,
            name: "PEMOHON \(number)"
        )
    }

    static let diagnostics: [Diagnostic] = [
        Diagnostic(
            .warning,
            code: "EDI-UNT",
            at: 1342,
            found: "33",
            expected: "37",
            remedy: "Hitung ulang segmen di sistem pengirim."
        ),
        Diagnostic(
            .error,
            code: "EDI-DTM",
            at: 2210,
            field: "DTM+329",
            found: "tanggal 31 Februari",
            expected: "tanggal kalender YYMMDD",
            remedy: "Perbaiki tanggal lahir, lalu kirim ulang."
        ),
    ]

    static var message: MessageModel {
        let text =
            "\u{2}UNA:+.? 'UNB+UNOA:4+GA+IDIMI+260301:0700+1'UNH+1+PAXLST:D:12B:UN:IATA'\r\nBGM+745'NAD+FL'DTM+329:950231'"
            + "NAD+FL+++<B>CONTOH</B>:SITI'UNT+7+1'UNZ+1+1'"
        return MessageModel(
            id: "9f86d081884c7d65",
            bytes: Array(text.utf8),
            findings: diagnostics,
            places: diagnostics.indices.map { $0 == 0 ? 0..<0 : 92..<110 },
            hours: 24
        )
    }

    static func manifest(_ number: Int) -> ManifestLine {
        ManifestLine(
            id: "9f86d081884c7d65-\(number)",
            flight: line(number).flight,
            to: line(number).to,
            isCrew: number == 3,
            sender: "GA",
            receivedAt: ago(minutes: 3 + number * 400),
            tally: line(number).tally,
            diagnosticCount: number
        )
    }

    static var status: StatusModel {
        StatusModel(
            feeds: [
                FeedReach(
                    name: "SiskoP2MI",
                    state: .current,
                    loadedAt: ago(minutes: 12),
                    completeUntil: tonight,
                    count: 1_000_000,
                    owner: "KemenP2MI"
                ),
                FeedReach(name: "bookings", state: .absent),
                FeedReach(
                    name: "notices",
                    state: .stale,
                    loadedAt: ago(minutes: 3000),
                    completeUntil: day("2026-02-26"),
                    count: 412
                ),
                FeedReach(name: "joborders", state: .down, loadedAt: ago(minutes: 90), count: 8120),
            ],
            ledger: StatusModel.LedgerHead(
                size: 1_204_551,
                root: "8c5d04be4f1c2a9be07d5538a6c9e1b0d2f3847561a9c0de7b8f4a3321dd90ee",
                folded: 1_204_551,
                lastAt: ago(minutes: 3),
                sharing: StatusModel.LedgerHead.Sharing(cutSince: ago(minutes: 4), waiting: 12)
            ),
            rules: [
                StatusModel.RuleVersion(name: "documents", rows: 41, latestFrom: day("2025-11-01")),
                StatusModel.RuleVersion(name: "destinations", rows: 23),
            ],
            agency: "Ditjen Imigrasi",
            startedAt: ago(minutes: 500)
        )
    }

    static var readiness: ReadinessModel {
        ReadinessModel(
            papers: [
                "passport", "visa", "contract", "placement-agreement", "health", "social-security",
                "competence", "marital", "family",
            ],
            destinations: ["HKG", "MYS", "SAU", "SGP", "TWN"].map(country)
        )
    }

    static func answered(isComplete: Bool) -> ReadinessModel {
        var readiness = readiness
        readiness.asked.scheme = .ptop
        readiness.asked.destination = country("HKG")
        readiness.asked.papers = ["passport", "contract"]
        let visa = ReadinessModel.MissingPaper(
            document: "visa",
            place: "Perwakilan negara tujuan, dibantu P3MI Anda.",
            basis: "UU 18/2017 pasal 13"
        )
        let health = ReadinessModel.MissingPaper(
            document: "health",
            place: "Sarana kesehatan terakreditasi.",
            cost: "Sesuai tarif sarana kesehatan. Minta kuitansi.",
            basis: "UU 18/2017 pasal 13"
        )
        let card = ReadinessModel.MissingPaper(
            document: "card",
            place: "BP3MI.",
            cost: "Rp0",
            basis: "Permen P2MI 34/2025"
        )
        readiness.answer = ReadinessModel.Answer(
            missing: isComplete ? [] : [visa, health],
            helpful: [card],
            destinationNote: isComplete ? nil : "Penempatan ke rumah tangga dibatasi.",
            destinationBasis: isComplete ? nil : "Contoh aturan bertanggal"
        )
        return readiness
    }

    static var accounts: AccountsModel {
        AccountsModel(
            accounts: [
                AccountsModel.Line(
                    name: "rani",
                    duties: [.border],
                    isEnabled: true,
                    mustChangePassword: false
                ),
                AccountsModel.Line(
                    name: "dewi",
                    duties: [.helpdesk, .analyst],
                    isEnabled: true,
                    mustChangePassword: true
                ),
                AccountsModel.Line(
                    name: "tono",
                    duties: [.administrator],
                    isEnabled: false,
                    mustChangePassword: false
                ),
            ],
            issued: AccountsModel.Issued(name: "dewi", password: "contoh-kata-sandi-sekali")
        )
    }

    static var keys: MachineKeysModel {
        MachineKeysModel(
            keys: [
                MachineKeysModel.Line(
                    id: "k1",
                    owner: "GA",
                    scopes: [.manifest],
                    expiresAt: now.adding(seconds: 86_400 * 80),
                    isRevoked: false
                ),
                MachineKeysModel.Line(
                    id: "k2",
                    owner: "autogate-T3",
                    scopes: [.autogate, .read],
                    expiresAt: ago(minutes: 5),
                    isRevoked: false
                ),
                MachineKeysModel.Line(
                    id: "k3",
                    owner: "QZ",
                    scopes: [.manifest],
                    expiresAt: now,
                    isRevoked: true
                ),
            ],
            issued: "k1.contoh-rahasia"
        )
    }
}
