import Crypto
import Exchange
import Foundation
package import Operations
import Synchronization
package import Vocabulary

/// The keys that sign this site's passes and slips, in a file of their own (`pass.key`).
///
/// - Shape: JSON, `{"issuer":"kawal/6f3a…","keys":[{"seed":"…","from":"2020-01-01"}]}`; of the keys in force on a day the last signs,
///   earlier ones stay to tell their public halves until their passes have ended. A key signs nothing that begins after its last day.
struct PassKeyFile: Sendable {
    private struct Stored: Codable {
        struct Key: Codable {
            var seed: Data
            var from: String
            var until: String?
        }
        var issuer: String
        var keys: [Key]
    }

    private static let longest = 64 << 10
    private let stored: Stored
    /// What signed before, signs now, and will sign; never empty.
    let signers: [PassSigner]

    /// Reads the file.
    init(readingAt path: String) throws {
        let bytes = try SecretFile.read(path, limit: PassKeyFile.longest)
        let unreadable = SiteFault.key(path: path, finding: "can't be read; restore it from the backup")
        guard let stored = try? JSONDecoder().decode(Stored.self, from: Data(bytes)),
            let issuer = PartyName(stored.issuer)
        else { throw unreadable }
        let signers = stored.keys.compactMap { key -> PassSigner? in
            guard let from = Day(key.from),
                let secret = try? Curve25519.Signing.PrivateKey(rawRepresentation: key.seed)
            else { return nil }
            let until = key.until.map { Day($0) }
            guard until != .some(nil) else { return nil }
            return PassSigner(secret, of: issuer, from: from, until: until ?? nil)
        }
        guard !signers.isEmpty, signers.count == stored.keys.count else { throw unreadable }
        self.stored = stored
        self.signers = signers
    }

    /// Makes an issuer's first key.
    static func create(at path: String, issuer: String, random: RandomBytes) throws {
        let key = Stored.Key(seed: Data(random(32)), from: "2020-01-01")
        try write(Stored(issuer: issuer, keys: [key]), to: path)
    }

    /// Adds a key that signs from a day on; the one before signs nothing that begins later.
    ///
    /// - Throws: `OperationFault.fieldUnfit` where the key before would end before passes that it has signed, or before it began.
    func rotated(since day: Day, today: Day, to path: String, random: RandomBytes) throws {
        // A mistyped year would stand in the way of every key after it.
        let last = today.adding(days: PassKeyFile.mostDaysAhead)
        guard (today...last).contains(day), signers.allSatisfy({ $0.key.from < day }) else {
            throw OperationFault.fieldUnfit(
                field: "from",
                expected:
                    "today or one of the next \(PassKeyFile.mostDaysAhead) days, after the first day of the key before"
            )
        }
        var changed = stored
        changed.keys[changed.keys.count - 1].until = day.adding(days: -1).description
        changed.keys.append(Stored.Key(seed: Data(random(32)), from: day.description))
        try PassKeyFile.write(changed, to: path)
    }

    private static let mostDaysAhead = 400

    private static func write(_ stored: Stored, to path: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        try SecretFile.write([UInt8](encoder.encode(stored)), to: path)
    }
}

extension SiteStore {
    package func passTrust() throws -> PassTrust {
        let trusted = try SiteStore.text(at: folder.trustedPassKeys, limit: 1 << 20)
        let foreign = (trusted ?? "").split(separator: "\n").compactMap { PassKey(String($0)) }
        let list = try passLists.list(at: folder.passList, keys: foreign)
        return PassTrust(
            signers: try PassKeyFile(readingAt: folder.passKeys).signers,
            foreign: foreign,
            lists: list.map { [$0] } ?? []
        )
    }

    /// Lets another key sign passes and slips from a day on.
    ///
    /// - Throws: `OperationFault.fieldUnfit` where the day is before today, or not after the last key's first; `SiteFault`.
    package func rotatePassKey(
        since day: Day,
        today: Day,
        random: @escaping RandomBytes = systemRandomBytes
    ) throws {
        try PassKeyFile(readingAt: folder.passKeys)
            .rotated(since: day, today: today, to: folder.passKeys, random: random)
    }

    /// Trusts another site's keys, given as their lines, in place of those before.
    ///
    /// - Throws: `OperationFault.unreadable` where there is no line, or one is no key, and then nothing has changed; `SiteFault`.
    package func trustPassKeys(_ lines: [String]) throws {
        guard !lines.isEmpty else {
            throw OperationFault.unreadable(finding: "there is no key; `kawal pass key` prints the lines")
        }
        for line in lines where PassKey(line) == nil {
            throw OperationFault.unreadable(
                finding: "a line is no key of a pass; `kawal pass key` prints such lines"
            )
        }
        try SecretFile.write(Array(lines.map { $0 + "\n" }.joined().utf8), to: folder.trustedPassKeys)
    }

    /// Takes in another site's list of void passes; an earlier one never replaces a later.
    ///
    /// - Throws: `OperationFault.unreadable` where it is none, is not signed by a trusted key, or is the earlier one; `SiteFault`.
    package func takePassList(_ text: String) throws {
        let trust = try passTrust()
        let list: PassRevocations
        do {
            list = try PassRevocations(text, keys: trust.foreign)
        } catch {
            throw OperationFault.unreadable(
                finding: "no list of void passes of a trusted site: \(error.rawValue)"
            )
        }
        if let held = trust.lists.first(where: { $0.key.issuer == list.key.issuer }),
            held.issuedAt > list.issuedAt
        {
            throw OperationFault.unreadable(finding: "a later list of this site is held already")
        }
        try SecretFile.write(Array(text.utf8), to: folder.passList)
    }

    private static func text(at path: String, limit: Int) throws -> String? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        return String(decoding: try SecretFile.read(path, limit: limit), as: UTF8.self)
    }
}

/// The other site's list of void passes, read again only once its file has changed.
final class PassListMemory: Sendable {
    private struct Held {
        var stamp: String
        var keys: [PassKey]
        var list: PassRevocations?
    }

    private let held = Mutex<Held?>(nil)

    /// The list in a file, where a trusted key has signed it; nil where there is none.
    func list(at path: String, keys: [PassKey]) throws -> PassRevocations? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        let stamp = "\(status.st_ino) \(status.st_size) \(status.st_mtim.tv_sec) \(status.st_mtim.tv_nsec)"
        if let known = held.withLock({ $0 }), known.stamp == stamp, known.keys == keys { return known.list }
        let bytes = try SecretFile.read(path, limit: PassRevocations.longest)
        let list = try? PassRevocations(String(decoding: bytes, as: UTF8.self), keys: keys)
        held.withLock { $0 = Held(stamp: stamp, keys: keys, list: list) }
        return list
    }
}
