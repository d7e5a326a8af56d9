import Vocabulary

/// What a victim is offered (pendampingan korban): shelter, care, counsel, the way home; never imposed on an adult.
///
/// - Source: domain notes 11 (9); UU 21/2007 art. 51 and 52.
enum SupportCourse: Course {
    typealias State = SupportState
    typealias Step = SupportStep

    static let kind = CaseKind.support
    static let opening = (step: SupportStep.open, state: SupportState.opened)
    static let closed: Set<SupportState> = [.declined, .closed]
    static let burdens: Set<SupportState> = []
    static let holders: [SupportState: TimeHolder] = [:]

    private static let desk: [CaseHand] = [.protection]

    static let rows: [CaseRow] = [
        row([.opened], .screen, .screened, desk, [.text]),
        row(
            [.opened, .screened, .planned, .serving, .reviewed],
            .decline,
            .declined,
            desk,
            [.consent, .text]
        ),
        row([.screened, .reviewed], .plan, .planned, desk, [.consent, .text], when: .agreeing),
        row([.planned, .serving], .serve, .serving, desk, [.counterpart, .text]),
        row([.serving], .review, .reviewed, desk, [.text]),
        row([.reviewed], .close, .closed, desk, [.reason, .text]),
        row(SupportState.allCases, .reveal, nil, desk, [.request, .reason], when: .mayReveal),
        row([.declined, .closed], .reopen, .screened, desk, [.consent, .text], when: .agreeing),
    ]
}
