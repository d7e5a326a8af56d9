/// How far a feed of an office reaches (kelengkapan data): one row of `feeds.csv`.
public struct Feed: OfficeRecord {
    /// The state of a feed.
    public enum State: String, Sendable, Codable, CaseIterable, CellValue {
        /// Everything up to the day is there.
        case complete
        /// Something up to the day is missing.
        case partial
        /// Nothing comes.
        case down
    }

    /// The feed: a file's name without `.csv`.
    public var name: String?
    /// Who sends it.
    public var owner: String?
    /// The day up to which it reaches.
    public var completeUntil: Day?
    /// Its state.
    public var state: State?
    /// Columns beyond the known ones.
    public var unlisted: [UnlistedCell] = []

    /// A feed of which nothing is known.
    public init() {}

    /// Feeds come in `feeds.csv`.
    public static var kind: RecordKind { .feeds }
    /// The feed's name.
    public var key: String { name ?? "" }
    /// Found by key only.
    public var handles: [Handle] { [] }

    /// How the ledger keeps such a record.
    public static let codec = RecordCodec<Feed>()
    /// The columns of `feeds.csv`.
    public static let columns: [Column<Feed>] = [
        Column("feed", \.name), Column("owner", \.owner), Column("complete_until", \.completeUntil),
        Column("state", \.state),
    ]
}
