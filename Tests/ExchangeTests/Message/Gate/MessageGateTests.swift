import Crypto
import Exchange
import Testing
import Vocabulary

/// The receiver's steps 1 to 9, each with what it refuses, and their order.
@Suite struct MessageGateTests {
    private let scene: GateScene
    private let request: ReceivedRequest

    init() throws {
        scene = try GateScene()
        request = scene.received(try scene.signed())
    }

    private func refusal(_ change: (inout ReceivedRequest) -> Void) -> ExchangeRefusal? {
        var changed = request
        change(&changed)
        return scene.refusal(changed)
    }

    @Test(arguments: KeyAlgorithm.allCases)
    func aMessageOfThePartnerIsAdmittedWhole(_ algorithm: KeyAlgorithm) throws {
        let scene = try GateScene(algorithm)
        let signed = try scene.signed()
        let admitted = try scene.gate().admit(scene.received(signed), servedRoute: scene.route, at: scene.now)
        #expect(try admitted.envelope == ExampleMessage.envelope())
        #expect(admitted.body == ExampleMessage.body && admitted.keyID == "sender-1")
        #expect(admitted.requestHash == signed.requestHash && admitted.components == signed.components)
        #expect(admitted.expiresAt == scene.now.adding(seconds: 60) && admitted.signature.count == 64)
        #expect(admitted.signatureInput == signed.fields["signature-input"])
    }

