import Foundation
import Operations

extension SiteStore: LookUpSecrets {
    package func lookUpSecret(_ name: String) throws -> [UInt8]? {
        let path = folder.lookUpSecret(name)
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        return try SecretFile.read(path, limit: SiteStore.longestLookUpSecret)
    }

    package func keep(lookUpSecret bytes: [UInt8], _ name: String) throws {
        guard isWriter else { throw SiteFault.key(path: folder.lookUpSecret(name), finding: "is only read") }
        try SecretFile.write(bytes, to: folder.lookUpSecret(name))
        try SiteFolder.flush(folder.path)
    }

    /// Two and a half million people with three values of 64 bytes each.
    private static let longestLookUpSecret = 512 << 20
}
