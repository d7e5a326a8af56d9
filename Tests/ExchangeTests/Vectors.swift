import Exchange
import Foundation
import Vocabulary

/// The official vectors, found through `KAWAL_SAMPLES`; tests that need them are left out without it.
enum Vectors {
    static let folder = ProcessInfo.processInfo.environment["KAWAL_SAMPLES"]
    static let arePresent = folder != nil

    static func read(_ name: String) throws -> CanonicalJSON {
        let url = URL(fileURLWithPath: (folder ?? "") + "/vectors/" + name)
        return try CanonicalJSON(Data(contentsOf: url), limit: 1 << 20)
    }
}
