import Crypto
import Foundation
import Ledger
import Operations

/// The log's name and the key that signs its checkpoints, in a file of their own (`log.key`).
///
/// - Shape: JSON, `{"origin":"kawal/6f3a…","seeds":["…"],"rotations":["…"]}`; the last seed signs, earlier ones stay to tell
///   their public keys, each rotation states the next key by the one before.
struct LogKeys: Sendable {
    /// The log's unique name, made with the site and never changed.
    let origin: String
    /// What signs now.
    let signer: NoteSigner
    /// Every public key that the log had, the present one last.
    let keys: [NoteKey]
    /// The statements that lead from each key to the next.
    let rotations: [KeyRotation]
    private let stored: Stored

    private struct Stored: Codable {
        var origin: String
        var seeds: [Data]
        var rotations: [String]?
    }

    private static let longest = 64 << 10

    /// Reads the file.
    init(readingAt path: String) throws {
        let bytes = try SecretFile.read(path, limit: LogKeys.longest)
        let unreadable = SiteFault.key(path: path, finding: "can't be read; restore it from the backup")
        guard let stored = try? JSONDecoder().decode(Stored.self, from: Data(bytes)) else { throw unreadable }
        let signers = stored.seeds.compactMap { seed in
            (try? Curve25519.Signing.PrivateKey(rawRepresentation: seed)).flatMap {
                NoteSigner(name: stored.origin, secret: $0)
            }
        }
        guard let signer = signers.last, signers.count == stored.seeds.count else { throw unreadable }
        rotations = (stored.rotations ?? []).compactMap { try? KeyRotation(Array($0.utf8)) }
        guard rotations.count == signers.count - 1 else { throw unreadable }
        self.stored = stored
        origin = stored.origin
        self.signer = signer
        keys = signers.map(\.key)
    }

    /// Makes a log's name and first key.
    static func create(at path: String, random: RandomBytes) throws {
        let name = random(8).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
        try write(Stored(origin: "kawal/" + name, seeds: [Data(random(32))]), to: path)
    }

    /// States a next key; it signs once it is written.
    func next(since moment: String, random: RandomBytes) throws -> (
        statement: KeyRotation, write: (String) throws -> Void
    ) {
        let seed = Data(random(32))
        guard
            let next = NoteSigner(
                name: origin,
                secret: try Curve25519.Signing.PrivateKey(rawRepresentation: seed)
            ), let statement = try KeyRotation(to: next.key, since: moment, signedBy: signer)
        else { throw SiteFault.failed(finding: "the log's next key can't be made") }
        var changed = stored
        changed.seeds.append(seed)
        changed.rotations = (stored.rotations ?? []) + [statement.note.description]
        return (statement, { try LogKeys.write(changed, to: $0) })
    }

    private static func write(_ stored: Stored, to path: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        try SecretFile.write([UInt8](encoder.encode(stored)), to: path)
    }
}
