import GRDB
import Operations
import Vocabulary

extension Views {
    /// Counts a step of a case.
    func count(_ tally: CaseTally, at moment: Moment, index: Int64) throws {
        let query = try Query("INSERT OR IGNORE INTO tallies VALUES (?, ?, ?)", on: database)
        try query.bind(tally.text, at: 1)
        try query.bind(moment.milliseconds, at: 2)
        try query.bind(index, at: 3)
        try query.run()
    }

    /// Counts a decision that fell; its own steps went with it.
    func count(_ fallen: CaseErased, index: Int64) throws {
        let tally = CaseTally(
            kind: fallen.kind,
            step: DepartureStep.overturn.rawValue,
            state: DepartureState.overturned.rawValue,
            reason: fallen.reason,
            authority: nil
        )
        try count(tally, at: fallen.at, index: index)
    }
}

extension Snapshot {
    func tallies(from begin: Moment, before end: Moment) throws -> [(tally: CaseTally, count: Int)] {
        let query = try Query(Snapshot.talliesInSpan, on: database)
        try query.bind(begin.milliseconds, at: 1)
        try query.bind(end.milliseconds, at: 2)
        return try query.all { row in CaseTally(text: row.text(0)).map { ($0, Int(row.int(1))) } }
            .compactMap(\.self)
    }

    /// From name to name by the index, of which there are some hundreds; then each name's span is counted.
    static let talliesInSpan = """
        WITH RECURSIVE named (tally) AS (
            SELECT min(tally) FROM tallies UNION ALL
            SELECT (SELECT min(later.tally) FROM tallies AS later WHERE later.tally > named.tally)
            FROM named WHERE named.tally IS NOT NULL
        )
        SELECT tally, (
            SELECT count(*) FROM tallies AS one WHERE one.tally = named.tally AND one.at >= ?1 AND one.at < ?2
        ) AS times FROM named WHERE tally IS NOT NULL AND times > 0
        """
}
