import Crypto
import Foundation
import Ledger
import Operations

/// The bytes of evidence, one sealed file each (AES-256-GCM, the evidence's identifier as authenticated data) in `evidence/`.
///
/// The key stands in the body of the act that took it in: once that is erased, nobody opens the file again.
struct EvidenceShelf: Sendable {
    let folder: String

    /// Keeps bytes; durable when it returns.
    func put(_ bytes: [UInt8], id: String, key: [UInt8]) throws {
        try FileManager.default.createDirectory(
            atPath: folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        let sealed = try AES.GCM.seal(bytes, using: SymmetricKey(data: key), authenticating: Array(id.utf8))
        try SecretFile.write([UInt8](sealed.combined ?? Data()), to: path(id))
    }

    /// The bytes; nil where there are none, or they aren't what was sealed.
    func bytes(id: String, key: [UInt8]) -> [UInt8]? {
        guard let sealed = FileManager.default.contents(atPath: path(id)),
            let box = try? AES.GCM.SealedBox(combined: sealed),
            let clear = try? AES.GCM.open(box, using: SymmetricKey(data: key), authenticating: Array(id.utf8))
        else { return nil }
        return [UInt8](clear)
    }

    /// An identifier is the site's own; nothing else can name a file.
    private func path(_ id: String) -> String {
        folder + "/" + id.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") } + ".sealed"
    }
}

extension SiteStore {
    package func keep(evidence bytes: [UInt8], id: String, key: [UInt8]) throws {
        do { try evidenceShelf.put(bytes, id: id, key: key) } catch let fault as SiteFault {
            throw fault
        } catch {
            throw SiteFault.failed(finding: "evidence can't be kept beside the site")
        }
    }

    package func evidence(id: String, key: [UInt8]) throws -> [UInt8]? {
        evidenceShelf.bytes(id: id, key: key)
    }

    package var checkpointKeys: [String] { logKeys.map(\.description) }
}
