import Crypto
import Foundation
import GRDB
import Ledger
import Operations
import Testing
import Vocabulary

@testable import SiteStore

@Suite struct EraseTests {
    let folder: TemporaryFolder
    let site: SiteStore
    private let person: EntrySubject
    private let other: EntrySubject

    /// A site in which one person has left something in every view, and another stands beside.
    init() async throws {
        folder = try TemporaryFolder()
        site = try SiteStore.open(folder: folder.path, mode: .readWrite(createIfAbsent: true))
        person = .passport(try PassportNumber("X1").orThrow())
        other = .passport(try PassportNumber("X2").orThrow())
        let rows = [RecordChange(canary(1), subject: person), RecordChange(canary(2), subject: other)]
        _ = try await site.load(rows, by: "intake", at: noon)
        // Replaced once, so that an older body stands too.
        let changed = [RecordChange(canary(1, employer: "PT Lain"), subject: person)]
        _ = try await site.load(changed, by: "intake", at: noon.adding(seconds: 60))
        var screened = traveller(1)
        screened.name = canaryName
        try await record(.manifestReceived(manifest()), about: nil)
        try await record(.travellerScreened(screened), about: person)
        try await record(.travellerScreened(traveller(2)), about: other)
        try await record(.referralOpened(referral("r1")), about: person)
        try await record(.referralWithdrawn(ReferralWithdrawn(id: "r1", reason: "later-list")), about: person)
        try await record(.documentAttested(attested("X1", "CANARYVISA")), about: person)
        var doubt = try doubted("d1")
        doubt.name = canaryName
        try await record(.linkDoubted(doubt), about: person)
        try await record(.linkDecided(decided(try doubted("d0"))), about: person)
        try await record(.caseMoved(caseMove(1, "open", "waiting")), about: person)
        try await record(.caseMoved(caseMove(2, "agree", "deferred")), about: person)
        try await record(.recordRead(RecordRead(part: .check)), about: person)
    }

    private let canaryName = "KENARI TERBANG"

    private func canary(_ number: Int, employer: String = "PT Contoh") -> Placement {
        var placement = placement(number, employer: employer)
        if number == 1 { placement.holder.name = PersonName(canaryName) }
        return placement
    }

    private func record(_ event: SiteEvent, about subject: EntrySubject?) async throws {
        try await site.commit { _ in
            let draft = EntryDraft(
                event,
                at: noon,
                actor: "petugas",
                purpose: "departure-check",
                subject: subject
            )
            return Decision([draft], answer: ())
        }
    }

    private func erase(_ subject: EntrySubject) async throws {
        let entries = try site.read { IndexRanges(try $0.entries(about: [subject])) }
        let erased = BodiesErased(reason: .person, basis: "surat 1", entries: entries)
        try await record(.bodiesErased(erased), about: nil)
        try await site.sweep(.everywhere)
    }

    private func bytesOnDisk() throws -> Data {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        return try names.reduce(into: Data()) {
            $0 += try Data(contentsOf: URL(fileURLWithPath: folder.path + "/" + $1))
        }
    }

    /// What the database holds of a person, whoever could read it: sealed bodies, the wrapped key, the key itself.
    private func traces() throws -> [Data] {
        try site.pool.read { database in
            try Data.fetchAll(
                database,
                sql: """
                    SELECT sealed FROM bodies JOIN subjects ON subjects.id = bodies.subject WHERE pseudonym = ?1
                    UNION ALL SELECT key FROM subjects WHERE pseudonym = ?1
                    """,
                arguments: [Data(site.key.pseudonym(of: person).bytes)]
            )
        }
    }

    @Test func `no word of anybody stands in the site's files in clear`() throws {
        let bytes = try bytesOnDisk()
        for word in [canaryName, "CANARYVISA", "PT Contoh", "PMI-1", try nik(1).orThrow().digits] {
            #expect(bytes.range(of: Data(word.utf8)) == nil, "\(word)")
        }
    }