    @Test func theWorkedExampleIsAdmitted() throws {
        let record = try #require(
            ExampleMessage.key.record(
                from: scene.now.adding(seconds: -1),
                until: scene.now.adding(seconds: 1)
            )
        )
        let keys = PartyKeys(party: scene.sender.party, tls: [scene.peer], signing: [record])
        let request = scene.received(try ExampleMessage.request())
        #expect(scene.refusal(request, gate: scene.gate([keys])) == nil)
    }

    @Test func namesOfFieldsHaveAnyCaseAndOrderAndOthersMayStandBesides() {
        #expect(
            refusal { request in
                request.fields = request.fields.reversed().map {
                    HeaderLine(name: $0.name.uppercased(), value: $0.value)
                }
                request.fields.append(HeaderLine(name: "User-Agent", value: "x/1"))
                request.fields.append(HeaderLine(name: "Host", value: ExampleMessage.authority))
            } == nil
        )
    }

    @Test func step1AStrangersConnectionIsNoPartys() {
        #expect(refusal { $0.peer = Envelope.beginning } == .unknownParty)
        #expect(scene.gate().party(of: scene.peer) == scene.sender.party && scene.gate().party(of: []) == nil)
        #expect(scene.gate().knows(scene.carrier) && scene.gate().party(of: scene.carrier) == nil)
        #expect(scene.gate().knows(scene.peer) && !scene.gate().knows(Envelope.beginning))
    }

    @Test func step2SizesAreLimited() {
        #expect(refusal { $0.body = [UInt8](repeating: 0x20, count: 1001) } == .tooLarge)
        #expect(refusal { $0.fields["x"] = String(repeating: "a", count: 4097) } == .tooLarge)
        #expect(
            refusal { request in
                request.fields += (0..<65).map { HeaderLine(name: "x\($0)", value: "") }
            } == .tooLarge
        )
        #expect(
            refusal { request in
                request.fields += (0..<5).map {
                    HeaderLine(name: "x\($0)", value: String(repeating: "a", count: 4000))
                }
            } == .tooLarge
        )
    }

    @Test(arguments: [
        ("kawal-seq", "042"), ("kawal-seq", "42;a"), ("kawal-seq", "0"), ("kawal-seq", "-1"),
        ("kawal-seq", "42.0"),
        ("kawal-seq", "\"42\""), ("kawal-sender", "id/imigrasi/simkim"), ("kawal-sender", "\"\""),
        ("kawal-prev", ":AAAA:"),
        ("kawal-prev", ":!:"), ("kawal-type", "\"match.notice\""), ("kawal-message-id", "\"1\""),
        ("kawal-purpose", "\"a b\""),
        ("kawal-stream", "\"a\\\"b\""), ("content-digest", "sha-256=:AAAA:"),
        ("content-digest", "sha-512=:AAAA:"),
        ("kawal-audience", "\"id/kp2mi/siskop2mi\" "), ("kawal-audience", "\"id/kp2mi/siskop2m\u{456}\""),
        ("kawal-audience", "\"id/kp2mi\r\n /siskop2mi\""), ("signature", "kawal=:AA:"),
        ("signature", "kawal=AAAA"),
        ("signature", "other=:AAAA:"), ("signature-input", "kawal=()"), ("signature-input", "kawal=1"),
        ("content-type", "text/json"),
    ])
    func step3FieldsHaveOneForm(_ name: String, _ value: String) {
        #expect(refusal { $0.fields[name] = value } == .malformedField(name))
    }

    @Test(arguments: [
        "kawal-seq", "content-digest", "signature", "signature-input", "content-type", "kawal-purpose",
    ])
    func step3FieldsStandOnce(_ name: String) {
        #expect(
            refusal { request in
                request.fields.append(HeaderLine(name: name.uppercased(), value: request.fields[name] ?? ""))
            } == .malformedField(name)
        )
    }

    @Test func step3ExactlyOneSignatureIsTheProfiles() {
        let input = request.fields["signature-input"] ?? ""
        let signature = request.fields["signature"] ?? ""
        func both(_ inputs: String, _ signatures: String) -> ExchangeRefusal? {
            refusal {
                $0.fields["signature-input"] = inputs
                $0.fields["signature"] = signatures
            }
        }
        let second = input.replacing("kawal=", with: "b=")
        #expect(both("\(input), \(second)", "\(signature), b=:AAAA:") == .malformedField("signature-input"))
        #expect(both("\(second), \(input)", "b=:AAAA:, \(signature)") == .malformedField("signature-input"))
        #expect(both("\(input), \(input)", signature) == .malformedField("signature-input"))
        #expect(both(second, "b=:AAAA:") == .malformedField("signature"))
        #expect(both("\(input), b=(\"@method\");tag=\"other\"", "\(signature), b=:AAAA:") == nil)
        #expect(both("\(input), b=(\"@method\");tag=\"other\"", signature) == .malformedField("signature"))
    }

    @Test(arguments: [
        ("created=1790000000;", ""), ("expires=1790000060;", ""), ("nonce=", "once="), ("keyid=", "key="),
        (";alg=", ";al="),
        (";tag=", ";tags="), ("kawal-req-1", "kawal-res-1"), (";tag=", ";more;tag="),
        ("created=1790000000", "created=1790000000.0"),
        ("Zm9vYmFyMTIzNDU2Nzg5MA==", "Zm9v"), ("\"@query\"", "\"@query\" \"@query\""),
        ("\"content-type\"", "\"Content-Type\""),
        ("\"@path\" ", "\"@path\"  "),
    ])
    func step3ASignatureSaysWhatItHasToAndNothingMore(_ old: String, _ new: String) {
        let input = request.fields["signature-input"] ?? ""
        #expect(input.contains(old))
        #expect(
            refusal { $0.fields["signature-input"] = input.replacing(old, with: new) }
                == .malformedField("signature-input")
        )
    }

    @Test(arguments: [
        "@method", "@authority", "@path", "@query", "content-type", "content-digest", "kawal-message-id",
        "kawal-sender",
        "kawal-audience", "kawal-stream", "kawal-seq", "kawal-prev", "kawal-type", "kawal-purpose",
    ])
    func step4EveryComponentIsCovered(_ name: String) {
        #expect(
            refusal { request in
                let input = request.fields["signature-input"] ?? ""
                request.fields["signature-input"] = input.replacing("\"\(name)\" ", with: "")
                    .replacing(" \"\(name)\")", with: ")")
            } == .missingComponent(name)
        )
        guard !name.hasPrefix("@") else { return }
        #expect(refusal { $0.fields[name] = nil } == .missingComponent(name))
    }

    @Test func step4NoFieldOfTheProfileStandsUncovered() {
        #expect(
            refusal { $0.fields["kawal-route"] = "\"/x/v1/messages\"" } == .missingComponent("kawal-route")
        )
        #expect(refusal { $0.fields["kawal-other"] = "1" } == .missingComponent("other"))
    }
}
