import Vocabulary

/// A worker whom somebody misses (pencarian pekerja): the asker learns "sought" or "found", nothing else without the worker's word.
///
/// - Source: domain notes 6; an adult may be found and want no contact; employers and agencies can't ask.
enum SearchCourse: Course {
    typealias State = SearchState
    typealias Step = SearchStep

    static let kind = CaseKind.search
    static let opening = (step: SearchStep.ask, state: SearchState.sought)
    static let closed: Set<SearchState> = [.told, .silent, .closed]
    static let burdens: Set<SearchState> = []
    static let holders: [SearchState: TimeHolder] = [:]

    private static let seekers: [CaseHand] = [
        .protectionAttache, .immigrationAttache, .protection, .helpdesk,
    ]

    static let rows: [CaseRow] = [
        row([.sought], .look, nil, seekers, [.text]),
        row([.sought], .find, .found, seekers, [.consent, .text]),
        row([.found], .tell, .told, seekers, [.text], when: .consenting),
        row([.found], .keepSilent, .silent, seekers),
        row([.found], .ask, .sought, seekers, [.reason]),
        row([.sought], .close, .closed, seekers, [.reason]),
    ]
}
