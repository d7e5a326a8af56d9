import Foundation
import Operations

extension SiteStore {
    /// The secrets of the exchange, in a file of their own (`exchange.key`, 0600), drawn where there is none yet and nothing has crossed.
    ///
    /// - Throws: `SiteFault`; what drawing throws.
    package func exchangeSecret(orDrawn draw: () throws -> [UInt8]) throws -> [UInt8] {
        let path = folder.exchangeKeys
        if !FileManager.default.fileExists(atPath: path) {
            guard isWriter else {
                throw SiteFault.key(path: path, finding: "is missing; run: kawal exchange keys")
            }
            // With other keys this side would be nobody whom the partner knows.
            guard try read({ try $0.streams() }).allSatisfy({ $0.head.sequence == 0 }) else {
                throw SiteFault.key(path: path, finding: "is missing; restore it from the backup")
            }
            try SecretFile.write(draw(), to: path)
            try SiteFolder.flush(folder.path)
        }
        return try SecretFile.read(path, limit: 64 << 10)
    }

    /// Puts other secrets of the exchange in the place of those that stand; complete or not at all.
    ///
    /// - Throws: `SiteFault`.
    package func replaceExchangeSecret(_ bytes: [UInt8]) throws {
        guard isWriter else {
            throw SiteFault.key(path: folder.exchangeKeys, finding: "can't be changed by a reader")
        }
        try SecretFile.write(bytes, to: folder.exchangeKeys)
        try SiteFolder.flush(folder.path)
    }
}
