import GRDB
import Operations

/// The steps that lead from an empty file to the form that this version knows.
///
/// - Shape: the version stands in `PRAGMA user_version` and is the number of the last step taken. A step is never edited after a
///   release; a new form is a new step.
struct Schema: Sendable {
    /// One step, in one transaction.
    struct Step: Sendable {
        /// What is to be done, as SQL.
        let sql: String
        /// Whether the views must be folded again from the ledger afterwards.
        var refolds = false
    }

    let steps: [Step]

    /// The number of the form that results.
    var version: Int { Schema.first + steps.count - 1 }

    /// What this version knows.
    static let current = Schema(steps: [
        Step(sql: ledger + views),
        // People are found by the sounds of their names as well; doubtful links wait for a person.
        Step(
            sql: """
                CREATE TABLE doubts (id TEXT PRIMARY KEY NOT NULL, idx INTEGER NOT NULL) STRICT, WITHOUT ROWID;
                CREATE INDEX doubts_by_entry ON doubts (idx);
                """,
            refolds: true
        ),
        // Cases: where each stands, and its moves.
        Step(sql: cases),
        // Whose a case is; on which departures nobody is asked again.
        Step(
            sql: """
                ALTER TABLE cases ADD COLUMN owner TEXT;
                CREATE INDEX cases_of_owner ON cases (owner, kind, due_at, idx) WHERE is_open = 1;
                CREATE TABLE settled (idx INTEGER PRIMARY KEY, departs_at INTEGER NOT NULL) STRICT;
                CREATE INDEX settled_by_departure ON settled (departs_at);
                """,
            refolds: true
        ),
        // Tickets are found by their locator, claims by their source, cases of applicants by NIK.
        Step(sql: "CREATE INDEX claims_by_source ON claims (source);", refolds: true),
        // Steps of cases are counted by the time at which they were taken.
        Step(sql: tallies, refolds: true),
        // What one shift tells the next.
        Step(sql: shiftNotes),
        // Messages to and from the other agency's site.
        Step(sql: exchange),
        // What was witnessed of the partner's log, and what it has witnessed of this one.
        Step(sql: witness),
        // Workers' passes, and those that were taken back.
        Step(sql: passes),
        // How far the partner has proven what it took, and where its log holds the last of each stream.
        Step(
            sql: """
                ALTER TABLE exchange_streams ADD COLUMN entry INTEGER;
                CREATE TABLE exchange_proven (stream TEXT PRIMARY KEY NOT NULL, seq INTEGER NOT NULL,
                    size INTEGER NOT NULL, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
                """,
            refolds: true
        ),
        // The newest version of each sealed table.
        Step(sql: lookUp),
        // What waits is counted by stream; the words of a dead letter that was closed have an end.
        Step(
            sql: """
                CREATE INDEX exchange_sent_by_stream ON exchange_sent (stream, at, state) WHERE state = 0;
                """,
            refolds: true
        ),
        // Whose keys were taken, and whose are only proposed.
        Step(
            sql: """
                ALTER TABLE exchange_trust ADD COLUMN party TEXT;
                ALTER TABLE exchange_trust ADD COLUMN is_taken INTEGER;
                CREATE INDEX exchange_trust_of_party ON exchange_trust (party, is_taken, idx);
                """,
            refolds: true
        ),
        // What the partner told is kept no longer than the agreement says.
        Step(
            sql: """
                ALTER TABLE kept ADD COLUMN told_as TEXT;
                CREATE INDEX kept_as_told ON kept (told_as, since) WHERE told_as IS NOT NULL;
                """,
            refolds: true
        ),
    ])

    /// Forms before this one were never released.
    private static let first = 3

    /// Marks the file as a site's: `KAWL`.
    static let applicationID = 0x4B41_574C

    /// The form of a file, 0 for an empty one.
    static func version(of database: Database) throws -> Int {
        try Query("PRAGMA user_version", on: database).first { Int($0.int(0)) } ?? 0
    }

    /// Refuses a file that is no site's, or that a newer version made.
    func check(_ database: Database) throws {
        let found = try Schema.version(of: database)
        guard found == 0 || found >= Schema.first else {
            throw SiteFault.failed(
                finding:
                    "the site was made before the first release; load the offices' files into a new folder"
            )
        }
        let mark = try Query("PRAGMA application_id", on: database).first { Int($0.int(0)) } ?? 0
        guard found <= version else { throw SiteFault.newer(found: found, known: version) }
        let tables = try Query("SELECT count(*) FROM sqlite_schema", on: database).first { $0.int(0) } ?? 0
        guard mark == Schema.applicationID || (found == 0 && tables == 0) else {
            throw SiteFault.damaged(
                finding: "site.sqlite is another program's file; give the site another folder"
            )
        }
    }

