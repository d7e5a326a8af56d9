import GRDB
import GRDBSQLite
import Operations

extension SiteFault {
    /// What a code of SQLite means for a site.
    init(code: Int32, message: String) {
        switch code & 0xFF {
        case SQLITE_FULL: self = .diskFull
        case SQLITE_CORRUPT, SQLITE_NOTADB:
            self = .damaged(finding: "\(message) (SQLite \(code)); restore the site from its backup")
        case SQLITE_IOERR: self = .failed(finding: SiteFault.inputOutput + " (SQLite \(code))")
        case SQLITE_BUSY, SQLITE_LOCKED:
            self = .failed(finding: "the database was busy for too long (SQLite \(code)); try again")
        case SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH:
            self = .failed(
                finding:
                    "site.sqlite can't be opened; check the rights of it and of its folder (SQLite \(code))"
            )
        default: self = .failed(finding: "\(message) (SQLite \(code))")
        }
    }

    init(code: Int32, on connection: Database) {
        self.init(code: code, message: connection.lastErrorMessage ?? "SQLite refused")
    }

    init(_ error: DatabaseError) {
        self.init(code: error.extendedResultCode.rawValue, message: error.message ?? "SQLite refused")
    }

    /// Whether the disk failed, so that nothing more may be written before a restart.
    var isInputOutput: Bool {
        if case .failed(let finding) = self { finding.hasPrefix(SiteFault.inputOutput) } else { false }
    }

    private static let inputOutput = "the disk failed to read or write; check it, then start again"

    /// Runs something and gives every failure of SQLite the site's words.
    static func translating<Answer>(_ body: () throws -> Answer) throws -> Answer {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw SiteFault(error)
        }
    }
}
