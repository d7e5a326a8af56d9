import Exchange
import Foundation
import Operations
import SiteStore
import Testing
import Vocabulary

@testable import Partner

/// What a partner that keeps to the form is answered, and what happens then.
@Suite(.serialized) struct DoorTests {
    @Test func `a message is taken once, and an attempt that is repeated is answered as a repeat`()
        async throws
    {
        try await ExchangePair.with { pair in
            try await pair.border.openDoor()
            let message = SentMessage()
            let first = try await pair.registry.send(message, to: pair.border)
            #expect(first.status == 200)
            #expect(first.field("kawal-replayed") == nil)
            let second = try await pair.registry.send(message, to: pair.border)
            #expect(second.status == 200)
            #expect(second.field("kawal-replayed") == "?1")
            #expect(second.field("kawal-log-index") == first.field("kawal-log-index"))
            #expect(try pair.border.agencies() == 1)
            #expect(try pair.border.heads(.in)["k-05"]?.sequence == 1)
        }
    }

    @Test func `the same signature twice is refused, and a new one is taken as a repeat`() async throws {
        try await ExchangePair.with { pair in
            try await pair.border.openDoor()
            let message = SentMessage()
            let request = try message.signed(by: pair.registry, to: pair.border)
            #expect(try await pair.registry.say(request, to: pair.border)?.status == 200)
            let again = try await pair.registry.say(request, to: pair.border)
            #expect(again?.status == 425)
            #expect(again?.code == "replayed-nonce")
            #expect(try await pair.registry.send(message, to: pair.border).field("kawal-replayed") == "?1")
        }
    }

    @Test func `another body under a taken identifier is refused and raises an alarm, once`() async throws {
        try await ExchangePair.with { pair in
            try await pair.border.openDoor()
            let message = SentMessage()
            #expect(try await pair.registry.send(message, to: pair.border).status == 200)
            for _ in 1...2 {
                var other = message
                other.payload["name"] = .string("PT Lain")
                let answer = try await pair.registry.send(other, to: pair.border)
                #expect(answer.status == 409)
                #expect(answer.code == "id-conflict")
            }
            let alarms = try pair.border.alarms()
            #expect(alarms.map(\.code) == ["id-conflict"])
            #expect(alarms.first?.message == message.id)
            // The stream goes on.
            let next = SentMessage {
                $0.sequence = 2
                $0.previous = (try? message.envelope(from: pair.registry).hash) ?? []
            }
            #expect(try await pair.registry.send(next, to: pair.border).status == 200)
        }
    }

    @Test func `a message that isn't the next of its stream is told which would be, and alarms`() async throws
    {
        try await ExchangePair.with { pair in
            try await pair.border.openDoor()
            let gap = try await pair.registry.send(SentMessage { $0.sequence = 5 }, to: pair.border)
            #expect(gap.status == 409)
            #expect(gap.code == "sequence-gap")
            #expect(gap.field("kawal-expected-seq") == "1")
            let first = SentMessage()
            #expect(try await pair.registry.send(first, to: pair.border).status == 200)
            // The right place with another chain before it is a gap as well: the log was rolled back.
            let other = SentMessage { $0.sequence = 2 }
            #expect(try await pair.registry.send(other, to: pair.border).code == "sequence-gap")
            #expect(try pair.border.alarms().map(\.code) == ["sequence-gap"])
            let elsewhere = SentMessage { $0.stream = "k-06" }
            #expect(try await pair.registry.send(elsewhere, to: pair.border).status == 200)
        }
    }

    struct Refused: Sendable {
        var code: String
        var status: Int
        var message: SentMessage
    }