    /// Takes the steps that are missing; one that changes the views' form marks them as not folded.
    func migrate(_ database: Database) throws {
        try check(database)
        let found = try Schema.version(of: database)
        guard found < version else { return }
        try database.inTransaction(.immediate) {
            for step in steps[max(0, found - Schema.first + 1)...] {
                try database.execute(sql: step.sql)
                // Durable with the step: whoever opens the site next folds, also after a kill in between.
                if step.refolds { try database.execute(sql: "UPDATE head SET folded = 0") }
            }
            try database.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
            try database.execute(sql: "PRAGMA user_version = \(version)")
            return .commit
        }
    }

    /// What happened: entries without personal data, their bodies apart, so that a body can go and the proof stays.
    private static let ledger = """
        CREATE TABLE site (
            id INTEGER PRIMARY KEY CHECK (id = 0),
            key_check BLOB NOT NULL,
            is_shared INTEGER NOT NULL DEFAULT 0
        ) STRICT;
        CREATE TABLE head (
            id INTEGER PRIMARY KEY CHECK (id = 0),
            frontier BLOB NOT NULL,
            folded INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE entries (
            idx INTEGER PRIMARY KEY,
            canonical BLOB NOT NULL
        ) STRICT;
        CREATE TABLE bodies (
            idx INTEGER PRIMARY KEY,
            subject INTEGER,
            sealed BLOB NOT NULL
        ) STRICT;
        CREATE TABLE outbox (
            idx INTEGER PRIMARY KEY CHECK (idx < 0),
            canonical BLOB NOT NULL
        ) STRICT;
        CREATE INDEX bodies_by_subject ON bodies (subject) WHERE subject IS NOT NULL;
        CREATE TABLE subjects (
            id INTEGER PRIMARY KEY,
            pseudonym BLOB NOT NULL UNIQUE,
            key BLOB NOT NULL
        ) STRICT;
        CREATE VIEW sealed AS
            SELECT bodies.idx, bodies.sealed AS body, subjects.key
            FROM bodies LEFT JOIN subjects ON subjects.id = bodies.subject;

        """

    /// The views: which entry holds what is current.
    ///
    /// Each can be thrown away and folded again.
    private static let views = """
        CREATE TABLE records (
            kind INTEGER NOT NULL,
            code BLOB NOT NULL,
            idx INTEGER NOT NULL,
            PRIMARY KEY (kind, code)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE handles (
            handle INTEGER NOT NULL,
            idx INTEGER NOT NULL,
            PRIMARY KEY (handle, idx)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE loads (
            kind INTEGER PRIMARY KEY,
            current INTEGER NOT NULL,
            last_at INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE manifests (
            departs_on INTEGER NOT NULL,
            number TEXT NOT NULL,
            origin TEXT NOT NULL,
            list TEXT NOT NULL,
            departs_at INTEGER,
            received_at INTEGER NOT NULL,
            idx INTEGER NOT NULL,
            PRIMARY KEY (departs_on, number, origin, list)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX manifests_by_entry ON manifests (idx);
        CREATE TABLE screened (
            departs_on INTEGER NOT NULL,
            number TEXT NOT NULL,
            origin TEXT NOT NULL,
            list TEXT NOT NULL,
            person INTEGER NOT NULL,
            id TEXT NOT NULL UNIQUE,
            idx INTEGER NOT NULL,
            PRIMARY KEY (departs_on, number, origin, list, person)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE referrals (
            id TEXT PRIMARY KEY NOT NULL,
            departs_on INTEGER NOT NULL,
            opened_at INTEGER NOT NULL,
            withdrawn_for TEXT,
            idx INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX referrals_by_entry ON referrals (idx);
        CREATE INDEX referrals_by_day ON referrals (departs_on, opened_at DESC, idx DESC);
        CREATE TABLE accounts (name TEXT PRIMARY KEY NOT NULL, idx INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE machine_keys (id TEXT PRIMARY KEY NOT NULL, idx INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE contact_periods (number TEXT PRIMARY KEY NOT NULL, idx INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE kept (
            idx INTEGER PRIMARY KEY,
            class TEXT NOT NULL,
            since INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX kept_by_time ON kept (class, since);
        CREATE TABLE tiles (
            level INTEGER NOT NULL,
            idx INTEGER NOT NULL,
            root BLOB NOT NULL,
            PRIMARY KEY (level, idx)
        ) STRICT, WITHOUT ROWID;

        """

