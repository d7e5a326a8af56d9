import Operations
import SiteStore
import Testing
import Vocabulary

/// An alarm of the exchange stands until a person has closed it.
@Suite struct AlarmTests {
    private static func actor(_ role: Role) -> Actor {
        Actor(Account(name: "rudi", roles: [role], passwordHash: "", mustChangePassword: false))
    }

    private func raise(_ place: Place, stream: String = "k-01") async throws {
        try await place.desk.alarm("sequence-gap", stream: stream, finding: "expects 4")
    }

    private func standing(_ place: Place) throws -> [OpenAlarm] {
        try place.store.read { try $0.exchangeAlarms(limit: 100) }
    }

    @Test func `what stands is told once, and again where it holds after it was closed`() async throws {
        let place = try Place()
        for _ in 0..<2 { try await raise(place) }
        let first = try #require(try standing(place).first)
        #expect(try standing(place).count == 1)
        let admin = Self.actor(.administrator)
        try await place.desk.close(exchangeAlarm: first.entry, reason: "Cadangan lama.", by: admin)
        #expect(try standing(place).isEmpty)
        await #expect(throws: OperationFault.absent) {
            try await place.desk.close(exchangeAlarm: first.entry, reason: "Lagi.", by: admin)
        }
        try await raise(place)
        #expect(try standing(place).map(\.alarm) == [first.alarm])
    }

    @Test func `many that stand hide none that is told again`() async throws {
        let place = try Place()
        try await raise(place)
        for number in 0..<40 { try await raise(place, stream: "x-\(number)") }
        try await raise(place)
        #expect(try standing(place).count == 41)
    }

    @Test func `one is closed with a reason of some letters`() async throws {
        let place = try Place()
        try await raise(place)
        let entry = try #require(try standing(place).first).entry
        let admin = Self.actor(.administrator)
        for reason in ["", String(repeating: "é", count: 501)] {
            await #expect(
                throws: OperationFault.fieldUnfit(field: "reason", expected: "1 to 500 characters")
            ) { try await place.desk.close(exchangeAlarm: entry, reason: reason, by: admin) }
        }
        let longest = String(repeating: "é", count: 500)
        try await place.desk.close(exchangeAlarm: entry, reason: longest, by: admin)
    }

    @Test(arguments: Role.allCases.filter { $0 != .administrator })
    func `nobody but the site's administrator closes one`(role: Role) async throws {
        let place = try Place()
        try await raise(place)
        let entry = try #require(try standing(place).first).entry
        await #expect(throws: OperationFault.notAllowed) {
            try await place.desk.close(exchangeAlarm: entry, reason: "Uji.", by: Self.actor(role))
        }
        #expect(try standing(place).count == 1)
    }
}