    static let refused = [
        Refused(
            code: "wrong-audience",
            status: 403,
            message: SentMessage { $0.audience = PartyName("id/x/y") }
        ),
        Refused(code: "schema", status: 422, message: SentMessage { $0.type = "health.shared/1" }),
        Refused(
            code: "schema",
            status: 422,
            message: SentMessage { $0.payload["medical_until"] = .string("2026-05-01") }
        ),
        Refused(code: "schema", status: 422, message: SentMessage { $0.payload["name"] = .integer(1) }),
        Refused(code: "schema", status: 422, message: SentMessage { $0.text = "{}" }),
        // The border's alone to send.
        Refused(
            code: "schema",
            status: 422,
            message: SentMessage {
                $0.type = "departure.confirmed/1"
                $0.purpose = "protect"
                $0.payload = ["placement_id": .string("PMI-1")]
            }
        ),
        Refused(code: "purpose", status: 403, message: SentMessage { $0.purpose = "tax" }),
        Refused(code: "purpose", status: 403, message: SentMessage { $0.purpose = "clear-worker" }),
    ]

    @Test(arguments: refused.indices)
    func `what isn't agreed is refused and leaves nothing, and the stream goes on`(_ number: Int) async throws
    {
        let refused = Self.refused[number]
        try await ExchangePair.with { pair in
            try await pair.border.openDoor()
            let answer = try await pair.registry.send(refused.message, to: pair.border)
            #expect(answer.code == refused.code)
            #expect(answer.status == refused.status)
            #expect(try pair.border.heads(.in).isEmpty)
            #expect(try pair.border.agencies() == 0)
            #expect(try await pair.registry.send(SentMessage(), to: pair.border).status == 200)
        }
    }

    @Test func `a signature by a wrong clock, or from too long ago, is refused`() async throws {
        try await ExchangePair.with { pair in
            try await pair.border.openDoor()
            for (seconds, code) in [(120, "clock"), (-120, "clock"), (-40, nil), (-3600, "key-not-valid")] {
                let message = SentMessage { $0.stream = seconds == -40 ? "k-05" : "k-06" }
                let request = try message.signed(by: pair.registry, to: pair.border, aside: seconds)
                #expect(try await pair.registry.say(request, to: pair.border)?.code == code)
            }
        }
    }

    @Test func `before both have signed, nothing but signatures crosses`() async throws {
        try await ExchangePair.with(agreed: false) { pair in
            try await pair.border.openDoor()
            let answer = try await pair.registry.send(SentMessage(), to: pair.border)
            #expect(answer.code == "agreement-unsigned")
            #expect(try pair.border.heads(.in).isEmpty)
        }
    }

    @Test func `while the witness is away for too long, what matters most waits`() async throws {
        try await ExchangePair.with { pair in
            try await pair.registry.openDoor(lets: { $0 == .plain })
            let opened = SentMessage {
                $0.type = "referral.opened/1"
                $0.purpose = "clear-worker"
                $0.payload = [
                    "referral": .string("r-1"), "opened_at": .string("2026-03-01T01:00:00Z"),
                    "codes": .array([.string("no-placement")]), "list": .string("passengers"),
                ]
            }
            let answer = try await pair.border.send(opened, to: pair.registry)
            #expect(answer.status == 503)
            #expect(answer.code == "stopped")
            #expect(try pair.registry.heads(.in).isEmpty)
        }
    }

    @Test
    func `a log that was never cosigned lets nothing of high impact cross, one that forked nothing at all`()
        async throws
    {
        try await ExchangePair.with { pair in
            let lets = StandingMemory(try pair.border.line()).lets
            #expect(!lets(.high) && lets(.plain))
            try await pair.openDoors()
            try pair.startCouriers()
            try await eventually("the partner has cosigned") { try pair.border.store.cosignedHead() != nil }
            let cosigned = StandingMemory(try pair.border.line())
            #expect(cosigned.lets(.high) && cosigned.lets(.plain))
            let alarm = WitnessAlarmed(
                id: ExchangeNode.identifier(),
                origin: "kawal/partner",
                kind: .twoRoots,
                seen: "",
                shown: "",
                proof: [],
                at: pair.border.now
            )
            try await pair.border.append(.witnessAlarmed(alarm))
            let forked = StandingMemory(try pair.border.line())
            #expect(!forked.lets(.high) && !forked.lets(.plain))
        }
    }
}
