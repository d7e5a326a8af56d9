import Foundation

/// A small file that is there whole or not at all, for its owner alone.
enum DurableFile {
    /// Writes a file in place of an earlier one; durable when it returns.
    ///
    /// - Throws: `ConnectorFault.disk`.
    static func write(_ bytes: some Collection<UInt8>, to path: String) throws {
        let draft = path + ".new"
        let bytes = Array(bytes)
        let file = open(draft, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw fault(draft) }
        let written = bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count {
                let step = Foundation.write(file, buffer.baseAddress.map { $0 + done }, buffer.count - done)
                if step <= 0 { break }
                done += step
            }
            return done
        }
        let isFlushed = fsync(file) == 0
        close(file)
        guard written == bytes.count, isFlushed else { throw fault(draft) }
        try move(draft, to: path)
    }

    /// Moves a file within its file system; the names are durable when it returns.
    ///
    /// - Throws: `ConnectorFault.disk`.
    static func move(_ path: String, to target: String) throws {
        guard rename(path, target) == 0 else { throw fault(target) }
        for folder in Set([path, target].map { ($0 as NSString).deletingLastPathComponent }) {
            let names = open(folder.isEmpty ? "." : folder, O_RDONLY | O_CLOEXEC)
            guard names >= 0 else { throw fault(folder) }
            defer { close(names) }
            guard fsync(names) == 0 else { throw fault(folder) }
        }
    }

    /// Makes a folder for the owner alone, where it is missing.
    ///
    /// - Throws: `ConnectorFault.disk`.
    static func makeFolder(_ path: String) throws {
        do {
            try FileManager.default.createDirectory(
                atPath: path,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw ConnectorFault.disk(path: path, finding: "can't be made")
        }
    }

    /// Reads a file with a secret, without its line end; refuses one that others may read.
    ///
    /// - Throws: `ConnectorFault.secret`.
    static func secret(at path: String) throws -> String {
        let text = try checkedSecret(at: path)
        let line = text.split(separator: "\n", omittingEmptySubsequences: false).first.map(String.init) ?? ""
        guard !line.isEmpty, line.utf8.count <= 4096, line.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else {
            throw ConnectorFault.secret(path: path, finding: "holds no token of one line")
        }
        return line
    }

    /// Reads a secret file as it stands.
    ///
    /// - Throws: `ConnectorFault.secret`.
    static func checkedSecret(at path: String) throws -> String {
        var facts = stat()
        guard stat(path, &facts) == 0, let data = FileManager.default.contents(atPath: path) else {
            throw ConnectorFault.secret(path: path, finding: "can't be read")
        }
        guard facts.st_mode & 0o077 == 0 else {
            throw ConnectorFault.secret(path: path, finding: "may be read by others; run: chmod 600 \(path)")
        }
        return String(decoding: data, as: UTF8.self)
    }

    private static func fault(_ path: String) -> ConnectorFault {
        .disk(path: path, finding: String(cString: strerror(errno)))
    }
}

/// A secret that stands in one line of a file which its owner alone may read.
package enum SecretLine {
    /// Reads it.
    ///
    /// - Throws: `ConnectorFault.secret`.
    package static func read(_ path: String) throws -> String { try DurableFile.secret(at: path) }
}
