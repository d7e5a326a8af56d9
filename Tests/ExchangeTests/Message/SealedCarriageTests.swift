import Crypto
import Exchange
import Testing

@Suite struct SealedCarriageTests {
    private let secret = [UInt8](SHA256.hash(data: Array("receiver".utf8)))

    private func publicKey() throws -> [UInt8] {
        [UInt8](try Curve25519.KeyAgreement.PrivateKey(rawRepresentation: secret).publicKey.rawRepresentation)
    }

    private func refusal(_ body: [UInt8], _ envelope: Envelope, secret: [UInt8]? = nil) -> ExchangeRefusal? {
        do throws(ExchangeRefusal) {
            _ = try SealedCarriage.open(body, with: secret ?? self.secret, under: envelope)
            return nil
        } catch { return error }
    }

    @Test func aSealedBodyOpensUnderItsEnvelope() throws {
        var envelope = try ExampleMessage.envelope()
        let sealed = try SealedCarriage.seal(ExampleMessage.body, to: publicKey(), under: envelope)
        #expect(SealedCarriage.isSealed(sealed) && !SealedCarriage.isSealed(ExampleMessage.body))
        #expect(!String(decoding: sealed, as: UTF8.self).contains("K-2026"))
        envelope.digest = [UInt8](SHA256.hash(data: sealed))
        #expect(try SealedCarriage.open(sealed, with: secret, under: envelope) == ExampleMessage.body)
    }

    @Test func underAnotherEnvelopeOrWithAnotherKeyItDoesNot() throws {
        let envelope = try ExampleMessage.envelope()
        let sealed = try SealedCarriage.seal(ExampleMessage.body, to: publicKey(), under: envelope)
        let changes: [(inout Envelope) -> Void] = [
            { $0.sequence += 1 }, { $0.purpose = "protect" }, { $0.sender = $0.audience },
            { $0.previous[0] ^= 1 },
            { $0.id = "0199f3a2-7c1e-7b4a-9d52-3f0e8a6b1c45" },
        ]
        for change in changes {
            var other = envelope
            change(&other)
            #expect(refusal(sealed, other) == .schema("ct"))
        }
        #expect(refusal(sealed, envelope, secret: [UInt8](repeating: 1, count: 32)) == .schema("ct"))
        #expect(refusal(sealed, envelope) == nil)
    }

    @Test func whatIsNoSealedBodyIsRefused() throws {
        let envelope = try ExampleMessage.envelope()
        #expect(refusal(ExampleMessage.body, envelope) == .schema("body"))
        #expect(refusal(Array(#"{"ct":"AAAA","enc":"AAAA"}"#.utf8), envelope) == .schema("enc"))
        #expect(throws: ExchangeRefusal.schema("enc")) {
            try SealedCarriage.seal([], to: [1], under: envelope)
        }
        #expect(throws: ExchangeRefusal.tooLarge) {
            try SealedCarriage.seal([UInt8](repeating: 0, count: 181 << 10), to: publicKey(), under: envelope)
        }
    }

    @Test func theLargestBodyFitsWhenSealed() throws {
        let body = [UInt8](repeating: 0x20, count: 180 << 10)
        let sealed = try SealedCarriage.seal(body, to: publicKey(), under: ExampleMessage.envelope())
        #expect(sealed.count <= 256 << 10)
        #expect(try SealedCarriage.open(sealed, with: secret, under: ExampleMessage.envelope()) == body)
    }
}
