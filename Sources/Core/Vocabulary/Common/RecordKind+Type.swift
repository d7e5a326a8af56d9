extension RecordKind {
    /// The kind of record of a table.
    public var recordType: any OfficeRecord.Type {
        switch self {
        case .workers: Placement.self
        case .agencies: Agency.self
        case .joborders: JobOrder.self
        case .passports: PassportRecord.self
        case .crossings: Crossing.self
        case .bookings: Booking.self
        case .notices: Notice.self
        case .outcomes: Outcome.self
        case .feeds: Feed.self
        }
    }

    /// The names of a table's columns, in the order of `formats.md`.
    public var columnNames: [String] { RecordKind.names(of: recordType) }

    private static func names<Record: OfficeRecord>(of _: Record.Type) -> [String] {
        Record.columns.map(\.name)
    }
}

/// How a row says when its office last changed it, by which an older word never replaces a newer one.
public enum OfficeVersion {
    /// The column, a time as RFC 3339; kept beside the record's own as `OFFICE.changed_at`.
    public static let column = "changed_at"

    /// The name under which a record keeps an office's version.
    public static func name(of office: String) -> String { office + "." + column }
}
