import Foundation
import GRDB
import Ledger
import Operations

extension SiteStore {
    /// The key of a site, made together with an empty database where there is none yet.
    static func prepare(_ folder: SiteFolder, random: RandomBytes) throws -> SiteKey {
        if !folder.hasSite {
            if !FileManager.default.fileExists(atPath: folder.key) {
                try SiteKey.create(at: folder.key, random: random)
            }
            try createLogKeys(folder, random: random)
            // The key first: a database without its key would be a site that lost it.
            _ = try SiteKey(readingAt: folder.key)
            try folder.createDatabase()
        }
        // A site of before it had passes gets its key now.
        if !FileManager.default.fileExists(atPath: folder.passKeys) {
            let issuer = try LogKeys(readingAt: folder.logKeys).origin
            try PassKeyFile.create(at: folder.passKeys, issuer: issuer, random: random)
            try SiteFolder.flush(folder.path)
        }
        let key = try SiteKey(readingAt: folder.key)
        try WitnessKey.prepare(folder, random: random)
        return key
    }

    private static func createLogKeys(_ folder: SiteFolder, random: RandomBytes) throws {
        guard !FileManager.default.fileExists(atPath: folder.logKeys) else { return }
        try LogKeys.create(at: folder.logKeys, random: random)
        try SiteFolder.flush(folder.path)
    }

    /// Brings the database to the form of this version, and the views to the ledger's end.
    func makeReady(_ schema: Schema) throws {
        try pool.writeWithoutTransaction { database in
            // What was erased just before a kill may stand in the log.
            _ = try database.emptyLog()
            try schema.migrate(database)
            // GRDB sets NORMAL when it turns to write-ahead logging: a commit could be lost with the power.
            try database.execute(sql: "PRAGMA synchronous = FULL")
            guard try Int.fetchOne(database, sql: "PRAGMA synchronous") == 2 else {
                throw SiteFault.failed(finding: "SQLite does not flush every commit")
            }
            try database.inTransaction(.immediate) {
                try database.execute(
                    sql: "INSERT OR IGNORE INTO site (id, key_check) VALUES (0, ?)",
                    arguments: [Data(key.check)]
                )
                try database.execute(
                    sql: "INSERT OR IGNORE INTO head VALUES (0, ?, 0)",
                    arguments: [Data(MerkleFrontier().stored)]
                )
                return .commit
            }
        }
        let head = try pool.read { database in
            try checkKey(database)
            return try checkHead(database)
        }
        if head.folded != head.frontier.size { try rebuild { _, _ in } }
    }

    /// Refuses what can't be read as it stands.
    func checkForReading(_ schema: Schema) throws {
        try pool.read { database in
            try schema.check(database)
            guard try Schema.version(of: database) == schema.version else {
                throw SiteFault.failed(
                    finding: "the site is of an older version; start the server or run: kawal rebuild"
                )
            }
            try checkKey(database)
            _ = try checkHead(database)
        }
    }

    private func checkKey(_ database: Database) throws {
        let stored = try Query("SELECT key_check FROM site", on: database).first { [UInt8]($0.bytes(0)) }
        guard stored == key.check else {
            throw SiteFault.key(path: folder.key, finding: "is another site's; restore the one of this site")
        }
    }

    private func checkHead(_ database: Database) throws -> StoredHead {
        let head = try StoredHead.read(database)
        let last = try Query("SELECT max(idx) FROM entries", on: database).first {
            $0.isNull(0) ? -1 : $0.int(0)
        }
        guard last == Int64(head.frontier.size) - 1 else {
            throw SiteFault.damaged(
                finding: "the ledger's head and its entries differ; run: kawal ledger verify"
            )
        }
        return head
    }
}

/// How the connections to a site's database are set up.
enum Connections {
    /// How long a connection waits for another's lock.
    static let busySeconds = 10

    static func open(_ path: String, isReadOnly: Bool) throws -> DatabasePool {
        var configuration = Configuration()
        configuration.readonly = isReadOnly
        configuration.foreignKeysEnabled = false
        configuration.maximumReaderCount = 8
        configuration.busyMode = .timeout(TimeInterval(busySeconds))
        configuration.prepareDatabase { database in
            let isWriter = !database.configuration.readonly
            // No memory mapping: a failing disk would end the process instead of failing a read.
            try database.execute(
                sql: """
                    PRAGMA cache_size = \(isWriter ? -262_144 : -16_384);
                    PRAGMA temp_store = MEMORY;
                    PRAGMA trusted_schema = OFF;
                    PRAGMA cell_size_check = ON;
                    PRAGMA secure_delete = ON;
                    """
            )
            guard isWriter else { return }
            try database.execute(
                sql: "PRAGMA wal_autocheckpoint = 0; PRAGMA journal_size_limit = 67108864"
            )
        }
        return try DatabasePool(path: path, configuration: configuration)
    }
}
