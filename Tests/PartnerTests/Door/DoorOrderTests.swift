import Exchange
import HTTPTypes
import Operations
import SiteStore
import Testing
import Vocabulary

@testable import Partner

/// The receiver's fifteen steps, in their order: a request that fails at a step and at every later one is told of that step.
@Suite(.serialized) struct DoorOrderTests {
    static let codes: [(step: Int, code: String)] = [
        (1, "unknown-party"), (2, "too-large"), (3, "malformed-field"), (4, "missing-component"),
        (5, "unknown-key"), (6, "clock"), (7, "bad-signature"), (8, "wrong-audience"), (9, "bad-digest"),
        (10, "replayed-nonce"), (11, "id-conflict"), (12, "sequence-gap"), (13, "schema"), (14, "purpose"),
    ]

    @Test(arguments: codes.map(\.step))
    func `the first step that fails decides`(_ step: Int) async throws {
        try await ExchangePair.with { pair in
            try await pair.border.openDoor()
            let door = Door(try pair.border.line(), logger: .quiet)
            let taken = SentMessage()
            let nonce = [UInt8](repeating: 3, count: 16)
            let before = try taken.signed(by: pair.registry, to: pair.border, nonce: nonce)
            _ = try await door.take(received(before, pair))
            let size = try pair.border.store.ledgerHead().size
            let faulty = try request(failingFrom: step, after: taken, nonce: nonce, pair)
            let refusal = await #expect(throws: ExchangeRefusal.self) { try await door.take(faulty) }
            #expect(refusal?.code == Self.codes.first { $0.step == step }?.code)
            // Nothing was taken; some refusals are worth an alarm.
            let alarms = step == 11 || step == 12 ? 1 : 0
            #expect(try pair.border.store.ledgerHead().size == size + UInt64(alarms))
        }
    }

    /// A request that fails at a step and, as far as a request can, at each later one.
    private func request(
        failingFrom step: Int,
        after taken: SentMessage,
        nonce: [UInt8],
        _ pair: ExchangePair
    ) throws -> ReceivedRequest {
        func fails(_ later: Int) -> Bool { step <= later }
        var message = SentMessage()
        message.id = fails(11) ? taken.id : message.id
        message.sequence = fails(12) ? 7 : 2
        message.previous = fails(12) ? Envelope.beginning : try taken.envelope(from: pair.registry).hash
        if fails(13) { message.payload["medical_until"] = .string("2026-05-01") }
        message.purpose = "tax"
        if fails(8) { message.audience = PartyName("id/x/y") }
        let request = try message.signed(
            by: pair.registry,
            to: pair.border,
            aside: fails(6) ? -120 : 0,
            nonce: fails(10) ? nonce : [UInt8](repeating: 4, count: 16)
        )
        var received = try received(request, pair)
        if fails(9) { received.body += [0x20] }
        if fails(7) {
            change("signature", of: &received) { value in
                let (head, tail) = (value.prefix(10), value.dropFirst(10))
                return String(head) + (tail.first == "A" ? "B" : "A") + String(tail.dropFirst())
            }
        }
        if fails(5) {
            change("signature-input", of: &received) { $0.replacing("keyid=\"", with: "keyid=\"other") }
        }
        if fails(4) {
            change("signature-input", of: &received) { $0.replacing(" \"kawal-purpose\"", with: "") }
        }
        if fails(3) { received.fields.append(HeaderLine(name: "kawal-seq", value: "07")) }
        if fails(2) { received.body = [UInt8](repeating: 0x20, count: 300 << 10) }
        if fails(1) { received.peer = [UInt8](repeating: 9, count: 32) }
        return received
    }

    private func received(_ request: SignedRequest, _ pair: ExchangePair) throws -> ReceivedRequest {
        ReceivedRequest(
            method: request.method,
            authority: request.authority,
            path: request.path,
            query: request.query,
            fields: request.fields,
            body: request.body,
            peer: try #require(
                ExchangeKeys.keyHashes(ofCertificates: pair.registry.keys.certificate).first
            )
        )
    }

    private func change(_ name: String, of request: inout ReceivedRequest, _ work: (String) -> String) {
        for index in request.fields.indices where request.fields[index].name == name {
            request.fields[index].value = work(request.fields[index].value)
        }
    }
}