    private static let cases = """
        CREATE TABLE cases (
            id TEXT PRIMARY KEY NOT NULL,
            kind TEXT NOT NULL,
            state TEXT NOT NULL,
            referral TEXT,
            is_open INTEGER NOT NULL,
            due_at INTEGER NOT NULL,
            lapse_at INTEGER,
            opened INTEGER NOT NULL,
            idx INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX cases_open ON cases (kind, due_at, idx) WHERE is_open = 1;
        CREATE INDEX cases_due ON cases (lapse_at) WHERE lapse_at IS NOT NULL;
        CREATE INDEX cases_by_referral ON cases (referral) WHERE referral IS NOT NULL;
        CREATE INDEX cases_by_entry ON cases (idx);
        CREATE TABLE case_moves (
            id TEXT NOT NULL,
            number INTEGER NOT NULL,
            idx INTEGER NOT NULL,
            PRIMARY KEY (id, number)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX case_moves_by_entry ON case_moves (idx);
        CREATE TABLE rosters (
            post TEXT NOT NULL,
            opens_at INTEGER NOT NULL,
            closes_at INTEGER NOT NULL,
            idx INTEGER NOT NULL,
            PRIMARY KEY (post, opens_at)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE evidence (
            id TEXT NOT NULL,
            number INTEGER NOT NULL,
            case_id TEXT NOT NULL,
            idx INTEGER NOT NULL,
            PRIMARY KEY (id, number)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX evidence_of_case ON evidence (case_id, idx);
        CREATE INDEX evidence_by_entry ON evidence (idx);
        CREATE TABLE claims (
            idx INTEGER PRIMARY KEY,
            one INTEGER NOT NULL,
            other INTEGER NOT NULL,
            source INTEGER NOT NULL,
            seen_on INTEGER NOT NULL,
            confidence INTEGER NOT NULL,
            is_hub INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE glass (
            id TEXT PRIMARY KEY NOT NULL,
            case_id TEXT NOT NULL,
            is_reviewed INTEGER NOT NULL,
            idx INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX glass_of_case ON glass (case_id, idx);
        CREATE INDEX glass_to_review ON glass (idx) WHERE is_reviewed = 0;
        CREATE TABLE draws (id TEXT PRIMARY KEY NOT NULL, departs_at INTEGER NOT NULL, idx INTEGER NOT NULL)
            STRICT, WITHOUT ROWID;
        CREATE TABLE answered (mark TEXT PRIMARY KEY NOT NULL, departs_at INTEGER NOT NULL, idx INTEGER NOT NULL)
            STRICT, WITHOUT ROWID;
        CREATE INDEX draws_by_departure ON draws (departs_at);
        """

    private static let tallies = """
        CREATE TABLE tallies (
            tally TEXT NOT NULL,
            at INTEGER NOT NULL,
            idx INTEGER NOT NULL,
            PRIMARY KEY (tally, at, idx)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX tallies_by_entry ON tallies (idx);
        """

    private static let shiftNotes = """
        CREATE TABLE shift_notes (
            id TEXT PRIMARY KEY NOT NULL,
            post TEXT NOT NULL,
            at INTEGER NOT NULL,
            taken INTEGER,
            idx INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX shift_notes_of_post ON shift_notes (post, at DESC, id DESC);
        CREATE INDEX shift_notes_by_entry ON shift_notes (idx);
        CREATE INDEX shift_notes_by_reading ON shift_notes (taken) WHERE taken IS NOT NULL;
        """

    /// The tables that are folded from the ledger, in the order in which a dump lists them.
    static let viewTables = [
        "records", "handles", "loads", "manifests", "screened", "referrals", "accounts", "machine_keys",
        "contact_periods", "kept", "tiles", "doubts", "cases", "case_moves", "rosters",
        "draws", "evidence", "claims", "glass", "answered", "tallies", "settled",
        "shift_notes", "exchange_sent", "exchange_received", "exchange_streams", "exchange_counts",
        "exchange_dead", "exchange_gathered", "exchange_alarms", "agreement_signatures",
        "referral_answers", "exchange_trust", "exchange_proven", "lookup_published", "witness_alarms",
        "passes",
        "revoked_passes",
    ]
}
