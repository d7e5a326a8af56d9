public import Vocabulary

/// A step that any course knows and that leaves the state as it is (langkah umum).
public enum CommonStep: String, Sendable, CaseIterable {
    /// Stops a state's clock for another office, where the clock's row allows it.
    case pause
    /// Lets it run on.
    case unpause
    /// Takes the case as one's own.
    case own
    /// Hands it to a colleague.
    case give
    /// Sets a task.
    case task
    /// A task is done.
    case taskDone = "task-done"
    /// What the person agrees to or not.
    case consent

    /// What must stand on its form.
    public var needs: [CaseField] {
        switch self {
        case .pause: [.reason, .counterpart, .day]
        case .unpause, .own: []
        case .give: [.counterpart, .text]
        case .task: [.text, .day]
        case .taskDone: [.task]
        case .consent: [.purpose, .consent]
        }
    }

    /// What may stand there besides.
    public var mayAdd: [CaseField] {
        switch self {
        case .task: [.counterpart]
        case .taskDone, .consent: [.text]
        case .pause, .unpause, .own, .give: []
        }
    }
}

extension CaseHistory {
    /// The moves since the state began, with the one that led to it.
    private var movesInState: ArraySlice<CaseMove> {
        let begun = moves.indices.last { $0 == 0 || moves[$0].state != moves[$0 - 1].state } ?? 0
        return moves[begun...]
    }

    /// The pause in which the clock stands still; nil where it runs.
    var pause: CaseMove? {
        let turn = movesInState.last { [CommonStep.pause, .unpause].contains($0.commonStep) }
        return turn?.commonStep == .pause ? turn : nil
    }

    /// For how many days the state's clock was stopped in all.
    func pausedDays(zone: Int) -> Int {
        movesInState.filter { $0.commonStep == .pause }.reduce(0) { sum, move in
            sum + (move.content.day.map { Int($0.number - move.at.day(zone: zone).number) } ?? 0)
        }
    }

    /// Whose case it is: whoever took it or was handed it last, else the officer who opened it.
    public var owner: String? { moves.reversed().lazy.compactMap(\.turnOfOwner).first ?? nil }

    /// The tasks, in the order in which they were set.
    public var tasks: [CaseTask] {
        moves.filter { $0.commonStep == .task }.map { move in
            CaseTask(
                number: move.number,
                text: move.content.text ?? "",
                dueOn: move.content.day,
                assignee: move.content.counterpart,
                doneAt: moves.first {
                    $0.commonStep == .taskDone && $0.content.task == move.number
                }?.at
            )
        }
    }

    /// What the person has said of each purpose last.
    public var consents: [ConsentPurpose: Consent] {
        moves.filter { $0.commonStep == .consent }.reduce(into: [:]) { said, move in
            if let purpose = move.content.purpose { said[purpose] = move.content.consent }
        }
    }
}

extension CaseMove {
    /// The step that any course knows; nil where it is one of the course's own.
    public var commonStep: CommonStep? { CommonStep(rawValue: step) }

    /// Whose the case is from this move on; nil where it stays whose it was.
    public var turnOfOwner: String?? {
        switch commonStep {
        case .own: .some(officer)
        case .give: .some(content.counterpart?.lowercased())
        case .pause, .unpause, .task, .taskDone, .consent, nil:
            if number == 1 {
                .some(authority == nil ? nil : officer)
            } else {
                // An offer is its sender's until somebody accepts it.
                kind == .referral && step == ReferralStep.accept.rawValue ? .some(officer) : nil
            }
        }
    }
}

extension Casework {
    /// Whether somebody could take a step now, of the course or of any, whatever stands on its form.
    public static func offers(
        _ step: String,
        in history: CaseHistory,
        to officer: CaseOfficer,
        _ circumstances: Circumstances
    ) -> Bool {
        steps(in: history, for: officer).contains { $0.step == step }
            || commonSteps(in: history, for: officer, circumstances).contains { $0.rawValue == step }
    }

    /// The steps of any course that somebody may take now.
    public static func commonSteps(
        in history: CaseHistory,
        for officer: CaseOfficer,
        _ circumstances: Circumstances
    ) -> [CommonStep] {
        CommonStep.allCases.filter { step in
            (try? checkCommon(step, in: history, by: officer, circumstances)) != nil
        }
    }

