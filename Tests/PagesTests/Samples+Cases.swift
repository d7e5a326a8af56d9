import Vocabulary

@testable import Pages

/// Cases of invented people.
extension Samples {
    static let slipCode = "7KQ2-M4XN-90TD-3VWZ"
    static let opening = CaseOpening(
        referral: "0195-referral",
        departsAt: now.adding(seconds: 45 * 60),
        passport: PassportNumber("X9000007"),
        name: "SITI <REKAAN>",
        isMinor: false,
        post: "TPI-A-CGK"
    )
    static let twoFacts = [
        CaseFact(source: .register, text: "Visa kerja belum tercatat."),
        CaseFact(source: .statement, text: "Akan bekerja di <rumah makan>."),
    ]

    static let shift = ShiftsModel.Line(
        opensAt: ago(minutes: 65),
        closesAt: now.adding(seconds: 6 * 3600),
        interviewers: 6,
        slots: 40,
        expected: 4212,
        isPartnerOnDuty: true
    )
    static let invitations = InvitationsModel(lines: [
        InvitationsModel.Line(
            id: "0195-draw",
            flight: "GA820",
            departsAt: now.adding(seconds: 5400),
            name: "BUDI <REKAAN>"
        )
    ])

    static var network: NetworkModel {
        let things = [
            NetworkNode(.recruiter, "pak <rekaan>"), NetworkNode(.phone, "0812 000"),
            NetworkNode(.payer, "ibu rekaan"),
        ].compactMap(\.self)
        func claim(_ one: Int, _ other: Int, _ source: String) -> NetworkClaim {
            NetworkClaim(
                id: source,
                one: things[one],
                other: things[other],
                source: source,
                seenOn: day("2026-02-01"),
                basis: "UU 21/2007 pasal 4",
                confidence: 4,
                innocent: "Sekeluarga.",
                isHub: other == 2,
                officer: "gilang",
                at: now
            )
        }
        return NetworkModel(
            rings: [NetworkModel.Line(entry: 7, things: 3, sources: 2, claims: 2, strength: 1.52)],
            claims: [
                NetworkModel.Weighed(claim: claim(0, 1, "LP/1"), weight: 0.76),
                NetworkModel.Weighed(claim: claim(1, 2, "LP/2"), weight: 0.2),
            ],
            halfLifeDays: 180
        )
    }

    static var queue: QueueModel {
        var queue = queueOfThree
        queue.capacity = (4, 6)
        return queue
    }

    private static var queueOfThree: QueueModel {
        QueueModel(lines: [
            QueueModel.Line(
                target: .referral("0195-a"),
                since: ago(minutes: 3),
                flight: "GA820",
                departsAt: now.adding(seconds: 2100),
                state: "waiting",
                dueAt: nil
            ),
            QueueModel.Line(
                target: .caseFile("0195-b"),
                since: ago(minutes: 30),
                flight: nil,
                departsAt: nil,
                state: "proposed",
                dueAt: ago(minutes: 2)
            ),
            QueueModel.Line(
                target: .caseFile("0195-c"),
                since: ago(minutes: 8),
                flight: "SV827",
                departsAt: now.adding(seconds: 7200),
                state: "interviewing",
                dueAt: now.adding(seconds: 400)
            ),
        ])
    }

    static var cases: CasesModel {
        CasesModel(
            kinds: [.referral, .enforcement, .support],
            kind: .enforcement,
            lines: [
                CasesModel.Line(
                    id: "0195-d",
                    openedAt: ago(minutes: 9000),
                    state: "notified",
                    dueAt: now.adding(seconds: 90_000),
                    event: "P-260301-8NK9-MS5B",
                    owner: "gilang"
                )
            ],
            mayOpen: true
        )
    }

    static var beginning: CaseModel {
        var model = CaseModel(kind: .departure, state: "waiting", opening: opening)
        model.referral = "0195-referral"
        model.flight = "GA820"
        model.hidden = .reasons
        model.steps = [CaseStep(step: "begin", needs: [.rights, .language])]
        return model
    }

    static var interview: CaseModel {
        var model = CaseModel(kind: .departure, state: "interviewing", opening: opening)
        model.opening.isMinor = true
        model.id = "0195-c"
        model.flight = "GA820"
        model.dueAt = now.adding(seconds: 400)
        model.hidden = .reasons
        model.questions = ["Apakah ada tiket pulang?"]
        model.moves = moves(2)
        model.steps = [
            CaseStep(step: "answer", needs: [.answers], mayAdd: [.guardian]),
            CaseStep(step: "lock", needs: [.view, .confidence, .facts]),
            CaseStep(step: "ask-help", needs: []),
        ]
        model.problem = .oneSource
        model.typed = ("lock", ["view": ["postpone"], "facts-text-1": ["<Visa> belum tercatat."]])
        return model
    }

