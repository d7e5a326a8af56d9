import GRDB
import Operations
import Vocabulary

/// What the views of a site say, within one transaction of a reader or of the writer.
struct Snapshot: SiteReads {
    let database: Database
    let key: SiteKey

    var codes: HandleCode { key.codes }
    var seal: BodySeal { key.seal }

    // MARK: Office records

    func records<Record: OfficeRecord>(_ type: Record.Type, _ handle: Handle) throws -> [Record] {
        if case .key(let key) = handle { return try record(type, key: key).map { [$0] } ?? [] }
        let query = try Query(Snapshot.bodiesByHandle, on: database)
        try query.bind(codes.code(of: handle, in: Record.kind), at: 1)
        // Another value may share the number, so the record itself has the word.
        let found = try query.all { try $0.record(type, seal) }.filter { $0.handles.contains(handle) }
        return Snapshot.inOrder(found)
    }

    func records<Record: OfficeRecord>(_ type: Record.Type, anyOf handles: [Handle]) throws -> [Record] {
        let wanted = Set(handles)
        var found: [String: Record] = [:]
        var rest = wanted.map { codes.code(of: $0, in: Record.kind) }[...]
        while !rest.isEmpty {
            let query = try Query(Snapshot.bodiesByHandles, on: database)
            for place in 0..<Snapshot.handlesAtOnce { try query.bind(rest.popFirst(), at: Int32(place + 1)) }
            // Another value may share a number, so the record itself has the word.
            for record in try query.all({ try $0.record(type, seal) })
            where record.isFound(by: wanted) {
                found[record.key] = record
            }
        }
        return Snapshot.inOrder(Array(found.values))
    }

    private static let handlesAtOnce = 8

    private static func inOrder<Record: OfficeRecord>(_ found: [Record]) -> [Record] {
        guard found.count > 1 else { return found }
        return found.map { ($0.key, $0) }
            .sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }.map(\.1)
    }

    func records<Record: OfficeRecord>(_ type: Record.Type, limit: Int) throws -> [Record] {
        let query = try Query(Snapshot.recordsOfKind, on: database)
        try query.bind(Int64(Record.kind.code), at: 1)
        try query.bind(Int64(limit), at: 2)
        return Snapshot.inOrder(try query.all { try $0.record(type, seal) })
    }

    func loaded(_ kind: RecordKind) throws -> (count: Int, lastAt: Moment)? {
        let query = try Query("SELECT current, last_at FROM loads WHERE kind = ?", on: database)
        try query.bind(Int64(kind.code), at: 1)
        return try query.first { (Int($0.int(0)), Moment(milliseconds: $0.int(1))) }
    }

    private func record<Record: OfficeRecord>(_ type: Record.Type, key: String) throws -> Record? {
        let query = try Query(Snapshot.bodyByKey, on: database)
        try query.bind(Int64(Record.kind.code), at: 1)
        try query.bind(codes.code(ofKey: key, in: Record.kind), at: 2)
        return try query.first { try $0.record(type, seal) }
    }
}

extension Snapshot {
    static let bodiesByHandle = """
        SELECT sealed.body, sealed.idx, sealed.key FROM handles JOIN sealed ON sealed.idx = handles.idx
        WHERE handles.handle = ?
        """

    static let bodiesByHandles = """
        SELECT sealed.body, sealed.idx, sealed.key FROM sealed
        WHERE sealed.idx IN (SELECT idx FROM handles WHERE handle IN (?, ?, ?, ?, ?, ?, ?, ?))
        """

    static let bodyByKey = """
        SELECT sealed.body, sealed.idx, sealed.key FROM records JOIN sealed ON sealed.idx = records.idx
        WHERE records.kind = ? AND records.code = ?
        """

    static let recordsOfKind = """
        SELECT sealed.body, sealed.idx, sealed.key FROM records JOIN sealed ON sealed.idx = records.idx
        WHERE records.kind = ? LIMIT ?
        """
}

extension Query {
    /// The record of a row that begins with a sealed body, its index and its subject's key.
    func record<Record: OfficeRecord>(_ type: Record.Type, _ seal: BodySeal) throws -> Record {
        guard let record = try opened(seal, { RecordBody.record(type, in: $0) }) else {
            throw SiteFault.unreadable(int(1))
        }
        return record
    }

    /// The event's value of a row that begins with a sealed body, its index and its subject's key.
    func event<Value: Decodable>(_ type: Value.Type, _ seal: BodySeal) throws -> Value {
        do {
            return try opened(seal) { try SiteEvent.decoded($0) }
        } catch is DecodingError {
            throw SiteFault.unreadable(int(1))
        }
    }

    /// Lends the body of a row that begins with a sealed body, its index and its subject's key.
    func opened<Answer>(
        _ seal: BodySeal,
        _ read: (UnsafeRawBufferPointer) throws -> Answer
    ) throws -> Answer {
        try open(seal).read { _, body in try read(body) }
    }

    /// Opens the body of a row that begins with a sealed body, its index and its subject's key.
    func open(_ seal: BodySeal) throws -> OpenBody {
        guard let open = seal.open(bytes(0), key: isNull(2) ? nil : bytes(2), at: int(1)) else {
            throw SiteFault.unreadable(int(1))
        }
        return open
    }
}
