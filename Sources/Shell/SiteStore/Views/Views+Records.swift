import GRDB
import Operations
import Vocabulary

extension Views {
    /// The entry that holds the current record of a name; nil where there is none.
    func current(_ kind: RecordKind, code: [UInt8]) throws -> Int64? {
        try currentRecord.bind(Int64(kind.code), at: 1)
        try currentRecord.bind(code, at: 2)
        return try currentRecord.first { $0.int(0) }
    }

    /// Gives a name's place to an entry where nobody has it, or tells which entry does.
    ///
    /// Most rows of a load are new or as before: one descent of the index settles the first, and nothing is written for the second.
    func claim(_ kind: RecordKind, _ code: [UInt8], for index: Int64) throws -> Int64? {
        try claimRecord.bind(Int64(kind.code), at: 1)
        try claimRecord.bind(code, at: 2)
        try claimRecord.bind(index, at: 3)
        try claimRecord.run()
        return database.changesCount == 1 ? nil : try current(kind, code: code)
    }

    /// Makes an entry the current record of a name that it has claimed, no longer found by the earlier one's handles.
    func put(
        _ kind: RecordKind,
        _ code: [UInt8],
        at moment: Moment,
        index: Int64,
        replacing earlier: Int64?
    ) throws {
        if let earlier {
            try removeHandles(of: kind, at: earlier)
            try find(earlier, by: codes.code(ofVersions: code))
            // What has a time of its own keeps it: an older version must not outlive a newer one.
            if RetentionClass(kind) == nil { try keep(earlier, as: .replaced, since: moment) }
            try putRecord.bind(Int64(kind.code), at: 1)
            try putRecord.bind(code, at: 2)
            try putRecord.bind(index, at: 3)
            try putRecord.run()
        }
        if let kept = RetentionClass(kind) { try keep(index, as: kept, since: moment) }
    }

    /// Lets an entry be found by the number of a handle.
    func find(_ index: Int64, by handle: Int64) throws {
        try putHandle.bind(handle, at: 1)
        try putHandle.bind(index, at: 2)
        try putHandle.run()
    }

    /// Lets an entry no longer be found by the number of a handle.
    func lose(_ index: Int64, by handle: Int64) throws {
        let query = try Query("DELETE FROM handles WHERE handle = ? AND idx = ?", on: database)
        try query.bind(handle, at: 1)
        try query.bind(index, at: 2)
        try query.run()
    }

    /// The body of an entry as something; nil where it was erased.
    func body<Answer>(at index: Int64, _ read: (UnsafeRawBufferPointer) throws -> Answer) throws -> Answer? {
        try openBody(at: index)?.read { _, body in try read(body) }
    }

    /// The body of an entry and its salt; nil where it was erased.
    ///
    /// A copy, and the statement free again: whoever reads it may ask for another.
    func openBody(at index: Int64) throws -> OpenBody? {
        let query = try Query("SELECT body, idx, key FROM sealed WHERE idx = ?", on: database)
        try query.bind(index, at: 1)
        return try query.first { try $0.open(seal) }
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
        let names = try body(at: index) { RecordBody.names(of: kind, in: $0) }
        guard let handles = names??.handles else { throw SiteFault.unreadable(index) }
        for handle in handles { try lose(index, by: codes.code(of: handle, in: kind)) }
    }
}
