import Crypto
import Exchange
import Testing
import Vocabulary

/// Two sites that know each other, and how a request of one arrives at the other.
struct GateScene {
    let sender: MessageSigner
    let receiver: MessageSigner
    let senderKeys: PartyKeys
    let receiverKeys: PartyKeys
    let peer = [UInt8](repeating: 1, count: 32)
    let carrier = [UInt8](repeating: 9, count: 32)
    let now = ExampleMessage.now
    let route = MessageSigner.messagesPath

    init(_ algorithm: KeyAlgorithm = .ed25519) throws {
        let envelope = try ExampleMessage.envelope()
        let (from, until) = (now.adding(seconds: -86_400), now.adding(seconds: 86_400))
        let key = SigningKey(id: "sender-1", algorithm: algorithm, secret: [UInt8](repeating: 3, count: 32))
        let other = SigningKey(
            id: "receiver-1",
            algorithm: algorithm,
            secret: [UInt8](repeating: 4, count: 32)
        )
        sender = MessageSigner(party: envelope.sender, key: key)
        receiver = MessageSigner(party: envelope.audience, key: other)
        senderKeys = PartyKeys(
            party: envelope.sender,
            tls: [peer],
            signing: [try #require(key.record(from: from, until: until))]
        )
        receiverKeys = PartyKeys(
            party: envelope.audience,
            tls: [[UInt8](repeating: 2, count: 32)],
            signing: [try #require(other.record(from: from, until: until))]
        )
    }

    func gate(_ partners: [PartyKeys]? = nil, bodyLimit: Int = 1000) -> MessageGate {
        MessageGate(
            me: receiverKeys.party,
            partners: partners ?? [senderKeys],
            bodyLimit: bodyLimit,
            carriers: [carrier]
        )
    }

    func signed(
        carriedAs route: String? = nil,
        at moment: Moment? = nil,
        by voice: MessageSigner? = nil,
        _ change: (inout Envelope) throws -> Void = { _ in }
    ) throws -> SignedRequest {
        var envelope = try ExampleMessage.envelope()
        try change(&envelope)
        return try (voice ?? sender).request(
            envelope,
            body: ExampleMessage.body,
            authority: ExampleMessage.authority,
            at: moment ?? now,
            nonce: Array(ExampleMessage.nonce.prefix(16)),
            carriedAs: route
        )
    }

    func received(_ request: SignedRequest, peer: [UInt8]? = nil) -> ReceivedRequest {
        ReceivedRequest(
            method: request.method,
            authority: request.authority,
            path: request.path,
            query: request.query,
            fields: request.fields,
            body: request.body,
            peer: peer ?? self.peer
        )
    }

    func refusal(_ request: ReceivedRequest, gate: MessageGate? = nil, at moment: Moment? = nil)
        -> ExchangeRefusal?
    {
        do throws(ExchangeRefusal) {
            _ = try (gate ?? self.gate()).admit(request, servedRoute: route, at: moment ?? now)
            return nil
        } catch { return error }
    }

    func refusal(ofBare request: ReceivedRequest) -> ExchangeRefusal? {
        do throws(ExchangeRefusal) {
            _ = try gate().admitBare(request, servedRoute: request.path, at: now)
            return nil
        } catch { return error }
    }
}

extension [HeaderLine] {
    /// The value of the first line of a name; setting nil removes all of them.
    subscript(_ name: String) -> String? {
        get { first { $0.name == name }?.value }
        set {
            guard let newValue else { return removeAll { $0.name == name } }
            guard let position = firstIndex(where: { $0.name == name }) else {
                return append(HeaderLine(name: name, value: newValue))
            }
            self[position].value = newValue
        }
    }
}
