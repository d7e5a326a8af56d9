import Exchange
import Foundation
import Operations
import SiteStore
import Testing
import Vocabulary

@testable import Partner

/// The private look-up the other way: the ministry's placements beside Immigration's passports that are no longer valid.
@Suite(.serialized) struct FiledPassportTests {
    private static func worker(_ number: Int, status: String = "registered") -> String {
        "PL-\(number),320101520290000\(number),REKAAN \(number),female,1990-02-12,X\(number),ptop,HKG,\(status)\n"
    }

    private static func workers(_ rows: String...) -> [String: String] {
        let header = "placement_id,nik,name,sex,born_on,passport_no,scheme,destination,status\n"
        return ["workers.csv": header + rows.joined()]
    }

    private static func passports(_ rows: (number: Int, status: String)...) -> [String: String] {
        let header = "passport_no,name,born_on,issued_on,expires_on,status\n"
        let rows = rows.map {
            "X\($0.number),REKAAN \($0.number),1990-02-12,2024-01-01,2034-01-01,\($0.status)\n"
        }
        return ["passports.csv": header + rows.joined()]
    }

    /// Lets a test work with two sites; Immigration's table is held by the ministry.
    private func withSites(
        _ passports: (number: Int, status: String)...,
        work: (ExchangePair) async throws -> Void
    ) async throws {
        try await ExchangePair.with { pair in
            for passport in passports { try await pair.border.load(Self.passports(passport)) }
            try await pair.openDoors()
            try pair.startCouriers(isSeeking: true)
            try await eventually("Immigration's table is held") {
                try pair.registry.asker.held.keys.contains { $0.name == "passports-void" }
            }
            try await work(pair)
        }
    }

    private func reasons(_ number: Int, at site: ExchangeNode) async throws -> CheckAnswer {
        var check = TravellerCheck()
        check.passport = PassportNumber("X\(number)")
        return try await site.desk.check(check, by: .operatorConsole)
    }

    private func void(at site: ExchangeNode) throws -> [String] {
        try #require(try site.desk.voidPassports()).map(\.text)
    }

    private func isDone(_ site: ExchangeNode) async throws -> Bool {
        try await site.asker.filed?.isDone ?? false
    }

    @Test(arguments: ["replaced", "lost", "revoked"])
    func `a placement under a passport that is no longer valid is shown with the reason`(status: String)
        async throws
    {
        try await withSites((1, status), (2, "issued"), (3, "expired")) { pair in
            let ministry = pair.registry
            try await ministry.load(Self.workers(Self.worker(1), Self.worker(2), Self.worker(3)))
            try await eventually("it is found") { try void(at: ministry) == ["X1"] }
            let found = try await reasons(1, at: ministry).assessment
            let reason = try #require(found.reasons.first { $0.code == "D13" })
            #expect(reason.evidence["state"] == status)
            #expect(!found.mend.isEmpty)
            #expect(!found.unknown.contains { $0.fact == "passport.register" })
            let other = try await reasons(2, at: ministry).assessment
            #expect(!other.reasons.contains { $0.code == "D13" })
            #expect(other.unknown.contains { $0.fact == "passport.register" })
            // The desk goes on as if there were no look-up: nobody waits for the partner.
            #expect(!ministry.desk.lookUp.isOpen)
            #expect(ministry.desk.lookUp.waitingCount == 0)
        }
    }

    @Test func `the first direction works beside it`() async throws {
        try await withSites((1, "replaced")) { pair in
            try await pair.registry.load(Self.workers(Self.worker(1)))
            try await pair.registry.keeper.round()
            try await eventually("the passport is found") { try void(at: pair.registry) == ["X1"] }
            try await eventually("the placement is found") {
                _ = try await reasons(1, at: pair.border)
                return try !pair.border.store.read { try $0.records(Placement.self, .key("PL-1")) }.isEmpty
            }
        }
    }

