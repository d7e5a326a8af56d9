import Vocabulary

/// A record that is wrong (perbaikan data): whoever meets it reports it, the register's owner puts it right or says why it stands.
///
/// - Source: UU 27/2022 art. 6 and 30 (correction within 3 x 24 hours, the person is told); domain notes 4.3.
enum CorrectionCourse: Course {
    typealias State = CorrectionState
    typealias Step = CorrectionStep

    static let kind = CaseKind.correction
    static let opening = (step: CorrectionStep.report, state: CorrectionState.wrong)
    static let closed: Set<CorrectionState> = [.told]
    static let burdens: Set<CorrectionState> = []
    static let holders: [CorrectionState: TimeHolder] = [:]

    private static let owners: [CaseHand] = [.helpdesk, .passport]
    private static let reporters: [CaseHand] =
        owners + [.border, .supervisor, .protection, .protectionAttache, .immigrationAttache]

    static let rows: [CaseRow] = [
        row([.wrong, .checking], .add, nil, reporters, [.text]),
        row([.wrong], .check, .checking, owners),
        row([.checking], .correct, .corrected, owners, [.reference, .text]),
        row([.checking], .stand, .standing, owners, [.reason, .text]),
        row([.standing], .object, .wrong, [.person] + reporters),
        row([.corrected, .standing], .tell, .told, owners, [.counterpart]),
    ]
}
