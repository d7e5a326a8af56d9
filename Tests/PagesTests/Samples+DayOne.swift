import Vocabulary

@testable import Pages

/// What a desk of departures uses from its first day, with invented counts.
extension Samples {
    static var desk: DeskModel {
        var model = busyDesk
        model.issuesPasses = true
        return model
    }

    private static var busyDesk: DeskModel {
        let remedy = Remedy(
            document: "visa",
            where: "Meja <BP3MI>, lantai 1, tanpa biaya.",
            basis: "UU 18/2017 pasal 13"
        )
        return DeskModel(
            minutes: 120,
            flights: [
                DeskModel.Flight(
                    number: "GA820",
                    to: "KUL",
                    departsAt: now.adding(seconds: 2700),
                    travellers: [
                        DeskModel.Traveller(
                            id: "0195-a",
                            person: 17,
                            advice: .refer,
                            mend: [remedy],
                            caseID: "0195-c"
                        ),
                        DeskModel.Traveller(id: "0195-b", person: nil, advice: .unavailable, mend: []),
                    ]
                ),
                DeskModel.Flight(
                    number: "SV827",
                    to: nil,
                    departsAt: now.adding(seconds: 7000),
                    travellers: []
                ),
            ],
            completing: [
                DeskModel.Completing(
                    id: "0195-d",
                    departsAt: now.adding(seconds: 3000),
                    dueAt: now.adding(seconds: 1800)
                )
            ],
            timeless: 2,
            left: 3
        )
    }

    static var letter: LetterModel {
        LetterModel(
            number: "1A2B3C4D/TPI-A-CGK/III/2026",
            agency: "Direktorat Jenderal Imigrasi",
            post: "Soekarno-Hatta T3",
            name: opening.name,
            passport: opening.passport,
            departsAt: opening.departsAt,
            slip: slip
        )
    }

    static var record: InterviewRecordModel {
        var record = shortRecord
        record.flight = "GA820"
        record.acts = [
            .init(step: "begin", officer: "ani", at: ago(minutes: 20)),
            .init(step: "resume", officer: "eka", at: ago(minutes: 12)),
            .init(step: "lock", officer: "eka", at: ago(minutes: 8)),
            .init(step: "read", officer: "citra", at: ago(minutes: 3)),
        ]
        (record.language, record.wishesSameSex, record.guardian) = ("jv", true, false)
        record.answers = [CaseAnswer(question: "Ke mana?", answer: "Ke <Hong Kong>,\ndua tahun.")]
        record.facts = twoFacts
        (record.interviewers, record.secondReader) = (["ani", "eka"], "citra")
        return record
    }

    static var shortRecord: InterviewRecordModel {
        InterviewRecordModel(
            id: "0195-c",
            number: "1A2B3C4D/TPI-A-CGK/III/2026",
            agency: "Direktorat Jenderal Imigrasi",
            post: "Soekarno-Hatta T3",
            opening: opening
        )
    }

    static var shiftNotes: ShiftNotesModel {
        var counts = ShiftNotesModel.Counts()
        (counts.checks, counts.passports, counts.objections, counts.isCut) = (12, 2, 1, true)
        (counts.referrals, counts.offers, counts.silentFeeds) = (3, 1, 1)
        return ShiftNotesModel(
            counts: counts,
            cases: [
                ShiftNotesModel.OpenCase(
                    id: "0195-c",
                    kind: .departure,
                    state: "kept",
                    dueAt: now.adding(seconds: 3600),
                    isPassportHeld: true
                ),
                ShiftNotesModel.OpenCase(
                    id: "0195-r",
                    kind: .referral,
                    state: "offered",
                    dueAt: nil,
                    mayOpen: false
                ),
            ],
            silent: ["SiskoP2MI"],
            notes: [
                ShiftNotesModel.Note(
                    id: "0195-n3",
                    officer: "budi",
                    at: ago(minutes: 4),
                    counts: counts,
                    text: "Ruang <2> tutup.\nKunci ada di meja."
                ),
                ShiftNotesModel.Note(
                    id: "0195-n2",
                    officer: "rani",
                    at: ago(minutes: 9),
                    counts: .init(),
                    text: "",
                    isOwn: true
                ),
                ShiftNotesModel.Note(
                    id: "0195-n1",
                    officer: "dodi",
                    at: ago(minutes: 500),
                    counts: .init(),
                    text: "Tenang.",
                    taken: .init(officer: "budi", at: ago(minutes: 490))
                ),
            ],
            problem: .newer(officer: "budi", at: ago(minutes: 4)),
            typed: "Paspor <T-7> di brankas."
        )
    }

    static var report: ReportModel {
        var totals = CaseTotals()
        (totals.interviews, totals.proceeded, totals.putOff) = (1041, 1012, 9)
        (totals.objections, totals.overturned) = (4, 1)
        func line(_ step: String, _ state: String, _ reason: String?, _ authority: Authority?, _ count: Int)
            -> ReportModel.Line
        {
            ReportModel.Line(
                tally: CaseTally(
                    kind: .departure,
                    step: step,
                    state: state,
                    reason: reason?.prefix(3).description,
                    authority: authority
                ),
                reason: reason,
                count: count
            )
        }
        return ReportModel(
            first: day("2026-02-01"),
            last: day("2026-02-28"),
            totals: totals,
            lines: [
                line("begin", "interviewing", nil, .immigration, 1041),
                line("propose", "proposed", "P01 · Visa atau izin <kerja> belum ada", .immigration, 9),
                line("lapse", "cleared", nil, nil, 12),
            ]
        )
    }
}