    @Test func `after erasure not one byte of a person is left in database, log, indexes or free pages`()
        async throws
    {
        let traces = try traces()
        #expect(traces.count == 12)
        let before = try bytesOnDisk()
        for trace in traces { #expect(before.range(of: trace) != nil) }
        try await erase(person)
        let after = try bytesOnDisk()
        for trace in traces {
            // Sixteen bytes of a sealed body or key are found nowhere else by chance.
            for start in stride(from: 0, to: trace.count - 15, by: 16) {
                #expect(after.range(of: trace.dropFirst(start).prefix(16)) == nil, "at \(start)")
            }
        }
        #expect(try self.traces().isEmpty)
    }

    @Test func `nothing finds an erased person, and the other stays`() async throws {
        try await erase(person)
        try site.read { reads in
            let passport = try PassportNumber("X1").orThrow()
            #expect(try reads.records(Placement.self, .passport(passport)).isEmpty)
            #expect(try reads.records(Placement.self, .key("PMI-1")).isEmpty)
            #expect(try reads.attestations(for: passport).isEmpty)
            #expect(try reads.referrals(for: passport).isEmpty && reads.referral(id: "r1") == nil)
            #expect(try reads.screened(on: flight).map(\.person) == [2])
            #expect(try reads.records(Placement.self, .key("PMI-2")) == [canary(2)])
            #expect(try reads.loaded(.workers)?.count == 1)
        }
    }

    @Test func `the proofs hold after an erasure, and the root goes on from the same entries`() async throws {
        let size = try site.ledgerHead().size
        try await erase(person)
        #expect(try site.verify { _, _ in }.findings.isEmpty)
        #expect(try site.ledgerHead().size == size + 1)
        #expect(try site.receipt(for: 2) != nil)
        #expect(try site.continuation(of: size) != nil)
    }

    @Test func `folding again after an erasure gives the same views`() async throws {
        try await erase(person)
        let before = try site.dump()
        try site.rebuild { _, _ in }
        #expect(try site.dump() == before)
    }

    @Test func `whoever comes again after an erasure gets a new key`() async throws {
        let old = try #require(try traces().last)
        try await erase(person)
        _ = try await site.load([RecordChange(canary(1), subject: person)], by: "intake", at: noon)
        #expect(try site.read { try $0.records(Placement.self, .key("PMI-1")) } == [canary(1)])
        #expect(try traces().count == 2 && traces().last != old)
        #expect(try site.verify { _, _ in }.isSound)
    }

    @Test func `a body that is gone without an entry that says so is missing`() async throws {
        try await erase(other)
        try await site.pool.write { try $0.execute(sql: "DELETE FROM bodies WHERE idx = 4") }
        #expect(try site.verify { _, _ in }.findings == [.ledger(.bodyMissing(index: 4))])
        #expect(throws: SiteFault.self) { try site.rebuild { _, _ in } }
    }

    @Test func `a body that came back after its erasure is found`() async throws {
        try await run("CREATE TABLE bodies2 AS SELECT * FROM bodies WHERE idx = 0")
        try await run("CREATE TABLE subjects2 AS SELECT * FROM subjects")
        try await erase(person)
        try await run("INSERT OR IGNORE INTO subjects SELECT * FROM subjects2")
        try await run("INSERT INTO bodies SELECT * FROM bodies2")
        #expect(try site.verify { _, _ in }.findings == [.notErased(index: 0)])
    }

    private func run(_ sql: String) async throws { try await site.pool.write { try $0.execute(sql: sql) } }

    @Test func `a body put in another's place does not open`() async throws {
        try await record(.accountChanged(account("budi")), about: nil)
        try await record(.accountChanged(account("ani")), about: nil)
        let last = Int64(try site.ledgerHead().size) - 1
        try await site.pool.write {
            try $0.execute(
                sql: "UPDATE bodies SET sealed = (SELECT sealed FROM bodies WHERE idx = ?) WHERE idx = ?",
                arguments: [last - 1, last]
            )
        }
        #expect(throws: SiteFault.unreadable(last)) { try site.read { try $0.account(named: "ani") } }
    }

    // MARK: Retention

    @Test(arguments: [
        (RetentionClass.advice, [UInt64]()), (.screening, [4, 5]), (.referral, [6, 7]), (.attestation, [8]),
        (.manifest, [3]), (.replaced, [0]), (.crossing, []), (.booking, []),
    ])
    func `an entry is kept as what it is`(kept: RetentionClass, expected: [UInt64]) throws {
        let later = noon.adding(seconds: 86_400)
        #expect(try site.read { try $0.entries(kept: kept, since: later, limit: 9) } == expected)
    }

    @Test func `a screening's time counts from the list's departure, in western Indonesia`() throws {
        // The list departs at 10.00 WIB, which is 03.00 UTC.
        let departure = Moment(day: flight.departsOn, hour: 3, minute: 0)
        let before = departure.adding(seconds: -1)
        #expect(try site.read { try $0.entries(kept: .screening, since: before, limit: 9) }.isEmpty)
        #expect(try site.read { try $0.entries(kept: .screening, since: departure, limit: 9) } == [4, 5])
    }

    @Test func `a row that is only counted from its receipt is found then`() async throws {
        var crossing = Crossing()
        crossing.number = "C1"
        crossing.at = noon.adding(seconds: -99_999)
        _ = try await site.load([RecordChange(crossing)], by: "intake", at: noon)
        let index = try site.ledgerHead().size - 1
        #expect(try site.read { try $0.entries(kept: .crossing, since: noon, limit: 9) } == [index])
    }
}