    @Test func `whoever is asked about leaves no trace at Immigration`() async throws {
        try await withSites((1, "replaced"), (2, "issued")) { pair in
            let about = try ["X1", "X2"].map { EntrySubject.passport(try #require(PassportNumber($0))) }
            func entries() throws -> [UInt64] {
                try pair.border.store.read { try $0.entries(about: Set(about)) }
            }
            let before = (try entries(), try pair.border.store.ledgerHead().size)
            try await pair.registry.load(Self.workers(Self.worker(1), Self.worker(2)))
            try await eventually("both were asked about") {
                try await isDone(pair.registry) && void(at: pair.registry) == ["X1"]
            }
            #expect(try entries() == before.0)
            let items = try pair.border.store.read { try $0.items(from: before.1, limit: 100).items }
            #expect(
                !items.contains { item in
                    if case .event(.lookUpGranted) = item.content { true } else { false }
                }
            )
            #expect(
                try !pair.border.store.read { try $0.crossed() }.contains { $0.type == "match.notice/1" }
            )
        }
    }

    @Test func `while Immigration is away nothing is said, and it is asked when it is back`() async throws {
        try await withSites((1, "replaced")) { pair in
            await pair.border.closeDoor()
            try await pair.registry.load(Self.workers(Self.worker(1)))
            try await Task.sleep(for: .milliseconds(1500))
            #expect(try void(at: pair.registry).isEmpty)
            let away = try await reasons(1, at: pair.registry).assessment
            #expect(!away.reasons.contains { $0.code == "D13" })
            try await pair.border.openDoor()
            try await eventually("it is found") { try void(at: pair.registry) == ["X1"] }
        }
    }

    @Test(arguments: [false, true])
    func `a row that Immigration has mended is taken back`(afterRestart: Bool) async throws {
        try await withSites((1, "replaced"), (2, "lost")) { pair in
            let ministry = pair.registry
            try await ministry.load(Self.workers(Self.worker(1), Self.worker(2)))
            try await eventually("both are found") { try void(at: ministry).sorted() == ["X1", "X2"] }
            if afterRestart { try await ministry.reopen() }
            try await pair.border.load(Self.passports((1, "issued")))
            try await pair.border.keeper.round()
            if afterRestart {
                try await ministry.openDoor()
                try ministry.startCourier(
                    to: pair.border.authority,
                    pace: ExchangePair.pace,
                    isSeeking: true
                )
            }
            try await eventually("it is taken back") { try void(at: ministry) == ["X2"] }
            let mended = try await reasons(1, at: ministry).assessment
            #expect(!mended.reasons.contains { $0.code == "D13" })
        }
    }

    @Test func `a row goes with the placement for whose sake it was asked`() async throws {
        try await withSites((1, "replaced")) { pair in
            try await pair.registry.load(Self.workers(Self.worker(1)))
            try await eventually("it is found") { try void(at: pair.registry) == ["X1"] }
            try await pair.registry.load(Self.workers(Self.worker(1, status: "cancelled")))
            try await eventually("it is gone") { try void(at: pair.registry).isEmpty }
        }
    }

    @Test func `a passport that becomes void later is found without asking again`() async throws {
        try await withSites((1, "issued")) { pair in
            try await pair.registry.load(Self.workers(Self.worker(1)))
            try await eventually("it was asked about") { try await isDone(pair.registry) }
            try await Task.sleep(for: .milliseconds(1500))
            #expect(try void(at: pair.registry).isEmpty)
            try await pair.border.load(Self.passports((1, "lost")))
            try await pair.border.keeper.round()
            try await eventually("it is found") { try void(at: pair.registry) == ["X1"] }
        }
    }

    @Test func `a ministry that is given the register asks nobody and keeps its rows`() async throws {
        try await withSites((1, "replaced")) { pair in
            let ministry = pair.registry
            var tables = Self.passports((1, "issued"))
            tables["feeds.csv"] =
                "feed,owner,complete_until,state\npassports,imigrasi,\(ministry.desk.today),complete\n"
            try await ministry.load(tables)
            try await ministry.load(Self.workers(Self.worker(1)))
            try await Task.sleep(for: .milliseconds(1500))
            #expect(try ministry.desk.voidPassports() == nil)
            let number = try #require(PassportNumber("X1"))
            try await ministry.desk.note([(number, .replaced), (number, nil)], asOf: "passports-void 1")
            let row = try ministry.store.read { try $0.records(PassportRecord.self, .key("X1")) }.first
            #expect(row?.file.status == .issued)
        }
    }
}
