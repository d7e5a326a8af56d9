import Vocabulary

/// A departure check (pemeriksaan keberangkatan): from the suggested interview to its end.
///
/// Letting go is one step without a form; holding back is three people's steps with one.
/// - Source: domain notes 9 and 11; UU 6/2011 art. 16; UU 18/2017 art. 70; UU 30/2014 art. 75 to 78.
enum DepartureCourse: Course {
    typealias State = DepartureState
    typealias Step = DepartureStep

    static let kind = CaseKind.departure
    static let opening = (step: DepartureStep.open, state: DepartureState.waiting)
    static let closed: Set<DepartureState> = [
        .cleared, .withdrawn, .overturned, .regularised, .home,
    ]
    static let burdens: Set<DepartureState> = [.deferred, .barred, .returned, .kept, .notified, .upheld]
    static let holders: [DepartureState: TimeHolder] = [
        .completing: .partner, .returned: .person, .notified: .person, .upheld: .person,
    ]

    static let rows: [CaseRow] = [
        //   in                                    step                leads to       by                            with
        row([.waiting], .begin, .interviewing, [.interviewer], [.language, .rights]),
        row([.waiting], .lapse, .cleared, [.clock], when: .mayTravel),
        row([.waiting], .lapse, .taken, [.clock], when: .mustStay),
        row([.interviewing], .answer, nil, [.interviewer], [.answers]),
        row([.interviewing], .takeOverInterview, nil, [.interviewer, .supervisor], [.reason]),
        row([.interviewing], .extend, nil, [.supervisor], [.reason, .minutes]),
        row([.interviewing], .lock, .viewed, [.interviewer], [.view, .confidence, .facts]),
        row(
            [.interviewing, .viewed, .completing, .proposed, .weighed],
            .lapse,
            .cleared,
            [.clock],
            when: .mayTravel
        ),
        row(
            [.interviewing, .viewed, .completing, .proposed, .weighed],
            .lapse,
            .taken,
            [.clock],
            when: .mustStay
        ),
        row([.viewed], .proceed, .cleared, [.interviewer], when: .mayTravel),
        row([.viewed], .complete, .completing, [.interviewer], [.papers]),
        row([.completing], .completed, .cleared, [.helpdesk], when: .mayTravel),
        row([.completing], .incomplete, .viewed, [.helpdesk], [.reason]),
        row([.viewed], .withdraw, .withdrawn, [.helpdesk], [.consent, .text], when: .agreeing),
        row([.viewed], .setAside, nil, [.supervisor], [.reason, .text]),
        row([.viewed], .propose, .proposed, [.interviewer], [.proposal, .reason, .facts, .clause]),
        row([.proposed], .read, .weighed, [.helpdesk, .supervisor], [.view]),
        row([.weighed], .disagree, .cleared, [.helpdesk, .supervisor], when: .mayTravel),
        row([.weighed], .disagree, .taken, [.helpdesk, .supervisor], when: .mustStay),
        row([.weighed], .agree, .deferred, [.helpdesk, .supervisor], [.text], when: .postponing),
        row([.weighed], .agree, .barred, [.helpdesk, .supervisor], [.text], when: .barring),
        row([.deferred, .barred], .returnPassport, .returned, [.interviewer, .supervisor], [.receipt]),
        row([.deferred, .barred], .keepPassport, .kept, [.supervisor], [.clause, .receipt, .day]),
        row([.kept], .returnPassport, .returned, [.interviewer, .supervisor], [.receipt]),
        row(
            [.notified, .objected, .appealed, .upheld],
            .returnPassport,
            nil,
            [.interviewer, .supervisor],
            [.receipt]
        ),
        row([.returned, .kept], .handSlip, .notified, [.interviewer, .supervisor, .helpdesk]),
        row([.deferred, .barred, .returned, .kept, .notified], .object, .objected, [.person, .helpdesk]),
        row([.upheld], .appeal, .appealed, [.person, .helpdesk], [.text]),
        row(
            [.objected, .appealed],
            .uphold,
            .upheld,
            [.reviewer],
            [.reason, .text],
            when: .passportSettled
        ),
        row([.objected, .appealed], .overturn, .overturned, [.reviewer], [.reason], when: .passportSettled),
        row([.taken], .accompany, nil, [.protection, .helpdesk], [.consent, .text]),
        row([.taken], .release, .cleared, [.protection, .helpdesk], when: .mayTravel),
        row([.taken], .goHome, .home, [.protection, .helpdesk], [.consent], when: .agreeing),
        row([.notified, .upheld], .regularise, .regularised, [.helpdesk], [.papers], when: .passportSettled),
        row([.notified, .upheld], .goHome, .home, [.helpdesk], when: .passportSettled),
        row(
            [.interviewing, .viewed, .completing, .proposed, .weighed],
            .askHelp,
            .taken,
            [.interviewer, .helpdesk]
        ),
    ]
}
