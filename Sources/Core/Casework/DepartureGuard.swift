import Vocabulary

/// What the table of a departure check can't say: clocks, two agencies, bars (syarat pemeriksaan keberangkatan).
struct DepartureGuard {
    let history: CaseHistory
    let officer: CaseOfficer
    let circumstances: Casework.Circumstances

    /// Refuses a step that the safeguards don't allow.
    func check(_ step: String, _ content: CaseContent) throws(CaseRefusal) {
        guard let step = DepartureStep(rawValue: step) else { return }
        switch step {
        case .begin, .lock, .propose, .agree, .keepPassport: try checkDeparture()
        default: break
        }
        switch step {
        case .begin:
            try checkStranger()
            try checkBadge(content)
            try checkRandomTime()
        case .takeOverInterview: try checkBadge(content)
        case .answer, .lock: try checkHolder(step)
        case .propose:
            try checkNotRandom()
            try checkProposal(content)
        case .read, .agree, .disagree: try checkReader()
        case .overturn, .uphold: try checkReviewer()
        case .extend: try checkExtension(content)
        case .keepPassport: try checkKeeping(content)
        default: break
        }
    }

    /// Nobody is held back from what has left; whoever missed it is put right by the protection desk.
    private func checkDeparture() throws(CaseRefusal) {
        if let departsAt = history.opening.departsAt, circumstances.at >= departsAt {
            throw .departed(at: departsAt)
        }
    }

    /// Where the agencies have agreed so, whoever interviews has learned it within the year.
    private func checkBadge(_ content: CaseContent) throws(CaseRefusal) {
        let isRequired = circumstances.rules.limit("interview_badge_required", on: today) == 1
        if isRequired, content.badge.map({ $0 < today }) ?? true { throw .untrained }
    }

    /// Whoever suggested the interview has seen the reasons.
    private func checkStranger() throws(CaseRefusal) {
        if history.first.officer == officer.name { throw .sameOfficer(step: DepartureStep.begin.rawValue) }
    }

    /// Answers and the own view are of whoever holds the interview; a colleague takes it over first.
    private func checkHolder(_ step: DepartureStep) throws(CaseRefusal) {
        guard history.interviewer == officer.name else { throw .notYours(step: step.rawValue, by: []) }
    }

    /// Nobody who was drawn by chance is asked shortly before the departure.
    private func checkRandomTime() throws(CaseRefusal) {
        guard history.opening.probability != nil, let departsAt = history.opening.departsAt else { return }
        let minutes = RandomArm.leadMinutes(circumstances.rules, on: today)
        if circumstances.at.seconds(until: departsAt) < minutes * 60 { throw .departed(at: departsAt) }
    }

    /// Nothing burdens somebody who was only drawn by chance.
    private func checkNotRandom() throws(CaseRefusal) {
        if history.opening.probability != nil { throw .notNow(step: "propose", state: history.state) }
    }

    /// A bar is one that the screening named; a postponement rests on facts that the officer has locked or found since.
    private func checkProposal(_ content: CaseContent) throws(CaseRefusal) {
        if content.proposal == .bar, !history.opening.bars.contains(content.clause ?? "") {
            throw .unfit(.clause, .noSuchBar)
        }
    }

    /// The second reader is of the other agency while that is on duty.
    private func checkReader() throws(CaseRefusal) {
        let interviewing = history.last(.propose)?.authority
        if circumstances.isPartnerOnDuty, officer.authority == nil || officer.authority == interviewing {
            throw .otherAgencyOnDuty
        }
        // What was read without the proposal is weighed by the same eyes.
        if history.state == DepartureState.weighed.rawValue, history.last(.read)?.officer != officer.name {
            throw .notYours(step: DepartureStep.agree.rawValue, by: [])
        }
    }

    /// An objection is answered by the other agency than the one that decided.
    private func checkReviewer() throws(CaseRefusal) {
        // Whose agency nobody knows is nobody's reviewer.
        guard let mine = officer.authority, mine != history.last(.propose)?.authority else {
            throw .otherAgencyOnDuty
        }
    }

    /// A passport is kept for as long as the rules let it be, never without an end.
    private func checkKeeping(_ content: CaseContent) throws(CaseRefusal) {
        guard let day = content.day else { return }
        let most = circumstances.rules.limit("passport_kept_days", on: today) ?? 0
        guard (0...most).contains(today.days(until: day)) else { throw .unfit(.day, .outOfRange) }
    }

    private func checkExtension(_ content: CaseContent) throws(CaseRefusal) {
        // A talk that chance drew is short, whatever it is about.
        if history.opening.probability != nil { throw .notNow(step: "extend", state: history.state) }
        guard let most = circumstances.rules.limit("interview_extension_minutes", on: today),
            let minutes = content.minutes
        else { return }
        guard minutes <= most else { throw .unfit(.minutes, .outOfRange) }
    }

    private var today: Day { circumstances.at.day(zone: circumstances.zone) }
}
