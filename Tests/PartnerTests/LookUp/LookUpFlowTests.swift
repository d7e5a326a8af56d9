import Crypto
import Exchange
import Foundation
import Ledger
import Operations
import SiteStore
import Testing
import Vocabulary

@testable import Partner

/// The private look-up from a list at the border to the ministry's record and back.
@Suite(.serialized) struct LookUpFlowTests {
    private static let workers = """
        placement_id,nik,name,sex,born_on,passport_no,scheme,destination,status
        PL-1,3201015202900001,REKAAN SATU,female,1990-02-12,X1,ptop,HKG,registered
        PL-9,3201014511850009,LAIN CONTOHAN,female,1985-11-05,X9,ptop,HKG,returned

        """
    private static let passports =
        "passport_no,name,born_on,issued_on,expires_on,status\n"
        + people.sorted { $0.key < $1.key }.map {
            "\($0.key),\($0.value),2024-01-01,2034-01-01,issued\n"
        }.joined()
    /// Names and birth dates, unlike enough that nobody is taken for another.
    private static let people = [
        "X1": "REKAAN SATU,1990-02-12", "X2": "PERCOBAAN DUA,1988-05-01", "X3": "CONTOH TIGA,1992-07-09",
    ]

    /// Lets a test work with two sites of which the registry has told how far it reaches, and whose table the border holds.
    private func withSites(_ work: (ExchangePair) async throws -> Void) async throws {
        try await ExchangePair.with { pair in
            try await pair.registry.load(["workers.csv": Self.workers])
            try await pair.border.load(["passports.csv": Self.passports])
            try await pair.openDoors()
            try pair.startCouriers(isSeeking: true)
            try await eventually("the registry has told how far it reaches") {
                try pair.border.store.read {
                    try $0.records(Feed.self, .key("workers")).first?.state == .complete
                }
            }
            try await eventually("its table is held") { try !pair.border.asker.held.isEmpty }
            try await work(pair)
        }
    }

    /// A list of a flight that departs tomorrow.
    private func list(_ travellers: (passport: String, visa: String)..., of site: ExchangeNode) -> [UInt8] {
        let day = site.desk.today.adding(days: 1)
        let header =
            "departs_at,carrier,route_no,from,to,passport_no,name,sex,born_on,nationality,visa_kind\n"
        let rows = travellers.map {
            let person = (Self.people[$0.passport] ?? "").split(separator: ",")
            return "\(day)T23:40:00+07:00,GA,GA820,CGK,HKG,\($0.passport),\(person[0]),"
                + "female,\(person[1]),IDN,\($0.visa)\n"
        }
        return Array((header + rows.joined()).utf8)
    }

    private func receive(_ bytes: [UInt8], at site: ExchangeNode) async throws -> AdviceCounts {
        let reception = try await site.desk.receive(bytes, name: "a", by: .operatorConsole)
        return try #require(reception.manifests.first).counts
    }

    private func standing(_ passport: String, at site: ExchangeNode) throws -> Referral? {
        try site.desk.referrals(on: site.desk.today.adding(days: 1)).first {
            $0.passport?.text == passport && $0.withdrawnFor == nil
        }
    }

