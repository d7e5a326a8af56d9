import Casework
import Operations
import Pages
import Vocabulary

/// How much of a case somebody sees, and which steps are theirs.
enum CaseSight {
    /// The courses on which somebody with these roles has a step.
    static func kinds(for actor: Actor) -> [CaseKind] {
        CaseKind.allCases.filter { kind in
            kind.table.rows.contains { !actor.officer.hands.isDisjoint(with: $0.by) }
        }
    }

    /// Whether somebody has a step on such cases by another role than a guest's.
    static func isMember(of kind: CaseKind, _ actor: Actor) -> Bool {
        let hands = actor.officer.hands.subtracting([.officer(.guest)])
        return kind.table.rows.contains { !hands.isDisjoint(with: $0.by) }
    }

    /// Whether a case is part of somebody's work: a guest's are those to which the guest was invited.
    static func isWork(_ history: CaseHistory, of actor: Actor) -> Bool {
        isMember(of: history.kind, actor)
            || (kinds(for: actor).contains(history.kind) && history.hasInvited(actor.name))
    }

    /// The agreed reasons for a step, in the reader's language.
    static func choices(_ kind: CaseKind, _ step: String, _ visit: Visit) -> [CaseStep.Choice] {
        visit.desk.rules.reasons(kind, step: step, on: visit.desk.today).map {
            CaseStep.Choice(code: $0.code, says: $0.says[visit.language])
        }
    }

    /// What the agreed reasons of a course say, by code, older ones too.
    static func reasonWords(_ kind: CaseKind, in language: Language, _ desk: Desk) -> [String: String] {
        var words: [String: String] = [:]
        for reason in desk.rules.tables.reasons where reason.kind == kind {
            words[reason.code] = reason.code + " · " + reason.says[language]
        }
        return words
    }

    /// The steps that somebody could take in a listed case.
    static func steps(in line: CaseLine, for actor: Actor) -> [CaseRow] {
        line.last.kind.table.rows(in: line.last.state).filter { !actor.officer.hands.isDisjoint(with: $0.by) }
    }

    /// The steps that somebody may take now, with what their forms offer.
    static func steps(in history: CaseHistory, for actor: Actor, _ visit: Visit) -> [CaseStep] {
        let table = history.kind.table
        var steps = Casework.steps(in: history, for: actor.officer).map { row in
            CaseStep(
                step: row.step,
                needs: row.needs,
                mayAdd: (history.opening.isMinor != false && history.kind == .departure && row.to == nil
                    ? [.guardian] : [])
                    + (row.needs.isEmpty ? [] : [.text])
                    + (row.step == "element" ? [.evidence] : []),
                isBurden: isBurden(row, in: history.state, table),
                reasons: choices(history.kind, row.step, visit)
            )
        }
        if let turn = clockStep(in: history, for: actor, visit) { steps.append(turn) }
        return steps
    }

    /// Whether a step leads into a burden, or can't be taken back.
    private static func isBurden(_ row: CaseRow, in state: String, _ table: CaseTable) -> Bool {
        let weighty = ["propose", "keep-passport", "uphold", "overturn"]
        return weighty.contains(row.step)
            || (!table.burdens.contains(state) && row.to.map(table.burdens.contains) == true)
    }

    /// Stopping or restarting the state's clock, where its row allows it.
    private static func clockStep(in history: CaseHistory, for actor: Actor, _ visit: Visit) -> CaseStep? {
        let hands = history.kind.table.rows(in: history.state).flatMap(\.by)
        guard !actor.officer.hands.isDisjoint(with: hands), history.last.dueAt != nil else { return nil }
        if history.isPaused { return CaseStep(step: CaseTable.unpause, needs: []) }
        let clock = visit.desk.rules.clock(history.kind, state: history.state, on: visit.desk.today)
        guard (clock?.pauseDays ?? 0) > 0 else { return nil }
        return CaseStep(step: CaseTable.pause, needs: [.reason, .counterpart, .day])
    }

