import Crypto
public import Vocabulary

/// Two invented sites, their keys and requests that the second takes: what mutants are made of.
public struct MutantScene: Sendable {
    /// A request that is taken as it is.
    public struct Original: Hashable, Sendable {
        /// The request.
        public var request: ReceivedRequest
        /// Whether it is a message; otherwise it is admitted as a bare request.
        public var isMessage: Bool
        /// The route that is served.
        public var servedRoute: String
        /// Whether host and path are left to a carrier.
        public var isCarried: Bool
        /// When it arrives.
        public var now: Moment
    }

    /// The receiver.
    public let gate: MessageGate
    /// What it takes.
    public let originals: [Original]
    /// Header of an answer that the sender gave.
    let answer: [HeaderLine]
    /// The same requests, signed by somebody who took the sender's names.
    let forged: [Original]
    /// Another partner and its TLS key.
    let other: (party: PartyName, peer: [UInt8])

    /// The invented scene at a moment; the same one each time.
    ///
    /// Nil only where the names or keys below were no longer valid.
    public init?(at now: Moment = Moment(milliseconds: 1_790_000_000_000)) {
        guard let sender = PartyName("id/imigrasi/simkim"), let receiver = PartyName("id/kp2mi/siskop2mi"),
            let third = PartyName("id/contoh/lain")
        else { return nil }
        let from = now.adding(seconds: -86_400)
        let until = now.adding(seconds: 86_400)
        func key(_ id: String, _ algorithm: KeyAlgorithm, _ use: String) -> SigningKey {
            let secret = [UInt8](SHA256.hash(data: Array("mutants \(use)".utf8)))
            return SigningKey(id: id, algorithm: algorithm, secret: secret)
        }
        func peer(_ use: String) -> [UInt8] { [UInt8](SHA256.hash(data: Array("tls \(use)".utf8))) }
        let plain = key("sender-1", .ed25519, "sender")
        let hardware = key("sender-2", .p256, "sender")
        let thirds = key("third-1", .ed25519, "third")
        let records = [plain, hardware].compactMap { $0.record(from: from, until: until) }
        guard records.count == 2, let thirdRecord = thirds.record(from: from, until: until) else {
            return nil
        }
        gate = MessageGate(
            me: receiver,
            partners: [
                PartyKeys(party: sender, tls: [peer("sender")], signing: records),
                PartyKeys(party: third, tls: [peer("third")], signing: [thirdRecord]),
            ]
        )
        other = (third, peer("third"))
        let voices = [plain, hardware].map { MessageSigner(party: sender, key: $0) }
        let write = MutantWriter(sender: sender, receiver: receiver, peer: peer("sender"), now: now)
        originals = voices.flatMap(write.requests)
        forged = write.requests(by: MessageSigner(party: sender, key: key("sender-1", .ed25519, "forger")))
        let asked = RequestComponents(
            method: "POST",
            authority: MutantWriter.authority,
            path: MessageSigner.messagesPath,
            contentDigest: ContentDigest.field(of: []),
            messageID: nil,
            requestHash: Envelope.beginning
        )
        answer = voices[0].answer(
            status: 200,
            contentType: "application/json",
            body: [],
            messageID: nil,
            requestHash: Envelope.beginning,
            logIndex: 7,
            to: asked,
            at: now
        )
        guard originals.count == 10, forged.count == 5 else { return nil }
    }
}

/// Writes the requests of the scene.
private struct MutantWriter {
    static let authority = "exchange.kp2mi.example:8443"
    let sender: PartyName
    let receiver: PartyName
    let peer: [UInt8]
    let now: Moment

    /// Two messages of a stream, one for a carrier, and two requests that are none.
    func requests(by voice: MessageSigner) -> [MutantScene.Original] {
        let messages = [message(1, voice, nil), message(2, voice, nil), message(3, voice, "/x/v1/messages")]
        let read = voice.bare(
            method: "GET",
            authority: MutantWriter.authority,
            path: "/x/v1/receipts/0199f3a2-7c1e-7b4a-9d52-3f0e8a6b1c44",
            query: "wait=1",
            at: now,
            nonce: nonce(4)
        )
        let look = voice.bare(
            method: "POST",
            authority: MutantWriter.authority,
            path: "/x/v1/oprf/evaluate",
            body: Array(#"{"blinded":["AA"]}"#.utf8),
            at: now,
            nonce: nonce(5)
        )
        return messages.compactMap { $0 } + [
            original(read, isMessage: false), original(look, isMessage: false),
        ]
    }

    private func message(_ number: Int64, _ voice: MessageSigner, _ route: String?) -> MutantScene.Original? {
        guard let stream = StreamName("alerts-03"), let type = MessageType("match.notice/1") else {
            return nil
        }
        let body = MessageBody(
            type: type,
            salt: [UInt8](SHA256.hash(data: nonce(number))),
            officer: ("o-17", "supervisor"),
            payload: .object(["case": .string("K-2026-00000\(number)")])
        ).bytes
        let envelope = Envelope(
            id: "0199f3a2-7c1e-7b4a-9d52-3f0e8a6b1c4\(number)",
            sender: sender,
            audience: receiver,
            stream: stream,
            sequence: number,
            previous: [UInt8](SHA256.hash(data: [UInt8(number)])),
            type: type,
            purpose: "protect",
            digest: [UInt8](SHA256.hash(data: body))
        )
        let request = try? voice.request(
            envelope,
            body: body,
            authority: MutantWriter.authority,
            at: now,
            nonce: nonce(number),
            carriedAs: route
        )
        return request.map { original($0, isMessage: true) }
    }

    private func nonce(_ number: Int64) -> [UInt8] {
        Array(SHA256.hash(data: Array("\(number)".utf8)).prefix(16))
    }

    private func original(_ request: SignedRequest, isMessage: Bool) -> MutantScene.Original {
        let received = ReceivedRequest(
            method: request.method,
            authority: request.authority,
            path: request.path,
            query: request.query,
            fields: request.fields,
            body: request.body,
            peer: peer
        )
        return MutantScene.Original(
            request: received,
            isMessage: isMessage,
            servedRoute: request.path,
            isCarried: request.components.route != nil,
            now: now
        )
    }
}
