import Crypto
import Foundation
import Ledger
import Operations

/// The key with which a site cosigns another log's checkpoints, in a file of its own (`witness.key`).
///
/// It goes into no backup: a restored site has forgotten what it cosigned last, so it is another witness with another key,
/// which the partner first has to take. One key never signs two roots of one size.
/// - Shape: 32 bytes, the seed of an Ed25519 key whose name is the log's with `/witness`.
struct WitnessKey: Sendable {
    /// What cosigns.
    let signer: NoteSigner

    private static let length = 32

    /// Reads the file; nil where there is none.
    init?(readingAt path: String, of origin: String) throws {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        let seed = try SecretFile.read(path, limit: WitnessKey.length)
        guard let secret = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed),
            let signer = NoteSigner(name: origin + "/witness", kind: .cosignature, secret: secret)
        else {
            throw SiteFault.key(path: path, finding: "can't be read; move it away: a new one is made")
        }
        self.signer = signer
    }

    /// Makes a key where there is none.
    static func prepare(_ folder: SiteFolder, random: RandomBytes) throws {
        guard !FileManager.default.fileExists(atPath: folder.witnessKey) else { return }
        try SecretFile.write(random(length), to: folder.witnessKey)
        try SiteFolder.flush(folder.path)
    }
}
