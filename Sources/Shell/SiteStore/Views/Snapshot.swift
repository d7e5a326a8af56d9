import GRDB
import Operations
import Vocabulary

/// What the views of a site say, within one transaction of a reader or of the writer.
struct Snapshot: SiteReads {
    let database: Database
    let codes: HandleCode

    // MARK: Office records

    func records<Record: OfficeRecord>(_ type: Record.Type, _ handle: Handle) throws -> [Record] {
        if case .key(let key) = handle { return try record(type, key: key).map { [$0] } ?? [] }
        let query = try Query(Snapshot.bodiesByHandle, on: database)
        try query.bind(codes.code(of: handle, in: Record.kind), at: 1)
        // Another value may share the number, so the record itself has the word.
        let found = try query.all { try $0.record(type) }.filter { $0.handles.contains(handle) }
        guard found.count > 1 else { return found }
        return found.map { ($0.key, $0) }
            .sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }.map(\.1)
    }

    func records<Record: OfficeRecord>(
        _ type: Record.Type,
        after key: String?,
        limit: Int
    ) throws -> [Record] {
        let query = try Query(Snapshot.recordsAfterKey, on: database)
        try query.bind(Int64(Record.kind.code), at: 1)
        try query.bind(key ?? "", at: 2)
        try query.bind(Int64(limit), at: 3)
        return try query.all { try $0.record(type) }
    }

    func loaded(_ kind: RecordKind) throws -> (count: Int, lastAt: Moment)? {
        let query = try Query("SELECT current, last_at FROM loads WHERE kind = ?", on: database)
        try query.bind(Int64(kind.code), at: 1)
        return try query.first { (Int($0.int(0)), Moment(milliseconds: $0.int(1))) }
    }

    private func record<Record: OfficeRecord>(_ type: Record.Type, key: String) throws -> Record? {
        let query = try Query(Snapshot.bodyByKey, on: database)
        try query.bind(Int64(Record.kind.code), at: 1)
        try query.bind(key, at: 2)
        return try query.first { try $0.record(type) }
    }
}

extension Snapshot {
    static let bodiesByHandle = """
        SELECT bodies.body, bodies.idx FROM handles JOIN bodies ON bodies.idx = handles.idx
        WHERE handles.handle = ?
        """

    static let bodyByKey = """
        SELECT bodies.body, bodies.idx FROM records JOIN bodies ON bodies.idx = records.idx
        WHERE records.kind = ? AND records.key = ?
        """

    static let recordsAfterKey = """
        SELECT bodies.body, bodies.idx FROM records JOIN bodies ON bodies.idx = records.idx
        WHERE records.kind = ? AND records.key > ? ORDER BY records.key LIMIT ?
        """
}

extension Query {
    /// The record of a row that begins with a body and its index.
    func record<Record: OfficeRecord>(_ type: Record.Type) throws -> Record {
        guard let record = RecordBody.record(type, in: bytes(0)) else { throw SiteFault.unreadable(int(1)) }
        return record
    }

    /// The event's value of a row that begins with a body and its index.
    func event<Value: Decodable>(_ type: Value.Type) throws -> Value {
        do {
            return try SiteEvent.decoded(bytes(0))
        } catch is DecodingError {
            throw SiteFault.unreadable(int(1))
        }
    }
}
