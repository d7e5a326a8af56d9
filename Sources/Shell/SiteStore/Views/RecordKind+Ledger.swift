import Vocabulary

extension RecordKind {
    /// The number under which a kind stands in the views; never given to another kind.
    var code: UInt8 {
        switch self {
        case .workers: 1
        case .agencies: 2
        case .joborders: 3
        case .passports: 4
        case .crossings: 5
        case .bookings: 6
        case .notices: 7
        case .outcomes: 8
        case .feeds: 9
        }
    }

    /// The kind of the ledger's entries for rows of this table, with the version of their body.
    var entryKind: String { "record." + rawValue + "/1" }

    /// The table of an entry's kind; nil where the entry holds no row.
    init?(entryKind: String) {
        guard entryKind.hasPrefix("record."), entryKind.hasSuffix("/1") else { return nil }
        self.init(rawValue: String(entryKind.dropFirst(7).dropLast(2)))
    }
}

/// Reads the ledger's bodies of office records.
enum RecordBody {
    /// The record of a body; nil where it is none of that kind.
    static func record<Record: OfficeRecord>(_ type: Record.Type, in body: UnsafeRawBufferPointer) -> Record?
    {
        body.withMemoryRebound(to: UInt8.self) { Record.codec.read($0) }
    }

    /// What a record of any kind is named and found by.
    static func names(of kind: RecordKind, in body: UnsafeRawBufferPointer) -> (
        key: String, handles: [Handle]
    )? {
        switch kind {
        case .workers: names(Placement.self, in: body)
        case .agencies: names(Agency.self, in: body)
        case .joborders: names(JobOrder.self, in: body)
        case .passports: names(PassportRecord.self, in: body)
        case .crossings: names(Crossing.self, in: body)
        case .bookings: names(Booking.self, in: body)
        case .notices: names(Notice.self, in: body)
        case .outcomes: names(Outcome.self, in: body)
        case .feeds: names(Feed.self, in: body)
        }
    }

    private static func names<Record: OfficeRecord>(
        _ type: Record.Type,
        in body: UnsafeRawBufferPointer
    ) -> (key: String, handles: [Handle])? {
        record(type, in: body).map { ($0.key, $0.handles) }
    }
}
