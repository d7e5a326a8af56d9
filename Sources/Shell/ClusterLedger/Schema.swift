import Operations

/// The tables of a shared ledger in PostgreSQL, and what is asked of the server before they are used.
enum Schema {
    /// The form that this version knows.
    static let version: UInt64 = 1

    /// Waits in a fair queue for the right to append, which goes with the transaction.
    ///
    /// An advisory lock: a table's lock would need rights that let entries be altered, and quarrel with autovacuum.
    static let takeRight = "pg_advisory_xact_lock(\(0x4B41_574C), 1)"

    /// Sets what a link needs and asks what it must know: durability, and whether the tables are there.
    ///
    /// A statement's time limit would let a commit stop waiting for its standby and still be acknowledged.
    static let settle = """
        SELECT current_setting('synchronous_commit'), current_setting('fsync'),
            (to_regclass('kawal.version') IS NOT NULL)::text,
            set_config('client_min_messages', 'error', false), set_config('statement_timeout', '0', false),
            set_config('lock_timeout', $1::text, false),
            set_config('idle_in_transaction_session_timeout', $2::text, false)
        """

    /// Makes the tables, one node at a time, unless another node just did; a query sees that, `to_regclass` may not.
    ///
    /// Sealed bytes can't be compressed. The sweep runs with the owner's rights, since rewriting a table needs them.
    static let build = """
        DO $build$ BEGIN
            PERFORM \(takeRight);
            IF EXISTS (SELECT FROM pg_tables WHERE schemaname = 'kawal' AND tablename = 'version') THEN
                RETURN;
            END IF;
            IF EXISTS (SELECT FROM pg_class WHERE relnamespace = to_regnamespace('kawal')) THEN
                RAISE 'the schema kawal holds other tables; give the ledger a database of its own';
            END IF;
            IF to_regnamespace('kawal') IS NULL THEN CREATE SCHEMA kawal; END IF;
            CREATE TABLE kawal.entries (
                idx bigint PRIMARY KEY CHECK (idx >= 0), id uuid UNIQUE NOT NULL, canonical bytea NOT NULL
            );
            CREATE TABLE kawal.bodies (idx bigint PRIMARY KEY, subject bytea, sealed bytea NOT NULL);
            ALTER TABLE kawal.bodies ALTER sealed SET STORAGE EXTERNAL;
            CREATE TABLE kawal.subjects (subject bytea PRIMARY KEY, wrapped bytea NOT NULL);
            CREATE FUNCTION kawal.refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                RAISE 'entries are only appended';
            END $$;
            CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON kawal.entries
                EXECUTE FUNCTION kawal.refuse();
            CREATE FUNCTION kawal.sweep() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
                SET search_path = pg_catalog, pg_temp AS $$ BEGIN
                PERFORM \(takeRight);
                CLUSTER kawal.bodies USING bodies_pkey;
                CLUSTER kawal.subjects USING subjects_pkey;
            END $$;
            REVOKE ALL ON FUNCTION kawal.sweep() FROM PUBLIC;
            CREATE TABLE kawal.version (number bigint PRIMARY KEY);
            INSERT INTO kawal.version VALUES (\(version));
        END $build$
        """

    /// Refuses a server that answers before what it was told is durable.
    static func checkDurability(_ synchronousCommit: String, fsync: String = "on") throws(SharedLedgerFault) {
        // `local` and `remote_write` are answered before a standby has it on its disk.
        let isDurable = ["on", "remote_apply"].contains(synchronousCommit)
        for (setting, value, isSafe) in [
            ("synchronous_commit", synchronousCommit, isDurable), ("fsync", fsync, fsync == "on"),
        ] where !isSafe {
            throw .refused(
                finding: "\(setting) is \(value): the server could lose what it acknowledged; set it to on"
            )
        }
    }

    /// Makes a new link ready, and the tables where they are missing.
    static func prepare(_ link: Link, lockWait: String, idleWait: String) throws(SharedLedgerFault) {
        let settled = try link.ask(Call(.settle, .text(lockWait), .text(idleWait)))
        try checkDurability(settled.text(0, 0), fsync: settled.text(0, 1))
        if settled.text(0, 2) != "true" { _ = try link.ask(Call(.build)) }
        let found = try link.ask(Call(.version))
        guard found.count == 1, found.int(0, 0) == version else {
            let form = found.count == 1 ? String(found.int(0, 0)) : "unknown"
            throw .refused(
                finding: "the tables' form is \(form), this version knows \(version); update Kawal"
            )
        }
    }
}
