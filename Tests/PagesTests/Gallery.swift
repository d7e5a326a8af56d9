import Testing
import Vocabulary

@testable import Pages

/// Every page in every state that is designed: what goldens, structure and accessibility tests walk through.
struct Exhibit: Sendable, CustomTestStringConvertible {
    var name: String
    var page: any Page
    var isPublic = false

    var testDescription: String { name }

    func frame(_ language: Language = .indonesian) -> Frame {
        isPublic ? Samples.publicFrame(language) : Samples.frame(language)
    }

    func text(_ language: Language = .indonesian) -> String {
        String(decoding: frame(language).render(page), as: UTF8.self)
    }

    /// The page read back; each is read once for all tests.
    func markup(_ language: Language = .indonesian) throws -> Markup {
        try #require(Gallery.read[language.rawValue + name]).get()
    }
}

enum Gallery {
    static let all: [Exhibit] =
        access + duty + counters + records + cases + finders + passes + exchange + [
            Exhibit(name: "status", page: Samples.status),
            Exhibit(
                name: "status-damaged",
                page: StatusModel(
                    feeds: [],
                    ledger: nil,
                    rules: [],
                    agency: "KemenP2MI",
                    startedAt: Samples.now,
                    faults: StatusModel.Fault.allCases
                )
            ),
            Exhibit(name: "readiness", page: Samples.readiness, isPublic: true),
            Exhibit(name: "readiness-missing", page: Samples.answered(isComplete: false), isPublic: true),
            Exhibit(name: "readiness-complete", page: Samples.answered(isComplete: true), isPublic: true),
            Exhibit(name: "accounts", page: Samples.accounts),
            Exhibit(name: "accounts-empty", page: AccountsModel(accounts: [], problem: .taken)),
            Exhibit(name: "keys", page: Samples.keys),
            Exhibit(name: "keys-empty", page: MachineKeysModel(keys: [], problem: .days)),
        ] + faults

    static let read: [String: Result<Markup, any Error>] = {
        var read: [String: Result<Markup, any Error>] = [:]
        for exhibit in all {
            for language in Language.allCases {
                read[language.rawValue + exhibit.name] = Result { try Markup(exhibit.text(language)) }
            }
        }
        return read
    }()

    private static var access: [Exhibit] {
        var wrong = SignInModel()
        wrong.name = "rani"
        wrong.problem = .wrong
        wrong.returnTo = "/konter"
        var handover = SignInModel()
        handover.isHandover = true
        return [
            Exhibit(name: "sign-in", page: SignInModel(), isPublic: true),
            Exhibit(name: "sign-in-wrong", page: wrong, isPublic: true),
            Exhibit(name: "handover", page: handover),
            Exhibit(name: "password", page: PasswordModel(isOneTime: true, problem: .tooShort)),
            Exhibit(
                name: "locked",
                page: LockedModel(name: "rani", problem: .slowed(seconds: 90), returnTo: "/konter"),
                isPublic: true
            ),
        ]
    }

    private static var duty: [Exhibit] {
        let lines: [ReferralsModel.Line] = [
            ReferralsModel.Line(
                mark: Samples.mark(0),
                flight: Samples.line(0).flight,
                departsAt: Samples.line(0).departsAt,
                isFromCounter: false
            ),
            ReferralsModel.Line(mark: Samples.mark(7), flight: nil, departsAt: nil, isFromCounter: true),
            ReferralsModel.Line(
                mark: Samples.mark(9, isWithdrawn: true),
                flight: Samples.line(9).flight,
                departsAt: Samples.line(9).departsAt,
                isFromCounter: false,
                withdrawnFor: "attested"
            ),
        ]
        let travellers = Advice.allCases.dropFirst().enumerated().map { position, advice in
            FlightModel.Traveller(id: "0195-\(position)", person: 17 + position * 40, advice: advice)
        }
        return [
            Exhibit(name: "board", page: Samples.board(flights: 12)),
            Exhibit(name: "board-empty", page: Samples.board(flights: 0)),
            Exhibit(
                name: "flight",
                page: FlightModel(line: Samples.line(0), travellers: travellers, manifest: "9f86d081")
            ),
            Exhibit(name: "flight-clear", page: FlightModel(line: Samples.line(39), travellers: [])),
            Exhibit(name: "referrals", page: ReferralsModel(day: Samples.tonight, referrals: lines)),
            Exhibit(name: "referrals-empty", page: ReferralsModel(day: Samples.tonight, referrals: [])),
            Exhibit(name: "releases", page: ReleasesModel(day: Samples.tonight, releases: Samples.releases)),
            Exhibit(name: "releases-empty", page: ReleasesModel(day: Samples.tonight, releases: [])),
            Exhibit(name: "doubts", page: DoubtsModel(doubts: [Samples.doubt.line])),
            Exhibit(name: "doubts-empty", page: DoubtsModel(doubts: [])),
            Exhibit(name: "doubt", page: Samples.doubt),
            Exhibit(name: "traveller", page: Samples.traveller(.refer)),
        ]
    }

    private static var counters: [Exhibit] {
        var problem = CounterModel()
        problem.problem = .unreadable
        problem.typed.document = "??"
        problem.typed.flight = "GA820"
        return Advice.allCases.map { Exhibit(name: "counter-\($0.rawValue)", page: Samples.counter($0)) } + [
            Exhibit(name: "counter-ready", page: CounterModel()),
            Exhibit(name: "counter-misread", page: Samples.misreadCounter),
            Exhibit(name: "counter-problem", page: problem),
        ]
    }

