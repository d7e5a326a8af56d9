import GRDB
import Operations
import Vocabulary

extension Views {
    /// Notes an alarm about another log.
    func note(_ alarmed: WitnessAlarmed, index: Int64) throws {
        let query = try Query("INSERT OR REPLACE INTO witness_alarms VALUES (?, ?, ?, 0, ?)", on: database)
        try query.bind(alarmed.id, at: 1)
        try query.bind(alarmed.origin, at: 2)
        try query.bind(alarmed.kind.rawValue, at: 3)
        try query.bind(index, at: 4)
        try query.run()
    }

    /// Notes that it was cleared.
    func clear(_ cleared: WitnessCleared) throws {
        let query = try Query("UPDATE witness_alarms SET is_cleared = 1 WHERE id = ?", on: database)
        try query.bind(cleared.id, at: 1)
        try query.run()
    }
}

extension Snapshot {
    func witnessAlarms() throws -> [WitnessAlarmed] {
        try Query(Snapshot.witnessAlarmsStanding, on: database).all {
            try $0.event(WitnessAlarmed.self, seal)
        }
    }

    static let witnessAlarmsStanding = """
        SELECT sealed.body, sealed.idx, sealed.key FROM witness_alarms
            JOIN sealed ON sealed.idx = witness_alarms.idx
        WHERE witness_alarms.is_cleared = 0 ORDER BY witness_alarms.idx LIMIT 100
        """
}
