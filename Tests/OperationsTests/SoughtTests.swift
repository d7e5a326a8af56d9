import Foundation
import Operations
import SiteStore
import Synchronization
import Testing
import Vocabulary

/// Travellers who wait for the partner's answer.
@Suite struct SoughtTests {
    private static let header =
        "departs_at,carrier,route_no,from,to,passport_no,name,born_on,nationality,visa_kind\n"

    private func list(_ travellers: (passport: String, visa: String)..., nationality: String = "IDN")
        -> [UInt8]
    {
        let rows = travellers.map {
            "2026-03-01T23:40:00+07:00,GA,GA820,CGK,HKG,\($0.passport),REKAAN \($0.passport),1990-02-12,"
                + "\(nationality),\($0.visa)\n"
        }
        return Array((Self.header + rows.joined()).utf8)
    }

    private func place(_ port: StandIn) async throws -> Place {
        let place = try Place()
        _ = try await place.load(["workers.csv": "placement_id,name,status\nPL-9,REKAAN LAIN,returned\n"])
        place.desk.lookUp.open(port)
        return place
    }

    private func standing(_ place: Place) throws -> [Referral] {
        try place.desk.referrals(on: place.desk.today).filter { $0.withdrawnFor == nil }
    }

    @Test func `silence speaks against nobody`() async throws {
        let place = try await place(StandIn(.unanswered))
        let reception = try await place.desk.receive(
            list(("X1", "work"), ("X2", "visit")),
            name: "a",
            by: .operatorConsole
        )
        try await place.desk.seekWaiting()
        #expect(reception.manifests.first?.counts.unavailable == 1)
        #expect(try standing(place).isEmpty)
        #expect(place.desk.lookUp.waitingCount == 2)
    }

    @Test func `nothing found is an answer: they are judged and forgotten`() async throws {
        let port = StandIn(.nothing)
        let place = try await place(port)
        _ = try await place.desk.receive(
            list(("X1", "work"), ("X2", "visit")),
            name: "a",
            by: .operatorConsole
        )
        try await place.desk.seekWaiting()
        #expect(try standing(place).map(\.passport?.text) == ["X1"])
        #expect(place.desk.lookUp.waitingCount == 0)
        let size = try place.store.ledgerHead().size
        try await place.desk.seekWaiting()
        #expect(try place.store.ledgerHead().size == size)
        #expect(port.asked.count == 2)
    }

    @Test func `a later list keeps the referral while the partner is asked again`() async throws {
        let port = StandIn(.nothing)
        let place = try await place(port)
        _ = try await place.desk.receive(list(("X1", "work")), name: "a", by: .operatorConsole)
        try await place.desk.seekWaiting()
        let before = try standing(place)
        port.answer(.unanswered)
        _ = try await place.desk.receive(
            list(("X1", "work"), ("X2", "work")),
            name: "b",
            by: .operatorConsole
        )
        #expect(try standing(place) == before)
        #expect(before.count == 1)
    }

    @Test func `a list that came in between is the one that counts`() async throws {
        let port = StandIn(.nothing)
        let place = try await place(port)
        _ = try await place.desk.receive(list(("X1", "work")), name: "a", by: .operatorConsole)
        _ = try await place.desk.receive(list(("X2", "work")), name: "b", by: .operatorConsole)
        try await place.desk.seekWaiting()
        #expect(try standing(place).map(\.passport?.text) == ["X2"])
        #expect(port.asked.map(\.passport?.text) == ["X2"])
    }

    @Test func `whoever waited when the site stopped waits again, and the file goes with the last answer`()
        async throws
    {
        let place = try await place(StandIn(.unanswered))
        let reception = try await place.desk.receive(
            list(("X1", "work"), ("X2", "visit")),
            name: "a",
            by: .operatorConsole
        )
        let digest = try #require(reception.manifests.first?.digests.first)
        #expect(try place.store.hasShelved(digest))
        let again = Desk(
            site: place.store,
            rules: place.desk.rules,
            places: place.desk.places,
            zone: 420,
            post: place.desk.post,
            now: place.desk.now,
            makeIdentifier: { UUID().uuidString },
            scryptRounds: 16
        )
        again.lookUp.open(StandIn(.nothing))
        try await again.resumeSeeking()
        #expect(again.lookUp.waitingCount == 2)
        try await again.seekWaiting()
        #expect(try standing(place).map(\.passport?.text) == ["X1"])
        #expect(try !place.store.hasShelved(digest))
    }

    @Test func `of many records the first eight are asked for and waited for`() async throws {
        let references = (1...9).map { "PL-\($0)0" }
        let place = try await place(StandIn(.found(references: references)))
        let rows = references.prefix(8).map { "\($0),REKAAN LAIN,returned\n" }
        _ = try await place.load(["workers.csv": "placement_id,name,status\n" + rows.joined()])
        _ = try await place.desk.receive(list(("X1", "visit")), name: "a", by: .operatorConsole)
        try await place.desk.seekWaiting()
        #expect(place.desk.lookUp.waitingCount == 0)
    }

    @Test func `the file of a list that another has replaced goes`() async throws {
        let place = try await place(StandIn(.unanswered))
        var digests: [String] = []
        for visa in ["work", "visit"] {
            let reception = try await place.desk.receive(
                list(("X1", visa), ("X2", "visit")),
                name: "a",
                by: .operatorConsole
            )
            digests.append(try #require(reception.manifests.first?.digests.first))
        }
        #expect(try !place.store.hasShelved(digests[0]))
        #expect(try place.store.hasShelved(digests[1]))
        #expect(place.desk.lookUp.waitingCount == 2)
        // Foreigners are asked about nowhere: nobody waits any more.
        _ = try await place.desk.receive(
            list(("X3", "work"), nationality: "AUS"),
            name: "b",
            by: .operatorConsole
        )
        #expect(try !place.store.hasShelved(digests[1]))
        #expect(place.desk.lookUp.waitingCount == 0)
    }

    @Test func `a foreigner is never asked about`() async throws {
        let port = StandIn(.nothing)
        let place = try await place(port)
        _ = try await place.desk.receive(
            list(("X1", "work"), nationality: "AUS"),
            name: "a",
            by: .operatorConsole
        )
        try await place.desk.seekWaiting()
        #expect(port.asked.isEmpty)
    }
}

/// Stands in for the partner's tables.
private final class StandIn: LookUpPort {
    private let state: Mutex<(answer: SoughtAnswer, asked: [SoughtPerson])>

    init(_ answer: SoughtAnswer) { state = Mutex((answer, [])) }

    var asked: [SoughtPerson] { state.withLock { $0.asked } }

    func answer(_ answer: SoughtAnswer) { state.withLock { $0.answer = answer } }

    func ask(
        _ people: [SoughtPerson],
        for occasion: LookUpOccasion,
        tell: @escaping @Sendable (Int, SoughtAnswer) async -> Void
    ) async {
        let answer = state.withLock { state in
            state.asked += people
            return state.answer
        }
        for place in people.indices { await tell(place, answer) }
    }
}
