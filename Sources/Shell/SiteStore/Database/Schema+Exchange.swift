/// The views of the exchange with the other agency's site.
extension Schema {
    /// `state`: 0 waits, 1 was taken, 2 was skipped; `idx`, and `queued` of a dead letter, are null once the words are erased.
    static let exchange = """
        CREATE TABLE exchange_sent (
            stream TEXT NOT NULL,
            seq INTEGER NOT NULL,
            id TEXT NOT NULL,
            type TEXT,
            state INTEGER NOT NULL,
            at INTEGER NOT NULL,
            idx INTEGER,
            PRIMARY KEY (stream, seq)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX exchange_sent_waiting ON exchange_sent (type) WHERE state = 0;
        CREATE INDEX exchange_sent_by_entry ON exchange_sent (idx) WHERE idx IS NOT NULL;
        CREATE TABLE exchange_received (
            id TEXT NOT NULL,
            sender TEXT NOT NULL,
            hash BLOB NOT NULL,
            idx INTEGER NOT NULL,
            PRIMARY KEY (id, sender)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE exchange_streams (
            way INTEGER NOT NULL,
            stream TEXT NOT NULL,
            seq INTEGER NOT NULL,
            hash BLOB NOT NULL,
            at INTEGER NOT NULL,
            PRIMARY KEY (way, stream)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE exchange_counts (
            way INTEGER NOT NULL,
            type TEXT NOT NULL,
            count INTEGER NOT NULL,
            at INTEGER NOT NULL,
            PRIMARY KEY (way, type)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE exchange_dead (
            id TEXT PRIMARY KEY NOT NULL,
            at INTEGER NOT NULL,
            idx INTEGER NOT NULL,
            queued INTEGER
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX exchange_dead_by_words ON exchange_dead (queued) WHERE queued IS NOT NULL;
        CREATE TABLE exchange_gathered (id INTEGER PRIMARY KEY CHECK (id = 0), next INTEGER NOT NULL) STRICT;
        CREATE TABLE exchange_alarms (idx INTEGER PRIMARY KEY, at INTEGER NOT NULL) STRICT;
        CREATE TABLE exchange_trust (idx INTEGER PRIMARY KEY) STRICT;
        CREATE TABLE referral_answers (referral TEXT NOT NULL, idx INTEGER PRIMARY KEY) STRICT;
        CREATE INDEX referral_answers_of_one ON referral_answers (referral, idx);
        CREATE TABLE agreement_signatures (
            digest TEXT NOT NULL,
            party TEXT NOT NULL,
            idx INTEGER NOT NULL,
            PRIMARY KEY (digest, party)
        ) STRICT, WITHOUT ROWID;
        """

    /// The newest version of each edition of a sealed table.
    static let lookUp = """
        CREATE TABLE lookup_published (
            party TEXT NOT NULL,
            name TEXT NOT NULL,
            epoch INTEGER NOT NULL,
            idx INTEGER NOT NULL,
            PRIMARY KEY (party, name, epoch)
        ) STRICT, WITHOUT ROWID;
        """
}
