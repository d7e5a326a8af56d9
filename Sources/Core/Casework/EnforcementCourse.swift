import Vocabulary

/// A criminal case (penindakan): police or immigration investigators lead, the ministry reports and supports.
///
/// - Source: domain notes 3.3; KUHAP, dated in `Rules/clocks.csv`.
enum EnforcementCourse: Course {
    typealias State = EnforcementState
    typealias Step = EnforcementStep

    static let kind = CaseKind.enforcement
    static let opening = (step: EnforcementStep.tip, state: EnforcementState.tip)
    static let closed: Set<EnforcementState> = [.closed, .stopped]
    static let burdens: Set<EnforcementState> = []
    static let holders: [EnforcementState: TimeHolder] = [
        .filed: .partner, .handed: .partner, .trial: .partner,
    ]

    private static let body: [CaseHand] = [.investigator, .guest]
    private static let open: [EnforcementState] = [
        .tip, .verified, .reported, .ordered, .notified, .filed, .returned, .complete, .handed, .trial,
        .verdict,
    ]

    static let rows: [CaseRow] = [
        row([.tip], .verify, .verified, [.investigator, .guest, .protection], [.text]),
        row([.tip, .verified], .report, .reported, body, [.reference, .counterpart]),
        row([.reported], .order, .ordered, body, [.reference, .clause]),
        row([.ordered], .notify, .notified, body, [.reference, .counterpart]),
        row([.notified, .returned], .file, .filed, body, [.reference]),
        row([.filed], .sendBack, .returned, [.guest], [.reason, .text]),
        row([.filed], .complete, .complete, [.guest], [.reference]),
        row([.complete], .handOver, .handed, body, [.reference, .counterpart]),
        row([.handed], .tryCase, .trial, [.guest], [.reference, .counterpart]),
        row([.trial], .verdict, .verdict, [.guest], [.reference, .clause, .text]),
        row([.verdict], .restitute, .restituted, [.guest, .protection], [.rupiah, .reference]),
        row([.restituted, .verdict], .close, .closed, body, [.reason]),
        row(open, .progress, nil, [.investigator, .guest, .protection], [.text]),
        row(open, .element, nil, body, [.element, .text]),
        row(open, .exculpate, nil, body + [.protection], [.text]),
        row(open, .fee, nil, body + [.protection], [.rupiah, .text]),
        row(open, .invite, nil, [.investigator], [.counterpart]),
        row(open, .addVictim, nil, [.investigator, .protection], [.request]),
        row(open, .askReveal, nil, [.investigator], [.request, .reason, .text]),
        row(
            open.filter { ![.handed, .trial, .verdict].contains($0) },
            .stop,
            .stopped,
            body,
            [.reason, .clause, .reference]
        ),
    ]
}
