import Crypto
import Foundation
package import Operations
package import Vocabulary

/// The bytes of received messages in which something was found, for as long as the rules let them be looked at.
///
/// - Shape: one sealed file each (AES-256-GCM, the digest as authenticated data) in `messages/`, named by when it came and
///   its digest. They are no part of the ledger, of a backup or of the shared ledger.
struct MessageShelf: Sendable {
    private let folder: String
    private let key: SymmetricKey

    /// More than these push the oldest out.
    private static let mostMessages = 500
    private static let mostBytes = 256 << 20

    init(folder: String, key: SymmetricKey) {
        self.folder = folder
        self.key = key
    }

    /// Keeps a message; the same one again changes nothing.
    func put(_ bytes: [UInt8], digest: String, at moment: Moment) throws {
        guard bytes.count <= MessageShelf.mostBytes, try !names().contains(where: { $0.digest == digest })
        else {
            return
        }
        try FileManager.default.createDirectory(
            atPath: folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        let sealed = try AES.GCM.seal(bytes, using: key, authenticating: Array(digest.utf8))
        let name = Name(moment: moment, digest: digest)
        try SecretFile.write([UInt8](sealed.combined ?? Data()), to: folder + "/" + name.text)
        try makeRoom()
    }

    /// A message that is kept; nil where there is none of that digest, or it isn't what was sealed.
    func message(_ digest: String) throws -> [UInt8]? {
        guard let name = try names().first(where: { $0.digest == digest }),
            let sealed = FileManager.default.contents(atPath: folder + "/" + name.text),
            let box = try? AES.GCM.SealedBox(combined: sealed),
            let clear = try? AES.GCM.open(box, using: key, authenticating: Array(digest.utf8))
        else { return nil }
        return [UInt8](clear)
    }

    /// Takes messages away.
    ///
    /// - Returns: How many went.
    func clear(_ share: ShelfShare) throws -> Int {
        let gone = try names().filter { name in
            switch share {
            case .all: true
            case .before(let moment): name.moment < moment
            case .one(let digest): name.digest == digest
            case .holding(let text): try message(name.digest).map { $0.holds(Array(text.utf8)) } ?? true
            }
        }
        for name in gone { try remove(name) }
        return gone.count
    }

    /// Whether a message is kept.
    func has(_ digest: String) throws -> Bool { try names().contains { $0.digest == digest } }

    private func makeRoom() throws {
        var left = try names()
        var bytes = left.reduce(0) { $0 + size(of: $1) }
        while left.count > MessageShelf.mostMessages || bytes > MessageShelf.mostBytes {
            let oldest = left.removeFirst()
            bytes -= size(of: oldest)
            try remove(oldest)
        }
    }

    private func remove(_ name: Name) throws {
        guard unlink(folder + "/" + name.text) == 0 || errno == ENOENT else {
            throw SiteFault(errno: errno, at: folder)
        }
    }

    private func size(of name: Name) -> Int {
        var status = stat()
        return stat(folder + "/" + name.text, &status) == 0 ? Int(status.st_size) : 0
    }

    /// What is kept, oldest first.
    private func names() throws -> [Name] {
        guard FileManager.default.fileExists(atPath: folder) else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: folder).compactMap(Name.init)
            .sorted { ($0.moment, $0.digest) < ($1.moment, $1.digest) }
    }

    private struct Name {
        let moment: Moment
        let digest: String

        var text: String { "\(moment.milliseconds)-\(digest)" }

        init(moment: Moment, digest: String) {
            self.moment = moment
            self.digest = digest
        }

        init?(_ text: String) {
            let parts = text.split(separator: "-", maxSplits: 1)
            guard parts.count == 2, let milliseconds = Int64(parts[0]), parts[1].allSatisfy(\.isHexDigit)
            else {
                return nil
            }
            self.init(moment: Moment(milliseconds: milliseconds), digest: String(parts[1]))
        }
    }
}

extension [UInt8] {
    /// Whether some bytes stand anywhere in these.
    fileprivate func holds(_ text: [UInt8]) -> Bool {
        guard let first = text.first, count >= text.count else { return false }
        return (0...(count - text.count)).contains {
            self[$0] == first && self[$0..<($0 + text.count)].elementsEqual(text)
        }
    }
}

extension SiteStore {
    package func shelve(_ bytes: [UInt8], digest: String, at moment: Moment) throws {
        do { try shelf.put(bytes, digest: digest, at: moment) } catch let fault as SiteFault {
            throw fault
        } catch {
            throw SiteFault.failed(finding: "a message can't be kept beside the site")
        }
    }

    package func shelved(_ digest: String) throws -> [UInt8]? { try shelf.message(digest) }

    package func hasShelved(_ digest: String) throws -> Bool { try shelf.has(digest) }

    package func clearShelf(_ share: ShelfShare) throws -> Int { try shelf.clear(share) }
}
