import Foundation
import Operations
import Vocabulary

extension Snapshot {
    func loaded<Record: OfficeRecord>(
        _ type: Record.Type,
        from entry: UInt64,
        entries: Int
    ) throws -> (records: [(entry: UInt64, record: Record)], next: UInt64) {
        let query = try Query(Snapshot.entriesFrom, on: database)
        try query.bind(Int64(clamping: entry), at: 1)
        try query.bind(Int64(entries), at: 2)
        // The kind stands in the entry as it is; an office's text can't stand there.
        let mark = Data("\"kind\":\"\(Record.kind.entryKind)\"".utf8)
        let found = try query.all { (index: $0.int(0), isOfKind: Data($0.bytes(1)).range(of: mark) != nil) }
        let next = found.last.map { UInt64(clamping: $0.index) + 1 } ?? entry
        let body = try Query(Snapshot.bodyAt, on: database)
        var records: [(entry: UInt64, record: Record)] = []
        for (index, isOfKind) in found where isOfKind {
            try body.bind(index, at: 1)
            guard let record = try body.first({ try $0.record(type, seal) }) else { continue }
            records.append((UInt64(clamping: index), record))
        }
        return (records, next)
    }

    static let entriesFrom = "SELECT idx, canonical FROM entries WHERE idx >= ? ORDER BY idx LIMIT ?"
}
