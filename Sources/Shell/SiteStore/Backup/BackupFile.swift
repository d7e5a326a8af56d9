import Crypto
import Foundation
import Operations

/// A stream of bytes sealed to a public key, in chunks whose order and end are sealed with them.
///
/// - Shape: `kawal-backup/1` and a line end, the encapsulated key (32 bytes), then chunks of a length (four bytes,
///   big-endian) and a ciphertext; the last one is marked in its associated data, so that a cut file is found.
/// - Source: RFC 9180 (HPKE), X25519, HKDF-SHA-256, ChaCha20-Poly1305.
enum BackupFile {
    static let magic = Array("kawal-backup/1\n".utf8)
    static let suite = HPKE.Ciphersuite.Curve25519_SHA256_ChachaPoly
    static let info = Data("kawal backup".utf8)
    static let chunkBytes = 1 << 20
    static let keyBytes = 32

    /// Writes a backup, chunk by chunk.
    struct Writer {
        private let file: FileHandle
        private var sender: HPKE.Sender
        private var pending = Data()

        init(to file: FileHandle, for key: Curve25519.KeyAgreement.PublicKey) throws {
            self.file = file
            sender = try HPKE.Sender(recipientKey: key, ciphersuite: suite, info: info)
            try file.write(contentsOf: Data(magic) + sender.encapsulatedKey)
        }

        mutating func write(_ bytes: Data) throws {
            pending.append(bytes)
            while pending.count > chunkBytes {
                try put(pending.prefix(chunkBytes), isLast: false)
                pending = Data(pending.dropFirst(chunkBytes))
            }
        }

        mutating func finish() throws {
            try put(pending, isLast: true)
            guard fsync(file.fileDescriptor) == 0 else { throw SiteFault(errno: errno, at: "the backup") }
        }

        private mutating func put(_ plain: Data, isLast: Bool) throws {
            let sealed = try sender.seal(plain, authenticating: Data([isLast ? 1 : 0]))
            let length = withUnsafeBytes(of: UInt32(sealed.count).bigEndian) { Data($0) }
            try file.write(contentsOf: length + sealed)
        }
    }

    /// Reads a backup, chunk by chunk; whatever is not the sealed stream is damaged.
    struct Reader {
        private let file: FileHandle
        private var recipient: HPKE.Recipient
        private var pending = Data()
        private var isOver = false

        init(from file: FileHandle, with key: Curve25519.KeyAgreement.PrivateKey) throws {
            self.file = file
            let head = try file.read(upToCount: magic.count + keyBytes) ?? Data()
            guard head.count == magic.count + keyBytes, head.starts(with: magic) else {
                throw BackupFile.damaged("it is no backup of kawal")
            }
            do {
                recipient = try HPKE.Recipient(
                    privateKey: key,
                    ciphersuite: suite,
                    info: info,
                    encapsulatedKey: head.suffix(keyBytes)
                )
            } catch {
                throw BackupFile.damaged("its key can't be used")
            }
        }

        /// So many bytes of the stream, or fewer at its end.
        mutating func read(_ count: Int) throws -> Data {
            while pending.count < count, !isOver { try pending.append(chunk()) }
            defer { pending = Data(pending.dropFirst(count)) }
            return Data(pending.prefix(count))
        }

        /// A line of the stream, without its end.
        mutating func line() throws -> String {
            while !pending.contains(0x0A), !isOver { try pending.append(chunk()) }
            guard let end = pending.firstIndex(of: 0x0A) else {
                throw BackupFile.damaged("a line is missing")
            }
            defer { pending = Data(pending[pending.index(after: end)...]) }
            return String(decoding: pending[..<end], as: UTF8.self)
        }

        private mutating func chunk() throws -> Data {
            guard let length = try file.read(upToCount: 4), length.count == 4 else {
                throw BackupFile.damaged("it was cut")
            }
            let count = length.reduce(0) { $0 << 8 | Int($1) }
            guard count <= chunkBytes + 64, let sealed = try file.read(upToCount: count),
                sealed.count == count
            else { throw BackupFile.damaged("it was cut") }
            if let plain = try? recipient.open(sealed, authenticating: Data([0])) { return plain }
            guard let plain = try? recipient.open(sealed, authenticating: Data([1])) else {
                throw BackupFile.damaged("it was altered, or sealed to another key")
            }
            guard try (file.read(upToCount: 1) ?? Data()).isEmpty else {
                throw BackupFile.damaged("something stands behind its end")
            }
            isOver = true
            return plain
        }
    }

    static func damaged(_ finding: String) -> SiteFault {
        .damaged(finding: "the backup can't be restored: \(finding); take another one")
    }
}
