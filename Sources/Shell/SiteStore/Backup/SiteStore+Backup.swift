package import Crypto
import Foundation
import Glibc
import GRDB
import Ledger
import Operations

/// What a backup holds, as its first line says.
package struct BackupContents: Codable, Sendable, Equatable {
    /// The number of entries.
    package var size: UInt64
    /// The root of the tree, in hexadecimal.
    package var root: String
    /// The bytes of the database.
    var databaseBytes: Int
    /// The files of keys in it, in order; nil in backups of before they were named.
    var secrets: [String]?
}

extension SiteStore {
    private static let secrets = ["site.key", "log.key", "pass.key"]
    /// What backups held before they named it.
    private static let firstSecrets = ["site.key", "log.key"]

    /// Writes the whole site, keys included, sealed to a public key; works beside a running server.
    ///
    /// - Throws: `SiteFault`; then no file stands under the path.
    package static func backUp(
        folder path: String,
        to target: String,
        for key: Curve25519.KeyAgreement.PublicKey
    ) throws -> BackupContents {
        let folder = SiteFolder(path: path)
        guard folder.hasSite else { throw SiteFault.absent(folder: path) }
        let copy = path + "/site.backup-\(getpid())"
        let draft = target + ".new"
        defer { for file in [copy, copy + "-journal", draft] { unlink(file) } }
        return try SiteFault.translating {
            var contents = try copyDatabase(folder.database, to: copy)
            let held = secrets.filter { FileManager.default.fileExists(atPath: path + "/" + $0) }
            contents.secrets = held
            var writer = try BackupFile.Writer(to: try create(draft), for: key)
            try writer.write(Data(try JSONEncoder().encode(contents)) + Data([0x0A]))
            for name in held {
                let bytes = try SecretFile.read(path + "/" + name, limit: 64 << 10)
                try writer.write(Data("\(name) \(bytes.count)\n".utf8) + Data(bytes))
            }
            let database = try FileHandle(forReadingFrom: URL(fileURLWithPath: copy))
            defer { try? database.close() }
            while let bytes = try database.read(upToCount: BackupFile.chunkBytes), !bytes.isEmpty {
                try writer.write(bytes)
            }
            try writer.finish()
            guard rename(draft, target) == 0 else { throw SiteFault(errno: errno, at: target) }
            return contents
        }
    }

    /// Makes a site of a backup in a new folder, and proves that it is the one that was backed up by its root.
    ///
    /// - Throws: `SiteFault` where the backup was cut, altered or is sealed to another key; then no site stands there.
    package static func restore(
        _ source: String,
        to path: String,
        with key: Curve25519.KeyAgreement.PrivateKey
    ) throws -> BackupContents {
        let folder = SiteFolder(path: path)
        guard !FileManager.default.fileExists(atPath: path) else {
            throw SiteFault.failed(finding: "\(path) is there already; name a new folder")
        }
        guard let file = FileHandle(forReadingAtPath: source) else {
            throw SiteFault.failed(finding: "\(source) can't be read")
        }
        defer { try? file.close() }
        var reader = try BackupFile.Reader(from: file, with: key)
        do {
            let contents = try unpack(&reader, into: folder)
            let site = try SiteStore.open(folder: path, mode: .readOnly)
            let report = try site.verify { _, _ in }
            try site.close()
            let root = report.root.flatMap { Hash256($0)?.description }
            guard report.isSound, root == contents.root, report.size == contents.size else {
                throw BackupFile.damaged("its ledger is not the one that was backed up")
            }
            return contents
        } catch {
            try? FileManager.default.removeItem(atPath: path)
            throw error
        }
    }

    private static func unpack(_ reader: inout BackupFile.Reader, into folder: SiteFolder) throws
        -> BackupContents
    {
        guard let contents = try? JSONDecoder().decode(BackupContents.self, from: Data(reader.line().utf8))
        else {
            throw BackupFile.damaged("its first line can't be read")
        }
        try folder.create()
        for name in (contents.secrets ?? firstSecrets) where secrets.contains(name) {
            let parts = try reader.line().split(separator: " ")
            guard parts.count == 2, parts[0] == name, let count = Int(parts[1]), count <= 64 << 10 else {
                throw BackupFile.damaged("\(name) is missing")
            }
            try SecretFile.write([UInt8](reader.read(count)), to: folder.path + "/" + name)
        }
        let database = try create(folder.database)
        defer { try? database.close() }
        var rest = contents.databaseBytes
        while rest > 0 {
            let bytes = try reader.read(min(rest, BackupFile.chunkBytes))
            guard !bytes.isEmpty else { throw BackupFile.damaged("it was cut") }
            try database.write(contentsOf: bytes)
            rest -= bytes.count
        }
        guard try reader.read(1).isEmpty else { throw BackupFile.damaged("it is longer than it says") }
        guard fsync(database.fileDescriptor) == 0 else { throw SiteFault(errno: errno, at: folder.database) }
        return contents
    }

    /// Copies a database as it stands at one moment, while others write to it.
    private static func copyDatabase(_ source: String, to copy: String) throws -> BackupContents {
        try create(copy).close()
        var reading = Configuration()
        reading.readonly = true
        let from = try DatabaseQueue(path: source, configuration: reading)
        let to = try DatabaseQueue(path: copy)
        try from.backup(to: to)
        let head = try to.read { try StoredHead.read($0) }
        try to.close()
        try from.close()
        let attributes = try FileManager.default.attributesOfItem(atPath: copy)
        return BackupContents(
            size: head.frontier.size,
            root: head.frontier.root.description,
            databaseBytes: (attributes[.size] as? Int) ?? 0
        )
    }

    private static func create(_ path: String) throws -> FileHandle {
        let file = Glibc.open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw SiteFault(errno: errno, at: path) }
        return FileHandle(fileDescriptor: file, closeOnDealloc: true)
    }
}

extension SiteStore {
    /// Keeps the private key of backups in a file that only its owner may read.
    ///
    /// - Throws: `SiteFault`.
    package static func writeBackupKey(_ key: Curve25519.KeyAgreement.PrivateKey, to path: String) throws {
        try SecretFile.write([UInt8](key.rawRepresentation.base64EncodedString().utf8) + [0x0A], to: path)
    }

    /// Reads the private key of backups.
    ///
    /// - Throws: `SiteFault` where it is missing, readable by others or no key.
    package static func readBackupKey(_ path: String) throws -> Curve25519.KeyAgreement.PrivateKey {
        let text = String(decoding: try SecretFile.read(path, limit: 1024), as: UTF8.self)
        guard let bytes = Data(base64Encoded: text.trimmingCharacters(in: .whitespacesAndNewlines)),
            let key = try? Curve25519.KeyAgreement.PrivateKey(rawRepresentation: bytes)
        else { throw SiteFault.key(path: path, finding: "holds no private key of backups") }
        return key
    }
}
