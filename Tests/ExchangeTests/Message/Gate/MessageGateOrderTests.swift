import Crypto
import Exchange
import Testing
import Vocabulary

/// The receiver's steps 5 to 9 and the order of all.
@Suite struct MessageGateOrderTests {
    private let scene: GateScene

    init() throws { scene = try GateScene() }

    private func signer(_ id: String, _ byte: UInt8, party: PartyName? = nil) -> MessageSigner {
        let key = SigningKey(id: id, algorithm: .ed25519, secret: [UInt8](repeating: byte, count: 32))
        return MessageSigner(party: party ?? scene.sender.party, key: key)
    }

    @Test func step5TheSenderIsWhoseConnectionItIs() throws {
        let other = try #require(PartyName("id/x"))
        let voice = signer("sender-1", 3, party: other)
        let request = try scene.signed(by: voice) { $0.sender = other }
        #expect(scene.refusal(scene.received(request)) == .wrongSender)
    }

    @Test func step5NobodyTakesOverAConnectionByNamingItsKey() throws {
        var other = scene.senderKeys
        other.party = try #require(PartyName("id/x"))
        let request = scene.received(try scene.signed())
        #expect(scene.refusal(request, gate: scene.gate([scene.senderKeys, other])) == nil)
    }

    @Test func step5TheKeyIsTheSendersAndOfItsAlgorithm() throws {
        #expect(scene.refusal(scene.received(try scene.signed(by: signer("sender-2", 3)))) == .unknownKey)
        var request = scene.received(try scene.signed())
        let input = try #require(request.fields["signature-input"])
        for name in ["none", "hmac-sha256", "ecdsa-p256-sha256", "ED25519"] {
            request.fields["signature-input"] = input.replacing("alg=\"ed25519\"", with: "alg=\"\(name)\"")
            #expect(scene.refusal(request) == .unknownKey)
        }
    }

    @Test func step6TheKeyIsValidWhenTheRequestIsSigned() throws {
        let request = scene.received(try scene.signed())
        for (from, until) in [(1, 60), (-60, -1)] {
            var keys = scene.senderKeys
            keys.signing[0].notBefore = scene.now.adding(seconds: from)
            keys.signing[0].notAfter = scene.now.adding(seconds: until)
            #expect(scene.refusal(request, gate: scene.gate([keys])) == .keyNotValid)
        }
    }

    @Test(
        arguments: [(-61, .clock), (-60, nil), (0, nil), (60, nil), (61, .clock)] as [(Int, ExchangeRefusal?)]
    )
    func step6ClocksAreAMinuteApartAtMost(_ seconds: Int, _ expected: ExchangeRefusal?) throws {
        let request = scene.received(try scene.signed())
        #expect(scene.refusal(request, at: scene.now.adding(seconds: seconds)) == expected)
    }

    @Test func step6ASignatureIsTakenForAMinuteAtMost() throws {
        var request = scene.received(try scene.signed())
        let input = try #require(request.fields["signature-input"])
        for (second, expected) in [
            ("0061", ExchangeRefusal.clock), ("0000", .clock), ("0059", .badSignature),
        ] {
            request.fields["signature-input"] = input.replacing(
                "expires=1790000060",
                with: "expires=179000\(second)"
            )
            #expect(scene.refusal(request) == expected)
        }
        request.fields["signature-input"] = input.replacing("expires=1790000060", with: "expires=1790000030")
        #expect(scene.refusal(request, at: scene.now.adding(seconds: 31)) == .expired)
    }

    @Test func step7OnlyTheKeysOwnSignatureIsTaken() throws {
        #expect(scene.refusal(scene.received(try scene.signed(by: signer("sender-1", 5)))) == .badSignature)
        let other = try scene.signed { $0.sequence = 43 }
        var request = scene.received(try scene.signed())
        request.fields["signature"] = other.fields["signature"]
        #expect(scene.refusal(request) == .badSignature)
    }

