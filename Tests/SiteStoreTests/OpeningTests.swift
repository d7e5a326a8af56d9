import Foundation
import GRDB
import Operations
import Testing
import Vocabulary

@testable import SiteStore

@Suite struct OpeningTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func open(_ mode: SiteStore.Mode = .readWrite(createIfAbsent: true)) throws -> SiteStore {
        try SiteStore.open(folder: folder.path, mode: mode)
    }

    @Test func `no site is made where none was asked for`() throws {
        #expect(throws: SiteFault.absent(folder: folder.path)) { try open(.readWrite(createIfAbsent: false)) }
        #expect(throws: SiteFault.absent(folder: folder.path)) { try open(.readOnly) }
        #expect(!folder.exists("site.sqlite") && !folder.exists("site.key"))
    }

    @Test func `only the owner may read a site's files`() throws {
        let site = try open()
        for name in ["site.sqlite", "site.sqlite-wal", "site.sqlite-shm", "site.key", "site.lock"] {
            #expect(try folder.mode(name) == 0o600, "\(name)")
        }
        try site.close()
        let inner = try SiteStore.open(folder: folder.path + "/a/b", mode: .readWrite(createIfAbsent: true))
        #expect(try folder.mode("a/b") == 0o700)
        try inner.close()
    }

    @Test func `every commit is flushed`() throws {
        let site = try open()
        let synchronous = try site.pool.writeWithoutTransaction {
            try Int.fetchOne($0, sql: "PRAGMA synchronous")
        }
        let journal = try site.pool.read { try String.fetchOne($0, sql: "PRAGMA journal_mode") }
        #expect(synchronous == 2 && journal == "wal")
    }

    @Test func `a site keeps its content over a restart`() async throws {
        let first = try open()
        _ = try await first.load([RecordChange(placement(1))], by: "intake", at: noon)
        let head = try first.ledgerHead()
        try first.close()
        let second = try open(.readWrite(createIfAbsent: false))
        #expect(try second.ledgerHead().root == head.root)
        #expect(try second.read { try $0.records(Placement.self, .key("PMI-1")) } == [placement(1)])
        _ = try await second.load([RecordChange(placement(2))], by: "intake", at: noon)
        #expect(try second.verify { _, _ in }.isSound)
    }

    // MARK: The key

    @Test func `a key that others may read is refused`() throws {
        try open().close()
        for mode in [0o644, 0o640, 0o602] {
            #expect(chmod(folder.path + "/site.key", mode_t(mode)) == 0)
            let fault = #expect(throws: SiteFault.self) { try open() }
            guard case .key(let path, let finding) = fault else {
                Issue.record("\(fault as Any)")
                return
            }
            #expect(path.hasSuffix("/site.key") && finding.contains("chmod 600"))
        }
        #expect(chmod(folder.path + "/site.key", 0o400) == 0)
        try open().close()
    }

    @Test func `a missing, short or foreign key is refused`() throws {
        try open().close()
        let path = folder.path + "/site.key"
        let key = try Data(contentsOf: URL(fileURLWithPath: path))
        #expect(key.count == 32)
        for bytes in [Data(), key.dropLast(), key + [0], Data(repeating: 1, count: 32)] {
            #expect(FileManager.default.createFile(atPath: path, contents: bytes))
            #expect(chmod(path, 0o600) == 0)
            let fault = #expect(throws: SiteFault.self) { try open() }
            guard case .key = fault else {
                Issue.record("\(fault as Any)")
                return
            }
        }
        unlink(path)
        let fault = #expect(throws: SiteFault.self) { try open() }
        guard case .key = fault else {
            Issue.record("\(fault as Any)")
            return
        }
        #expect(!folder.exists("site.key"), "a lost key must not be replaced silently")
    }

    // MARK: Two processes

    @Test func `a second writer is refused until the first has closed`() throws {
        let first = try open()
        #expect(throws: SiteFault.locked(folder: folder.path)) { try open() }
        try first.close()
        try open().close()
    }

    @Test func `a refused opening gives the lock back`() throws {
        try open().close()
        #expect(chmod(folder.path + "/site.key", 0o644) == 0)
        #expect(throws: SiteFault.self) { try open() }
        #expect(chmod(folder.path + "/site.key", 0o600) == 0)
        try open().close()
    }

    @Test func `reading only works beside a writer and sees what it commits`() async throws {
        let writer = try open()
        let reader = try open(.readOnly)
        _ = try await writer.load([RecordChange(placement(1))], by: "intake", at: noon)
        #expect(try reader.read { try $0.records(Placement.self, .key("PMI-1")) } == [placement(1)])
        #expect(try reader.ledgerHead().root == writer.ledgerHead().root)
        #expect(try reader.verify { _, _ in }.isSound)
    }

    @Test func `reading only works when nobody writes`() async throws {
        let writer = try open()
        _ = try await writer.load([RecordChange(placement(1))], by: "intake", at: noon)
        try writer.close()
        let reader = try open(.readOnly)
        #expect(try reader.read { try $0.records(Placement.self, .key("PMI-1")) } == [placement(1)])
        // A reader takes no lock.
        try open().close()
    }

    @Test func `reading only never writes`() async throws {
        try open().close()
        let reader = try open(.readOnly)
        await #expect(throws: SiteFault.self) {
            try await reader.load([RecordChange(placement(1))], by: "intake", at: noon)
        }
        await #expect(throws: SiteFault.self) { try await reader.record(.accountChanged(account("a"))) }
        #expect(throws: SiteFault.self) { try reader.rebuild { _, _ in } }
    }

    @Test func `whatever comes after closing is refused`() async throws {
        let site = try open()
        try site.close()
        await #expect(throws: SiteFault.self) { try await site.record(.accountChanged(account("a"))) }
        #expect(throws: SiteFault.self) { try site.ledgerHead() }
    }
}
