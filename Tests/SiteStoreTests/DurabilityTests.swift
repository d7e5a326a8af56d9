import Foundation
import GRDB
import Operations
import Testing
import Vocabulary

@testable import SiteStore

@Suite struct DurabilityTests {
    let folder: TemporaryFolder
    let site: SiteStore

    init() throws {
        folder = try TemporaryFolder()
        site = try SiteStore.open(folder: folder.path, mode: .readWrite(createIfAbsent: true))
    }

    private func opened(_ other: TemporaryFolder) throws -> SiteStore {
        try SiteStore.open(folder: other.path, mode: .readWrite(createIfAbsent: false))
    }

    @Test func `what was answered is in the files at that moment`() async throws {
        for number in 1...5 {
            try await site.record(.accountChanged(account("a\(number)")))
            let copy = try TemporaryFolder()
            try folder.copy(to: copy)
            let revived = try opened(copy)
            #expect(try revived.read { try $0.accounts() }.count == number)
            #expect(try revived.verify { _, _ in }.isSound)
        }
    }

    @Test func `a log that was cut anywhere gives an earlier whole state`() async throws {
        let committed = 12
        for number in 1...committed { try await site.record(.accountChanged(account("a\(number)"))) }
        let log = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/site.sqlite-wal"))
        var seen: Set<Int> = []
        for part in 0...24 {
            let copy = try TemporaryFolder()
            try folder.copy(to: copy)
            let end = log.count * part / 24
            try log.prefix(end).write(to: URL(fileURLWithPath: copy.path + "/site.sqlite-wal"))
            // Before the very first transaction is in the log there is no site yet: it is made anew.
            let revived = try opened(copy)
            let accounts = try revived.read { try $0.accounts() }.count
            #expect(try revived.ledgerHead().size == UInt64(accounts))
            #expect(try revived.verify { _, _ in }.isSound)
            seen.insert(accounts)
        }
        #expect(seen.contains(committed) && seen.contains(0) && seen.count > 5)
    }

    @Test func `a full disk refuses, keeps reading, and goes on when there is room`() async throws {
        _ = try await site.load([RecordChange(placement(0))], by: "intake", at: noon)
        let before = try site.ledgerHead()
        try setLimit(pages: nil)
        let many = (1...400).map { RecordChange(placement($0)) }
        await #expect(throws: SiteFault.diskFull) { try await site.load(many, by: "intake", at: noon) }
        let during = try site.ledgerHead()
        #expect(during.size == before.size && during.root == before.root)
        #expect(try site.read { try $0.records(Placement.self, .key("PMI-0")) } == [placement(0)])
        #expect(try site.read { try $0.loaded(.workers)?.count } == 1)
        try setLimit(pages: 1_000_000)
        #expect(try await site.load(many, by: "intake", at: noon).added == 400)
        #expect(try site.verify { _, _ in }.isSound)
    }

    /// Lets the database grow to so many pages; nil for no more than it has.
    private func setLimit(pages: Int?) throws {
        try site.pool.writeWithoutTransaction { database in
            let now = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
            try database.execute(sql: "PRAGMA max_page_count = \(pages ?? now)")
        }
    }

    @Test func `after a failed flush nothing more is written until a restart`() async throws {
        try await site.record(.accountChanged(account("a")))
        let failed = SiteFault(code: 1034, message: "disk I/O error")  // SQLITE_IOERR_FSYNC
        await #expect(throws: failed) { try await site.record(throwing: failed) }
        await #expect(throws: failed) { try await site.record(.accountChanged(account("b"))) }
        #expect(try site.read { try $0.accounts() }.count == 1)
        try site.close()
        let restarted = try opened(folder)
        try await restarted.record(.accountChanged(account("b")))
        #expect(try restarted.read { try $0.accounts() }.count == 2)
    }

    @Test func `a command that fails while it writes leaves no trace in its group`() async throws {
        // The database itself refuses this account, so the failure comes after the entry was written.
        try await site.pool.write {
            try $0.execute(
                sql: """
                    CREATE TRIGGER refuse BEFORE INSERT ON accounts WHEN new.name = 'bad'
                    BEGIN SELECT RAISE(ABORT, 'refused'); END
                    """
            )
        }
        let site = self.site
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<30 {
                group.addTask {
                    let name = number.isMultiple(of: 5) ? "bad" : "a\(number)"
                    let outcome = await Result { try await site.record(.accountChanged(account(name))) }
                    #expect((try? outcome.get()) == nil ? name == "bad" : name != "bad")
                }
            }
        }
        #expect(try site.ledgerHead().size == 24)
        #expect(try site.read { try $0.accounts() }.count == 24)
        #expect(try site.verify { _, _ in }.isSound)
    }

    @Test func `the log is moved into the database while the site runs`() async throws {
        let database = folder.path + "/site.sqlite"
        func size(_ path: String) throws -> Int {
            (try FileManager.default.attributesOfItem(atPath: path)[.size] as? NSNumber)?.intValue ?? 0
        }
        let before = try size(database)
        let wide = String(repeating: "x", count: 60_000)
        for start in [0, 150, 300] {
            let rows = (start..<start + 150).map { RecordChange(placement($0, employer: wide)) }
            _ = try await site.load(rows, by: "intake", at: noon)
        }
        #expect(try size(database) > before + 8_000_000)
    }
}

extension Site {
    /// Throws out of a command.
    fileprivate func record(throwing fault: SiteFault) async throws {
        try await commit { _ -> Decision<Void> in throw fault }
    }
}

extension Result where Failure == any Error {
    fileprivate init(_ body: () async throws -> Success) async {
        do { self = .success(try await body()) } catch { self = .failure(error) }
    }
}