    @Test func step8AMessageIsForItsAudience() throws {
        let other = try #require(PartyName("id/x"))
        #expect(scene.refusal(scene.received(try scene.signed { $0.audience = other })) == .wrongAudience)
    }

    @Test func step9TheBodyIsTheOneThatWasSigned() throws {
        var request = scene.received(try scene.signed())
        request.body[0] ^= 1
        #expect(scene.refusal(request) == .badDigest)
        request.body = []
        #expect(scene.refusal(request) == .badDigest)
    }

    @Test func aRefusalAfterTheSignatureIsBoundToItsRequest() throws {
        let other = try #require(PartyName("id/x"))
        let signed = try scene.signed { $0.audience = other }
        var request = scene.received(signed)
        request.body[0] ^= 1
        #expect(try scene.gate().authenticated(request, at: scene.now) == signed.components)
        #expect(throws: ExchangeRefusal.clock) {
            try scene.gate().authenticated(request, at: scene.now.adding(seconds: 61))
        }
        request.fields["signature"] = try scene.signed().fields["signature"]
        #expect(throws: ExchangeRefusal.badSignature) {
            try scene.gate().authenticated(request, at: scene.now)
        }
    }

    /// Each request here has the fault of its step and of all later ones; the first is told.
    @Test func theFirstStepThatFailsDecides() throws {
        let other = try #require(PartyName("id/x"))
        var request = scene.received(try scene.signed(by: signer("sender-1", 5)) { $0.audience = other })
        request.body = [UInt8](repeating: 0x20, count: 1001)
        request.peer = []
        let late = scene.now.adding(seconds: 90)
        let input = try #require(request.fields["signature-input"])
        request.fields["kawal-seq"] = "042"
        request.fields["signature-input"] = input.replacing("\"@path\" ", with: "").replacing(
            "sender-1",
            with: "x"
        )
        #expect(scene.refusal(request, at: late) == .unknownParty)
        request.peer = scene.peer
        #expect(scene.refusal(request, at: late) == .tooLarge)
        request.body = []
        #expect(scene.refusal(request, at: late) == .malformedField("kawal-seq"))
        request.fields["kawal-seq"] = "42"
        #expect(scene.refusal(request, at: late) == .missingComponent("@path"))
        request.fields["signature-input"] = input.replacing("sender-1", with: "x")
        #expect(scene.refusal(request, at: late) == .unknownKey)
        request.fields["signature-input"] = input
        #expect(scene.refusal(request, at: late) == .clock)
        #expect(scene.refusal(request) == .badSignature)
        request = scene.received(try scene.signed { $0.audience = other })
        request.body = []
        #expect(scene.refusal(request) == .wrongAudience)
    }

    @Test func aCarriersDeliveryIsComparedWithTheRouteThatIsServed() throws {
        var request = scene.received(try scene.signed(carriedAs: scene.route), peer: scene.carrier)
        request.path = "/r1/ID/GOV/IMIGRASI/kawal/messages"
        request.authority = "gateway.example"
        request.fields["x-road-id"] = "1"
        #expect(scene.refusal(request) == nil)
        let elsewhere = scene.received(try scene.signed(carriedAs: "/x/v1/other"), peer: scene.carrier)
        #expect(scene.refusal(elsewhere) == .wrongRoute)
        request.fields["kawal-route"] = "\"/x/v1/other\""
        #expect(scene.refusal(request) == .badSignature)
    }

    @Test func aCarrierDeliversOnlyWhatIsSignedForIt() throws {
        #expect(scene.refusal(scene.received(try scene.signed(), peer: scene.carrier)) == .wrongSender)
        let other = try #require(PartyName("id/x"))
        let request = try scene.signed(carriedAs: scene.route, by: signer("k", 3, party: other)) {
            $0.sender = other
        }
        #expect(scene.refusal(scene.received(request, peer: scene.carrier)) == .wrongSender)
    }
}
