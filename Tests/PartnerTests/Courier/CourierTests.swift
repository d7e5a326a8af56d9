import Exchange
import Foundation
import SiteStore
import Testing
import Vocabulary

@testable import Operations
@testable import Partner

/// What the two couriers and doors do together.
@Suite(.serialized) struct CourierTests {
    @Test func `what is queued arrives once and in order, in every stream`() async throws {
        try await ExchangePair.with(agreed: false) { pair in
            try await pair.registry.load(agencies: 1...200)
            try await pair.openDoors()
            try pair.startCouriers()
            // Nothing but signatures crosses before both have signed.
            try await pair.registry.sign()
            try await Task.sleep(for: .milliseconds(300))
            #expect(try pair.border.agencies() == 0)
            try await pair.border.sign()
            try await eventually("every company arrived") { try pair.border.agencies() == 200 }
            try await eventually("all is noted") {
                try pair.registry.waiting() == 0 && pair.border.waiting() == 0
            }
            #expect(try pair.registry.heads(.out) == pair.border.heads(.in))
            #expect(try pair.border.heads(.out) == pair.registry.heads(.in))
            let crossed = try pair.border.store.read { try $0.crossed() }
            #expect(crossed.first { $0.way == .in && $0.type == "agency.shared/1" }?.count == 200)
            #expect(try pair.border.alarms().isEmpty)
            #expect(try pair.registry.alarms().isEmpty)
        }
    }

    @Test func `neither side's restart loses or doubles anything`() async throws {
        try await ExchangePair.with { pair in
            try await pair.openDoors()
            try pair.startCouriers()
            for round in 0..<4 {
                try await pair.registry.load(agencies: (round * 50 + 1)...(round * 50 + 50))
                try await Task.sleep(for: .milliseconds(60))
                let node = round.isMultiple(of: 2) ? pair.border : pair.registry
                try await node.reopen()
                try await node.openDoor()
                let other = round.isMultiple(of: 2) ? pair.registry : pair.border
                try node.startCourier(to: other.authority, pace: ExchangePair.pace)
            }
            try await eventually("every company arrived") { try pair.border.agencies() == 200 }
            try await eventually("all is noted") { try pair.registry.waiting() == 0 }
            let crossed = try pair.border.store.read { try $0.crossed() }
            #expect(crossed.first { $0.way == .in && $0.type == "agency.shared/1" }?.count == 200)
            #expect(try pair.registry.heads(.out) == pair.border.heads(.in))
            #expect(try pair.border.alarms().isEmpty)
            #expect(try pair.registry.deadLetters().isEmpty)
        }
    }

    @Test func `what the partner refuses for good is skipped, waits for a person, and the stream goes on`()
        async throws
    {
        try await ExchangePair.with { pair in
            let stream = ExchangeSide.stream(of: "P3MI-1")
            // A text that no agreed type has, as an older version may have written it.
            let broken = ExchangeQueued(
                id: ExchangeNode.identifier(),
                stream: stream,
                sequence: 1,
                type: "agency.shared/1",
                purpose: "none",
                body: "{}",
                about: nil
            )
            try await pair.registry.append(.exchangeQueued(broken))
            try await pair.registry.load(agencies: 1...1)
            try await pair.openDoors()
            try pair.startCouriers()
            try await eventually("the next arrived") { try pair.border.agencies() == 1 }
            let dead = try pair.registry.deadLetters()
            #expect(dead.map(\.skipped) == [broken.id])
            #expect(dead.first?.code == "schema")
            #expect(dead.first?.reason == .refused)
            #expect(try pair.border.heads(.in)[stream]?.sequence == 2)
        }
    }

