import Vocabulary

/// A passport application that could not be granted at once (permohonan paspor).
///
/// - Source: domain notes 2.2 and 9; Permenkumham 8/2014 with 18/2022 for the examination of false statements.
enum ApplicationCourse: Course {
    typealias State = ApplicationState
    typealias Step = ApplicationStep

    static let kind = CaseKind.application
    static let opening = (step: ApplicationStep.open, state: ApplicationState.submitted)
    static let closed: Set<ApplicationState> = [.approved, .overturned, .withdrawn]
    static let burdens: Set<ApplicationState> = [.deferred, .refused, .upheld]
    static let holders: [ApplicationState: TimeHolder] = [
        .pending: .person, .counselled: .person, .deferred: .person,
    ]

    static let rows: [CaseRow] = [
        row([.submitted, .resubmitted], .interview, .interviewed, [.passport], [.answers]),
        row([.submitted, .interviewed, .resubmitted], .ask, .pending, [.passport], [.papers]),
        row([.pending], .bring, .resubmitted, [.passport]),
        // Whoever brings nothing in time is asked again by a person; no clock ends an application.
        row([.pending], .lapse, .submitted, [.clock]),
        row([.submitted, .interviewed, .resubmitted, .counselled], .approve, .approved, [.passport]),
        row([.interviewed], .propose, .proposed, [.passport], [.reason, .facts, .clause]),
        row([.proposed], .agree, .deferred, [.helpdesk, .supervisor], [.text]),
        row([.proposed], .disagree, .interviewed, [.helpdesk, .supervisor]),
        row([.proposed], .lapse, .interviewed, [.clock]),
        row([.deferred], .counsel, .counselled, [.helpdesk], [.text]),
        row([.deferred, .counselled], .resubmit, .resubmitted, [.person, .passport]),
        row([.interviewed, .proposed], .examine, .fraud, [.supervisor], [.clause, .reference, .facts]),
        row([.fraud], .clear, .interviewed, [.supervisor]),
        row([.fraud], .refuse, .refused, [.supervisor], [.clause, .reference, .text]),
        row([.deferred, .counselled, .refused], .object, .objected, [.person, .helpdesk]),
        row([.objected], .uphold, .upheld, [.reviewer], [.reason, .text]),
        row([.objected], .overturn, .overturned, [.reviewer], [.reason]),
        row([.upheld], .resubmit, .resubmitted, [.person, .passport]),
        row(
            [.submitted, .interviewed, .pending, .deferred, .counselled],
            .withdraw,
            .withdrawn,
            [.person, .passport]
        ),
    ]
}
