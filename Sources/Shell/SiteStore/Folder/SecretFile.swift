import Foundation
import Operations

/// A file that only its owner may read: written complete or not at all.
enum SecretFile {
    /// Reads a secret file of at most so many bytes; refuses one that others may read.
    static func read(_ path: String, limit: Int) throws -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else {
            throw SiteFault.key(path: path, finding: "is missing; restore it from the backup")
        }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw SiteFault(errno: errno, at: path) }
        guard status.st_mode & 0o077 == 0 else {
            throw SiteFault.key(path: path, finding: "may be read by others; run: chmod 600 \(path)")
        }
        var bytes = [UInt8](repeating: 0, count: limit + 1)
        let count = bytes.withUnsafeMutableBytes { Foundation.read(file, $0.baseAddress, $0.count) }
        guard count >= 0 else { throw SiteFault(errno: errno, at: path) }
        guard count <= limit else {
            throw SiteFault.key(path: path, finding: "is longer than it can be; restore it from the backup")
        }
        return Array(bytes.prefix(count))
    }

    /// Writes a secret file, in place of an earlier one.
    static func write(_ bytes: [UInt8], to path: String) throws {
        let draft = path + ".new"
        unlink(draft)
        let file = open(draft, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw SiteFault(errno: errno, at: draft) }
        let written = bytes.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
        let isFlushed = fsync(file) == 0
        close(file)
        guard written == bytes.count, isFlushed, rename(draft, path) == 0 else {
            throw SiteFault(errno: errno, at: path)
        }
    }
}
