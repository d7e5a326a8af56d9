import Foundation
import GRDB
import Operations
import Testing
import Vocabulary

@testable import SiteStore

@Suite struct SchemaTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// A later version: one step more, which changes a view.
    private let later = Schema(
        steps: Schema.current.steps + [
            Schema.Step(sql: "ALTER TABLE accounts ADD COLUMN note TEXT; DELETE FROM handles;", refolds: true)
        ]
    )

    private func open(_ schema: Schema, _ mode: SiteStore.Mode = .readWrite(createIfAbsent: true)) throws
        -> SiteStore
    {
        try SiteStore(SiteFolder(path: folder.path), mode: mode, random: systemRandomBytes, schema: schema)
    }

    @Test func `a newer version opens an older site and folds its views again`() async throws {
        let old = try open(.current)
        _ = try await old.load((1...5).map { RecordChange(placement($0)) }, by: "intake", at: noon)
        try await old.record(.documentAttested(attested("X1", "V1")))
        let head = try old.ledgerHead()
        try old.close()

        let new = try open(later)
        #expect(try new.ledgerHead().root == head.root)
        #expect(try new.read { try $0.records(Placement.self, .nik(nik(3).orThrow())) } == [placement(3)])
        #expect(try new.read { try $0.attestations(for: PassportNumber("X1").orThrow()) }.count == 1)
        let version = try await new.pool.read { try Schema.version(of: $0) }
        #expect(version == Schema.current.version + 1)
        #expect(try new.verify { _, _ in }.isSound)
        try new.close()
        try open(later).close()
    }

    @Test func `a form from before the first release is refused and says what to do`() async throws {
        let site = try open(.current)
        try await site.pool.write { try $0.execute(sql: "PRAGMA user_version = 2") }
        try site.close()
        let fault = #expect(throws: SiteFault.self) { try open(.current) }
        guard case .failed(let finding) = fault else {
            Issue.record("\(fault as Any)")
            return
        }
        #expect(finding.contains("load the offices' files into a new folder"))
    }

    @Test func `a migration that was cut off before the views were folded is finished by the next opening`()
        async throws
    {
        let old = try open(.current)
        _ = try await old.load((1...5).map { RecordChange(placement($0)) }, by: "intake", at: noon)
        // What a kill between the step and the folding leaves: the step's commit alone.
        try await old.pool.writeWithoutTransaction { try later.migrate($0) }
        try old.close()
        let new = try open(later)
        #expect(try new.read { try $0.records(Placement.self, .nik(nik(3).orThrow())) } == [placement(3)])
    }

    @Test func `an older version refuses a newer site and leaves it as it is`() throws {
        try open(later).close()
        for mode in [SiteStore.Mode.readOnly, .readWrite(createIfAbsent: true)] {
            #expect(throws: SiteFault.newer(found: later.version, known: later.version - 1)) {
                try open(.current, mode)
            }
        }
        try open(later).close()
    }

    @Test func `reading only leaves the form to the writer`() throws {
        try open(.current).close()
        let fault = #expect(throws: SiteFault.self) { try open(later, .readOnly) }
        guard case .failed(let finding) = fault else {
            Issue.record("\(fault as Any)")
            return
        }
        #expect(finding.contains("kawal rebuild"))
    }

    @Test func `a step that fails leaves the older form`() throws {
        try open(.current).close()
        let broken = Schema(
            steps: Schema.current.steps + [Schema.Step(sql: "CREATE TABLE extra (a); SELECT * FROM nowhere;")]
        )
        #expect(throws: SiteFault.self) { try open(broken) }
        let site = try open(.current)
        #expect(try site.pool.read { try $0.tableExists("extra") } == false)
    }

    @Test func `another program's database is refused untouched`() throws {
        try open(.current).close()
        let path = folder.path + "/site.sqlite"
        unlink(path)
        let other = try DatabaseQueue(path: path)
        try other.write { try $0.execute(sql: "CREATE TABLE notes (text)") }
        try other.close()
        let fault = #expect(throws: SiteFault.self) { try open(.current) }
        guard case .damaged = fault else {
            Issue.record("\(fault as Any)")
            return
        }
        #expect(try DatabaseQueue(path: path).read { try $0.tableExists("entries") } == false)
    }

    @Test func `a file that is no database is damaged`() throws {
        try open(.current).close()
        let path = folder.path + "/site.sqlite"
        try Data(repeating: 0x41, count: 8192).write(to: URL(fileURLWithPath: path))
        let fault = #expect(throws: SiteFault.self) { try open(.current) }
        guard case .damaged = fault else {
            Issue.record("\(fault as Any)")
            return
        }
    }

    @Test func `a head that doesn't fit its entries is damaged`() async throws {
        let site = try open(.current)
        try await site.record(.accountChanged(account("a")))
        try await site.pool.write { try $0.execute(sql: "DELETE FROM entries WHERE idx = 0") }
        try site.close()
        let fault = #expect(throws: SiteFault.self) { try open(.current) }
        guard case .damaged(let finding) = fault else {
            Issue.record("\(fault as Any)")
            return
        }
        #expect(finding.contains("kawal ledger verify"))
    }
}
