import Casework
import HTTPTypes
import Operations
import Pages
import Vocabulary

/// Cases: the queue of departure checks, open cases of every course, and the steps of one.
enum Cases {
    /// A page holds so many; what is most urgent stands first.
    private static let most = 200

    static func showQueue(_ visit: Visit) throws -> Reply {
        let actor = try visit.actor
        let snapshot = try BoardSnapshot(visit.desk.today, from: visit.desk.site)
        let (running, taken) = try visit.desk.site.read { reads in
            (
                try reads.openCases(.departure, limit: most),
                Set(try snapshot.referrals.filter { try reads.caseOf(referral: $0.id) != nil }.map(\.id))
            )
        }
        let now = visit.desk.now()
        var lines = running.filter { !CaseSight.steps(in: $0, for: actor).isEmpty }.map { line($0, visit) }
        if actor.roles.contains(.interviewer) {
            lines += snapshot.referrals.filter { $0.withdrawnFor == nil && !taken.contains($0.id) }
                .map { line($0, snapshot, visit) }
                .filter { ($0.departsAt ?? now) >= now }
        }
        lines.sort { ($0.dueAt ?? $0.departsAt ?? $0.since) < ($1.dueAt ?? $1.departsAt ?? $1.since) }
        return visit.page(QueueModel(lines: Array(lines.prefix(most)), capacity: try visit.desk.capacity()))
    }

    static func showAll(_ visit: Visit) throws -> Reply {
        visit.page(try list(visit, visit.query(Field.kind).flatMap(CaseKind.init(rawValue:))))
    }

    /// The open cases of a course, the first that is the reader's where none is named.
    private static func list(_ visit: Visit, _ wanted: CaseKind?) throws -> CasesModel {
        let actor = try visit.actor
        let kinds = CaseSight.kinds(for: actor).filter { $0 != .departure }
        guard let first = kinds.first else { throw Problem.notAllowed }
        let shown = wanted.flatMap { kinds.contains($0) ? $0 : nil } ?? first
        let isGuest = !CaseSight.isMember(of: shown, actor)
        let isMineOnly = visit.query(Field.mine) == "yes"
        let open = try visit.desk.site.read { reads in
            let all = try reads.openCases(shown, of: isMineOnly ? actor.name : nil, limit: most)
            guard isGuest else { return all }
            return try all.filter { line in
                try CaseHistory(reads.caseMoves(line.last.id))?.hasInvited(actor.name) ?? false
            }
        }
        let lines = open.map { line in
            CasesModel.Line(
                id: line.last.id,
                openedAt: line.openedAt,
                state: line.last.state,
                dueAt: line.last.dueAt,
                event: line.opening.event,
                owner: line.owner
            )
        }
        var model = CasesModel(kinds: kinds, kind: shown, lines: lines, mayOpen: !isGuest)
        model.isMineOnly = isMineOnly
        model.parent = try parent(visit.query(Field.parent) ?? visit.field(Field.parent), visit)
        model.needs = Casework.needs(toOpen: shown)
        model.reasons = CaseSight.choices(shown, shown.table.opening, visit)
        return model
    }

    /// The case that a new one is to follow, where it is the reader's work and may lead on.
    private static func parent(_ id: String?, _ visit: Visit) throws -> String? {
        guard let id else { return nil }
        guard let history = CaseHistory(try visit.desk.site.read({ try $0.caseMoves(id) })) else {
            throw Problem.notFound
        }
        let actor = try visit.actor
        guard CaseSight.isWork(history, of: actor), CaseSight.mayFollow(history),
            !CaseSight.isNameless(history, for: actor), CaseSight.hidden(in: history, for: actor) == nil
        else { throw Problem.notAllowed }
        return id
    }

    static func open(_ visit: Visit) async throws -> Reply {
        let actor = try visit.actor
        guard let kind = visit.field(Field.kind).flatMap(CaseKind.init(rawValue:)) else {
            throw OperationFault.fieldUnfit(field: Field.kind.text, expected: "a kind of case")
        }
        // A guest is invited to a case and opens none.
        guard CaseSight.isMember(of: kind, actor) else { throw Problem.notAllowed }
        var content = CaseContent(visit.form)
        let typed = visit.field(Field.number)
        let passport = typed.flatMap(PassportNumber.init)
        guard (typed == nil) == (passport == nil) else {
            throw OperationFault.fieldUnfit(
                field: Field.number.text,
                expected: "a passport number, or nothing"
            )
        }
        content.opening = CaseOpening(
            passport: passport,
            post: visit.desk.post
        )
        do {
            let parent = try parent(visit.field(Field.parent), visit)
            let history = try await visit.desk.open(kind, content, after: parent, by: actor)
            return visit.redirect(Pages.Link.caseFile(history.id).text, saying: .stepTaken)
        } catch OperationFault.caseRefused(.movedOn) {
            var model = try list(visit, kind)
            model.isOpenAlready = true
            return visit.page(model, status: .conflict)
        } catch OperationFault.caseRefused(.missing(let fields)) {
            var model = try list(visit, kind)
            model.missing = fields
            return visit.page(model, status: .unprocessableContent)
        }
    }

    /// A case of the reader's duties, or one that is open to the reader in need; else what opens it.
    static func show(_ visit: Visit) throws -> Reply {
        let (id, actor) = (try visit.parameter("id"), try visit.actor)
        guard let kind = try visit.desk.site.read({ try $0.caseMoves(id) }).first?.kind else {
            throw Problem.notFound
        }
        if CaseSight.kinds(for: actor).contains(kind) { return visit.page(try model(visit)) }
        guard !Desk.closedKinds.contains(kind) else { throw Problem.notAllowed }
        guard try visit.desk.isGlassOpen(on: id, for: actor) else {
            return visit.page(GlassModel(id: id), status: .forbidden)
        }
        let history = try visit.desk.history(of: id, by: actor)
        return visit.page(try CaseSight.model(of: history, for: actor, visit))
    }