    static var viewedCase: CaseModel {
        var model = CaseModel(kind: .departure, state: "viewed", opening: opening)
        model.id = "0195-c"
        model.flight = "GA820"
        model.dueAt = now.adding(seconds: 300)
        model.assessment = assessment(.refer)
        model.officerReasons = [.purpose]
        model.papers = ["visa", "contract"]
        model.moves = moves(4)
        model.spent = [.ours: 900, .partner: 60]
        model.steps = [
            CaseStep(step: "proceed", needs: []),
            CaseStep(step: "complete", needs: [.papers]),
            CaseStep(
                step: "propose",
                needs: [.proposal, .reason, .facts, .clause],
                mayAdd: [.text],
                isBurden: true,
                choices: [
                    .reason: [CaseStep.Choice(code: "P01", says: "P01 · Visa atau izin kerja belum ada")]
                ]
            ),
        ]
        return model
    }

    static var secondReading: CaseModel {
        var model = CaseModel(kind: .departure, state: "proposed", opening: opening)
        model.id = "0195-b"
        model.flight = "GA820"
        model.dueAt = ago(minutes: 2)
        model.hidden = .proposal
        model.moves = moves(3)
        model.steps = [CaseStep(step: "read", needs: [.view], mayAdd: [.text])]
        return model
    }

    static var enforcement: CaseModel {
        var opening = CaseOpening(post: "TPI-A-CGK")
        opening.event = "P-260301-8NK9-MS5B"
        var model = CaseModel(kind: .enforcement, state: "notified", opening: opening)
        model.id = "0195-d"
        model.dueAt = now.adding(seconds: 90_000)
        model.spent = [.ours: 90_000]
        model.evidence = [[piece(1, .collect), piece(2, .view)]]
        model.evidenceMegabytes = 64
        model.evidenceProblem = .unknownKind
        var element = CaseContent()
        (element.element, element.text, element.evidence) = (.means, "Dijanjikan <visa>.", ["0195-piece"])
        var fee = CaseContent()
        (fee.rupiah, fee.text) = (12_000_000, "Dibayar kepada perekrut.")
        model.moves = [
            move(1, "tip", "tip", .enforcement), move(2, "element", "tip", .enforcement, element),
            move(3, "fee", "tip", .enforcement, fee),
        ]
        model.steps = [
            CaseStep(step: "element", needs: [.element, .text], mayAdd: [.evidence]),
            CaseStep(step: "file", needs: [.reference], mayAdd: [.text]),
            CaseStep(step: "pause", needs: [.reason, .counterpart, .day]),
            CaseStep(
                step: "task-done",
                needs: [.task],
                choices: [.task: [CaseStep.Choice(code: "3", says: "Dengar saksi kedua")]]
            ),
        ]
        model.spells = [
            StateSpell(
                state: "ordered",
                since: ago(minutes: 20_000),
                dueAt: ago(minutes: 9_920),
                leftAt: ago(minutes: 9000)
            ),
            StateSpell(
                state: "notified",
                since: ago(minutes: 9000),
                dueAt: now.adding(seconds: 90_000),
                leftAt: nil
            ),
        ]
        model.owner = "gilang"
        model.procedure = CaseModel.Procedure(title: "Penindakan", version: "1")
        model.tasks = [
            CaseTask(
                number: 3,
                text: "Dengar saksi <kedua>",
                dueOn: day("2026-02-20"),
                assignee: "hadi",
                doneAt: nil
            ),
            CaseTask(number: 2, text: "Minta salinan", dueOn: nil, assignee: nil, doneAt: ago(minutes: 9)),
        ]
        model.victims = [
            CaseModel.Victim(token: token, isAsked: true, isTold: false, name: nil, passport: nil),
            CaseModel.Victim(
                token: VictimToken(letters: [1, 2, 3, 4, 5, 6, 7, 9]),
                isAsked: true,
                isTold: true,
                name: "SITI <REKAAN>",
                passport: PassportNumber("X0000001")
            ),
        ]
        model.siblings = [
            CaseModel.Sibling(id: nil, kind: .support, state: "serving"),
            CaseModel.Sibling(id: "0195-l", kind: .licence, state: "opened"),
        ]
        model.following = [.licence]
        return model
    }

    private static let token = VictimToken(letters: [1, 2, 3, 4, 5, 6, 7, 8])

