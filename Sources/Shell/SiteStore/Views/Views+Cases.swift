import GRDB
import Operations
import Vocabulary

extension Views {
    /// Where a case stands after a move.
    func follow(_ move: CaseMove, index: Int64) throws {
        let step = try Query("INSERT OR REPLACE INTO case_moves VALUES (?, ?, ?)", on: database)
        try step.bind(move.id, at: 1)
        try step.bind(Int64(move.number), at: 2)
        try step.bind(index, at: 3)
        try step.run()
        try stand(at: move, index: index)
        try own(move.id, by: move.nextOwner)
        for code in handles(of: move) { try find(index, by: code) }
        try keep(move, index: index)
    }

    /// What a move is found by.
    private func handles(of move: CaseMove) -> [Int64] {
        let opening = move.content.opening
        return [
            opening?.passport.map { codes.code(ofCasesOf: $0) }, move.content.slip.map(codes.code(ofSlip:)),
            opening?.event.map(codes.code(ofEvent:)), opening?.nik.map { codes.code(ofCasesOf: $0) },
            move.kind == .support ? opening?.token.map { codes.code(of: $0) } : nil,
        ].compactMap(\.self)
    }

    /// A departure's record is counted from its beginning, any other's from its last step; all of it goes together.
    private func keep(_ move: CaseMove, index: Int64) throws {
        guard move.kind != .departure else {
            let first = try Query(
                "SELECT since FROM kept WHERE idx = (SELECT opened FROM cases WHERE id = ?)",
                on: database
            )
            try first.bind(move.id, at: 1)
            let since = try first.first { Moment(milliseconds: $0.int(0)) }
            return try keep(index, as: .deferral, since: since ?? move.at)
        }
        try keep(index, as: .casefile, since: move.at)
        let query = try Query(
            """
            UPDATE kept SET since = ?1 WHERE idx IN (
                SELECT idx FROM case_moves WHERE id = ?2 UNION ALL SELECT idx FROM evidence WHERE case_id = ?2
            )
            """,
            on: database
        )
        try query.bind(move.at.milliseconds, at: 1)
        try query.bind(move.id, at: 2)
        try query.run()
    }

    /// Takes a move back, as if it had never been read.
    func unfollow(_ move: CaseMove, index: Int64) throws {
        let removal = try Query("DELETE FROM case_moves WHERE idx = ?", on: database)
        try removal.bind(index, at: 1)
        try removal.run()
        for code in handles(of: move) { try lose(index, by: code) }
        if let before = try reads.lastMove(of: move.id) {
            try stand(at: before.move, index: before.index)
            try own(move.id, by: CaseMove.owner(after: try reads.caseMoves(move.id)))
        } else {
            let query = try Query("DELETE FROM cases WHERE id = ?", on: database)
            try query.bind(move.id, at: 1)
            try query.run()
        }
    }

    private func stand(at move: CaseMove, index: Int64) throws {
        let query = try Query(
            """
            INSERT INTO cases (id, kind, state, referral, is_open, due_at, lapse_at, opened, idx)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?8, ?7, ?7)
            ON CONFLICT (id) DO UPDATE SET state = ?3, is_open = ?5, due_at = ?6, lapse_at = ?8, idx = ?7
            """,
            on: database
        )
        try query.bind(move.id, at: 1)
        try query.bind(move.kind.rawValue, at: 2)
        try query.bind(move.state, at: 3)
        try query.bind(move.content.opening?.referral, at: 4)
        try query.bind(move.isEnd ? 0 : 1, at: 5)
        // What has no clock stands behind what has one.
        try query.bind(move.dueAt?.milliseconds ?? .max, at: 6)
        try query.bind(move.mayLapse ? move.dueAt?.milliseconds : nil, at: 8)
        try query.bind(index, at: 7)
        try query.run()
    }

    /// Whose a case is from now on; nothing changes where a move says nothing of it.
    private func own(_ id: String, by turn: String??) throws {
        guard let owner = turn else { return }
        let query = try Query("UPDATE cases SET owner = ?1 WHERE id = ?2", on: database)
        try query.bind(owner, at: 1)
        try query.bind(id, at: 2)
        try query.run()
    }

    /// Who interviews in a shift; a later roster of the same beginning replaces it.
    func set(_ roster: Roster, index: Int64) throws {
        let query = try Query("INSERT OR REPLACE INTO rosters VALUES (?, ?, ?, ?)", on: database)
        try query.bind(roster.post, at: 1)
        try query.bind(roster.opensAt.milliseconds, at: 2)
        try query.bind(roster.closesAt.milliseconds, at: 3)
        try query.bind(index, at: 4)
        try query.run()
    }

    /// That nobody is asked again on a departure.
    func set(_ settled: DepartureSettled, index: Int64) throws {
        let query = try Query("INSERT OR REPLACE INTO settled VALUES (?, ?)", on: database)
        try query.bind(index, at: 1)
        try query.bind(settled.departsAt.milliseconds, at: 2)
        try query.run()
        try keep(index, as: .draw, since: settled.departsAt)
    }

    /// That somebody whom chance has drawn was asked.
    func set(_ answered: RandomAnswered, index: Int64) throws {
        let query = try Query("INSERT OR REPLACE INTO answered VALUES (?, ?, ?)", on: database)
        try query.bind(answered.mark, at: 1)
        try query.bind(answered.departsAt.milliseconds, at: 2)
        try query.bind(index, at: 3)
        try query.run()
        try keep(index, as: .draw, since: answered.departsAt)
    }

    /// Whom chance has drawn.
    func set(_ draw: RandomDraw, index: Int64) throws {
        let query = try Query("INSERT OR REPLACE INTO draws VALUES (?, ?, ?)", on: database)
        try query.bind(draw.id, at: 1)
        try query.bind(draw.departsAt.milliseconds, at: 2)
        try query.bind(index, at: 3)
        try query.run()
        try keep(index, as: .draw, since: draw.departsAt)
    }

    /// What was done with a piece of evidence; it is kept as long as its case.
    func follow(_ move: EvidenceMove, index: Int64) throws {
        let query = try Query("INSERT OR REPLACE INTO evidence VALUES (?, ?, ?, ?)", on: database)
        try query.bind(move.id, at: 1)
        try query.bind(Int64(move.number), at: 2)
        try query.bind(move.caseID, at: 3)
        try query.bind(index, at: 4)
        try query.run()
        try keep(index, as: .casefile, since: move.at)
    }
}