    private static var records: [Exhibit] {
        let lines = Advice.allCases.enumerated().map { Samples.application($0.offset, $0.element) }
        let application = ApplicationModel(
            line: Samples.application(1, .refer),
            assessment: Samples.assessment(.refer)
        )
        return [
            Exhibit(
                name: "applications",
                page: ApplicationsModel(day: Samples.tonight, applications: lines, hasMore: true)
            ),
            Exhibit(name: "applications-empty", page: ApplicationsModel(day: nil, applications: [])),
            Exhibit(name: "application", page: application),
            Exhibit(name: "manifests", page: ManifestsModel(recent: (0..<4).map(Samples.manifest))),
            Exhibit(
                name: "manifests-empty",
                page: ManifestsModel(recent: [], problem: .unreadable(Samples.diagnostics))
            ),
            Exhibit(
                name: "manifest",
                page: ManifestModel(
                    lists: [Samples.manifest(0)],
                    diagnostics: Samples.diagnostics,
                    wasKnown: true,
                    message: "9f86d081884c7d65"
                )
            ),
            Exhibit(name: "message", page: Samples.message),
        ]
    }

    private static var cases: [Exhibit] {
        [
            Exhibit(name: "queue", page: Samples.queue),
            Exhibit(name: "shifts", page: ShiftsModel(shifts: [Samples.shift], isUnfit: true)),
            Exhibit(name: "shifts-empty", page: ShiftsModel(shifts: [])),
            Exhibit(name: "desk", page: Samples.desk),
            Exhibit(name: "desk-empty", page: DeskModel(minutes: 120, flights: [])),
            Exhibit(name: "shift-notes", page: Samples.shiftNotes),
            Exhibit(
                name: "shift-notes-empty",
                page: ShiftNotesModel(counts: .init(), cases: [], silent: [], notes: [])
            ),
            Exhibit(name: "report", page: Samples.report),
            Exhibit(
                name: "report-empty",
                page: ReportModel(first: Samples.tonight, last: Samples.tonight)
            ),
            Exhibit(
                name: "report-long",
                page: ReportModel(
                    first: Samples.tonight,
                    last: Samples.tonight.adding(days: 99),
                    problem: .tooLong(days: 92)
                )
            ),
            Exhibit(name: "invitations", page: Samples.invitations),
            Exhibit(name: "invitations-empty", page: InvitationsModel(lines: [])),
            Exhibit(name: "network", page: Samples.network),
            Exhibit(
                name: "network-empty",
                page: NetworkModel(
                    rings: [],
                    claims: [],
                    halfLifeDays: 180,
                    unfit: "claim",
                    typed: ["reference": "LP/<1>"]
                )
            ),
            Exhibit(name: "glass", page: GlassModel(id: "0195-d", isUnfit: true)),
            Exhibit(
                name: "glass-reviews",
                page: GlassReviewModel(lines: [
                    GlassReviewModel.Line(
                        id: "0195-g",
                        officer: "lindung",
                        at: Samples.ago(minutes: 70),
                        kind: .enforcement,
                        reason: "Korban di <ruang> gawat darurat."
                    )
                ])
            ),
            Exhibit(name: "glass-reviews-empty", page: GlassReviewModel(lines: [])),
            Exhibit(name: "queue-empty", page: QueueModel(lines: [])),
            Exhibit(name: "cases", page: Samples.cases),
            Exhibit(
                name: "cases-empty",
                page: CasesModel(kinds: [.support], kind: .support, lines: [], mayOpen: true)
            ),
            Exhibit(name: "case-begin", page: Samples.beginning),
            Exhibit(name: "case-interview", page: Samples.interview),
            Exhibit(name: "case-viewed", page: Samples.viewedCase),
            Exhibit(name: "case-read", page: Samples.secondReading),
            Exhibit(name: "case-enforcement", page: Samples.enforcement),
            Exhibit(name: "case-support", page: Samples.support),
            Exhibit(name: "slip-victim", page: Samples.slipOfVictim),
            Exhibit(name: "slip", page: Samples.slip),
            Exhibit(name: "slip-narrow", page: Samples.narrowSlip),
            Exhibit(name: "letter", page: Samples.letter),
            Exhibit(name: "record", page: Samples.record),
            Exhibit(name: "record-empty", page: Samples.shortRecord),
            Exhibit(name: "slip-ask", page: SlipStateModel(code: nil, standing: .none), isPublic: true),
            Exhibit(
                name: "slip-unknown",
                page: SlipStateModel(code: "0000", standing: .unknown),
                isPublic: true
            ),
            Exhibit(name: "slip-standing", page: Samples.slipStanding, isPublic: true),
            Exhibit(
                name: "slip-fallen",
                page: SlipStateModel(code: Samples.slipCode, standing: .fallen(at: Samples.ago(minutes: 9))),
                isPublic: true
            ),
        ]
    }

    private static var faults: [Exhibit] {
        let kinds: KeyValuePairs<String, FaultModel.Kind> = [
            "KWL-ABSENT": .notFound, "KWL-ROLE": .noPermission, "KWL-FORM": .staleForm,
            "KWL-FORM-UNREADABLE": .unreadable, "KWL-TOO-LARGE": .tooLarge(maximumMegabytes: 32),
            "KWL-SIGNIN-SLOW": .slowDown(seconds: 90), "KWL-INTERNAL": .broken,
            "KWL-UNAVAILABLE": .unavailable, "KWL-DISK-FULL": .diskFull,
        ]
        return kinds.map { code, kind in
            Exhibit(
                name: "fault-" + code.lowercased(),
                page: FaultModel(kind, code: code, reference: "0195-a1b2")
            )
        }
    }
}
