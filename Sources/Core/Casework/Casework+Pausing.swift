import Vocabulary

extension CaseHistory {
    /// The moves since the state began, with the one that led to it.
    private var movesInState: ArraySlice<CaseMove> {
        let begun = moves.indices.last { $0 == 0 || moves[$0].state != moves[$0 - 1].state } ?? 0
        return moves[begun...]
    }

    /// The pause in which the clock stands still; nil where it runs.
    var pause: CaseMove? {
        let turn = movesInState.last { [CaseTable.pause, CaseTable.unpause].contains($0.step) }
        return turn?.step == CaseTable.pause ? turn : nil
    }

    /// For how many days the state's clock was stopped in all.
    func pausedDays(zone: Int) -> Int {
        movesInState.filter { $0.step == CaseTable.pause }.reduce(0) { sum, move in
            sum + (move.content.day.map { Int($0.number - move.at.day(zone: zone).number) } ?? 0)
        }
    }
}

extension Casework {
    /// Stops or restarts the clock of a state; the state stays.
    ///
    /// - Throws: `CaseRefusal.notNow` where the clock can't be paused or doesn't stand still; `.unfit` beyond the row's cap.
    static func turn(
        _ step: String,
        _ content: CaseContent,
        in history: CaseHistory,
        by officer: CaseOfficer,
        _ circumstances: Circumstances
    ) throws(CaseRefusal) -> CaseMove {
        let pause = history.pause
        guard (step == CaseTable.pause) == (pause == nil), let dueAt = history.last.dueAt else {
            throw .notNow(step: step, state: history.state)
        }
        let hands = history.kind.table.rows(in: history.state).flatMap(\.by).filter(\.isNamedOfficer)
        guard !officer.hands.isDisjoint(with: hands) else { throw .notYours(step: step, by: hands) }
        try CaseForm.check(content)
        var move = CaseMove(
            id: history.id,
            kind: history.kind,
            number: history.moves.count + 1,
            step: step,
            state: history.state,
            content: content,
            officer: officer.name,
            authority: officer.authority,
            at: max(circumstances.at, history.last.at),
            dueAt: dueAt
        )
        if let pause {
            // What was left when the clock stopped is left now.
            let begun = history.moves.last { $0.number < pause.number }?.dueAt ?? dueAt
            move.dueAt = min(dueAt, move.at.adding(seconds: max(0, pause.at.seconds(until: begun))))
        } else {
            move.dueAt = dueAt.adding(
                seconds: try seconds(of: content, at: move.at, in: history, circumstances)
            )
        }
        return move
    }

    /// For how long a clock is to stand still, in seconds: all pauses of a state together stay below its row's cap.
    private static func seconds(
        of content: CaseContent,
        at moment: Moment,
        in history: CaseHistory,
        _ circumstances: Circumstances
    ) throws(CaseRefusal) -> Int {
        let missing = [CaseField.reason, .counterpart, .day].filter { !content.has($0) }
        guard missing.isEmpty else { throw .missing(missing) }
        let today = moment.day(zone: circumstances.zone)
        guard let clock = circumstances.rules.clock(history.kind, state: history.state, on: today),
            clock.pauseDays > 0, let day = content.day
        else { throw .notNow(step: CaseTable.pause, state: history.state) }
        let days = Int(day.number - today.number)
        let left = clock.pauseDays - history.pausedDays(zone: circumstances.zone)
        guard left > 0, (1...left).contains(days) else { throw .unfit(.day, .outOfRange) }
        return days * 86_400
    }
}
