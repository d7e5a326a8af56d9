import Exchange
import Foundation
import Ledger
import SiteStore
import Testing
import Vocabulary

@testable import Operations
@testable import Partner

/// That the partner has to prove what it took, and what it can't get away with.
@Suite(.serialized) struct ReceiptTests {
    @Test func `every stream is proven up to its last message, under this site's own cosignature`()
        async throws
    {
        try await ExchangePair.with { pair in
            try await pair.registry.load(agencies: 1...60)
            try await pair.openDoors()
            try pair.startCouriers()
            try await eventually("all is proven") {
                let heads = try pair.registry.heads(.out)
                let proven = try pair.registry.store.read { try $0.proven() }
                return try pair.border.agencies() == 60 && pair.registry.waiting() == 0
                    && proven.count == heads.count
                    && proven.allSatisfy { heads[$0.stream]?.sequence == $0.sequence }
            }
            #expect(try pair.registry.store.read { try $0.unproven() }.isEmpty)
            #expect(try pair.registry.alarms().isEmpty)
        }
    }

    /// A receipt as the border's door answers it, and the message that it is of.
    private func receipt(_ pair: ExchangePair) async throws -> (UnprovenMessage, CanonicalJSON) {
        try await pair.openDoors()
        let message = SentMessage()
        let taken = try await pair.registry.send(message, to: pair.border)
        let index = UInt64(try #require(taken.field("kawal-log-index"))) ?? 0
        let unproven = UnprovenMessage(
            id: message.id,
            stream: message.stream,
            sequence: 1,
            hash: try message.envelope(from: pair.registry).hash,
            entry: index,
            takenAt: pair.registry.now
        )
        let offer = try pair.border.store.checkpointToCosign(from: nil)
        let log = PartnerLog(keys: pair.border.store.checkpointKeys)
        let answer = try await pair.registry.store.cosign(offer.body, of: log, at: pair.registry.now)
        #expect(answer.status == 200)
        let witness = try #require(pair.registry.store.witnessKey)
        try await pair.border.store.keep(
            cosignatures: answer.bytes,
            of: offer,
            by: [witness],
            at: pair.border.now
        )
        let client = try PartnerClient(pair.registry.line(), authority: pair.border.authority)
        let shown = try await client.ask("GET", ExchangePath.receipts + "/" + message.id)
        await client.close()
        #expect(shown.status == 200)
        return (unproven, try CanonicalJSON(shown.body))
    }

    private func check(_ pair: ExchangePair) -> ReceiptCheck {
        ReceiptCheck(
            log: pair.border.store.checkpointKeys,
            witness: pair.registry.store.witnessKey,
            sender: pair.registry.side.name
        )
    }

    @Test func `a receipt that is of something else doesn't hold`() async throws {
        try await ExchangePair.with { pair in
            let (message, answer) = try await receipt(pair)
            let check = check(pair)
            #expect(try check.size(proving: message, by: answer.bytes) > message.entry)

            func fault(_ message: UnprovenMessage, _ answer: CanonicalJSON) -> ReceiptCheck.Fault? {
                do throws(ReceiptCheck.Fault) {
                    _ = try check.size(proving: message, by: answer.bytes)
                    return nil
                } catch { return error }
            }
            var other = message
            other.entry += 1
            #expect(fault(other, answer) == .entry)
            other = message
            other.hash[0] ^= 1
            #expect(fault(other, answer) == .message)
            var members = try #require(answer.members)
            let body = try #require(members["body"]?.text)
            members["body"] = .string(body.replacing("agency", with: "joborder"))
            #expect(fault(message, .object(members)) == .commitment)
            members = try #require(answer.members)
            members["salt"] = .string(Data(repeating: 1, count: 32).base64EncodedString())
            #expect(fault(message, .object(members)) == .commitment)
            members["salt"] = nil
            #expect(fault(message, .object(members)) == .form)
        }
    }

    @Test func `a receipt without this site's own cosignature, or of another log, doesn't hold`() async throws
    {
        try await ExchangePair.with { pair in
            let (message, answer) = try await receipt(pair)
            let partner = pair.border.store.checkpointKeys
            let stranger = try #require(pair.border.store.witnessKey)
            for check in [
                ReceiptCheck(log: partner, witness: stranger, sender: pair.registry.side.name),
                ReceiptCheck(log: partner, witness: nil, sender: pair.registry.side.name),
                ReceiptCheck(
                    log: pair.registry.store.checkpointKeys,
                    witness: pair.registry.store.witnessKey,
                    sender: pair.registry.side.name
                ),
            ] {
                #expect(throws: ReceiptCheck.Fault.proof) {
                    try check.size(proving: message, by: answer.bytes)
                }
            }
        }
    }

    @Test func `what the partner took and doesn't know any more, or never proves, is an alarm`() async throws
    {
        try await ExchangePair.with { pair in
            try await pair.openDoors()
            func taken(_ id: String, _ stream: String) -> ExchangeDelivered.Receipt {
                ExchangeDelivered.Receipt(
                    id: id,
                    stream: stream,
                    sequence: 1,
                    hash: Data(repeating: 1, count: 32),
                    index: 3
                )
            }
            let known = SentMessage()
            #expect(try await pair.registry.send(known, to: pair.border).status == 200)
            let unknown = ExchangeNode.identifier()
            try await pair.registry.desk.note(delivered: [taken(unknown, "k-01"), taken(known.id, "k-05")])
            let client = try PartnerClient(pair.registry.line(), authority: pair.border.authority)
            var watch: [String: ReceiptWatch.Asked] = [:]
            let receipts = ReceiptWatch(try pair.registry.line(), client: client, pace: ExchangePair.pace)
            try await receipts.round(&watch)
            #expect(try pair.registry.alarms().map(\.code) == ["receipt-wrong"])
            #expect(try pair.registry.alarms().first?.message == unknown)
            await client.close()
        }
    }
}
