import Exchange
import Testing

@Suite struct MessageBodyTests {
    private let salt = [UInt8](repeating: 0xFB, count: 32)

    private func type() throws -> MessageType { try #require(MessageType("referral.opened/2")) }

    private func refusal(_ text: String) throws -> ExchangeRefusal? {
        let expected = try type()
        do throws(ExchangeRefusal) {
            _ = try MessageBody(reading: Array(text.utf8), expecting: expected)
            return nil
        } catch { return error }
    }

    @Test func aBodyIsWrittenAndReadInOneForm() throws {
        let body = MessageBody(
            type: try type(),
            salt: salt,
            officer: ("o-17", "supervisor"),
            payload: .object(["case": .string("K-1")])
        )
        #expect(
            String(decoding: body.bytes, as: UTF8.self)
                == #"{"officer":{"name":"o-17","role":"supervisor"},"payload":{"case":"K-1"},"#
                + #""salt":"-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_s","type":"referral.opened","v":2}"#
        )
        #expect(try MessageBody(reading: body.bytes, expecting: type()) == body)
        let plain = MessageBody(type: try type(), salt: salt, officer: nil, payload: .object([:]))
        #expect(try MessageBody(reading: plain.bytes, expecting: type()) == plain)
    }

    @Test(arguments: [
        ("[]", "body"), ("{", "body"), (#"{"x":1}"#, "other"), (#"{"v":1}"#, "v"),
        (#"{"v":2,"type":"x"}"#, "type"),
        (#"{"v":2,"type":"referral.opened","salt":"AA"}"#, "salt"),
        (
            #"{"v":2,"type":"referral.opened","salt":"-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_s","payload":1}"#,
            "payload"
        ),
        (
            #"{"v":2,"type":"referral.opened","salt":"-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_s","payload":{},"officer":{}}"#,
            "officer"
        ),
    ])
    func theFirstMemberThatIsNotInItsFormIsNamed(_ text: String, _ member: String) throws {
        #expect(try refusal(text) == .schema(member))
    }
}
