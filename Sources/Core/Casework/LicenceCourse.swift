import Vocabulary

/// Measures against the licence of a placement agency (sanksi izin), beside a criminal case or without one.
///
/// - Source: UU 18/2017 art. 72 and 74; Permen P2MI 1/2025; domain notes 1.4.
enum LicenceCourse: Course {
    typealias State = LicenceState
    typealias Step = LicenceStep

    static let kind = CaseKind.licence
    static let opening = (step: LicenceStep.open, state: LicenceState.opened)
    static let closed: Set<LicenceState> = [.closed]
    static let burdens: Set<LicenceState> = [.warned, .suspended, .revoked]
    static let holders: [LicenceState: TimeHolder] = [.warned: .person]

    static let rows: [CaseRow] = [
        row([.opened], .hear, .heard, [.licensing], [.counterpart, .text]),
        row([.heard, .warned, .suspended], .propose, .proposed, [.licensing], [.reason, .facts, .clause]),
        row([.proposed], .warn, .warned, [.supervisor], [.clause, .reference]),
        row([.proposed], .suspend, .suspended, [.supervisor], [.clause, .reference, .day]),
        row([.proposed], .revoke, .revoked, [.supervisor], [.clause, .reference]),
        row([.suspended, .revoked], .pay, .paid, [.licensing], [.rupiah, .reference]),
        row([.warned, .suspended, .revoked], .object, .objected, [.person, .licensing]),
        row([.objected], .uphold, .warned, [.reviewer], [.reason, .text], when: .lastMeasure("warn")),
        row([.objected], .uphold, .suspended, [.reviewer], [.reason, .text], when: .lastMeasure("suspend")),
        row([.objected], .uphold, .revoked, [.reviewer], [.reason, .text], when: .lastMeasure("revoke")),
        row([.objected], .overturn, .closed, [.reviewer], [.reason]),
        row(
            [.opened, .heard, .warned, .suspended, .revoked, .paid],
            .close,
            .closed,
            [.licensing],
            [.reason]
        ),
    ]
}
