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
}
