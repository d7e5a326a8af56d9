import Crypto
import Foundation
import Operations
import Vocabulary

/// The three folders of a connector: `inbox` for its office, `done` and `refused` with a report for each file.
struct DropFolder: Sendable {
    let path: String

    private var inbox: String { path + "/inbox" }

    /// Makes the folders that are missing.
    ///
    /// - Throws: `ConnectorFault.disk`.
    init(_ path: String) throws {
        self.path = path
        for name in ["inbox", "done", "refused"] { try DurableFile.makeFolder(path + "/" + name) }
    }

    /// The files that an office has put into the inbox, by name; links and folders are passed over.
    ///
    /// - Throws: `ConnectorFault.disk`.
    func files() throws -> [String] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: inbox) else {
            throw ConnectorFault.disk(path: inbox, finding: "can't be read")
        }
        return names.filter { name in
            var facts = stat()
            return !DropCheck.isPassedOver(name) && lstat(inbox + "/" + name, &facts) == 0
                && facts.st_mode & S_IFMT == S_IFREG
        }
        .sorted()
    }

    /// Where a file of the inbox stands.
    func place(of name: String) -> String { inbox + "/" + name }

    /// What is seen of a file; nil where it is gone.
    func facts(of name: String) -> DropCheck.Facts? {
        var facts = stat()
        guard stat(place(of: name), &facts) == 0 else { return nil }
        let writtenAt = Int64(facts.st_mtim.tv_sec) * 1_000_000_000 + Int64(facts.st_mtim.tv_nsec)
        var last: UInt8 = 0
        let file = open(place(of: name), O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        let count = facts.st_size > 0 ? pread(file, &last, 1, facts.st_size - 1) : 0
        return DropCheck.Facts(
            bytes: Int(facts.st_size),
            writtenAt: writtenAt,
            endsWithLine: count == 1 && (last == 0x0A || last == 0x0D)
        )
    }

    /// What stands beside a file.
    func marker(of name: String) -> DropCheck.Marker {
        let manager = FileManager.default
        if let data = manager.contents(atPath: place(of: name) + ".sha256") {
            // As sha256sum writes it: the digest, blanks, the name.
            let text = String(decoding: data.prefix(200), as: UTF8.self).lowercased()
            let said = text.prefix { $0.isHexDigit }
            return .digest(agrees: said.count == 64 && digest(of: name) == String(said))
        }
        return manager.fileExists(atPath: place(of: name) + ".done") ? .done : .absent
    }

    /// The SHA-256 digest of a file in hexadecimal; nil where it can't be read.
    func digest(of name: String) -> String? {
        guard let handle = FileHandle(forReadingAtPath: place(of: name)) else { return nil }
        defer { try? handle.close() }
        var hash = SHA256()
        while let piece = try? handle.read(upToCount: 1 << 20), !piece.isEmpty { hash.update(data: piece) }
        return hexadecimal(hash.finalize())
    }

    /// Puts a file away with its report; a file of that name that was put away before stays.
    ///
    /// - Throws: `ConnectorFault.disk`.
    func put(_ name: String, into folder: String, with report: DropReport, at moment: Moment) throws {
        let stamp = moment.description.filter { $0.isNumber }.prefix(17)
        let target = path + "/" + folder + "/\(stamp)-\(name)"
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        if let data = try? encoder.encode(report) {
            try DurableFile.write(data + [0x0A], to: target + ".report.json")
        }
        try DurableFile.move(place(of: name), to: target)
        for ending in [".done", ".sha256"] { unlink(place(of: name) + ending) }
    }

    /// Deletes what was put away more than some days ago: it holds people's data, and the ledger has what was taken.
    func forget(before moment: Moment) {
        for folder in ["done", "refused"] {
            let inside = path + "/" + folder
            for name in (try? FileManager.default.contentsOfDirectory(atPath: inside)) ?? [] {
                var facts = stat()
                guard stat(inside + "/" + name, &facts) == 0,
                    Int64(facts.st_ctim.tv_sec) * 1000 < moment.milliseconds
                else { continue }
                unlink(inside + "/" + name)
            }
        }
    }
}

/// What became of a file (laporan berkas): stands beside it.
struct DropReport: Codable, Equatable {
    /// The file's name.
    var file: String
    /// Its SHA-256 digest.
    var sha256: String?
    /// The table that it is; nil where it is none that the office may bring.
    var table: String?
    /// When it was taken or refused.
    var at: Moment
    /// Rows that were new, changed, as before, and older than what was said before.
    var added = 0, changed = 0, unchanged = 0, old = 0
    /// Rows that can't be used, and rows that wait for their record.
    var refused = 0, waiting = 0
    /// What was found, and how many findings more there were.
    var findings: [Diagnostic] = []
    var findingsLeftOut = 0

    init(file: String, sha256: String?, table: String?, at: Moment) {
        self.file = file
        self.sha256 = sha256
        self.table = table
        self.at = at
    }

    /// Notes what became of the rows.
    mutating func note(_ taken: TakenRows) {
        added = taken.count.added
        changed = taken.count.changed
        unchanged = taken.count.unchanged
        old = taken.old
        refused = taken.refused
        waiting = taken.orphans.count
        findings = taken.findings
        findingsLeftOut = taken.findingsLeftOut
    }

    /// Whether nothing of the file could be used.
    var isRefused: Bool { refused > 0 && added + changed + unchanged + old + waiting == 0 }
}
