/// The tables of what can be shown to others.
extension Schema {
    /// What stands in no entry and can't be folded: a witness that forgets what it cosigned is none.
    static let witness = """
        CREATE TABLE witnessed (
            origin TEXT PRIMARY KEY NOT NULL,
            size INTEGER NOT NULL,
            note TEXT NOT NULL,
            shorter INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER witnessed_never_back BEFORE UPDATE ON witnessed WHEN new.size < old.size
            BEGIN SELECT RAISE(ABORT, 'a witness never goes back'); END;
        CREATE TRIGGER witnessed_never_gone BEFORE DELETE ON witnessed
            BEGIN SELECT RAISE(ABORT, 'a witness never forgets'); END;
        CREATE TABLE cosigned (
            id INTEGER PRIMARY KEY CHECK (id = 0),
            note TEXT NOT NULL,
            at INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE witness_alarms (
            id TEXT PRIMARY KEY NOT NULL,
            origin TEXT NOT NULL,
            kind TEXT NOT NULL,
            is_cleared INTEGER NOT NULL,
            idx INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX witness_alarms_standing ON witness_alarms (idx) WHERE is_cleared = 0;
        CREATE INDEX witness_alarms_by_entry ON witness_alarms (idx);
        """

    static let passes = """
        CREATE TABLE passes (mark TEXT PRIMARY KEY NOT NULL, until INTEGER NOT NULL, idx INTEGER NOT NULL)
            STRICT, WITHOUT ROWID;
        CREATE INDEX passes_by_entry ON passes (idx);
        CREATE INDEX passes_by_end ON passes (until);
        CREATE TABLE revoked_passes (
            mark TEXT PRIMARY KEY NOT NULL,
            until INTEGER NOT NULL,
            idx INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX revoked_passes_by_entry ON revoked_passes (idx);
        CREATE INDEX revoked_passes_by_end ON revoked_passes (until);
        """
}
