import Vocabulary

extension Casework {
    /// By when the state of a move is to be left, by the clock in force on its day; nil where none runs.
    static func due(after move: CaseMove, _ opening: CaseOpening, _ circumstances: Circumstances) -> Moment? {
        let day = move.at.day(zone: circumstances.zone)
        guard !move.kind.table.isClosed(move.state),
            let clock = circumstances.rules.clock(move.kind, state: move.state, on: day)
        else { return nil }
        var end = clock.end(
            from: move.at,
            zone: circumstances.zone,
            holidays: circumstances.rules.tables.holidays
        )
        // Whoever was drawn by chance is kept for a few minutes at most.
        if opening.probability != nil, move.state == DepartureState.interviewing.rawValue {
            let minutes = RandomArm.talkMinutes(circumstances.rules, on: day)
            end = min(end, move.at.adding(seconds: minutes * 60))
        }
        return clock.endsBeforeDeparture ? limited(end, opening.departsAt, circumstances) : end
    }

    /// A clock that has to ring before a departure leaves.
    static func limited(_ end: Moment, _ departsAt: Moment?, _ circumstances: Circumstances) -> Moment {
        guard let departsAt else { return end }
        let day = circumstances.at.day(zone: circumstances.zone)
        let minutes = circumstances.rules.limit("decision_before_departure_minutes", on: day) ?? 0
        return max(circumstances.at, min(end, departsAt.adding(seconds: -minutes * 60)))
    }
}
