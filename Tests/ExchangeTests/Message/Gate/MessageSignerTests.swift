import Crypto
import Exchange
import Testing
import Vocabulary

/// Requests and answers of the worked example, byte for byte.
@Suite struct MessageSignerTests {
    private func value(_ fields: [HeaderLine], _ name: String) -> String? {
        fields.first { $0.name == name }?.value
    }

    @Test func theExamplesRequestIsSignedByteForByte() throws {
        let request = try ExampleMessage.request()
        #expect(request.method == "POST" && request.path == "/x/v1/messages" && request.query.isEmpty)
        #expect(
            value(request.fields, "signature")
                == "kawal=:LhTsoc2CXHVCFsmRl36Evf5VNDNvADL1E9P7GxRSigphUmp1fp8dVs+eVnrYBwBBxRRLi7kMcM6/+qFtKtPMCg==:"
        )
        #expect(value(request.fields, "kawal-prev") == ":m6otYThjkjYP8DMPdeUWeG0ygImi53Qjd3kK41bcu3U=:")
        let hash = try ExampleMessage.bytes(
            "1a35ac2330ea49763d17d2199ab219" + "b61a427607115c41d9046162f851781bfe"
        )
        #expect(request.requestHash == hash)
    }

    @Test func anEnvelopeThatIsNotOnesOwnIsNotSigned() throws {
        let envelope = try ExampleMessage.envelope()
        let stranger = MessageSigner(party: envelope.audience, key: ExampleMessage.key)
        let signer = MessageSigner(party: envelope.sender, key: ExampleMessage.key)
        func fault(_ signer: MessageSigner, _ body: [UInt8], _ authority: String, route: String? = nil)
            -> MessageSigner.Fault?
        {
            do throws(MessageSigner.Fault) {
                _ = try signer.request(
                    envelope,
                    body: body,
                    authority: authority,
                    at: ExampleMessage.now,
                    nonce: ExampleMessage.nonce,
                    carriedAs: route
                )
                return nil
            } catch { return error }
        }
        #expect(fault(stranger, ExampleMessage.body, "a.example") == .envelope)
        #expect(fault(signer, [], "a.example") == .envelope)
        #expect(fault(signer, ExampleMessage.body, "a b") == .authority)
        #expect(fault(signer, ExampleMessage.body, "a.example", route: "x") == .authority)
        #expect(fault(signer, ExampleMessage.body, "a.example", route: "/x/v1/messages") == nil)
        let broken = MessageSigner(
            party: envelope.sender,
            key: SigningKey(id: "k", algorithm: .ed25519, secret: [])
        )
        #expect(fault(broken, ExampleMessage.body, "a.example") == .key)
    }

    @Test func aKeyShowsItsNameAndNothingElse() {
        var text = ""
        dump(ExampleMessage.key, to: &text)
        #expect("\(ExampleMessage.key)" == "test-key-ed25519")
        #expect(String(reflecting: ExampleMessage.key) == "test-key-ed25519" && !text.contains("159"))
    }
}
