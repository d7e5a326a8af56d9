import Foundation
import GRDB
import Ledger
import Operations
import Testing
import Vocabulary

@testable import SiteStore

@Suite struct VerifyTests {
    let folder: TemporaryFolder
    let site: SiteStore

    init() async throws {
        folder = try TemporaryFolder()
        site = try SiteStore.open(folder: folder.path, mode: .readWrite(createIfAbsent: true))
        _ = try await site.load((0..<6).map { RecordChange(placement($0)) }, by: "intake", at: noon)
        try await site.record([.manifestReceived(manifest()), .travellerScreened(traveller(1))])
    }

    private func tamper(_ sql: String, _ arguments: StatementArguments = []) throws {
        try site.pool.write { try $0.execute(sql: sql, arguments: arguments) }
    }

    private func findings() throws -> [VerifyReport.Finding] { try site.verify { _, _ in }.findings }

    @Test func `a sound site is sound, and the derived root is the head's`() throws {
        var reported: [UInt64] = []
        let report = try site.verify { done, size in
            #expect(size == 8)
            reported.append(done)
        }
        let head = try site.ledgerHead()
        #expect(report.isSound && report.size == 8 && report.root == head.root)
        #expect(reported.last == 8)
    }

    @Test func `a ledger that was rewritten as a whole is not the one that the partner has cosigned`()
        async throws
    {
        let folders = [try TemporaryFolder(), try TemporaryFolder()]
        let partner = try SiteStore.open(folder: folders[0].path, mode: .readWrite(createIfAbsent: true))
        let other = try SiteStore.open(folder: folders[1].path, mode: .readWrite(createIfAbsent: true))
        try await site.haveCosigned(by: partner)
        try await site.grow(by: 3)
        #expect(try findings().isEmpty)
        // Another ledger, sound in itself, under the same cosigned checkpoint.
        try await other.grow(by: 5)
        let kept = try site.pool.read { try Row.fetchOne($0, sql: "SELECT note, at FROM cosigned") }
        let (note, at): (String, Int64) = try (#require(kept)[0], #require(kept)[1])
        func put(under store: SiteStore) async throws {
            try await store.pool.write {
                try $0.execute(sql: "INSERT INTO cosigned VALUES (0, ?, ?)", arguments: [note, at])
            }
        }
        try await put(under: other)
        #expect(try other.verify { _, _ in }.findings == [.cosignedDiffers(size: 8)])
        try await other.grow(by: 9, "b")
        #expect(try other.verify { _, _ in }.findings == [.cosignedDiffers(size: 8)])
    }

    @Test(arguments: ["entries.canonical", "bodies.sealed"])
    func `a flipped byte anywhere is found, with its index`(column: String) throws {
        let parts = column.split(separator: ".").map(String.init)
        for index in 0..<8 {
            let blob = try site.pool.read {
                try Data.fetchOne(
                    $0,
                    sql: "SELECT \(parts[1]) FROM \(parts[0]) WHERE idx = ?",
                    arguments: [index]
                )
            }
            let original = try #require(blob)
            for position in stride(from: 0, to: original.count, by: 7) {
                var changed = original
                changed[position] ^= 1 << UInt8(position % 8)
                let update = "UPDATE \(parts[0]) SET \(parts[1]) = ? WHERE idx = ?"
                try tamper(update, [changed, index])
                let found = try findings()
                #expect(!found.isEmpty, "\(column) \(index) \(position)")
                // A changed entry that still has its form shows in the root alone.
                for case .ledger(let finding) in found where finding.index != nil {
                    #expect(finding.index == UInt64(index))
                }
                try tamper(update, [original, index])
            }
        }
        #expect(try findings().isEmpty)
    }

    @Test func `an entry changed in its own form is found by the root`() throws {
        try tamper(
            "UPDATE entries SET canonical = CAST(replace(CAST(canonical AS TEXT), 'intake', 'intakf') AS BLOB)"
        )
        guard case .ledger(.rootDiffers) = try #require(findings().first) else {
            Issue.record("the root does not show it")
            return
        }
    }

    @Test func `missing, swapped, repeated and stray rows are found`() throws {
        try tamper("DELETE FROM entries WHERE idx = 3")
        #expect(try findings() == [.ledger(.missing(index: 3)), .strayBody(index: 3)])
        try tamper("INSERT INTO entries SELECT 3, canonical FROM entries WHERE idx = 2")
        #expect(try findings().first == .ledger(.misplaced(index: 3, says: 2)))
    }

    @Test func `a dropped end is found`() throws {
        try tamper("DELETE FROM entries WHERE idx = 7")
        try tamper("DELETE FROM bodies WHERE idx = 7")
        #expect(try findings() == [.ledger(.missing(index: 7))])
    }

    @Test func `an entry behind the end is found`() throws {
        try tamper("INSERT INTO entries SELECT 8, canonical FROM entries WHERE idx = 2")
        #expect(try findings() == [.ledger(.surplus(index: 8))])
    }

    @Test func `a missing body is found`() throws {
        try tamper("DELETE FROM bodies WHERE idx = 5")
        #expect(try findings() == [.ledger(.bodyMissing(index: 5))])
    }

    @Test func `a changed head is found`() throws {
        let frontier = try site.pool.read { try Data.fetchOne($0, sql: "SELECT frontier FROM head") }
        var changed = try #require(frontier)
        changed[20] ^= 1
        try tamper("UPDATE head SET frontier = ?", [changed])
        guard case .ledger(.rootDiffers) = try #require(findings().first) else {
            Issue.record("the root does not show it")
            return
        }
        try tamper("UPDATE head SET frontier = x'00'")
        #expect(try findings() == [.headUnreadable])
    }

    @Test func `views that stay behind are found`() throws {
        try tamper("UPDATE head SET folded = 4")
        #expect(try findings() == [.viewsBehind(folded: 4)])
    }

    @Test func `findings end at a limit`() throws {
        try tamper("UPDATE bodies SET sealed = x'00'")
        #expect(try findings().count == 8)
        #expect(VerifyReport.mostFindings == 20)
    }
}