    static func take(_ visit: Visit) async throws -> Reply {
        let (id, step) = (try visit.parameter("id"), try visit.parameter("step"))
        let actor = try visit.actor
        var problem: (CaseModel.Problem, HTTPResponse.Status)?
        if try needsConfirmation(step, id, actor, visit), visit.field(Field.confirmed) != "yes" {
            problem = (.unconfirmed, .unprocessableContent)
        } else {
            do {
                try await visit.desk.take(
                    step,
                    CaseContent(visit.form),
                    in: id,
                    seen: visit.field(Field.seen).flatMap { Int($0) } ?? 0,
                    by: actor
                )
            } catch OperationFault.caseRefused(let refusal) {
                problem = (.init(refusal), Problem(refusal).status)
            }
        }
        guard let (problem, status) = problem else {
            return visit.redirect(after(id, visit), saying: .stepTaken)
        }
        var model = try model(visit)
        model.problem = problem
        model.typed = (step, visit.form.typed)
        return visit.page(model, status: status)
    }

    static func showBegin(_ visit: Visit) throws -> Reply {
        let id = try visit.parameter("id")
        if let running = try visit.desk.site.read({ try $0.caseOf(referral: id) }) {
            return .redirect(Pages.Link.caseFile(running.id).text)
        }
        return visit.page(try beginning(id, visit))
    }

    static func begin(_ visit: Visit) async throws -> Reply {
        let id = try visit.parameter("id")
        do {
            let new = try await visit.desk.beginInterview(
                of: id,
                CaseContent(visit.form),
                by: try visit.actor
            )
            return visit.redirect(Pages.Link.caseFile(new).text, saying: .stepTaken)
        } catch OperationFault.caseRefused(let refusal) {
            var model = try beginning(id, visit)
            model.problem = .init(refusal)
            model.typed = (DepartureStep.begin.rawValue, visit.form.typed)
            return visit.page(model, status: Problem(refusal).status)
        }
    }

    /// A case that its officer may no longer see (fallen, erased) leads back to the list.
    private static func after(_ id: String, _ visit: Visit) -> String {
        let isThere = (try? visit.desk.site.read { try !$0.caseMoves(id).isEmpty }) ?? false
        return (isThere ? Pages.Link.caseFile(id) : Place.queue.link).text
    }

    private static func needsConfirmation(_ step: String, _ id: String, _ actor: Actor, _ visit: Visit) throws
        -> Bool
    {
        guard let history = CaseHistory(try visit.desk.site.read { try $0.caseMoves(id) }) else {
            throw OperationFault.absent
        }
        guard CaseSight.isWork(history, of: actor) else { throw Problem.notAllowed }
        return try CaseSight.steps(in: history, for: actor, visit).contains { $0.step == step && $0.isBurden }
    }

    static func model(_ visit: Visit) throws -> CaseModel {
        let actor = try visit.actor
        let history = try visit.desk.history(of: try visit.parameter("id"), by: actor)
        guard CaseSight.isWork(history, of: actor) else { throw Problem.notAllowed }
        return try CaseSight.model(of: history, for: actor, visit)
    }

    private static func beginning(_ referral: String, _ visit: Visit) throws -> CaseModel {
        guard let standing = try visit.desk.site.read({ try $0.referral(id: referral) }),
            standing.withdrawnFor == nil
        else { throw Problem.notFound }
        var model = CaseModel(
            kind: .departure,
            state: CaseKind.departure.table.start,
            opening: CaseOpening(flight: standing.flight, passport: standing.passport)
        )
        model.referral = referral
        model.flight = standing.flight.flatMap { visit.desk.carriersNumber(of: $0) }
        model.hidden = .reasons
        model.steps = [CaseStep(step: DepartureStep.begin.rawValue, needs: [.rights, .language])]
        return model
    }

    private static func line(_ line: CaseLine, _ visit: Visit) -> QueueModel.Line {
        QueueModel.Line(
            target: .caseFile(line.last.id),
            since: line.openedAt,
            flight: line.opening.flight.flatMap { visit.desk.carriersNumber(of: $0) },
            departsAt: line.opening.departsAt,
            state: line.last.state,
            dueAt: CaseSight.shownDue(line.last, line.opening, visit)
        )
    }

    private static func line(_ referral: Referral, _ snapshot: BoardSnapshot, _ visit: Visit)
        -> QueueModel.Line
    {
        let flight = snapshot.flights.first { $0.manifest.flight == referral.flight }
        return QueueModel.Line(
            target: .referral(referral.id),
            since: referral.openedAt,
            flight: referral.flight.flatMap { visit.desk.carriersNumber(of: $0) },
            departsAt: (flight?.manifest.departsAt ?? referral.departsAt)?.moment(zone: visit.desk.zone),
            state: CaseKind.departure.table.start,
            dueAt: nil
        )
    }
}

extension CaseModel.Problem {
    /// Why a step was not taken, as the page says it.
    init(_ refusal: CaseRefusal) {
        self =
            switch refusal {
            case .notNow: .notNow
            case .notYours: .notYours
            case .movedOn: .moved
            case .missing(let fields): .missing(fields)
            case .unfit(_, .oneSource): .oneSource
            case .unfit(_, .noSuchBar): .noSuchBar
            case .unfit(let field, _): .unfit(field)
            case .sameOfficer: .sameOfficer
            case .otherAgencyOnDuty: .otherAgency
            case .departed: .departed
            case .untrained: .untrained
            case .absent: .absent
            }
    }
}
