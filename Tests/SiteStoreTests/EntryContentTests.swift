import Crypto
import Foundation
import GRDB
import Ledger
import Operations
import Testing
import Vocabulary

@testable import SiteStore

@Suite struct EntryContentTests {
    let folder: TemporaryFolder
    let site: SiteStore

    init() throws {
        folder = try TemporaryFolder()
        site = try SiteStore.open(folder: folder.path, mode: .readWrite(createIfAbsent: true))
    }

    private func entries() throws -> [LedgerEntry] {
        try site.pool.read { database in
            try Data.fetchAll(database, sql: "SELECT canonical FROM entries ORDER BY idx")
                .map { try LedgerEntry(canonical: [UInt8]($0)) }
        }
    }

    private func bodies() throws -> [String] {
        try site.pool.read { database in
            try Query("SELECT body, idx, key FROM sealed ORDER BY idx", on: database).all { row in
                try row.opened(site.key.seal) { String(decoding: $0, as: UTF8.self) }
            }
        }
    }

    @Test func `a row's entry names table, actor, time and purpose`() async throws {
        _ = try await site.load([RecordChange(placement(1))], by: "intake", at: noon)
        let entry = try #require(entries().first)
        #expect(entry.kind == "record.workers/1" && entry.actor == "intake" && entry.index == 0)
        #expect(entry.at == noon.description && entry.purpose == "registry-load" && entry.subject == nil)
    }

    @Test func `an event's entry is as it was drafted`() async throws {
        let passport = try PassportNumber("X1").orThrow()
        try await site.commit { _ in
            let draft = EntryDraft(
                .referralOpened(referral("r1")),
                at: noon,
                actor: "petugas-1",
                purpose: "departure-check",
                subject: .passport(passport)
            )
            return Decision([draft], answer: ())
        }
        let entry = try #require(entries().first)
        #expect(entry.kind == "referral.opened/1" && entry.actor == "petugas-1")
        #expect(entry.purpose == "departure-check")
        #expect(entry.subject == site.key.pseudonym(of: .passport(passport)))
    }

    @Test func `no entry holds a number in clear, and two sites give one person two pseudonyms`() async throws
    {
        let number = try nik(1).orThrow()
        _ = try await site.load([RecordChange(placement(1), subject: .nik(number))], by: "intake", at: noon)
        let entry = try #require(entries().first)
        #expect(!String(decoding: entry.canonical, as: UTF8.self).contains(number.digits))
        let other = try SiteStore.open(folder: folder.path + "/other", mode: .readWrite(createIfAbsent: true))
        #expect(entry.subject != nil && entry.subject != other.key.pseudonym(of: .nik(number)))
    }

    @Test func `equal bodies have different digests`() async throws {
        try await site.record([.accountChanged(account("a")), .accountChanged(account("a"))])
        let entries = try entries()
        #expect(try Set(bodies()).count == 1)
        #expect(entries[0].bodyDigest != entries[1].bodyDigest && entries[0].id != entries[1].id)
    }

    @Test func `an event's body is canonical JSON`() async throws {
        try await site.record([.travellerScreened(traveller(1)), .manifestReceived(manifest())])
        let bodies = try bodies()
        // RFC 8785: members by code unit, no blanks, no needless escapes.
        #expect(bodies[0].contains(##"{"B1":"3","a":"\u0001é/","b10":"1","b2":"2"}"##), "\(bodies[0])")
        #expect(bodies[0].contains(#""probability":0.95"#))
        #expect(bodies[1].contains(#""found":"a \"quote\"/""#))
        #expect(!bodies[0].contains("\": ") && bodies[0].hasPrefix(#"{"assessment":{"advice""#))
    }

    @Test func `the handles are numbers that need the site's key`() async throws {
        _ = try await site.load([RecordChange(placement(1))], by: "intake", at: noon)
        let stored = try await site.pool.read {
            try Int64.fetchAll($0, sql: "SELECT handle FROM handles ORDER BY 1")
        }
        let codes = site.key.codes
        let expected = placement(1).handles.map { codes.code(of: $0, in: .workers) }
        #expect(stored == expected.sorted())
        #expect(placement(1).handles.map { codes.code(of: $0, in: .passports) } != expected)
    }

    /// - Source: Python's hashlib, over the key, zeros up to a block, the bytes 1 and 2, and the text.
    @Test func `a handle's number is a keyed hash`() throws {
        let codes = HandleCode(key: SymmetricKey(data: [UInt8](0..<32)))
        let handle = Handle.passport(try PassportNumber("X1234567").orThrow())
        #expect(codes.code(of: handle, in: .workers) == -978339035214077925)
    }

    @Test func `two values that share a number are told apart`() async throws {
        _ = try await site.load((1...2).map { RecordChange(placement($0)) }, by: "intake", at: noon)
        let codes = site.key.codes
        let handle = Handle.nik(try nik(1).orThrow())
        try await site.pool.write {
            try $0.execute(
                sql: "INSERT INTO handles VALUES (?, 1)",
                arguments: [codes.code(of: handle, in: .workers)]
            )
        }
        #expect(try site.read { try $0.records(Placement.self, handle) } == [placement(1)])
    }
}