    /// A case as somebody sees it now.
    static func model(of history: CaseHistory, for actor: Actor, _ visit: Visit) throws -> CaseModel {
        var model = CaseModel(kind: history.kind, state: history.state, opening: history.opening)
        model.id = history.id
        model.dueAt = history.last.dueAt
        model.flight = history.opening.flight.flatMap { visit.desk.carriersNumber(of: $0) }
        model.steps = steps(in: history, for: actor, visit)
        if isPreview(history, for: actor) { (model.opening.passport, model.opening.name) = (nil, nil) }
        model.spent = history.seconds(until: visit.desk.now())
        model.hidden = hidden(in: history, for: actor)
        model.moves = moves(of: history, for: actor)
        model.dueAt = shownDue(history.last, history.opening, visit)
        model.papers = visit.desk.rules.papers(on: visit.desk.today).map(\.document)
        model.reasonWords = reasonWords(history.kind, in: visit.language, visit.desk)
        model.hasSlip = history.kind == .departure && history.slip != nil
        if history.kind == .search { model.askerCode = history.slip }
        guard history.kind == .departure else {
            model.evidence = try visit.desk.evidence(of: history.id)
            // Whoever reads in need adds nothing and takes nothing out.
            guard isWork(history, of: actor) else { return model }
            model.evidenceMegabytes = visit.office.configuration.uploadLimitBytes >> 20
            return model
        }
        let (assessment, codes) = try grounds(of: history, visit)
        model.questions = assessment?.unknown.map(\.ask) ?? []
        if model.hidden != .reasons {
            model.assessment = assessment
            model.officerReasons = codes
        }
        return model
    }

    /// Whether somebody is to decide about an offer without knowing whom it is about.
    static func isPreview(_ history: CaseHistory, for actor: Actor) -> Bool {
        history.kind == .referral && history.last(ReferralStep.accept.rawValue) == nil
            && actor.authority != history.first.authority
    }

    /// The clock as it runs for everybody: a shorter one would tell whom chance has drawn.
    static func shownDue(_ last: CaseMove, _ opening: CaseOpening, _ visit: Visit) -> Moment? {
        let (rules, today) = (visit.desk.rules, visit.desk.today)
        guard opening.probability != nil, last.state == DepartureState.interviewing.rawValue,
            let dueAt = last.dueAt,
            let clock = rules.clock(last.kind, state: last.state, on: today)
        else { return last.dueAt }
        let minutes = RandomArm.talkMinutes(rules, on: today)
        return clock.end(
            from: dueAt.adding(seconds: -minutes * 60),
            zone: visit.desk.zone,
            holidays: rules.tables.holidays
        )
    }

    /// What somebody doesn't see yet: the interviewer the reasons, the second reader the proposal.
    static func hidden(in history: CaseHistory, for actor: Actor) -> CaseModel.Hidden? {
        guard history.kind == .departure else { return nil }
        if actor.roles.contains(.interviewer), !history.isViewLocked { return .reasons }
        return history.state == DepartureState.proposed.rawValue && mayRead(history, actor) ? .proposal : nil
    }

    /// Whether somebody may still be the second reader, and so must not know what the colleague thinks.
    private static func mayRead(_ history: CaseHistory, _ actor: Actor) -> Bool {
        let taken = history.moves.filter { ["begin", "resume", "lock", "propose", "read"].contains($0.step) }
        return !taken.map(\.officer).contains(actor.name) && !history.isClosed
            && history.last(DepartureStep.read) == nil
            && !actor.roles.isDisjoint(with: [.helpdesk, .supervisor])
    }

    /// The moves without what whoever may be the second reader must not know yet.
    private static func moves(of history: CaseHistory, for actor: Actor) -> [CaseMove] {
        guard history.kind == .departure, mayRead(history, actor) else { return history.moves }
        return history.moves.map { move in
            guard ["lock", "propose"].contains(move.step) else { return move }
            var blind = move
            blind.content = CaseContent()
            blind.content.facts = move.content.facts
            return blind
        }
    }

    /// What the referral rests on.
    private static func grounds(of history: CaseHistory, _ visit: Visit) throws -> (
        Assessment?, [InterviewReason]
    ) {
        try visit.desk.site.read { reads in
            let screened = try history.opening.screening.flatMap { try reads.screened(id: $0) }
            let referral = try history.opening.referral.flatMap { try reads.referral(id: $0) }
            return (
                screened.map { visit.show($0.assessment, on: $0.flight.departsOn) },
                referral?.codes.compactMap(InterviewReason.init(rawValue:)) ?? []
            )
        }
    }
}
