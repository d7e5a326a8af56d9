import Casework
import HTTPTypes
import Hummingbird
import Operations
import Pages
import Vocabulary

/// The traveller's slip, and what its code leads to without an account.
enum Slips {
    /// The slip of a decision, to be printed.
    static func show(_ visit: Visit) throws -> Reply {
        let actor = try visit.actor
        let history = try visit.desk.history(of: try visit.parameter("id"), by: actor)
        guard CaseSight.kinds(for: actor).contains(history.kind), var slip = try model(of: history, visit)
        else {
            throw Problem.notFound
        }
        slip.isNarrow = visit.query("kertas") == "80"
        return visit.page(slip)
    }

    /// What a decision's slip says; nil before there is a decision.
    static func model(of history: CaseHistory, _ visit: Visit) throws -> SlipModel? {
        guard let code = history.slip, let decided = history.last(DepartureStep.agree),
            let proposed = history.last(DepartureStep.propose)
        else { return nil }
        let address = visit.office.publicAddress(of: visit.request) + Pages.Link.slip(code).text
        var slip = SlipModel(
            id: history.id,
            code: code,
            address: address,
            decidedAt: decided.at,
            reasons: reasons(proposed, visit),
            mend: try mend(of: history, visit),
            clause: proposed.content.clause ?? "",
            isBar: proposed.content.proposal == .bar,
            flight: history.opening.flight.flatMap { visit.desk.carriersNumber(of: $0) },
            deciders: [proposed.officer, decided.officer].map { visit.desk.serviceNumber(of: $0, on: code) },
            passport: passport(history),
            redress: visit.desk.rules.redress(on: decided.at.day(zone: visit.desk.zone)),
            rules: visit.desk.rules.digest
        )
        slip.squares = SquareCode(address)
        let departsOn =
            history.opening.flight?.departsOn
            ?? history.opening.departsAt.map { $0.day(zone: visit.desk.zone) }
        if let departsOn {
            slip.proof = try visit.desk.slipProof(code: code, departsOn: departsOn)
                .flatMap { SquareCode(letters: $0) }
        }
        return slip
    }

    /// What a code leads to: the state, the clock, what mends it, and how to object.
    static func showState(_ visit: Visit) throws -> Reply {
        guard let typed = try code(visit) else {
            return visit.page(SlipStateModel(code: nil, standing: .none))
        }
        return visit.page(try state(typed, visit))
    }

    /// The traveller objects.
    static func object(_ visit: Visit) async throws -> Reply {
        guard let typed = try code(visit), let slip = SlipCode(typed) else { throw Problem.notFound }
        do {
            try await visit.desk.object(
                to: slip,
                visit.form[FormName(.text).text].map { String($0.prefix(2000)) }
            )
        } catch OperationFault.caseRefused {
            var model = try state(typed, visit)
            model.isTooLate = true
            return visit.page(model, status: .conflict)
        }
        var model = try state(typed, visit)
        model.hasObjected = true
        return visit.page(model)
    }

    private static func code(_ visit: Visit) throws -> String? {
        if let asked = visit.query(Field.slip) { return asked }
        return visit.context.parameters.get("code") == nil ? nil : try visit.parameter("code")
    }

    private static func state(_ typed: String, _ visit: Visit) throws -> SlipStateModel {
        guard let slip = SlipCode(typed), let found = try visit.desk.slip(slip) else {
            return SlipStateModel(code: String(typed.prefix(40)), standing: .unknown)
        }
        switch found {
        case .fallen(let fallen): return SlipStateModel(code: slip.text, standing: .fallen(at: fallen.at))
        case .standing(let history) where history.kind == .search:
            // Whoever asks learns one of two words, whatever the worker has said.
            let isSought = [SearchState.sought.rawValue, SearchState.closed.rawValue].contains(history.state)
            let state = isSought ? SearchState.sought : .found
            var model = SlipStateModel(
                code: slip.text,
                standing: .standing(state: state.rawValue, dueAt: nil, mayObject: false)
            )
            model.kind = .search
            return model
        case .standing(let history) where history.kind == .support:
            // Whoever finds the code learns that somebody is helped and who was told, and no name.
            var model = SlipStateModel(
                code: slip.text,
                standing: .standing(state: history.state, dueAt: nil, mayObject: false)
            )
            model.kind = .support
            model.reveals = try CaseSight.reveals(in: history, visit)
            return model
        case .standing(let history) where history.kind == .correction:
            var model = SlipStateModel(
                code: slip.text,
                standing: .standing(
                    state: history.state,
                    dueAt: history.last.dueAt,
                    mayObject: !Casework.steps(in: history, for: .person).isEmpty
                )
            )
            model.kind = .correction
            return model
        case .standing(let history):
            let mayObject = Casework.steps(in: history, for: .person).contains {
                ["object", "appeal"].contains($0.step)
            }
            return SlipStateModel(
                code: slip.text,
                standing: .standing(state: history.state, dueAt: history.last.dueAt, mayObject: mayObject),
                mend: try mend(of: history, visit),
                redress: visit.desk.rules.redress(on: visit.desk.today)
            )
        }
    }

    /// The agreed reason, in both languages.
    private static func reasons(_ proposed: CaseMove, _ visit: Visit) -> [Bilingual] {
        let agreed = visit.desk.rules.reasons(
            .departure,
            step: proposed.step,
            on: proposed.at.day(zone: visit.desk.zone)
        )
        return agreed.filter { $0.code == proposed.content.reason }.map(\.says)
    }

    /// What would mend it, as the screening said.
    private static func mend(of history: CaseHistory, _ visit: Visit) throws -> [Remedy] {
        let screened = try visit.desk.site.read { reads in
            try history.opening.screening.flatMap { try reads.screened(id: $0) }
        }
        return screened?.assessment.mend ?? []
    }

    private static func passport(_ history: CaseHistory) -> SlipModel.PassportPlace {
        if let returned = history.last(DepartureStep.returnPassport) {
            return .returned(receipt: returned.content.receipt ?? "")
        }
        if let kept = history.last(DepartureStep.keepPassport), let until = kept.content.day {
            return .kept(clause: kept.content.clause ?? "", receipt: kept.content.receipt ?? "", until: until)
        }
        return .open
    }
}
