import GRDB
import GRDBSQLite
import Operations

/// A prepared statement of one connection, kept by the connection and used again; binds and reads without copies in
/// between, since the loading of a registry runs it seven million times.
///
/// - Shape: bound by position from 1, read by position from 0. One at a time of the same text on one connection.
struct Query {
    private let statement: Statement
    private let connection: Database

    init(_ sql: String, on connection: Database) throws {
        self.connection = connection
        do {
            statement = try connection.cachedStatement(sql: sql)
        } catch let error as DatabaseError {
            throw SiteFault(error)
        }
    }

    // MARK: Binding

    func bind(_ value: Int64, at position: Int32) throws {
        try check(sqlite3_bind_int64(statement.sqliteStatement, position, value))
    }

    func bind(_ value: Int64?, at position: Int32) throws {
        guard let value else { return try check(sqlite3_bind_null(statement.sqliteStatement, position)) }
        try bind(value, at: position)
    }

    func bind(_ text: String, at position: Int32) throws {
        var text = text
        let code = text.withUTF8 { utf8 in
            utf8.withMemoryRebound(to: CChar.self) {
                sqlite3_bind_text(
                    statement.sqliteStatement,
                    position,
                    $0.baseAddress,
                    Int32($0.count),
                    copied
                )
            }
        }
        try check(code)
    }

    func bind(_ text: String?, at position: Int32) throws {
        guard let text else { return try bind(Int64?.none, at: position) }
        try bind(text, at: position)
    }

    func bind(_ bytes: UnsafeRawBufferPointer, at position: Int32) throws {
        if bytes.isEmpty { return try check(sqlite3_bind_zeroblob(statement.sqliteStatement, position, 0)) }
        try check(
            sqlite3_bind_blob(
                statement.sqliteStatement,
                position,
                bytes.baseAddress,
                Int32(bytes.count),
                copied
            )
        )
    }

    func bind(_ bytes: [UInt8], at position: Int32) throws {
        try bytes.withUnsafeBytes { try bind($0, at: position) }
    }

    // MARK: Running

    /// Goes to the next row; false after the last.
    ///
    /// Whoever steps resets in the end.
    func step() throws -> Bool {
        let code = sqlite3_step(statement.sqliteStatement)
        if code == SQLITE_ROW { return true }
        guard code != SQLITE_DONE else { return false }
        let fault = SiteFault(code: sqlite3_extended_errcode(connection.sqliteConnection), on: connection)
        reset()
        throw fault
    }

    /// Runs to the end, whatever it gives.
    func run() throws {
        defer { reset() }
        while try step() {}
    }

    /// The first row as something; nil without a row.
    func first<Answer>(_ read: (Query) throws -> Answer) throws -> Answer? {
        defer { reset() }
        return try step() ? read(self) : nil
    }

    /// Every row as something.
    func all<Answer>(_ read: (Query) throws -> Answer) throws -> [Answer] {
        defer { reset() }
        var answers: [Answer] = []
        while try step() { answers.append(try read(self)) }
        return answers
    }

    func reset() { sqlite3_reset(statement.sqliteStatement) }

    // MARK: Reading a row

    func int(_ position: Int32) -> Int64 { sqlite3_column_int64(statement.sqliteStatement, position) }

    func isNull(_ position: Int32) -> Bool {
        sqlite3_column_type(statement.sqliteStatement, position) == SQLITE_NULL
    }

    func text(_ position: Int32) -> String { String(decoding: bytes(position), as: UTF8.self) }

    /// The bytes of a column; gone at the next step.
    func bytes(_ position: Int32) -> UnsafeRawBufferPointer {
        let start = sqlite3_column_blob(statement.sqliteStatement, position)
        let count = sqlite3_column_bytes(statement.sqliteStatement, position)
        return UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : Int(count))
    }

    private func check(_ code: Int32) throws {
        guard code != SQLITE_OK else { return }
        throw SiteFault(code: code, on: connection)
    }
}

/// SQLite's word for "copy what I bind" (`SQLITE_TRANSIENT`).
nonisolated(unsafe) private let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
