import Exchange
import Foundation
import SiteStore
import Testing
import Vocabulary

@testable import Operations
@testable import Partner

/// What the two sides tell each other of how far their streams have come.
@Suite(.serialized) struct DigestTests {
    private func digest(_ streams: [CanonicalJSON], counts: [String: Int64] = [:]) -> SentMessage {
        SentMessage {
            $0.type = "stream.digest/1"
            $0.stream = "control"
            $0.payload = [
                "streams": .array(streams), "counts": .object(counts.mapValues { .integer($0) }),
            ]
        }
    }

    private func stream(_ name: String, _ sequence: Int64, _ hash: [UInt8]) -> CanonicalJSON {
        StreamDigest.json(
            of: StreamStanding(
                way: .out,
                stream: name,
                head: StreamHead(sequence: sequence, hash: hash),
                movedAt: nil
            )
        )
    }

    @Test func `a digest is told once a day, and no difference is no alarm`() async throws {
        try await ExchangePair.with { pair in
            try await pair.registry.load(agencies: 1...20)
            try await pair.openDoors()
            try pair.startCouriers()
            func told() throws -> Int {
                try pair.border.store.read { try $0.crossed() }
                    .first { $0.way == .in && $0.type == "stream.digest/1" }?.count ?? 0
            }
            try await eventually("a digest was told") { try told() == 1 }
            try await eventually("all arrived") {
                try pair.border.agencies() == 20 && pair.registry.waiting() == 0
            }
            try await pair.registry.desk.tellDigest(isReconnected: false)
            #expect(try !pair.registry.store.read { try $0.isWaiting("stream.digest/1") })
            try await pair.registry.desk.tellDigest(isReconnected: true)
            try await eventually("another was told") { try told() == 2 }
            #expect(try pair.border.alarms().isEmpty)
        }
    }

    @Test func `the partner is told again once the line stands again`() async throws {
        try await ExchangePair.with { pair in
            try await pair.registry.load(agencies: 1...5)
            try await pair.openDoors()
            try pair.startCouriers()
            func told() throws -> Int {
                try pair.border.store.read { try $0.crossed() }
                    .first { $0.way == .in && $0.type == "stream.digest/1" }?.count ?? 0
            }
            try await eventually("a digest was told") { try told() == 1 }
            await pair.border.closeDoor()
            try await pair.registry.load(agencies: 6...30)
            try await eventually("the line is known to be cut") { pair.registry.courier?.isCut == true }
            try await pair.border.openDoor()
            try await eventually("another was told") { try told() >= 2 }
            try await eventually("all arrived") { try pair.border.agencies() == 30 }
            #expect(try pair.border.alarms().isEmpty)
        }
    }

    @Test func `a partner that counts more than came, or another chain, is told of by alarm`() async throws {
        try await ExchangePair.with { pair in
            try await pair.border.openDoor()
            let taken = SentMessage()
            #expect(try await pair.registry.send(taken, to: pair.border).status == 200)
            let hash = try taken.envelope(from: pair.registry).hash
            let wrong = digest(
                [
                    stream("k-05", 1, [UInt8](repeating: 1, count: 32)), stream("k-06", 3, hash),
                ],
                counts: ["agency.shared/1": 1, "joborder.shared/1": 2]
            )
            #expect(try await pair.registry.send(wrong, to: pair.border).status == 200)
            let alarms = try pair.border.alarms()
            #expect(alarms.allSatisfy { $0.code == "digest-mismatch" })
            #expect(Set(alarms.map { $0.stream ?? "counts" }) == ["k-05", "k-06", "counts"])
            #expect(alarms.count == 3)
        }
    }

    @Test func `a digest that is none is refused`() async throws {
        try await ExchangePair.with { pair in
            try await pair.border.openDoor()
            let short = digest([stream("k-05", 1, [1, 2, 3])])
            #expect(try await pair.registry.send(short, to: pair.border).code == "schema")
        }
    }
}
