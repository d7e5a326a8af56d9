/// What is asked of the server, each prepared once on a link.
enum Statement: String {
    case settle, build, version
    case size, page, contains
    case begin, takeRight, append, appendBodies, appendKeys, otherKeys, eraseBodies, eraseKeys, commit,
        rollBack
    case sweep

    /// The SQL; its values are parameters, without an exception.
    var sql: String {
        switch self {
        case .settle: Schema.settle
        case .build: Schema.build
        case .version: "SELECT number FROM kawal.version"
        case .size: "SELECT coalesce(max(idx) + 1, 0) FROM kawal.entries"
        case .page: Self.pageSQL
        case .contains: "SELECT FROM kawal.entries WHERE id = $1::text::uuid"
        case .begin: "BEGIN ISOLATION LEVEL READ COMMITTED"
        case .takeRight: "SELECT current_setting('synchronous_commit'), \(Schema.takeRight)"
        case .append:
            """
            INSERT INTO kawal.entries (idx, id, canonical) SELECT idx, id::uuid, canonical
            FROM unnest($1::bigint[], $2::text[], $3::bytea[]) AS given (idx, id, canonical)
            """
        case .appendBodies:
            """
            INSERT INTO kawal.bodies (idx, subject, sealed)
            SELECT * FROM unnest($1::bigint[], $2::bytea[], $3::bytea[])
            """
        case .appendKeys:
            """
            INSERT INTO kawal.subjects (subject, wrapped)
            SELECT * FROM unnest($1::bytea[], $2::bytea[]) ON CONFLICT (subject) DO NOTHING
            """
        case .otherKeys:
            """
            SELECT FROM unnest($1::bytea[], $2::bytea[]) AS given (subject, wrapped) WHERE given.wrapped <>
                (SELECT wrapped FROM kawal.subjects AS kept WHERE kept.subject = given.subject) LIMIT 1
            """
        case .eraseBodies:
            """
            DELETE FROM kawal.bodies AS body USING unnest($1::bigint[], $2::bigint[]) AS gone (low, high)
            WHERE body.idx >= gone.low AND body.idx < gone.high
            """
        case .eraseKeys: "DELETE FROM kawal.subjects WHERE subject = ANY ($1::bytea[])"
        case .commit: "COMMIT"
        case .rollBack: "ROLLBACK"
        case .sweep: "SELECT kawal.sweep()"
        }
    }

    /// Bounds on both tables and a look-up for each key: no plan reads more than the page, whatever the statistics say.
    private static let pageSQL = """
        SELECT entry.idx, entry.id::text, entry.canonical, body.sealed, body.subject,
            (SELECT wrapped FROM kawal.subjects WHERE subjects.subject = body.subject)
        FROM kawal.entries AS entry LEFT JOIN kawal.bodies AS body
            ON body.idx = entry.idx AND body.idx >= $1::bigint AND body.idx < $2::bigint
        WHERE entry.idx >= $1 AND entry.idx < $2 ORDER BY entry.idx
        """
}
