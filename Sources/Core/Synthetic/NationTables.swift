import Vocabulary

/// The offices' tables of a nation while they are written.
struct NationTables {
    private var workers = TableDraft(Placement.columns, "workers.csv")
    private var passports = TableDraft(PassportRecord.columns, "passports.csv")
    private var crossings = TableDraft(Crossing.columns, "crossings.csv")
    private var bookings = TableDraft(Booking.columns, "bookings.csv")
    private var notices = TableDraft(Notice.columns, "notices.csv")
    private var outcomes = TableDraft(Outcome.columns, "outcomes.csv")
    private var agencies = TableDraft(Agency.columns, "agencies.csv")
    private var orders = TableDraft(JobOrder.columns, "joborders.csv")
    private var feeds = TableDraft(Feed.columns, "feeds.csv")

    /// Adds what the offices know of one person.
    mutating func append(_ dossier: Dossier) {
        for record in dossier.placements { workers.append(record) }
        for record in dossier.passports { passports.append(record) }
        for record in dossier.crossings { crossings.append(record) }
        for record in dossier.bookings { bookings.append(record) }
        for record in dossier.notices { notices.append(record) }
        for record in dossier.outcomes { outcomes.append(record) }
    }

    /// Adds companies, orders, notices about destinations, and how far each feed reaches.
    mutating func finish(_ author: Author) {
        for record in author.economy.agencies { agencies.append(record) }
        for record in author.economy.finishedOrders { orders.append(record) }
        for record in author.destinationNotices { notices.append(record) }
        for kind in RecordKind.allCases where kind != .feeds {
            var feed = Feed()
            feed.name = kind.rawValue
            feed.owner = NationTables.owner(of: kind)
            feed.completeUntil = author.today.adding(days: 1)
            feed.state = .complete
            feeds.append(feed)
        }
    }

    /// The bytes written since the last call, a piece for each table that has any.
    mutating func take() -> [NationPiece] {
        [
            workers.take(), passports.take(), crossings.take(), bookings.take(), notices.take(),
            outcomes.take(),
            agencies.take(), orders.take(), feeds.take(),
        ].compactMap(\.self)
    }

    private static func owner(of kind: RecordKind) -> String {
        switch kind {
        case .workers, .agencies, .joborders, .outcomes: "KemenP2MI"
        case .passports, .crossings, .bookings, .notices, .feeds: "Ditjen Imigrasi"
        }
    }
}

/// One table while it is written: the header first, then what was added since the last piece.
struct TableDraft<Record> {
    private let writer: TableWriter<Record>
    private let path: String
    private var bytes: [UInt8] = []

    init(_ columns: [Column<Record>], _ path: String) {
        writer = TableWriter(columns)
        self.path = path
        writer.header(into: &bytes)
    }

    mutating func append(_ record: Record) { writer.append(record, into: &bytes) }

    mutating func take() -> NationPiece? {
        guard !bytes.isEmpty else { return nil }
        let piece = NationPiece(path: path, bytes: bytes)
        bytes.removeAll(keepingCapacity: true)
        return piece
    }
}
