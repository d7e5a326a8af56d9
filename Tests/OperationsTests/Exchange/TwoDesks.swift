import Crypto
import Exchange
import Foundation
import Operations
import SiteStore
import Vocabulary

/// Immigration's desk and the ministry's, each at a site of its own, and a messenger between them who needs no line.
///
/// Every message is signed by its sender and admitted by the receiver's gate, as on the wire.
final class TwoDesks: Sendable {
    let immigration: Place
    let ministry: Place
    private let clock = Clock(Moment("2026-03-01T08:00:00+07:00") ?? Moment(milliseconds: 0))
    private let sides: [Post]

    /// One of the two, with its voice and its ear.
    struct Post: Sendable {
        let place: Place
        let side: ExchangeSide
        let key: SigningKey
        let peer: [UInt8]
        let keys: PartyKeys

        var signer: MessageSigner { MessageSigner(party: side.name, key: key) }
    }

    /// A message that was carried.
    struct Carried: Sendable {
        var sender: Vocabulary.Authority
        var type: String
        var purpose: String
        var text: String
        var payload: [String: CanonicalJSON]
        /// Why it was refused; nil where it was taken.
        var refusal: ExchangeRefusal?

        func says(_ member: String) -> String? { payload[member]?.text }
    }

    init(isAgreed: Bool = true, replacing words: [String: String] = [:]) async throws {
        let names = ["id/imigrasi/simkim", "id/kp2mi/siskop2mi"].compactMap { PartyName($0) }
        let agencies = [Vocabulary.Authority.immigration, .ministry]
        var posts: [Post] = []
        for (place, agency) in agencies.enumerated() {
            guard
                let side = ExchangeSide(agency: agency, name: names[place], partner: names[1 - place])
            else { throw Absent() }
            let secret = [UInt8](repeating: UInt8(place + 1), count: 32)
            let key = SigningKey(id: "key-\(place)", algorithm: .ed25519, secret: secret)
            guard let record = key.record(from: clock.now.adding(seconds: -3600), until: Self.end) else {
                throw Absent()
            }
            let peer = [UInt8](repeating: UInt8(place + 7), count: 32)
            posts.append(
                Post(
                    place: try Place(at: clock, as: side, replacing: words),
                    side: side,
                    key: key,
                    peer: peer,
                    keys: PartyKeys(party: side.name, tls: [peer], signing: [record])
                )
            )
        }
        (immigration, ministry, sides) = (posts[0].place, posts[1].place, posts)
        for (post, other) in [(posts[0], posts[1]), (posts[1], posts[0])] {
            let bundle = String(decoding: other.keys.json.bytes, as: UTF8.self)
            try await post.place.desk.trust(
                ExchangeTrusted(
                    party: other.side.name.text,
                    bundle: bundle,
                    certificate: "",
                    serial: 1,
                    officers: ["ani", "budi"]
                )
            )
        }
        if isAgreed {
            try await sign()
            try await carry()
        }
    }

    private static let end = Moment("2036-03-01T08:00:00+07:00") ?? Moment(milliseconds: 0)

    /// Lets two people of each side sign the agreement.
    func sign() async throws {
        for post in sides {
            try await post.place.desk.signAgreement(by: ["ani", "budi"], key: post.key.id) {
                post.key.signature(over: $0)
            }
        }
    }

    func advance(days: Int) { clock.advance(days * 86_400) }

    /// Carries whatever waits, both ways, until nothing does.
    @discardableResult
    func carry() async throws -> [Carried] {
        var carried: [Carried] = []
        while true {
            let one = try await carry(from: sides[0], to: sides[1])
            let other = try await carry(from: sides[1], to: sides[0])
            carried += one + other
            guard (one + other).contains(where: { $0.refusal == nil }) else { return carried }
        }
    }

