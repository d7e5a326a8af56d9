import Crypto
import Exchange
import Foundation
import Logging
import SiteStore
import Synchronization
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

    @Test func `a partner that is away costs no message, however long`() async throws {
        try await ExchangePair.with { pair in
            try await pair.registry.load(agencies: 1...1)
            try await pair.openDoors()
            await pair.border.closeDoor()
            var pace = ExchangePair.pace
            pace.givesUpAfterHours = 0
            try pair.registry.startCourier(to: pair.border.authority, pace: pace)
            try await eventually("the line is known to be cut") { pair.registry.courier?.isCut == true }
            try await Task.sleep(for: .milliseconds(500))
            #expect(try pair.registry.deadLetters().isEmpty)
            try await pair.border.openDoor()
            try await eventually("it arrived") { try pair.border.agencies() == 1 }
        }
    }

    @Test func `what the partner puts off for three days is over; what never reached it is not`() {
        let start = Moment(milliseconds: 1_772_349_900_000)
        var away = StreamWorker.Place(after: .start)
        var put = away
        for hour in 0..<100 {
            let now = start.adding(seconds: hour * 3600)
            let isAwayOver = away.isOver(isAnswered: false, at: now, hours: 72)
            #expect(!isAwayOver)
            let isPutOver = put.isOver(isAnswered: hour != 5, at: now, hours: 72)
            #expect(isPutOver == (hour > 72))
        }
        #expect(away.attempts == 100)
    }

    @Test func `before both have signed, nobody's words leave the site`() async throws {
        try await ExchangePair.with(agreed: false) { pair in
            let tape = LogTape()
            try await pair.border.openDoor(logger: tape.logger(.info))
            try await pair.registry.openDoor()
            try await pair.registry.load(agencies: 1...20)
            try pair.startCouriers()
            try await eventually("all is queued") { try pair.registry.waiting() >= 20 }
            try await Task.sleep(for: .milliseconds(300))
            #expect(tape.lines.isEmpty)
            try await pair.registry.sign()
            try await pair.border.sign()
            try await eventually("every company arrived") { try pair.border.agencies() == 20 }
            // Had one gone before, it would have been refused before it was taken.
            #expect(tape.lines.count == Set(tape.lines.map { "\($0["messageId"] ?? "")" }).count)
        }
    }

    @Test func `while the witness is away for too long, what matters most isn't sent; the rest is`()
        async throws
    {
        try await ExchangePair.with { pair in
            let standing = Mutex(WitnessStanding.State.split)
            let lets: WitnessStanding.Lets = { impact in
                standing.withLock { $0 == .fine || $0 == .halted && impact == .plain }
            }
            try await pair.registry.load(agencies: 1...3)
            try await pair.openDoors()
            try pair.registry.startCourier(to: pair.border.authority, pace: ExchangePair.pace, lets: lets)
            try await eventually("all is queued") { try pair.registry.waiting() >= 3 }
            try await Task.sleep(for: .milliseconds(300))
            #expect(try pair.border.heads(.in).isEmpty)
            standing.withLock { $0 = .halted }
            try await eventually("every company arrived") { try pair.border.agencies() == 3 }
            #expect(try pair.registry.deadLetters().isEmpty)
        }
    }

    @Test func `a message that arrived before its person was erased leaves no skip, and its stream goes on`()
        async throws
    {
        try await ExchangePair.with { pair in
            try await pair.registry.load(placement: "PMI-1", passport: "X1")
            while try await pair.registry.desk.gather() {}
            try await pair.openDoors()
            try await pair.registry.sendWithoutNoting(ExchangeSide.stream(of: "PMI-1"), to: pair.border)
            let passport = try #require(PassportNumber("X1"))
            _ = try await pair.registry.desk.erase(
                .passport(passport),
                basis: "Permintaan 12/2026",
                by: .operatorConsole
            )
            try pair.startCouriers()
            try await eventually("all is noted") { try pair.registry.waiting() == 0 }
            let crossed = try pair.border.store.read { try $0.crossed() }
            #expect(!crossed.contains { $0.type == "stream.skip/1" })
            #expect(crossed.contains { $0.type == "erased.told/1" })
            #expect(try pair.registry.heads(.out) == pair.border.heads(.in))
            #expect(try pair.border.alarms().isEmpty)
        }
    }

    @Test func `a message whose person is erased before it is sent leaves a skip`() async throws {
        try await ExchangePair.with { pair in
            try await pair.registry.load(placement: "PMI-1", passport: "X1")
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

    func load(placement number: String, passport: String) async throws {
        var placement = Placement()
        placement.file.number = PlacementNumber(number)
        placement.file.status = .signed
        placement.holder.passportNumber = .given(try #require(PassportNumber(passport)))
        _ = try await store.load([RecordChange(placement)], by: "registry", at: now)
    }

    /// Sends the first message of a stream as it is queued, and is stopped before it can note so.
    func sendWithoutNoting(_ stream: String, to other: ExchangeNode) async throws {
        let message = try #require(
            try store.read { try $0.waitingMessages(in: stream, from: 1, limit: 1) }.first?.message
        )
        let client = try PartnerClient(line(), authority: other.authority, pace: ExchangePair.pace)
        let envelope = Envelope(
            id: message.id,
            sender: side.name,
            audience: side.partner,
            stream: try #require(StreamName(stream)),
            sequence: 1,
            previous: Envelope.beginning,
            type: try #require(MessageType(message.type)),
            purpose: message.purpose,
            digest: [UInt8](SHA256.hash(data: Array(message.body.utf8)))
        )
        let sent = try await client.send(envelope, body: Array(message.body.utf8))
        await client.close()
        try #require(sent.answer.status == 200)
    }
}
