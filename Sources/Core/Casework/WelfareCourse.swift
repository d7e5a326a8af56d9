import Vocabulary

/// A worker abroad whose contract ended without news (kabar pekerja): somebody of the ministry asks how they are.
///
/// A worker who stays has done nothing wrong: no step burdens, no check and no other agency ever learns of it.
/// - Source: UU 18/2017 art. 24 (after work: the way home, reintegration); agreement of two ministers of 20 November 2024.
enum WelfareCourse: Course {
    typealias State = WelfareState
    typealias Step = WelfareStep

    static let kind = CaseKind.welfare
    static let opening = (step: WelfareStep.open, state: WelfareState.due)
    static let closed: Set<WelfareState> = [.closed]
    static let burdens: Set<WelfareState> = []
    static let holders: [WelfareState: TimeHolder] = [:]

    private static let ministry: [CaseHand] = [.protection, .protectionAttache, .helpdesk]

    static let rows: [CaseRow] = [
        row([.due, .reached], .contact, nil, ministry, [.text]),
        row([.due], .reach, .reached, ministry, [.text]),
        row([.due, .reached], .close, .closed, ministry, [.reason]),
    ]
}
