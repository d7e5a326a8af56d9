import Foundation
import GRDB
import Ledger
import Operations
import Testing
import Vocabulary

@testable import SiteStore

@Suite struct LogTests {
    let folder: TemporaryFolder
    let site: SiteStore

    init() async throws {
        folder = try TemporaryFolder()
        site = try SiteStore.open(folder: folder.path, mode: .readWrite(createIfAbsent: true))
        _ = try await site.load((0..<600).map { RecordChange(placement($0)) }, by: "intake", at: noon)
    }

    private func exported(_ store: SiteStore? = nil) throws -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        try (store ?? site).export { _, _ in
        } write: {
            files[$0] = $1
        }
        return files
    }

    private func verified(_ files: [String: [UInt8]], earlier: [Checkpoint] = []) throws -> Checkpoint {
        var check = LogCheck { files[$0] }
        return try check.verify(keys: site.logKeys, earlier: earlier)
    }

    @Test func `an exported log is verified by files alone, and continues what was seen before`() async throws
    {
        let before = try verified(exported())
        #expect(before.size == 600)
        _ = try await site.load((600..<1100).map { RecordChange(placement($0)) }, by: "intake", at: noon)
        let after = try verified(exported(), earlier: [before])
        #expect(after.size == 1100)
        let root = try site.ledgerHead().root
        #expect(after.root.bytes == root)
    }

    @Test func `every file of the export is served, and nothing besides`() throws {
        let files = try exported()
        for (path, bytes) in files where path != "keys" {
            let served = try #require(try site.logFile(at: path), "\(path)")
            #expect(served.bytes == bytes)
            #expect(served.isImmutable == (path != "checkpoint"))
            #expect(served.tellsEntries == path.hasPrefix("tile/entries/"))
        }
        let absent = [
            "", "keys", "tile/", "tile/0/003", "tile/0/002", "tile/0/002.p/89", "tile/2/000.p/1", "tile/0/1",
            "tile/entries/003", "tile/entries/../../site.key", "tile/8/000", "site.key",
        ]
        for path in absent { #expect(try site.logFile(at: path) == nil, "\(path)") }
    }

    @Test(arguments: [0, 255, 256, 599]) func `any entry is proven, and the proof stands alone`(index: UInt64)
        throws
    {
        let text = try #require(try site.receipt(for: index))
        let receipt = try InclusionReceipt(Array(text.utf8))
        let entry = try #require(receipt.extra)
        #expect(try receipt.verified(entry: entry, log: site.logKeys).size == 600)
        #expect(try LedgerEntry(canonical: entry).index == index)
        #expect(try site.receipt(for: 600) == nil)
        #expect(try site.continuation(of: 601) == nil)
    }

    @Test func `folding again gives the same tiles`() async throws {
        let before = try exported()
        try await site.pool.write { try $0.execute(sql: "DELETE FROM tiles") }
        #expect(throws: (any Error).self) { try site.receipt(for: 300) }
        try site.rebuild { _, _ in }
        let after = try exported()
        #expect(after.filter { $0.key != "checkpoint" } == before.filter { $0.key != "checkpoint" })
        #expect(try verified(after).size == 600)
    }

    @Test func `a kept hash that is not the entries' is found`() async throws {
        #expect(try site.verify { _, _ in }.isSound)
        try await site.pool.write {
            try $0.execute(sql: "UPDATE tiles SET root = zeroblob(32) WHERE idx = 1")
        }
        #expect(try site.verify { _, _ in }.findings == [.tile(level: 1, index: 1)])
    }

    @Test func `a site that lost its log's key says so and does not become another log`() throws {
        try site.close()
        unlink(folder.path + "/log.key")
        for mode in [SiteStore.Mode.readOnly, .readWrite(createIfAbsent: true)] {
            #expect(throws: SiteFault.self) { try SiteStore.open(folder: folder.path, mode: mode) }
        }
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/log.key"))
    }

    @Test func `another key signs from the next opening on, stated by the one before`() async throws {
        let first = site.logKeys
        let next = try await site.rotateLogKey(by: "operator", at: noon)
        #expect(try site.checkpoint().signers(among: first) == first)
        try site.close()
        let again = try SiteStore.open(folder: folder.path, mode: .readWrite(createIfAbsent: false))
        #expect(again.logKeys == first + [next])
        let files = try exported(again)
        #expect(throws: LogFinding.self) {
            var check = LogCheck { files[$0] }
            _ = try check.verify(keys: first)
        }
        let statement = try KeyRotation(try #require(files["rotation-0"]))
        var check = LogCheck { files[$0] }
        let head = try check.verify(keys: KeyRotation.trusted(first, following: [statement]))
        #expect(head.size == 601)
        #expect(try again.verify { _, _ in }.isSound)
        try again.rebuild { _, _ in }
        try again.close()
    }

    @Test func `the log keeps its name and key, and others can't read them`() throws {
        let keys = site.logKeys
        let path = folder.path + "/log.key"
        try site.close()
        let again = try SiteStore.open(folder: folder.path, mode: .readOnly)
        #expect(again.logKeys == keys)
        try again.close()
        let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(rights == 0o600)
        chmod(path, 0o644)
        #expect(throws: SiteFault.self) { try SiteStore.open(folder: folder.path, mode: .readOnly) }
        chmod(path, 0o600)
        try Data("{}".utf8).write(to: URL(fileURLWithPath: path))
        chmod(path, 0o600)
        #expect(throws: SiteFault.self) { try SiteStore.open(folder: folder.path, mode: .readOnly) }
    }
}