    private func carry(from post: Post, to other: Post) async throws -> [Carried] {
        while try await post.place.desk.gather() {}
        var carried: [Carried] = []
        for stream in ExchangeSide.streams {
            while let next = try waiting(in: stream, of: post) {
                guard let message = next.waiting.message else {
                    try await post.place.desk.skip(next.waiting, for: .erased)
                    continue
                }
                let one = try await bring(message, after: next.head, from: post, to: other)
                carried.append(one)
                guard let refusal = one.refusal else { continue }
                // As the courier: what the other isn't ready for waits, anything else gives way.
                if refusal == .agreementUnsigned { break }
                try await post.place.desk.skip(next.waiting, for: .refused, code: refusal.code)
            }
        }
        return carried
    }

    private func waiting(in stream: String, of post: Post) throws -> (
        waiting: WaitingMessage, head: StreamHead
    )? {
        try post.place.store.read { reads in
            let head = try reads.streamHead(.out, stream)
            let first = try reads.waitingMessages(in: stream, from: head.sequence + 1, limit: 1).first
            return first.map { ($0, head) }
        }
    }

    private func bring(_ message: ExchangeQueued, after head: StreamHead, from post: Post, to other: Post)
        async throws -> Carried
    {
        let body = [UInt8](message.body.utf8)
        guard let type = MessageType(message.type), let stream = StreamName(message.stream) else {
            throw Absent()
        }
        let envelope = Envelope(
            id: message.id,
            sender: post.side.name,
            audience: other.side.name,
            stream: stream,
            sequence: message.sequence,
            previous: head.hash,
            type: type,
            purpose: message.purpose,
            digest: [UInt8](SHA256.hash(data: body))
        )
        var one = Carried(
            sender: post.side.agency,
            type: message.type,
            purpose: message.purpose,
            text: message.body,
            payload: try CanonicalJSON(body)["payload"]?.members ?? [:]
        )
        do {
            let index = try await deliver(envelope, body, from: post, to: other)
            let receipt = ExchangeDelivered.Receipt(
                id: message.id,
                stream: message.stream,
                sequence: message.sequence,
                hash: Data(envelope.hash),
                index: index
            )
            try await post.place.desk.note(delivered: [receipt])
        } catch let refusal as ExchangeRefusal {
            one.refusal = refusal
        }
        return one
    }

    private func deliver(_ envelope: Envelope, _ body: [UInt8], from post: Post, to other: Post) async throws
        -> UInt64
    {
        let signed = try post.signer.request(
            envelope,
            body: body,
            authority: "localhost:9443",
            at: clock.now,
            nonce: (0..<16).map { _ in UInt8.random(in: .min ... .max) }
        )
        let request = ReceivedRequest(
            method: signed.method,
            authority: signed.authority,
            path: signed.path,
            query: signed.query,
            fields: signed.fields,
            body: signed.body,
            peer: post.peer
        )
        let gate = MessageGate(me: other.side.name, partners: [post.keys])
        let admitted = try gate.admit(request, servedRoute: MessageSigner.messagesPath, at: clock.now)
        return try await other.place.desk.take(admitted, words: .success(admitted.body)).entry
    }

    /// Sends something that no desk would: with the words, type and purpose that a test wants.
    func force(
        _ type: String,
        purpose: String,
        _ payload: [String: CanonicalJSON],
        from agency: Vocabulary.Authority
    ) async throws -> Carried {
        let (post, other) = agency == .immigration ? (sides[0], sides[1]) : (sides[1], sides[0])
        guard let kind = MessageType(type) else { throw Absent() }
        let body = MessageBody(
            type: kind,
            salt: [UInt8](repeating: 9, count: 32),
            officer: nil,
            payload: .object(payload)
        )
        let head = try post.place.store.read { try $0.streamHead(.out, "k-03") }
        let message = ExchangeQueued(
            id: post.place.desk.makeIdentifier(),
            stream: "k-03",
            sequence: head.sequence + 1,
            type: type,
            purpose: purpose,
            body: String(decoding: body.bytes, as: UTF8.self),
            about: nil
        )
        return try await bring(message, after: head, from: post, to: other)
    }
}

/// Something of a test that must be there.
struct Absent: Error {}
