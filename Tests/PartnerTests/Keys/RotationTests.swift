import Exchange
import Foundation
import SiteStore
import Testing
import Vocabulary

@testable import Operations
@testable import Partner

/// How a side changes its keys while messages go on.
@Suite(.serialized) struct RotationTests {
    private func rotate(_ node: ExchangeNode) async throws {
        try node.changeKeys { try ExchangeKeys.rotating($0, of: node.side.name, at: node.now) }
        let bundle = try node.bundle()
        let manifest = try node.keys.manifest(bundle.keys, at: node.now)
        try await node.desk.rotate(manifest, certificate: bundle.certificate, by: ["ani", "budi"])
    }

    private func isKnown(_ keys: ExchangeKeys, of node: ExchangeNode, at other: ExchangeNode) async throws
        -> Bool
    {
        let client = try PartnerClient(node.line().speaking(with: keys), authority: other.authority)
        let isKnown = await client.isKnown()
        await client.close()
        return isKnown
    }

    @Test
    func `new keys are proposed, taken by two people, and used; no message is lost`() async throws {
        try await ExchangePair.with { pair in
            try await pair.openDoors()
            try pair.startCouriers()
            try await rotate(pair.registry)
            try await eventually("the proposal arrived") { try pair.border.desk.proposedTrust() != nil }
            let next = try ExchangeKeys(
                reading: ExchangeKeys.adopting(pair.registry.store.exchangeSecret { [] })
            )
            #expect(next.signing.id != pair.registry.keys.signing.id)
            // Proposed isn't taken.
            #expect(try await !isKnown(next, of: pair.registry, at: pair.border))

            await #expect(throws: OperationFault.self) {
                try await pair.border.desk.trustProposed(by: ["ani", "ani"])
            }
            try await pair.border.desk.trustProposed(by: ["ani", "budi"])
            #expect(try pair.border.desk.proposedTrust() == nil)
            try await pair.border.reopen()
            try await pair.border.openDoor()
            // What the keys before have signed stays signed.
            #expect(try pair.border.desk.isAgreedToday())
            // Both are taken now, and the new ones from the next start.
            #expect(try await isKnown(pair.registry.keys, of: pair.registry, at: pair.border))
            #expect(try await isKnown(next, of: pair.registry, at: pair.border))
            try await pair.registry.reopen()
            try pair.registry.changeKeys { try ExchangeKeys.adopting($0) }
            #expect(pair.registry.keys.signing.id == next.signing.id)
            #expect(pair.registry.keys.next == nil)
            try await pair.registry.openDoor()
            try pair.startCouriers()
            try await pair.registry.load(agencies: 1...10)
            try await eventually("all arrived") { try pair.border.agencies() == 10 }
            #expect(try pair.registry.deadLetters().isEmpty)
            #expect(try pair.border.alarms().isEmpty)
        }
    }

    @Test func `keys that are lost are not drawn anew once something has crossed`() async throws {
        try await ExchangePair.with { pair in
            try await pair.openDoors()
            try await pair.registry.load(agencies: 1...1)
            try pair.startCouriers()
            try await eventually("it arrived and is noted") {
                try pair.border.agencies() == 1 && pair.registry.waiting() == 0
            }
            try FileManager.default.removeItem(atPath: pair.registry.folder + "/exchange.key")
            #expect(throws: SiteFault.self) {
                try pair.registry.store.exchangeSecret {
                    Issue.record("keys were drawn")
                    return []
                }
            }
        }
    }

    @Test func `drawing again before the partner took the keys announces the same ones`() async throws {
        try await ExchangePair.with { pair in
            try await rotate(pair.registry)
            let first = pair.registry.keys.next?.signing.id
            try await rotate(pair.registry)
            #expect(pair.registry.keys.next?.signing.id == first)
        }
    }

    enum Wrong: CaseIterable, Sendable {
        case signedByAnother, withoutOverlap, oldSerial, otherParty, altered
    }

    @Test(arguments: Wrong.allCases)
    func `a statement that may not follow is refused and proposes nothing`(_ wrong: Wrong) async throws {
        try await ExchangePair.with { pair in
            try await pair.border.openDoor()
            let node = pair.registry
            try node.changeKeys { try ExchangeKeys.rotating($0, of: node.side.name, at: node.now) }
            var keys = try node.bundle().keys
            var (signer, serial) = (node.keys.signing, node.now.milliseconds / 1000)
            switch wrong {
            case .signedByAnother: signer = try #require(node.keys.next).signing
            case .withoutOverlap: keys.signing[0].notAfter = node.now.adding(seconds: 29 * 86_400)
            case .oldSerial: serial = 1
            case .otherParty: keys.party = node.side.partner
            case .altered: break
            }
            var compact = try KeyManifest(keys, serial: serial, by: signer).compact
            if wrong == .altered { compact = compact.replacing("A", with: "B") }
            let message = SentMessage {
                $0.type = "keys.changed/1"
                $0.stream = "control"
                $0.payload = [
                    "manifest": .string(compact), "certificate": .string(node.keys.certificates),
                ]
            }
            let answer = try await node.send(message, to: pair.border)
            #expect(answer.status == 422)
            #expect(answer.code == "schema")
            #expect(try pair.border.desk.proposedTrust() == nil)
        }
    }

    @Test func `a certificate that isn't among the stated keys is no bundle`() async throws {
        try await ExchangePair.with { pair in
            let bundle = try pair.registry.bundle()
            let other = try pair.border.bundle()
            #expect(bundle.isWhole)
            #expect(!PartnerBundle(keys: bundle.keys, certificate: other.certificate).isWhole)
            #expect(!PartnerBundle(keys: bundle.keys, certificate: "").isWhole)
        }
    }
}
