import GRDB
import Operations
import Vocabulary

extension Views {
    /// The entry that holds the current record of a name; nil where there is none.
    func current(_ kind: RecordKind, key: String) throws -> Int64? {
        try currentRecord.bind(Int64(kind.code), at: 1)
        try currentRecord.bind(key, at: 2)
        return try currentRecord.first { $0.int(0) }
    }

    /// Makes an entry the current record of its name, found by its handles and no longer by the earlier one's.
    func put(_ kind: RecordKind, key: String, handles: [Int64], index: Int64, replacing earlier: Int64?)
        throws
    {
        if let earlier { try removeHandles(of: kind, at: earlier) }
        try putRecord.bind(Int64(kind.code), at: 1)
        try putRecord.bind(key, at: 2)
        try putRecord.bind(index, at: 3)
        try putRecord.run()
        for handle in handles { try find(index, by: handle) }
    }

    /// Lets an entry be found by the number of a handle.
    func find(_ index: Int64, by handle: Int64) throws {
        try putHandle.bind(handle, at: 1)
        try putHandle.bind(index, at: 2)
        try putHandle.run()
    }

    /// Notes how many more current records of a kind there are, and when the last was loaded.
    func count(_ kind: RecordKind, added: Int64, at moment: Moment) throws {
        let query = try Query(
            """
            INSERT INTO loads VALUES (?1, ?2, ?3)
            ON CONFLICT (kind) DO UPDATE SET current = current + ?2, last_at = ?3
            """,
            on: database
        )
        try query.bind(Int64(kind.code), at: 1)
        try query.bind(added, at: 2)
        try query.bind(moment.milliseconds, at: 3)
        try query.run()
    }

    private func removeHandles(of kind: RecordKind, at index: Int64) throws {
        let body = try Query("SELECT body FROM bodies WHERE idx = ?", on: database)
        try body.bind(index, at: 1)
        let names = try body.first { RecordBody.names(of: kind, in: $0.bytes(0)) }
        guard let handles = names??.handles else { throw SiteFault.unreadable(index) }
        let delete = try Query("DELETE FROM handles WHERE handle = ? AND idx = ?", on: database)
        for handle in handles {
            try delete.bind(codes.code(of: handle, in: kind), at: 1)
            try delete.bind(index, at: 2)
            try delete.run()
        }
    }
}
