import Casework
import HTTPTypes
import Operations
import Vocabulary

extension Problem {
    /// The problem that a refused step is for whoever wanted to take it.
    init(_ refusal: CaseRefusal) {
        let (status, title, remedy): (HTTPResponse.Status, String, String)
        var field: String?
        switch refusal {
        case .notNow(let step, let state):
            (status, title, remedy) = (
                .conflict, "The step '\(step)' isn't possible while the case is '\(state)'",
                "Open the case again."
            )
        case .notYours:
            (status, title, remedy) = (.forbidden, "The step is another role's", "Ask whoever has that role.")
        case .movedOn(let state, let officer, _):
            (status, title, remedy) = (
                .conflict, "\(officer) was first; the case is '\(state)' now",
                "Open the case again; your words were kept."
            )
        case .missing(let fields):
            (status, title, remedy) = (
                .unprocessableContent,
                "Something is missing: " + fields.map(\.rawValue).joined(separator: ", "),
                "Fill it, then send it again."
            )
            field = fields.first?.rawValue
        case .unfit(let unfit, let unfitness):
            (status, title, remedy) = (
                .unprocessableContent, "The field '\(unfit.rawValue)' doesn't fit: \(unfitness.rawValue)",
                "Mend it, then send it again."
            )
            field = unfit.rawValue
        case .sameOfficer:
            (status, title, remedy) = (.forbidden, "This step needs another person", "Ask a colleague.")
        case .otherAgencyOnDuty:
            (status, title, remedy) = (.forbidden, "This step is the other agency's", "Ask the other agency.")
        case .departed:
            (status, title, remedy) = (
                .conflict, "The departure has left; nobody can be held back from it",
                "Offer help at the desk."
            )
        case .untrained:
            (status, title, remedy) = (
                .forbidden, "An interview needs a valid badge",
                "Ask a colleague who has one; `kawal account badge` notes a new one."
            )
        case .absent(let missing):
            (status, title, remedy) = (
                .unprocessableContent, "The other case is not there, or has not asked",
                "Check the token or the case's number."
            )
            field = missing.rawValue
        }
        self.init(status, refusal.code, title, remedy: remedy, field: field)
    }
}

extension CaseRefusal {
    /// One of each, for the list of problems.
    static let examples: [CaseRefusal] = [
        .notNow(step: "proceed", state: "waiting"), .notYours(step: "proceed", by: []),
        .movedOn(to: "cleared", by: "ani", at: Moment(milliseconds: 0)), .missing([.reason]),
        .unfit(.facts, .oneSource), .sameOfficer(step: "read"), .otherAgencyOnDuty,
        .departed(at: Moment(milliseconds: 0)), .untrained, .absent(.request),
    ]
}
