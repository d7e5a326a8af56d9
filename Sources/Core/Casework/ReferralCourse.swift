import Vocabulary

/// An offer from one agency to the other (rujukan antarlembaga).
///
/// The offer shows no name; ownership moves when it is accepted, and whoever sent it learns how it ended.
/// - Source: casework notes 4.2 and 4.8 (what transfers between health authorities have taught).
enum ReferralCourse: Course {
    typealias State = ReferralState
    typealias Step = ReferralStep

    static let kind = CaseKind.referral
    static let opening = (step: ReferralStep.offer, state: ReferralState.offered)
    static let closed: Set<ReferralState> = [.rejected, .withdrawn, .given, .closed]
    static let burdens: Set<ReferralState> = []
    static let holders: [ReferralState: TimeHolder] = [.offered: .partner, .escalated: .partner]

    static let senders: [CaseHand] = [
        .interviewer, .supervisor, .helpdesk, .protection, .investigator, .protectionAttache,
        .immigrationAttache,
    ]
    static let receivers: [CaseHand] = [.helpdesk, .protection, .supervisor, .investigator]

    static let rows: [CaseRow] = [
        row([.offered, .escalated], .accept, .accepted, receivers),
        row([.offered, .escalated], .reject, .rejected, receivers, [.reason, .text]),
        row([.offered, .escalated], .withdraw, .withdrawn, senders, [.reason]),
        row([.offered], .lapse, .escalated, [.clock]),
        row([.accepted], .contribute, nil, senders, [.text]),
        row([.accepted], .giveBack, .given, receivers, [.reason, .text]),
        row([.accepted], .finish, .done, receivers, [.reason]),
        // What became of the person is told after 7, 30 and 180 days (`clocks.csv`).
        row([.done], .feedback, .answered, receivers, [.reason, .text]),
        row([.answered], .feedback, .followed, receivers, [.reason, .text]),
        row([.followed], .feedback, .closed, receivers, [.reason, .text]),
    ]
}
