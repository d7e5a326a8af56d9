import Operations
import SiteStore
import Testing
import Vocabulary

/// What is kept of travellers who are clear: counts under tokens, and a few drawn by chance.
@Suite struct SurvivorTests {
    private static let header =
        "departs_at,carrier,route_no,from,to,passport_no,name,sex,born_on,nationality,visa_kind\n"

    /// A place where so many travellers hold tickets that one person paid, with a telephone of their own each.
    private func place(_ count: Int) async throws -> Place {
        let place = try Place()
        let bookings = (0..<count).map {
            "L\($0),X\($0)Z,REKAAN \($0),Pak Bayar,+62 812-\($0),2026-02-20,CGK-HKG\n"
        }
        _ = try await place.load([
            "bookings.csv": "locator,passport_no,name,payer,phone,bought_on,itinerary\n" + bookings.joined(),
            "workers.csv": "placement_id,name,status\nPL-9,REKAAN LAIN,returned\n",
        ])
        return place
    }

    private func list(_ count: Int, flight: String = "GA820", on day: String = "2026-03-01") -> [UInt8] {
        let rows = (0..<count).map {
            "\(day)T23:40:00+07:00,GA,\(flight),CGK,HKG,X\($0)Z,REKAAN \($0),F,1990-02-12,IDN,\($0 == 0 ? "work" : "visit")\n"
        }
        return Array((Self.header + rows.joined()).utf8)
    }

    private func contacts(_ place: Place, _ flight: String = "GA820") throws -> [ContactCount] {
        let flights = try place.store.read { try $0.recentManifests(limit: 20) }
        return flights.first { $0.manifest.flight.number == flight }?.manifest.contacts ?? []
    }

    @Test func `a payer of several is counted under a token that tells nobody's name`() async throws {
        let place = try await place(5)
        _ = try await place.desk.receive(list(5), name: "a", by: .operatorConsole)
        let contacts = try contacts(place)
        #expect(contacts.count == 6)
        let payer = try #require(contacts.first { $0.kind == "payer" })
        #expect(payer.travellers == 5 && payer.referred == 1)
        #expect(contacts.filter { $0.kind == "phone" }.allSatisfy { $0.travellers == 1 })
        #expect(
            payer.token.utf8.count == 32
                && payer.token.utf8.allSatisfy { "0123456789abcdef".utf8.contains($0) }
        )
    }

    @Test func `within thirty days a payer has one token, afterwards another, and the key is gone`()
        async throws
    {
        let place = try await place(2)
        _ = try await place.desk.receive(list(2), name: "a", by: .operatorConsole)
        _ = try await place.desk.receive(list(2, flight: "GA822"), name: "b", by: .operatorConsole)
        let first = try contacts(place).first { $0.kind == "payer" }
        #expect(try contacts(place, "GA822").first { $0.kind == "payer" }?.token == first?.token)
        let before = try #require(try place.store.read { try $0.contactPeriod() })
        place.advance(seconds: 30 * 86_400)
        let later = place.desk.today.description
        _ = try await place.desk.receive(list(2, flight: "GA824", on: later), name: "c", by: .operatorConsole)
        let next = try contacts(place, "GA824").first { $0.kind == "payer" }
        #expect(next != nil && next?.token != first?.token && next?.period == (first?.period ?? 0) + 1)
        let after = try #require(try place.store.read { try $0.contactPeriod() })
        #expect(after.period.key != before.period.key)
        #expect(try place.store.verify { _, _ in }.isSound)
        try place.store.rebuild { _, _ in }
        #expect(try place.store.read { try $0.contactPeriod()?.entry } == after.entry)
    }

    @Test func `chance draws about one in a hundred of those who are clear, once a departure`() async throws {
        let place = try await place(0)
        _ = try await place.desk.receive(list(3000), name: "a", by: .operatorConsole)
        func samples() throws -> [AuditSample] {
            try place.store.read { reads in
                try (0..<3000).flatMap { number in
                    try reads.samples(of: #require(PassportNumber("X\(number)Z")))
                }
            }
        }
        let drawn = try samples()
        // 30 are expected; so far off comes once in a million times.
        #expect((8...60).contains(drawn.count))
        #expect(drawn.allSatisfy { $0.sex == "F" && $0.ageBand == 30 && $0.permille == 10 })
        #expect(!drawn.contains { $0.passport.text == "X0Z" })
        _ = try await place.desk.receive(list(2999), name: "b", by: .operatorConsole)
        #expect(try samples().count == drawn.count)
        // Whoever is erased is no sample either.
        let person = try #require(drawn.first).passport
        #expect(try await place.desk.erase(.passport(person), basis: "1", by: .operatorConsole) == 1)
        #expect(try samples().count == drawn.count - 1)
        place.advance(seconds: 211 * 86_400)
        #expect(try await place.desk.runRetention(by: .system)[.sample] == drawn.count - 1)
        #expect(try samples().isEmpty)
    }
}