    @Test func `what can't be brought for too long is skipped as late`() async throws {
        try await ExchangePair.with { pair in
            try await pair.registry.load(agencies: 1...1)
            try await pair.openDoors()
            await pair.border.closeDoor()
            var pace = ExchangePair.pace
            pace.givesUpAfterHours = 0
            try pair.registry.startCourier(to: pair.border.authority, pace: pace)
            try await eventually("it is given up") {
                try pair.registry.deadLetters().contains { $0.reason == .late }
            }
            // The skip itself is never given up.
            try await Task.sleep(for: .milliseconds(300))
            #expect(try !pair.registry.deadLetters().contains { $0.type == "stream.skip/1" })
        }
    }

    @Test func `a message whose person is erased before it is sent leaves a skip`() async throws {
        try await ExchangePair.with { pair in
            var placement = Placement()
            placement.file.number = PlacementNumber("PMI-1")
            placement.file.status = .signed
            placement.holder.passportNumber = .given(try #require(PassportNumber("X1")))
            _ = try await pair.registry.store.load(
                [RecordChange(placement)],
                by: "registry",
                at: pair.registry.now
            )
            while try await pair.registry.desk.gather() {}
            #expect(try pair.registry.waiting() >= 1)
            _ = try await pair.registry.desk.erase(
                .passport(try #require(PassportNumber("X1"))),
                basis: "Permintaan 12/2026",
                by: .operatorConsole
            )
            try await pair.openDoors()
            try pair.startCouriers()
            let stream = ExchangeSide.stream(of: "PMI-1")
            try await eventually("the skip arrived") { try pair.border.heads(.in)[stream] != nil }
            let crossed = try pair.border.store.read { try $0.crossed() }
            #expect(!crossed.contains { $0.type == "placement.shared/1" })
            #expect(crossed.contains { $0.way == .in && $0.type == "stream.skip/1" })
            // Nobody has to look at it.
            #expect(try pair.registry.deadLetters().isEmpty)
        }
    }

    @Test func `a partner that went back is told of by alarm on both sides, and the other streams go on`()
        async throws
    {
        try await ExchangePair.with { pair in
            try await pair.openDoors()
            // What the border took once, of a registry that knows nothing of it any more.
            let forgotten = SentMessage { $0.stream = ExchangeSide.stream(of: "P3MI-1") }
            #expect(try await pair.registry.send(forgotten, to: pair.border).status == 200)
            try await pair.registry.load(agencies: 1...40)
            let own = (1...40).filter {
                ExchangeSide.stream(of: "P3MI-\($0)") == ExchangeSide.stream(of: "P3MI-1")
            }
            try pair.startCouriers()
            try await eventually("the others arrived") {
                try pair.border.agencies() == 41 - own.count
            }
            try await eventually("both were told") {
                try pair.border.alarms().contains { $0.code == "sequence-gap" }
                    && pair.registry.alarms().contains { $0.code == "sequence-gap" }
            }
            #expect(try pair.registry.deadLetters().isEmpty)
        }
    }

    @Test(arguments: ["type", "member", "purpose"])
    func `what isn't agreed is not even queued`(_ fault: String) async throws {
        try await ExchangePair.with { pair in
            var letter = Letter(type: "agency.shared/1", purpose: "none", payload: [:], key: "P3MI-1")
            switch fault {
            case "type": letter.type = "departure.confirmed/1"
            case "member": letter.payload["medical_until"] = .string("2026-05-01")
            default: letter.purpose = "tax"
            }
            let desk = pair.registry.desk
            for _ in 1...2 {
                try await desk.site.commit { [letter] reads in
                    Decision(try desk.queue([(letter, nil)], at: desk.now(), reads), answer: ())
                }
            }
            #expect(try pair.registry.waiting() == 0)
            #expect(try pair.registry.alarms().map(\.code) == ["outside-agreement"])
        }
    }
}

extension ExchangeNode {
    func append(_ event: SiteEvent) async throws {
        let draft = EntryDraft(event, at: now, actor: "system", purpose: "exchange")
        try await store.commit { _ in Decision([draft], answer: ()) }
    }
}
