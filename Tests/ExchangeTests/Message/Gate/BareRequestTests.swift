import Exchange
import Testing

/// Requests that are no messages pass the same steps.
@Suite struct BareRequestTests {
    private let scene: GateScene

    init() throws { scene = try GateScene() }

    private func bare(
        _ method: String,
        query: String = "",
        body: [UInt8]? = nil,
        fields: [HeaderLine] = []
    ) -> ReceivedRequest {
        scene.received(
            scene.sender.bare(
                method: method,
                authority: ExampleMessage.authority,
                path: "/x/v1/receipts/1",
                query: query,
                body: body,
                contentType: body == nil ? nil : "application/json",
                fields: fields,
                at: scene.now,
                nonce: [UInt8](repeating: 5, count: 16)
            )
        )
    }

    @Test func readingAndAskingAreAdmitted() throws {
        for request in [
            bare("GET"), bare("GET", query: "wait=1"), bare("POST", body: Array("{}".utf8)),
            bare("POST", body: []),
        ] {
            let admitted = try scene.gate().admitBare(request, servedRoute: request.path, at: scene.now)
            #expect(admitted.sender == scene.sender.party && admitted.body == request.body)
            #expect(admitted.components.messageID == nil && admitted.components.method == request.method)
        }
    }

    @Test func aBodyThatNobodySignedIsRefused() {
        var request = bare("GET")
        request.body = [0x20]
        #expect(scene.refusal(ofBare: request) == .malformedField("content-digest"))
        request = bare("POST")
        request.body = [0x20]
        #expect(scene.refusal(ofBare: request) == .missingComponent("content-type"))
        request = bare("POST", body: Array("{}".utf8))
        request.body = Array("[]".utf8)
        #expect(scene.refusal(ofBare: request) == .badDigest)
        request.body = []
        #expect(scene.refusal(ofBare: request) == .badDigest)
    }

    @Test func aKindOfBodyThatNobodySignedIsRefused() {
        var request = bare("GET")
        request.fields["content-type"] = "text/html"
        #expect(scene.refusal(ofBare: request) == .missingComponent("content-type"))
    }

    @Test func methodPathAndQueryAreSigned() {
        var request = bare("GET", query: "wait=1")
        request.query = "wait=2"
        #expect(scene.refusal(ofBare: request) == .badSignature)
        request = bare("GET")
        request.path = "/x/v1/receipts/2"
        #expect(scene.refusal(ofBare: request) == .badSignature)
        request = bare("GET")
        request.method = "HEAD"
        #expect(scene.refusal(ofBare: request) == .badSignature)
        request.method = "get"
        #expect(scene.refusal(ofBare: request) == .malformedField("method"))
        request = bare("GET")
        request.path = "/x/v1/../receipts/1"
        #expect(scene.refusal(ofBare: request) == .malformedField("path"))
    }

    @Test func aBareRequestIsNoMessageAndTheOtherWayAbout() throws {
        #expect(scene.refusal(bare("POST", body: [])) == .missingComponent("kawal-message-id"))
        #expect(scene.refusal(ofBare: scene.received(try scene.signed())) == nil)
    }

    @Test func anAudienceThatIsStatedIsLookedAt() {
        let mine = HeaderLine(name: "Kawal-Audience", value: "\"\(scene.receiver.party)\"")
        let others = HeaderLine(name: "Kawal-Audience", value: "\"id/x\"")
        #expect(scene.refusal(ofBare: bare("GET", fields: [mine])) == nil)
        #expect(scene.refusal(ofBare: bare("GET", fields: [others])) == .wrongAudience)
    }
}
