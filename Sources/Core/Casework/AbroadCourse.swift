import Vocabulary

/// A citizen abroad (perkara luar negeri): one case that the immigration attaché and the protection attaché share.
///
/// - Source: domain notes 6; Permen P2MI 32/2025 art. 1; two hands on a travel document after Kuala Lumpur 2013 to 2016.
enum AbroadCourse: Course {
    typealias State = AbroadState
    typealias Step = AbroadStep

    static let kind = CaseKind.abroad
    static let opening = (step: AbroadStep.intake, state: AbroadState.intake)
    static let closed: Set<AbroadState> = [.closed]
    static let burdens: Set<AbroadState> = []
    static let holders: [AbroadState: TimeHolder] = [.negotiating: .partner, .legal: .partner]

    private static let both: [CaseHand] = [.protectionAttache, .immigrationAttache]
    private static let helped: [AbroadState] = [
        .assessed, .sheltered, .negotiating, .legal, .cleared,
    ]

    static let rows: [CaseRow] = [
        row([.intake, .identified, .assessed, .sheltered], .contact, nil, both, [.text]),
        row([.intake], .identify, .identified, both, [.text]),
        row([.identified], .assess, .assessed, [.protectionAttache], [.text, .reason]),
        row(
            [.assessed],
            .shelter,
            .sheltered,
            [.protectionAttache],
            [.consent, .counterpart],
            when: .agreeing
        ),
        row([.assessed, .sheltered], .negotiate, .negotiating, [.protectionAttache], [.counterpart]),
        row(
            [.assessed, .sheltered, .negotiating],
            .sue,
            .legal,
            [.protectionAttache],
            [.counterpart, .reference]
        ),
        row([.assessed, .sheltered, .negotiating, .legal], .clearExit, .cleared, both, [.reference]),
        row(helped, .request, .requested, [.protectionAttache], [.reason]),
        row([.requested], .issue, .documented, [.immigrationAttache], [.reference]),
        row([.requested], .decline, .assessed, [.immigrationAttache], [.reason, .text]),
        row([.cleared, .documented], .repatriate, .repatriated, both, [.day, .reference]),
        row([.repatriated], .handOver, .handed, [.helpdesk], [.counterpart]),
        row(
            [.handed],
            .toVillage,
            .village,
            [.helpdesk],
            [.consent, .village, .counterpart],
            when: .agreeing
        ),
        row([.handed, .village], .close, .closed, [.helpdesk], [.reason]),
        row([.intake, .identified] + helped, .close, .closed, [.protectionAttache], [.reason, .consent]),
    ]
}
