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

    /// The steps that somebody may take now, with what their forms offer: those of the course, then those of any.
    static func steps(in history: CaseHistory, for actor: Actor, _ visit: Visit) throws -> [CaseStep] {
        let table = history.kind.table
        let own = try Casework.steps(in: history, for: actor.officer).compactMap { row -> CaseStep? in
            let choices = try choices(of: row, in: history, visit)
            // Where there is nobody to choose, there is nothing to do.
            guard choices[.request]?.isEmpty != true else { return nil }
            return CaseStep(
                step: row.step,
                needs: row.needs,
                mayAdd: (history.opening.isMinor != false && history.kind == .departure && row.to == nil
                    ? [.guardian] : [])
                    + (row.needs.isEmpty ? [] : [.text])
                    + (row.step == "element" ? [.evidence] : [])
                    + (row.when == .mayReveal ? [.clause, .reference] : []),
                isBurden: isBurden(row, in: history.state, table),
                choices: choices
            )
        }
        let desk = visit.desk
        let circumstances = Casework.Circumstances(
            at: desk.now(),
            zone: desk.zone,
            rules: desk.rules,
            seen: nil
        )
        return own
            + Casework.commonSteps(in: history, for: actor.officer, circumstances).map { step in
                CaseStep(
                    step: step.rawValue,
                    needs: step.needs,
                    mayAdd: step.mayAdd,
                    choices: step == .taskDone ? [.task: openTasks(of: history)] : [:]
                )
            }
    }

    private static func choices(of row: CaseRow, in history: CaseHistory, _ visit: Visit) throws
        -> [CaseField: [CaseStep.Choice]]
    {
        var choices: [CaseField: [CaseStep.Choice]] = [:]
        if row.needs.contains(.reason) {
            choices[.reason] = Self.choices(history.kind, row.step, visit).map {
                CaseStep.Choice(code: $0.code, says: $0.code + " · " + $0.says)
            }
        }
        guard row.needs.contains(.request) else { return choices }
        switch row.step {
        case EnforcementStep.askReveal.rawValue:
            choices[.request] = history.victims.map { CaseStep.Choice(code: $0.text, says: $0.text) }
        case SupportStep.reveal.rawValue:
            choices[.request] = try visit.desk.openRequests(to: history).map { move in
                let reason = reasonWords(.enforcement, in: visit.language, visit.desk)
                let why = move.content.reason.flatMap { reason[$0] } ?? ""
                return CaseStep.Choice(
                    code: Desk.name(of: move),
                    says: [move.officer, why].joined(separator: " · ")
                )
            }
        default: break
        }
        return choices
    }

    private static func openTasks(of history: CaseHistory) -> [CaseStep.Choice] {
        history.tasks.filter { $0.doneAt == nil }.map {
            CaseStep.Choice(code: String($0.number), says: String($0.text.prefix(80)))
        }
    }

    /// Whether a step leads into a burden, or can't be taken back.
    private static func isBurden(_ row: CaseRow, in state: String, _ table: CaseTable) -> Bool {
        let weighty = ["propose", "keep-passport", "uphold", "overturn"]
        return weighty.contains(row.step)
            || (!table.burdens.contains(state) && row.to.map(table.burdens.contains) == true)
    }

    /// A case as somebody sees it now.
    static func model(of history: CaseHistory, for actor: Actor, _ visit: Visit) throws -> CaseModel {
        var model = CaseModel(kind: history.kind, state: history.state, opening: history.opening)
        model.id = history.id
        model.flight = history.opening.flight.flatMap { visit.desk.carriersNumber(of: $0) }
        model.steps = try steps(in: history, for: actor, visit)
        if isNameless(history, for: actor) { (model.opening.passport, model.opening.name) = (nil, nil) }
        model.spent = history.seconds(until: visit.desk.now())
        model.hidden = hidden(in: history, for: actor)
        model.moves = moves(of: history, for: actor)
        model.dueAt = shownDue(history.last, history.opening, visit)
        model.papers = visit.desk.rules.papers(on: visit.desk.today).map(\.document)
        if history.kind == .application {
            let named = visit.desk.attestablePapers(for: visit.sight)
            model.missingPapers = try visit.desk.papersMissing(in: history.opening).filter(named.contains)
        }
        if !actor.roles.isDisjoint(with: PageTable.ticketReaders) {
            model.ticketsOf = history.opening.screening
        }
        model.reasonWords = reasonWords(history.kind, in: visit.language, visit.desk)
        model.hasSlip = history.kind == .departure && history.slip != nil
        model.hasLetter = model.hasSlip && Letters.mayHave(history, actor)
        model.hasRecord = history.last(DepartureStep.lock) != nil && Letters.mayHave(history, actor)
        if [.search, .support, .correction].contains(history.kind) { model.askerCode = history.slip }
        try fillParts(of: &model, history, for: actor, visit)
        guard history.kind == .departure else {
            model.evidence = try visit.desk.evidence(of: history.id)
            // Whoever reads in need adds nothing and takes nothing out.
            guard isWork(history, of: actor), !isNameless(history, for: actor) else { return model }
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

    /// Owner, tasks, consent, the incident, and what the firewall lets through.
    private static func fillParts(
        of model: inout CaseModel,
        _ history: CaseHistory,
        for actor: Actor,
        _ visit: Visit
    ) throws {
        let desk = visit.desk
        model.owner = history.owner
        // The clock of an interview is shown as it runs for everybody.
        if history.kind != .departure { model.spells = history.spells }
        model.procedure = procedure(of: history, visit)
        (model.tasks, model.consents) = (history.tasks, history.consents)
        if history.kind == .enforcement {
            model.victims = try desk.victims(of: history, for: actor).map { victim in
                CaseModel.Victim(
                    token: victim.token,
                    isAsked: victim.isAsked,
                    isTold: victim.identity != nil,
                    name: victim.identity?.name,
                    passport: victim.identity?.passport
                )
            }
        }
        if history.kind == .support { model.reveals = try reveals(in: history, visit) }
        // Who interviews learns nothing from beside.
        guard isWork(history, of: actor), hidden(in: history, for: actor) == nil,
            !actor.roles.contains(.interviewer), !actor.roles.contains(.guest),
            !isNameless(history, for: actor)
        else { return }
        let kinds = kinds(for: actor)
        if let event = history.opening.event {
            model.siblings = try desk.site.read { try $0.cases(ofEvent: event) }
                .filter { $0.last.id != history.id }
                .compactMap { line in
                    let isMine = kinds.contains(line.last.kind) && isMember(of: line.last.kind, actor)
                    // That somebody asked for help or is missed is told to nobody else.
                    guard isMine || !Desk.closedKinds.contains(line.last.kind) else { return nil }
                    return CaseModel.Sibling(
                        id: isMine ? line.last.id : nil,
                        kind: line.last.kind,
                        state: line.last.state
                    )
                }
        }
        if mayFollow(history) { model.following = kinds.filter { $0 != .departure && $0 != .application } }
    }

    /// Whether another case may follow: a departure check leads on only where somebody asked for help.
    static func mayFollow(_ history: CaseHistory) -> Bool {
        history.kind != .departure || history.state == DepartureState.taken.rawValue
    }

    private static func procedure(of history: CaseHistory, _ visit: Visit) -> CaseModel.Procedure? {
        guard let version = history.opening.procedure else { return nil }
        let rule = visit.desk.rules.tables.procedures.last {
            $0.kind == history.kind && $0.version == version
        }
        return CaseModel.Procedure(title: rule?.title[visit.language] ?? "", version: version)
    }

    /// Who was told who a victim is, as the victim reads it.
    static func reveals(in support: CaseHistory, _ visit: Visit) throws -> [RevealLine] {
        let words = reasonWords(.support, in: visit.language, visit.desk)
        return try visit.desk.reveals(in: support).map { reveal in
            RevealLine(
                at: reveal.at,
                authority: reveal.authority,
                reason: words[reveal.reason] ?? reveal.reason,
                order: reveal.order
            )
        }
    }

    /// Whether somebody is to decide about an offer without knowing whom it is about.
    static func isPreview(_ history: CaseHistory, for actor: Actor) -> Bool {
        history.kind == .referral && history.last(ReferralStep.accept.rawValue) == nil
            && actor.authority != history.first.authority
    }

    /// Whether a victim's name stays with those who protect, whichever case it came along with.
    static func isBehindToken(_ history: CaseHistory, for actor: Actor) -> Bool {
        let protecting: Set<Role> = [.protection, .helpdesk, .protectionAttache, .immigrationAttache]
        return history.opening.token != nil && actor.roles.isDisjoint(with: protecting)
    }

    /// Whether somebody is to do without whom a case is about.
    static func isNameless(_ history: CaseHistory, for actor: Actor) -> Bool {
        isPreview(history, for: actor) || isBehindToken(history, for: actor)
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
