import Vocabulary

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
        let isPaused = history.last.step == CaseTable.pause
        guard (step == CaseTable.pause) != isPaused, let dueAt = history.last.dueAt else {
            throw .notNow(step: step, state: history.state)
        }
        let hands = history.kind.table.rows(in: history.state).flatMap(\.by).filter(\.isNamedOfficer)
        guard !officer.hands.isDisjoint(with: hands) else { throw .notYours(step: step, by: hands) }
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
        if isPaused {
            // What was left when the clock stopped is left now.
            let begun = history.moves.dropLast().last?.dueAt ?? dueAt
            let left = max(0, history.last.at.seconds(until: begun))
            move.dueAt = min(dueAt, move.at.adding(seconds: left))
        } else {
            move.dueAt = dueAt.adding(seconds: try pause(content, at: move.at, in: history, circumstances))
        }
        return move
    }

    /// For how long a clock stands still at most, in seconds.
    private static func pause(
        _ content: CaseContent,
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
        guard (1...clock.pauseDays).contains(days) else { throw .unfit(.day, .outOfRange) }
        return days * 86_400
    }
}
