import Foundation
import Operations

/// A site's folder: the database, its key, and the lock that one writing process holds.
struct SiteFolder: Sendable {
    let path: String

    var database: String { path + "/site.sqlite" }
    var key: String { path + "/site.key" }
    var logKeys: String { path + "/log.key" }
    var witnessKey: String { path + "/witness.key" }
    var witnessMark: String { path + "/witness.mark" }
    var exchangeKeys: String { path + "/exchange.key" }
    var passKeys: String { path + "/pass.key" }
    /// The keys of other sites' passes that are trusted.
    var trustedPassKeys: String { path + "/pass.trusted" }
    /// Another site's list of void passes.
    var passList: String { path + "/pass.void" }
    /// The keys of the sealed tables, and what their builders remember.
    func lookUpSecret(_ name: String) -> String { path + "/lookup-" + name }
    var lock: String { path + "/site.lock" }
    var messages: String { path + "/messages" }
    /// The sealed bytes of evidence.
    var evidence: String { path + "/evidence" }

    /// Whether a site was made here.
    var hasSite: Bool { FileManager.default.fileExists(atPath: database) }

    /// Makes the folder and an empty database that only the owner may read.
    func create() throws {
        do {
            try FileManager.default.createDirectory(
                atPath: path,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw SiteFault.failed(finding: "the folder \(path) can't be made; check its parent's rights")
        }
    }

    /// Makes the empty database file, so that SQLite gives its write-ahead log the same narrow rights.
    func createDatabase() throws {
        let file = open(database, O_CREAT | O_EXCL | O_WRONLY, 0o600)
        guard file >= 0 else { throw SiteFault(errno: errno, at: database) }
        close(file)
        try SiteFolder.flush(path)
    }

    /// Makes the names of a folder's new files durable.
    static func flush(_ folder: String) throws {
        let file = open(folder, O_RDONLY)
        guard file >= 0 else { throw SiteFault(errno: errno, at: folder) }
        defer { close(file) }
        guard fsync(file) == 0 else { throw SiteFault(errno: errno, at: folder) }
    }
}

extension SiteFault {
    /// What the system said of a file.
    init(errno code: Int32, at path: String) {
        self =
            code == ENOSPC || code == EDQUOT
            ? .diskFull : .failed(finding: "\(path): \(String(cString: strerror(code)))")
    }
}
