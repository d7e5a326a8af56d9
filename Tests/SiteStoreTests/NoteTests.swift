import Foundation
import GRDB
import Ledger
import Operations
import Testing
import Vocabulary

@testable import SiteStore

/// Entries that nobody waits for.
@Suite struct NoteTests {
    let folder: TemporaryFolder
    let site: SiteStore

    init() throws {
        folder = try TemporaryFolder()
        site = try SiteStore.open(folder: folder.path, mode: .readWrite(createIfAbsent: true))
    }

    private var reading: EntryDraft {
        EntryDraft(
            .recordRead(RecordRead(part: .screening)),
            at: noon,
            actor: "ayu",
            purpose: "departure-check",
            subject: PassportNumber("X1").map(EntrySubject.passport)
        )
    }

    private func kinds() throws -> [String] {
        try site.pool.read { database in
            try StoredTiles(database: database).entries(from: 0, count: 100) {
                try LedgerEntry(canonical: [UInt8]($0)).kind
            }
        }
    }

    @Test func `what was noted goes with the next that is written`() async throws {
        site.note(reading)
        site.note(reading)
        #expect(try kinds().isEmpty)
        try await site.record(.manifestReceived(manifest()))
        #expect(try kinds() == ["record.read/1", "record.read/1", "manifest.received/1"])
        #expect(try site.verify { _, _ in }.isSound)
    }

    @Test func `closing writes what was noted, and folding again passes it over`() async throws {
        site.note(reading)
        try site.close()
        let again = try SiteStore.open(folder: folder.path, mode: .readWrite(createIfAbsent: false))
        #expect(try again.ledgerHead().size == 1)
        try again.rebuild { _, _ in }
        let text = try await again.pool.read {
            try String.fetchOne($0, sql: "SELECT canonical FROM entries") ?? ""
        }
        #expect(text.contains("\"actor\":\"ayu\"") && !text.contains("X1"))
        try again.close()
    }

    @Test func `a full disk keeps what was noted, without trying in a circle`() async throws {
        try await site.pool.writeWithoutTransaction { database in
            let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
            try database.execute(sql: "PRAGMA max_page_count = \(pages)")
        }
        for _ in 0..<200 { site.note(reading) }
        await #expect(throws: SiteFault.diskFull) {
            try await site.load((0..<200).map { RecordChange(placement($0)) }, by: "intake", at: noon)
        }
        // Whoever writes next is answered: the queue is not busy with what can't be written.
        try await site.pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = 100000") }
        try await site.record(.manifestReceived(manifest()))
        #expect(try site.ledgerHead().size == 201)
    }

    @Test func `what was noted is written by itself after a while`() async throws {
        site.note(reading)
        for _ in 0..<100 where try kinds().isEmpty { try await Task.sleep(for: .milliseconds(50)) }
        #expect(try kinds() == ["record.read/1"])
    }
}
