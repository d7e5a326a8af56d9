import GRDB
import GRDBSQLite

extension Database {
    /// The pages that this connection has written so far; 0 once it is closed.
    var pagesWritten: Int32 {
        guard let sqliteConnection else { return 0 }
        var current: Int32 = 0
        var highest: Int32 = 0
        sqlite3_db_status(sqliteConnection, SQLITE_DBSTATUS_CACHE_WRITE, &current, &highest, 0)
        return current
    }

    /// Moves the whole write-ahead log into the database and cuts it to nothing; false where a reader still needs it.
    func emptyLog() throws -> Bool {
        // Nobody at a counter waits for a reader of another process.
        try execute(sql: "PRAGMA busy_timeout = 0")
        defer { try? execute(sql: "PRAGMA busy_timeout = \(Connections.busySeconds * 1000)") }
        do {
            _ = try checkpoint(.truncate)
            return true
        } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
            return false
        }
    }
}
