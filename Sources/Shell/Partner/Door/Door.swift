import Exchange
import HTTPTypes
package import Hummingbird
import HummingbirdCore
import HummingbirdTLS
package import Logging
import NIOCore
package import Operations
import Synchronization
import Vocabulary

/// Where the partner's messages arrive: HTTP over mutual TLS, on a port of its own (pintu pertukaran).
package struct Door: Sendable {
    let line: PartnerLine
    let gate: MessageGate
    let signer: MessageSigner
    let logger: Logger
    /// Whether messages of an impact may be taken just now, by the partner's witness.
    let lets: WitnessStanding.Lets
    /// How long a body may take to arrive.
    private let bodyPatience: Duration
    private let peers = PeerMemory()
    private let nonces = NonceKeeper()
    private let limit = InFlightLimit(Door.mostAtOnce)
    /// The sealed tables of this side; nil where it has none.
    let cabinet: LookUpCabinet?
    let evaluations = InFlightLimit(Door.evaluationsAtOnce)

    /// A door.
    package init(
        _ line: PartnerLine,
        logger: Logger,
        bodyPatience: Duration = .seconds(10),
        tables cabinet: LookUpCabinet? = nil,
        lets: @escaping WitnessStanding.Lets = { _ in true }
    ) {
        self.line = line
        self.logger = logger
        self.bodyPatience = bodyPatience
        self.cabinet = cabinet
        self.lets = lets
        let carriers = line.carrier.flatMap {
            try? ExchangeKeys.keyHashes(ofCertificates: $0.certificate)
        }
        gate = MessageGate(me: line.side.name, partners: [line.partner.keys], carriers: carriers ?? [])
        signer = line.signer
    }

    /// The application that listens; `onServing` is told the port.
    ///
    /// - Throws: `NIOSSLError` where a certificate can't be read.
    package func application(
        address: String,
        port: Int,
        onServing: @escaping @Sendable (Int) async -> Void = { _ in }
    ) throws -> some ApplicationProtocol {
        Application(
            router: router(),
            server: try .tls(
                .http1(
                    configuration: HTTP1Channel.Configuration(
                        idleTimeout: .seconds(20),
                        httpDecoderConfiguration: Door.limits
                    )
                ),
                tlsConfiguration: line.tls(asServer: true)
            ),
            configuration: .init(
                address: .hostname(address, port: port),
                availableConnectionsDelegate: MaximumAvailableConnections(Door.mostConnections)
            ),
            onServerRunning: { await onServing($0.localAddress?.port ?? port) },
            logger: logger
        )
    }

    private func router() -> Router<DoorContext> {
        let router = Router(context: DoorContext.self)
        router.post(RouterPath(ExchangePath.messages)) { request, context in
            let since = line.desk.now()
            return await answer(request, context, limit: Door.messageLimit) {
                try await takeRecorded($0, since: since)
            }
        }
        router.get(RouterPath(ExchangePath.receipts + "/{id}")) { request, context in
            await answer(request, context, limit: 0) { received in
                try await receipt(received, id: context.parameters.get("id") ?? "")
            }
        }
        router.get(RouterPath(ExchangePath.streams + "/{name}/head")) { request, context in
            await answer(request, context, limit: 0) { received in
                try head(received, of: context.parameters.get("name") ?? "")
            }
        }
        router.post(RouterPath(ExchangePath.addCheckpoint)) { request, context in
            await answer(request, context, limit: Door.checkpointLimit) { try await cosign($0) }
        }
        router.get(RouterPath(ExchangePath.keys)) { request, context in
            await answer(request, context, limit: 0) { try lookUpKeys($0) }
        }
        router.get(RouterPath(LookUpPath.pieces)) { request, context in
            await answer(request, context, limit: 0) { try piece($0, LookUpPath(context.parameters)) }
        }
        router.get(RouterPath(LookUpPath.deltas)) { request, context in
            await answer(request, context, limit: 0) { try delta($0, LookUpPath(context.parameters)) }
        }
        router.post(RouterPath(ExchangePath.evaluate)) { request, context in
            await answer(request, context, limit: Door.announcementLimit) { try await evaluate($0) }
        }
        router.get(RouterPath(ExchangePath.health)) { request, context in
            await answer(request, context, limit: 0) { received in
                let admitted = try admit(bare: received)
                return DoorAnswer(.ok, ["live": .bool(true)], to: admitted)
            }
        }
        return router
    }

    /// Reads a request whole, lets something answer it, and signs what it says where the sender is known.
    private func answer(
        _ request: Request,
        _ context: DoorContext,
        limit bytes: Int,
        _ work: (ReceivedRequest) async throws -> DoorAnswer
    ) async -> Response {
        guard limit.enter() else { return refuse(.busy, nil) }
        defer { limit.leave() }
        var received: ReceivedRequest?
        do {
            let peer = await peers.peer(of: context.channel)
            guard gate.knows(peer) else { throw ExchangeRefusal.unknownParty }
            let body = try await DoorBody.collect(request, upTo: bytes, patience: bodyPatience)
            let whole = ReceivedRequest(request, body: body, peer: peer)
            received = whole
            return try await work(whole).response(signedBy: signer, at: line.desk.now())
        } catch let refusal as ExchangeRefusal {
            return refuse(refusal, received)
        } catch let fault {
            // What the store says is no sentence for a partner: it tries again.
            logger.error("Exchange", metadata: ["error": "\(type(of: fault))"])
            return refuse(.busy, received)
        }
    }

    private func refuse(_ refusal: ExchangeRefusal, _ received: ReceivedRequest?) -> Response {
        logger.notice("Exchange refused", metadata: ["code": "\(refusal.code)"])
        let problem = DoorAnswer(refusal)
        // Whoever isn't known learns nothing but the code of the step.
        guard refusal.isAuthenticated, let received,
            let components = try? components(of: received)
        else { return problem.unsigned }
        return problem.to(components).response(signedBy: signer, at: line.desk.now())
    }

    /// What an answer binds itself to, of a request whose signature holds.
    private func components(of received: ReceivedRequest) throws -> RequestComponents {
        try gate.authenticated(received, at: line.desk.now())
    }

    // MARK: Messages

    /// Takes a message and keeps the operational record of it.
    private func takeRecorded(_ received: ReceivedRequest, since: Moment) async throws -> DoorAnswer {
        var record = OperationalRecord(.producer, requestInAt: since)
        record.requestOutAt = line.desk.now()
        func write(_ status: Int, _ code: String?, _ message: AdmittedMessage?) {
            record.responseInAt = line.desk.now()
            record.write(
                id: message?.envelope.id,
                type: message?.envelope.type.text,
                issue: message.map { "\($0.envelope.stream).\($0.envelope.sequence)" },
                sizes: (received.body.count, 0),
                status: status,
                code: code,
                at: line.desk.now(),
                logger
            )
        }
        // What isn't proven to be the partner's is recorded without its words.
        let proven =
            logger.logLevel <= .info
            ? (try? gate.admit(received, servedRoute: ExchangePath.messages, at: line.desk.now())) : nil
        do {
            let answer = try await take(received)
            write(answer.status.code, nil, proven)
            return answer
        } catch let refusal as ExchangeRefusal {
            write(refusal.status, refusal.code, proven)
            throw refusal
        }
    }

    /// Takes a message, or refuses it at the first of the fifteen steps that fails.
    func take(_ received: ReceivedRequest) async throws -> DoorAnswer {
        let now = line.desk.now()
        let message = try gate.admit(received, servedRoute: ExchangePath.messages, at: now)
        try nonces.admit(message.nonce, of: message.envelope.sender, until: message.expiresAt, at: now)
        let taken = try await line.desk.take(message, words: open(message), lets: lets)
        var answer = DoorAnswer(
            .ok,
            ["status": .string("accepted"), "index": .integer(Int64(taken.entry))],
            to: message.components,
            messageID: message.envelope.id
        )
        answer.logIndex = taken.entry
        answer.isRepeated = taken.isRepeated
        return answer
    }

    /// The words of a message: as they came, or as they were sealed to this side for a carrier.
    private func open(_ message: AdmittedMessage) -> Result<[UInt8], ExchangeRefusal> {
        guard SealedCarriage.isSealed(message.body) else { return .success(message.body) }
        return Result { () throws(ExchangeRefusal) in
            try SealedCarriage.open(message.body, with: line.keys.sealing, under: message.envelope)
        }
    }

    func admit(bare received: ReceivedRequest) throws -> RequestComponents {
        let now = line.desk.now()
        let admitted = try gate.admitBare(received, servedRoute: received.path, at: now)
        try nonces.admit(admitted.nonce, of: admitted.sender, until: admitted.expiresAt, at: now)
        return admitted.components
    }

    /// Cosigns a checkpoint of the partner's log, by the rules and status codes of c2sp.org/tlog-witness.
    private func cosign(_ received: ReceivedRequest) async throws -> DoorAnswer {
        let components = try admit(bare: received)
        let log = PartnerLog(keys: line.partner.keys.log)
        let witnessed = try await line.store.cosign(received.body, of: log, at: line.desk.now())
        var answer = DoorAnswer(HTTPResponse.Status(code: witnessed.status), [:], to: components)
        answer.bytes = witnessed.bytes
        answer.mediaType = witnessed.mediaType
        return answer
    }

    private func head(_ received: ReceivedRequest, of stream: String) throws -> DoorAnswer {
        let components = try admit(bare: received)
        let head = try line.desk.site.read { try $0.streamHead(.in, stream) }
        return DoorAnswer(
            .ok,
            [
                "stream": .string(stream), "seq": .integer(head.sequence),
                "hash": .string(head.hash.base64),
            ],
            to: components
        )
    }

    /// The proof that a message stands in the ledger, with the words of its entry, which name nobody.
    private func receipt(_ received: ReceivedRequest, id: String) async throws -> DoorAnswer {
        let components = try admit(bare: received)
        let known = try line.desk.site.read { try $0.received(id, from: line.side.partner.text) }
        guard let known else {
            return DoorAnswer(.notFound, ["code": .string("unknown-message")], to: components)
        }
        let proof = try line.store.cosignedReceipt(for: known.entry)
        var members: [String: CanonicalJSON] = [
            "status": .string(proof == nil ? "waiting" : "proven"), "index": .integer(Int64(known.entry)),
            "hash": .string(known.hash.base64),
        ]
        members["proof"] = proof.map { .string($0) }
        if let opening = try line.desk.site.opening(of: known.entry) {
            members["body"] = .string(String(decoding: opening.body, as: UTF8.self))
            members["salt"] = .string(opening.salt.base64)
        }
        return DoorAnswer(proof == nil ? .accepted : .ok, members, to: components)
    }

    private static let messageLimit = 256 << 10
    private static let checkpointLimit = 64 << 10
    private static let mostAtOnce = 512
    /// Whoever hasn't shown a certificate yet holds one as well, until it has idled too long.
    private static let mostConnections = 4096
    private static let limits = HTTP1Channel.Configuration.DecoderConfiguration(
        maxHeaderFieldSize: 4 << 10,
        maxHeaderListSize: 16 << 10,
        maxHeaderFieldCount: 64
    )
}

/// Remembers which signatures were used.
final class NonceKeeper: Sendable {
    private let memory = Mutex(NonceMemory(limit: 500_000))

    func admit(_ nonce: String, of party: PartyName, until: Moment, at now: Moment) throws {
        try memory.withLock { try $0.admit(nonce, of: party, until: until, at: now) }
    }
}

/// How many requests are looked at at the same time.
final class InFlightLimit: Sendable {
    private let count = Mutex(0)
    private let most: Int

    init(_ most: Int) { self.most = most }

    func enter() -> Bool {
        count.withLock { count in
            guard count < most else { return false }
            count += 1
            return true
        }
    }

    func leave() { count.withLock { $0 -= 1 } }
}
