/// A border crossing (perlintasan): one row of `crossings.csv`.
public struct Crossing: OfficeRecord {
    /// Which way.
    public enum Direction: String, Sendable, Codable, CaseIterable, CellValue {
        /// Out of Indonesia (keberangkatan).
        case exit
        /// Into Indonesia (kedatangan).
        case entry
    }

    /// The crossing's number.
    public var number: String?
    /// The document shown.
    public var passportNumber: PassportNumber?
    /// Which way.
    public var direction: Direction?
    /// When.
    public var at: Moment?
    /// Where: the checkpoint's id in `Reference/`.
    public var checkpoint: String?
    /// The carrier.
    public var carrier: String?
    /// The flight, voyage or route.
    public var routeNumber: String?
    /// The country gone to; on an entry the country come from.
    public var destination: CountryCode?
    /// Columns beyond the known ones.
    public var unlisted: [UnlistedCell] = []

    /// A crossing of which nothing is known.
    public init() {}

    /// Crossings come in `crossings.csv`.
    public static var kind: RecordKind { .crossings }
    /// The crossing's number.
    public var key: String { number ?? "" }
    /// Found by passport.
    public var handles: [Handle] { passportNumber.map { [.passport($0)] } ?? [] }

    /// How the ledger keeps such a record.
    public static let codec = RecordCodec<Crossing>()
    /// The columns of `crossings.csv`.
    public static let columns: [Column<Crossing>] = [
        Column("crossing_id", \.number), Column("passport_no", \.passportNumber),
        Column("direction", \.direction), Column("at", \.at), Column("checkpoint", \.checkpoint),
        Column("carrier", \.carrier), Column("route_no", \.routeNumber), Column("destination", \.destination),
    ]
}