    /// Refuses a step that the state doesn't know or somebody has no hand in.
    private static func checkCommon(
        _ step: CommonStep,
        in history: CaseHistory,
        by officer: CaseOfficer,
        _ circumstances: Circumstances
    ) throws(CaseRefusal) {
        let table = history.kind.table
        // A departure check has a table for each minute; only what the person agrees to stands beside it.
        let isHeld =
            switch step {
            case .pause, .unpause: try mayTurn(step, in: history, circumstances)
            case .own: !history.isClosed && history.kind != .departure && history.owner != officer.name
            case .give, .task: !history.isClosed && history.kind != .departure
            case .taskDone: history.tasks.contains { $0.doneAt == nil }
            case .consent: isConsenting(history)
            }
        guard isHeld else { throw .notNow(step: step.rawValue, state: history.state) }
        let rows = history.isClosed ? table.rows : table.rows(in: history.state)
        // A guest takes part in a case but doesn't hold one.
        let hands = rows.flatMap(\.by).filter {
            $0.isNamedOfficer && !([.own, .give].contains(step) && $0 == .guest)
        }
        guard !officer.hands.isDisjoint(with: hands) else {
            throw .notYours(step: step.rawValue, by: hands)
        }
        // Before it is accepted an offer is its sender's.
        if [ReferralState.offered, .escalated].map(\.rawValue).contains(history.state) {
            try checkSide(ReferralStep.contribute.rawValue, in: history, of: officer)
        }
    }

    /// Whether what the person agrees to is asked here: with those who protect, and as long as anybody holds the record.
    private static func isConsenting(_ history: CaseHistory) -> Bool {
        switch history.kind {
        case .departure: history.state == DepartureState.taken.rawValue
        case .support, .abroad: true
        case .application, .referral, .enforcement, .licence, .search, .correction, .welfare: false
        }
    }

    private static func mayTurn(
        _ step: CommonStep,
        in history: CaseHistory,
        _ circumstances: Circumstances
    ) throws(CaseRefusal) -> Bool {
        guard history.last.dueAt != nil, (step == .pause) == (history.pause == nil) else { return false }
        guard step == .pause else { return true }
        let clock = circumstances.rules.clock(history.kind, state: history.state, on: circumstances.day)
        return (clock?.pauseDays ?? 0) > 0
    }

    /// Takes a step that any course knows; the state stays.
    ///
    /// - Throws: Why it can't be taken.
    static func take(
        _ step: CommonStep,
        _ content: CaseContent,
        in history: CaseHistory,
        by officer: CaseOfficer,
        _ circumstances: Circumstances
    ) throws(CaseRefusal) -> CaseMove {
        try checkCommon(step, in: history, by: officer, circumstances)
        let missing = step.needs.filter { !content.has($0) }
        guard missing.isEmpty else { throw .missing(missing) }
        try CaseForm.check(content)
        if step == .taskDone,
            !history.tasks.contains(where: { $0.number == content.task && $0.doneAt == nil })
        {
            throw .unfit(.task, .outOfRange)
        }
        var move = history.next(step.rawValue, content, by: officer, at: circumstances.at)
        if step == .pause || step == .unpause { try turn(&move, in: history, circumstances) }
        return move
    }

    /// Stops or restarts the clock of a state.
    private static func turn(
        _ move: inout CaseMove,
        in history: CaseHistory,
        _ circumstances: Circumstances
    ) throws(CaseRefusal) {
        guard let dueAt = history.last.dueAt else { return }
        if let pause = history.pause {
            // What was left when the clock stopped is left now.
            let begun = history.moves.last { $0.number < pause.number }?.dueAt ?? dueAt
            move.dueAt = min(dueAt, move.at.adding(seconds: max(0, pause.at.seconds(until: begun))))
        } else {
            let stopped = try seconds(of: move.content, at: move.at, in: history, circumstances)
            move.dueAt = dueAt.adding(seconds: stopped)
        }
    }

    /// For how long a clock is to stand still, in seconds: all pauses of a state together stay below its row's cap.
    private static func seconds(
        of content: CaseContent,
        at moment: Moment,
        in history: CaseHistory,
        _ circumstances: Circumstances
    ) throws(CaseRefusal) -> Int {
        let today = moment.day(zone: circumstances.zone)
        guard let clock = circumstances.rules.clock(history.kind, state: history.state, on: today),
            clock.pauseDays > 0, let day = content.day
        else { throw .notNow(step: CommonStep.pause.rawValue, state: history.state) }
        let days = Int(day.number - today.number)
        let left = clock.pauseDays - history.pausedDays(zone: circumstances.zone)
        guard left > 0, (1...left).contains(days) else { throw .unfit(.day, .outOfRange) }
        return days * 86_400
    }
}
