import Exchange
import Foundation
import SiteStore
import Testing
import Vocabulary

@testable import Operations
@testable import Partner

/// Messages that somebody else carries.
@Suite(.serialized) struct CarriedExchangeTests {
    private func with(_ work: (ExchangePair, StandInCarrier) async throws -> Void) async throws {
        try await ExchangePair.with { pair in
            let carrier = try StandInCarrier(between: pair)
            try await carrier.start()
            // The doors' ports are known once they stand; then each side is told who carries.
            try await pair.openDoors()
            let both = (
                carrier.carrier(for: pair.border, to: pair.registry),
                carrier.carrier(for: pair.registry, to: pair.border)
            )
            pair.border.carry(by: both.0)
            pair.registry.carry(by: both.1)
            await pair.border.closeDoor()
            await pair.registry.closeDoor()
            try await pair.openDoors()
            do { try await work(pair, carrier) } catch {
                await carrier.end()
                throw error
            }
            await carrier.end()
        }
    }

    @Test func `what is carried arrives, is proven, and the carrier read nothing of it`() async throws {
        try await with { pair, carrier in
            try await pair.registry.load(agencies: 1...30)
            try pair.startCouriers()
            try await eventually("every company arrived") { try pair.border.agencies() == 30 }
            try await eventually("all is proven") {
                try pair.registry.waiting() == 0 && pair.registry.store.read { try $0.unproven() }.isEmpty
            }
            #expect(try pair.registry.alarms().isEmpty)
            #expect(try pair.border.alarms().isEmpty)
            #expect(try pair.registry.deadLetters().isEmpty)
            let messages = carrier.seen.filter { $0.fields.contains { $0.name.lowercased() == "kawal-seq" } }
            #expect(messages.count >= 30)
            for message in messages {
                let text = String(decoding: message.body, as: UTF8.self)
                #expect(SealedCarriage.isSealed(message.body))
                #expect(!text.contains("Contoh") && !text.contains("P3MI"))
                let fields = Dictionary(
                    message.fields.map { ($0.name.lowercased(), $0.value) },
                    uniquingKeysWith: { one, _ in one }
                )
                let id = try #require(fields["x-road-id"])
                #expect(fields["kawal-message-id"] == "\"\(id)\"")
                #expect(fields["x-road-userid"] != nil && fields["x-road-issue"] != nil)
                #expect(fields["kawal-route"] == "\"\(ExchangePath.messages)\"")
            }
        }
    }

    @Test func `a carrier's own failure is none of the partner's: nothing is refused, all arrives later`()
        async throws
    {
        try await with { pair, carrier in
            carrier.become(.failing)
            try await pair.registry.load(agencies: 1...5)
            try pair.startCouriers()
            try await eventually("the line is known to be cut") { pair.registry.courier?.isCut == true }
            #expect(try pair.registry.deadLetters().isEmpty)
            carrier.become(.faithful)
            try await eventually("every company arrived") { try pair.border.agencies() == 5 }
        }
    }

    @Test(arguments: [
        ("kawal-purpose", "\"protect\""), ("kawal-seq", "7"), ("kawal-route", "\"/x/v1/other\""),
    ])
    func `a signed header that the carrier rewrote is refused`(_ name: String, _ value: String) async throws {
        try await with { pair, carrier in
            carrier.become(.meddling(name: name, value: value))
            try await pair.registry.load(agencies: 1...1)
            try pair.startCouriers()
            try await eventually("the line is known to be cut") { pair.registry.courier?.isCut == true }
            #expect(try pair.border.heads(.in).isEmpty)
            #expect(try pair.registry.deadLetters().isEmpty)
            carrier.become(.faithful)
            try await eventually("it arrived") { try pair.border.agencies() == 1 }
        }
    }

    @Test func `what arrived and was not noted is asked for, and not sent again in another seal`()
        async throws
    {
        try await with { pair, _ in
            try await pair.registry.load(agencies: 1...20)
            try pair.startCouriers()
            for _ in 0..<4 {
                try await Task.sleep(for: .milliseconds(60))
                // What a kill leaves: the courier is gone without having noted what was taken last.
                try await pair.registry.reopen()
                try await pair.registry.openDoor()
                try pair.registry.startCourier(to: pair.border.authority, pace: ExchangePair.pace)
            }
            try await eventually("every company arrived") { try pair.border.agencies() == 20 }
            try await eventually("all is noted") { try pair.registry.waiting() == 0 }
            #expect(try pair.registry.heads(.out) == pair.border.heads(.in))
            #expect(try pair.border.alarms().isEmpty)
            #expect(try pair.registry.deadLetters().isEmpty)
        }
    }
}