    static var support: CaseModel {
        var opening = CaseOpening(passport: PassportNumber("X0000001"), name: "SITI REKAAN")
        (opening.token, opening.event) = (token, "P-260301-8NK9-MS5B")
        var model = CaseModel(kind: .support, state: "serving", opening: opening)
        model.id = "0195-s"
        model.owner = "eka"
        model.askerCode = slipCode
        model.consents = [.shelter: .given, .enforcement: .withdrawn]
        model.reveals = [reveal]
        model.steps = [
            CaseStep(step: "consent", needs: [.purpose, .consent], mayAdd: [.text]),
            CaseStep(
                step: "reveal",
                needs: [.request, .reason],
                mayAdd: [.clause, .reference],
                choices: [.request: [CaseStep.Choice(code: "0195-d", says: "gilang · E30 · saksi")]]
            ),
        ]
        return model
    }

    private static let reveal = RevealLine(
        at: ago(minutes: 90),
        authority: .immigration,
        reason: "D10 · Korban setuju",
        order: nil
    )

    static var slipOfVictim: SlipStateModel {
        var model = SlipStateModel(
            code: slipCode,
            standing: .standing(state: "serving", dueAt: nil, mayObject: false)
        )
        model.kind = .support
        model.reveals = [reveal]
        return model
    }

    static var slip: SlipModel {
        var slip = SlipModel(
            id: "0195-c",
            code: slipCode,
            address: "https://kawal.example/s/" + slipCode,
            decidedAt: ago(minutes: 1),
            reasons: [Bilingual("Visa atau izin kerja belum ada", "No visa or permit for work yet")],
            mend: assessment(.refer).mend,
            clause: "UU 18/2017 pasal 13",
            isBar: false,
            flight: "GA820",
            deciders: ["1A2B3C4D", "5E6F7A8B"],
            passport: .returned(receipt: "T-0007"),
            redress: [
                RedressRule(
                    order: 1,
                    says: Bilingual("Keberatan cepat di pos ini", "A fast objection at this post"),
                    amount: 24,
                    unit: .hours,
                    basis: "usulan",
                    validity: Validity(from: nil, until: nil)
                )
            ],
            rules: rules
        )
        slip.proof = squares
        slip.squares = SquareCode(side: 2, isDark: [true, false, false, true])
        return slip
    }

    static var narrowSlip: SlipModel {
        var narrow = slip
        narrow.isNarrow = true
        narrow.isBar = true
        narrow.mend = []
        narrow.passport = .kept(clause: "UU 6/2011 pasal 31", receipt: "T-0008", until: day("2026-03-04"))
        return narrow
    }

    static var slipStanding: SlipStateModel {
        SlipStateModel(
            code: slipCode,
            standing: .standing(state: "objected", dueAt: now.adding(seconds: 80_000), mayObject: true),
            mend: slip.mend,
            redress: slip.redress,
            hasObjected: true,
            isTooLate: false
        )
    }

    private static func moves(_ count: Int) -> [CaseMove] {
        var begun = CaseContent()
        (begun.language, begun.rights) = ("jv", "read")
        var viewed = CaseContent()
        (viewed.view, viewed.confidence, viewed.facts) = (.postpone, 4, twoFacts)
        let all = [
            move(1, "open", "waiting"), move(2, "begin", "interviewing", begun),
            move(3, "lock", "viewed", viewed),
            move(4, "extend", "viewed", officer: "clock"),
        ]
        return Array(all.prefix(count))
    }

    private static func move(
        _ number: Int,
        _ step: String,
        _ state: String,
        _ content: CaseContent = CaseContent(),
        officer: String = "ani"
    ) -> CaseMove {
        CaseMove(
            id: "0195-c",
            kind: .departure,
            number: number,
            step: step,
            state: state,
            content: content,
            officer: officer,
            authority: .immigration,
            at: ago(minutes: 20 - number),
            dueAt: nil
        )
    }

    private static func piece(_ number: Int, _ act: CustodyAct) -> EvidenceMove {
        EvidenceMove(
            id: "0195-piece",
            caseID: "0195-d",
            number: number,
            act: act,
            purpose: .investigate,
            name: "pesan <grup>.jpg",
            mediaType: "image/jpeg",
            bytes: 81_234,
            digest: String(repeating: "9f", count: 32),
            isDigestOfDevice: true,
            officer: "gilang",
            authority: .immigration,
            at: ago(minutes: 30 - number)
        )
    }

    private static func move(
        _ number: Int,
        _ step: String,
        _ state: String,
        _ kind: CaseKind,
        _ content: CaseContent = CaseContent()
    ) -> CaseMove {
        var made = move(number, step, state, content)
        made.kind = kind
        return made
    }
}