    @Test
    func `whoever stands in the table is found, the record comes, and the referral follows`()
        async throws
    {
        try await withSites { pair in
            let border = pair.border
            #expect(try border.store.read { try $0.records(Placement.self, .key("PL-1")).isEmpty })
            let counts = try await receive(
                list(("X1", "visit"), ("X2", "visit"), ("X3", "work"), of: border),
                at: border
            )
            #expect(counts.refer == 0)
            #expect(counts.unavailable == 1)
            try await eventually("both are referred") {
                try standing("X1", at: border) != nil && standing("X3", at: border) != nil
            }
            #expect(try standing("X2", at: border) == nil)
            #expect(try standing("X1", at: border)?.codes.contains("D02") == true)
            #expect(try standing("X3", at: border)?.codes == ["D01"])
            #expect(try !border.store.read { try $0.records(Placement.self, .key("PL-1")).isEmpty })
            try await eventually("nobody waits") { border.desk.lookUp.waitingCount == 0 }
            let manifest = try #require(
                try border.store.read { reads in
                    try reads.recentManifests(limit: 1).first?.manifest
                }
            )
            #expect(manifest.counts.refer == 2)
            #expect(manifest.counts.total == 3)
        }
    }

    @Test func `whoever matches nothing leaves no trace at the ministry but that some list asked`()
        async throws
    {
        try await withSites { pair in
            try await eventually("all is noted") {
                try pair.registry.store.read { try $0.streams() }.allSatisfy { $0.waiting == 0 }
            }
            try await Task.sleep(for: .milliseconds(600))
            let before = try pair.registry.store.ledgerHead()
            let list = list(("X2", "visit"), of: pair.border)
            _ = try await receive(list, at: pair.border)
            try await eventually("everybody is answered for") { pair.border.desk.lookUp.waitingCount == 0 }
            #expect(try pair.registry.store.ledgerHead().size == before.size + 1)
            let (body, actor, entries) = try pair.registry.store.read { reads in
                let passport = try EntrySubject.passport(#require(PassportNumber("X2")))
                return (
                    try #require(try reads.saltedBody(at: before.size)), try reads.actor(of: before.size),
                    try reads.entries(about: [passport])
                )
            }
            #expect(entries.isEmpty)
            let granted = try JSONDecoder().decode(LookUpGranted.self, from: Data(body.dropFirst(32)))
            let party = pair.border.side.name.text
            #expect(actor == party)
            func hash(_ bytes: some DataProtocol) -> String {
                SHA256.hash(data: bytes).map { String(format: "%02x", $0) }.joined()
            }
            // A mark and two numbers, and nothing else.
            let mark = hash(Data("kawal-look-up/1 manifest \(hash(Data(list)))".utf8))
            #expect(granted == LookUpGranted(party: party, list: mark, persons: 2, travellers: 3))
            #expect(
                try !pair.registry.store.read { try $0.crossed() }.contains { $0.type == "match.notice/1" }
            )
        }
    }

    @Test
    func `while the ministry is away nobody is held for it, and they are judged when it is back`()
        async throws
    {
        try await withSites { pair in
            await pair.registry.stopCourier()
            await pair.registry.closeDoor()
            let counts = try await receive(
                list(("X1", "visit"), ("X3", "work"), of: pair.border),
                at: pair.border
            )
            #expect(counts.unavailable == 1)
            #expect(counts.refer == 0)
            try await Task.sleep(for: .milliseconds(1500))
            let screened = try pair.border.store.read { reads in
                try reads.recentManifests(limit: 1).first.map { try reads.screened(on: $0.manifest.flight) }
                    ?? []
            }
            #expect(screened.map(\.assessment.advice) == [.unavailable])
            #expect(screened.allSatisfy { $0.assessment.reasons.isEmpty })
            #expect(pair.border.desk.lookUp.waitingCount == 2)
            try await pair.registry.openDoor()
            try pair.registry.startCourier(
                to: pair.border.authority,
                pace: ExchangePair.pace,
                isSeeking: true
            )
            try await eventually("both are referred") {
                try standing("X1", at: pair.border) != nil && standing("X3", at: pair.border) != nil
            }
        }
    }

    @Test func `a counter hears at once that there is no record, and asks for one that there is`()
        async throws
    {
        try await withSites { pair in
            let border = pair.border
            var check = TravellerCheck()
            check.passport = PassportNumber("X3")
            check.visaKind = .work
            let nothing = try await border.desk.check(check, by: .operatorConsole)
            #expect(nothing.assessment.reasons.map(\.code) == ["D01"])
            check.passport = PassportNumber("X1")
            let found = try await border.desk.check(check, by: .operatorConsole)
            #expect(found.assessment.advice == .unavailable)
            try await eventually("the record has come") {
                try !border.store.read { try $0.records(Placement.self, .key("PL-1")).isEmpty }
            }
            let again = try await border.desk.check(check, by: .operatorConsole)
            #expect(again.assessment.placement?.text == "PL-1")
        }
    }

    @Test func `a table that is not as it was published is refused and told`() async throws {
        try await withSites { pair in
            let ministry = pair.registry
            let edition = try #require(try pair.border.asker.held.keys.first)
            let stored = try #require(try ministry.store.lookUpSecret("\(edition.name)-\(edition.epoch).key"))
            let key = try LookUpKey(stored: stored)
            var builder = TableBuilder(key: key)
            let told = try await builder.build([InventedPeople.row(1)], version: 7)
            let served = try await builder.build([InventedPeople.row(2)], version: 7)
            ministry.cabinet.put(served, key: key)
            try await ministry.desk.publish(LookUpPublished(told, by: ministry.side.name.text))
            try await eventually("it is told by alarm") {
                try pair.border.store.read { try $0.exchangeAlarms(limit: 9) }.contains {
                    $0.alarm.code == "lookup-refused" && $0.alarm.finding.contains("KWL-LOOKUP-ALTERED")
                }
            }
            #expect(try pair.border.asker.held[edition] == 1)
        }
    }

    @Test func `a changed placement makes a new version, which the border follows`() async throws {
        try await withSites { pair in
            let edition = try #require(try pair.border.asker.held.keys.first)
            try await pair.registry.load([
                "workers.csv": "placement_id,name,sex,born_on,passport_no,status\n"
                    + "PL-2,PERCOBAAN DUA,female,1988-05-01,X2,verified\n"
            ])
            try await pair.registry.keeper.round()
            try await eventually("the border follows") { try pair.border.asker.held[edition] == 2 }
            let party = pair.registry.side.name.text
            let (mine, theirs) = (
                try pair.registry.store.read { try $0.lookUpTables(of: party) },
                try pair.border.store.read { try $0.lookUpTables(of: party) }
            )
            #expect(mine == theirs)
            try await pair.registry.keeper.round()
            #expect(try pair.registry.store.read { try $0.lookUpTables(of: party) } == mine)
        }
    }
}
