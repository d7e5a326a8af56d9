import Crypto
import Exchange
import Testing
import Vocabulary

@Suite struct AnswerGateTests {
    private let scene: GateScene
    private let request: SignedRequest
    private let body = Array(#"{"status":"accepted"}"#.utf8)

    init() throws {
        scene = try GateScene()
        request = try scene.signed()
    }

    private func answer(to request: SignedRequest? = nil, at moment: Moment? = nil, fields: [HeaderLine] = [])
        -> [HeaderLine]
    {
        let request = request ?? self.request
        return scene.receiver.answer(
            status: 200,
            contentType: "application/json",
            body: body,
            messageID: request.components.messageID,
            requestHash: request.requestHash,
            logIndex: 1017,
            to: request.components,
            fields: fields,
            at: moment ?? scene.now
        )
    }

    private func fault(
        _ fields: [HeaderLine],
        status: Int = 200,
        body: [UInt8]? = nil,
        to request: SignedRequest? = nil,
        keys: PartyKeys? = nil
    ) -> AnswerFault? {
        do throws(AnswerFault) {
            _ = try AnswerGate(of: keys ?? scene.receiverKeys, bodyLimit: 100).verify(
                status: status,
                fields: fields,
                body: body ?? self.body,
                to: request ?? self.request,
                at: scene.now
            )
            return nil
        } catch { return error }
    }

    @Test func theExamplesAnswerIsVerified() throws {
        let request = try ExampleMessage.request()
        let record = PublicKeyRecord(
            kid: "test-receiver-ed25519",
            algorithm: .ed25519,
            bytes: try ExampleMessage.bytes(
                "745d21eace86c0cd86055bb5dbe5aed9" + "093de0f7ef1416c6b11e8a0d62710644"
            ),
            notBefore: scene.now,
            notAfter: scene.now.adding(seconds: 60)
        )
        let covered =
            #"("@status" "content-type" "content-digest" "kawal-message-id" "kawal-request-hash" "kawal-log-index" "#
            + #""@method";req "@authority";req "@path";req "content-digest";req "kawal-message-id";req)"#
        let fields = [
            HeaderLine(name: "content-type", value: "application/json"),
            HeaderLine(
                name: "content-digest",
                value: "sha-256=:rC3A53tLdp71P7L39QDEiUM7fEEi/Qn9QmO0iLHrT3o=:"
            ),
            HeaderLine(name: "kawal-message-id", value: "\"0199f3a2-7c1e-7b4a-9d52-3f0e8a6b1c44\""),
            HeaderLine(name: "kawal-request-hash", value: ":GjWsIzDqSXY9F9IZmrIZthpCdgcRXEHZBGFi+FF4G/4=:"),
            HeaderLine(name: "kawal-log-index", value: "1017"),
            HeaderLine(
                name: "signature-input",
                value:
                    "kawal=\(covered);created=1790000001;keyid=\"test-receiver-ed25519\";alg=\"ed25519\";tag=\"kawal-res-1\""
            ),
            HeaderLine(
                name: "signature",
                value:
                    "kawal=:0wQ5NMadb3zD226lwrtkZOOMELDmxDSPle0bu4QilJkHZtY1I7PZhW6GZET7eneHMrfxrf89UO/kn550LsZwBw==:"
            ),
        ]
        let answer = try AnswerGate(of: PartyKeys(party: scene.receiver.party, tls: [], signing: [record]))
            .verify(
                status: 200,
                fields: fields,
                body: Array(
                    (#"{"status":"accepted","log":"kp2mi.example/exchange","index":1017,"#
                        + #""leaf":"n5EWH0NDPkmm3m22gNefYBWfLkrJFyYhoShGQoFYRAs="}"#).utf8
                ),
                to: request,
                at: scene.now
            )
        #expect(answer.logIndex == 1017 && answer.status == 200 && !answer.isRepeated)
    }

    @Test func whatThePartnerSaysBesidesIsSignedAsWell() throws {
        let extra = [
            HeaderLine(name: "Kawal-Replayed", value: "?1"),
            HeaderLine(name: "Kawal-Expected-Seq", value: "43"),
        ]
        let read = try AnswerGate(of: scene.receiverKeys).verify(
            status: 200,
            fields: answer(fields: extra),
            body: body,
            to: request,
            at: scene.now
        )
        #expect(read.isRepeated && read.expectedSequence == 43 && read.keyID == "receiver-1")
        #expect(fault(answer() + extra.prefix(1)) == .missingComponent("\"kawal-replayed\""))
    }

    @Test func anAnswerIsToThisRequestAndWhole() throws {
        #expect(fault(answer()) == nil)
        #expect(fault(answer(), status: 409) == .badSignature)
        #expect(fault(answer(), body: [0x7B]) == .badDigest)
        #expect(fault(answer(), body: [UInt8](repeating: 0, count: 101)) == .tooLarge)
        #expect(fault(answer(at: scene.now.adding(seconds: 61))) == .clock)
        let again = try scene.signed(at: scene.now.adding(seconds: 1))
        #expect(fault(answer(to: again)) == .otherRequest)
        let other = try scene.signed { $0.id = "0199f3a2-7c1e-7b4a-9d52-3f0e8a6b1c45" }
        #expect(fault(answer(to: other)) == .otherRequest)
        for name in ["kawal-request-hash", "content-digest", "content-type", "kawal-log-index"] {
            var fields = answer()
            fields[name] = nil
            #expect(fault(fields) != nil, "\(name)")
        }
        #expect(fault(answer().filter { !$0.name.hasPrefix("signature") }) == .unsigned)
        #expect(fault(answer() + [HeaderLine(name: "X-Road-Error", value: "a")]) == .carrier)
        #expect(fault(answer(), keys: scene.senderKeys) == .unknownKey)
        #expect(fault(request.fields) == .malformedField("signature-input"))
    }

    @Test func anyChangedBitOfAnAnswerIsRefused() throws {
        let fields = answer()
        for line in fields.indices {
            let bytes = Array(fields[line].value.utf8)
            for position in bytes.indices {
                var changed = bytes
                changed[position] ^= 1 << UInt8(position % 7)
                var altered = fields
                altered[line].value = String(decoding: changed, as: UTF8.self)
                #expect(fault(altered) != nil, "\(altered[line])")
            }
            var altered = fields
            altered.append(altered[line])
            #expect(fault(altered) != nil)
            altered.removeLast()
            altered.remove(at: line)
            #expect(fault(altered) != nil)
        }
        for position in body.indices {
            var changed = body
            changed[position] ^= 0x20
            #expect(fault(fields, body: changed) == .badDigest)
        }
    }

    @Test func anAnswerThroughACarrierIsBoundToTheRoute() throws {
        let carried = try scene.signed(carriedAs: scene.route)
        var arrived = scene.received(carried)
        arrived.authority = "gateway.example"
        let admitted = try scene.gate().admit(arrived, servedRoute: scene.route, at: scene.now)
        let fields = scene.receiver.answer(
            status: 200,
            contentType: "application/json",
            body: body,
            messageID: admitted.envelope.id,
            requestHash: admitted.requestHash,
            logIndex: nil,
            to: admitted.components,
            at: scene.now
        )
        #expect(fault(fields, to: carried) == nil)
        #expect(fault(fields) == .malformedField("signature-input"))
    }

    @Test func anAnswerToABareRequestNamesNoMessage() {
        let bare = scene.sender.bare(
            method: "GET",
            authority: "A.example:443",
            path: "/x/v1/keys",
            at: scene.now,
            nonce: [UInt8](repeating: 1, count: 16)
        )
        #expect(bare.authority == "a.example")
        #expect(fault(answer(to: bare), to: bare) == nil)
        #expect(fault(answer(), to: bare) == .missingComponent("other"))
    }
}
