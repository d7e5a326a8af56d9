import Foundation

/// Files of other systems, found through `KAWAL_SAMPLES`; tests that need them are left out without it.
enum Samples {
    static let folder = ProcessInfo.processInfo.environment["KAWAL_SAMPLES"]
    static let arePresent = folder != nil

    static func bytes(_ path: String) throws -> [UInt8] {
        try Array(Data(contentsOf: URL(fileURLWithPath: (folder ?? "") + "/" + path)))
    }

    static func messages() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: (folder ?? "") + "/messages")
            .filter { $0.hasSuffix(".edi") }.sorted()
    }
}
