import Crypto
public import Vocabulary

/// The receiver's steps 1 to 9, in their order: the first that fails decides.
///
/// Nothing of a request is believed before all of them have passed, and nothing is kept: the nonce, the stream and the agreement (steps
/// 10 to 15) are their callers'.
public struct MessageGate: Sendable {
    /// Who receives.
    public let me: PartyName
    private let skewSeconds: Int
    private let bodyLimit: Int
    private let parties: [PartyName: Party]
    private let peers: [[UInt8]: PartyName]
    private let carriers: Set<[UInt8]>

    private struct Party {
        var keys: [String: (record: PublicKeyRecord, key: PreparedPublicKey)] = [:]
    }

    /// A gate.
    ///
    /// - Parameters:
    ///   - me: Who receives.
    ///   - partners: Who may knock, and by what they are known.
    ///   - skewSeconds: How far a partner's clock may be from ours.
    ///   - bodyLimit: The most bytes that a body may have.
    ///   - carriers: The TLS keys of carriers, which deliver signed messages of others (X-Road, SPLP).
    public init(
        me: PartyName,
        partners: [PartyKeys],
        skewSeconds: Int = 60,
        bodyLimit: Int = 256 << 10,
        carriers: Set<[UInt8]> = []
    ) {
        self.me = me
        self.skewSeconds = skewSeconds
        self.bodyLimit = bodyLimit
        self.carriers = carriers
        var parties: [PartyName: Party] = [:]
        var peers: [[UInt8]: PartyName] = [:]
        for partner in partners {
            // A key that two claim stays the first one's: nobody takes over another's connections by naming their key.
            for key in partner.tls where peers[key] == nil { peers[key] = partner.party }
            for record in partner.signing {
                guard let key = record.prepared else { continue }
                parties[partner.party, default: Party()].keys[record.kid] = (record, key)
            }
        }
        self.parties = parties
        self.peers = peers
    }

    /// Whether a TLS client's key is a partner's or a carrier's: step 1, before a byte of a request is read.
    public func knows(_ peer: [UInt8]) -> Bool { peers[peer] != nil || carriers.contains(peer) }

    /// Whose connection a TLS client's key makes; nil of a carrier's and a stranger's.
    public func party(of peer: [UInt8]) -> PartyName? { peers[peer] }

    /// Admits a message.
    ///
    /// - Parameters:
    ///   - request: What arrived.
    ///   - servedRoute: The route that is really served, which a carrier's delivery is compared with.
    ///   - now: The time.
    /// - Returns: The message, which is its sender's.
    /// - Throws: ``ExchangeRefusal`` of the first step that fails.
    public func admit(
        _ request: ReceivedRequest,
        servedRoute: String,
        at now: Moment
    ) throws(ExchangeRefusal) -> AdmittedMessage {
        let opened = try open(request)
        let envelope = try opened.requireMessage()
        let checked = try check(opened, sender: envelope.sender, at: now)
        guard envelope.audience == me else { throw .wrongAudience }
        guard opened.fields.route.map({ $0 == servedRoute }) != false else { throw .wrongRoute }
        guard envelope.digest == [UInt8](SHA256.hash(data: request.body)) else { throw .badDigest }
        return AdmittedMessage(
            envelope: envelope,
            body: request.body,
            keyID: opened.head.keyID,
            nonce: checked.nonce,
            expiresAt: checked.expiresAt,
            requestHash: checked.requestHash,
            signatureInput: opened.header.fields.single("signature-input") ?? "",
            signature: opened.head.signature,
            components: opened.components(requestHash: checked.requestHash)
        )
    }

    /// Admits a request that is no message: reading a receipt, a private look-up, a checkpoint for the witness.
    ///
    /// - Parameters:
    ///   - request: What arrived.
    ///   - servedRoute: The route that is really served, which a carrier's delivery is compared with.
    ///   - now: The time.
    /// - Returns: The request, which is its sender's.
    /// - Throws: ``ExchangeRefusal`` of the first step that fails.
    public func admitBare(
        _ request: ReceivedRequest,
        servedRoute: String,
        at now: Moment
    ) throws(ExchangeRefusal) -> AdmittedRequest {
        let opened = try open(request)
        let sender = try opened.requireBare()
        let checked = try check(opened, sender: sender, at: now)
        guard opened.fields.audience.map({ $0 == me }) != false else { throw .wrongAudience }
        guard opened.fields.route.map({ $0 == servedRoute }) != false else { throw .wrongRoute }
        if let digest = opened.fields.digest {
            guard digest == [UInt8](SHA256.hash(data: request.body)) else { throw .badDigest }
        }
        return AdmittedRequest(
            sender: sender,
            body: request.body,
            keyID: opened.head.keyID,
            nonce: checked.nonce,
            expiresAt: checked.expiresAt,
            requestHash: checked.requestHash,
            components: opened.components(requestHash: checked.requestHash)
        )
    }
}

extension MessageGate {
    /// What an answer binds itself to, of a request whose sender is proven whatever else is wrong with it: steps 1 to 7.
    ///
    /// - Throws: ``ExchangeRefusal``, the first of those steps that fails.
    public func authenticated(_ request: ReceivedRequest, at now: Moment) throws(ExchangeRefusal)
        -> RequestComponents
    {
        let opened = try open(request)
        guard let sender = opened.fields.sender else { throw .missingComponent("kawal-sender") }
        let checked = try check(opened, sender: sender, at: now)
        return opened.components(requestHash: checked.requestHash)
    }

    private typealias Checked = (nonce: String, expiresAt: Moment, requestHash: [UInt8])

    /// Steps 1 to 3.
    private func open(_ request: ReceivedRequest) throws(ExchangeRefusal) -> OpenedRequest {
        let party = peers[request.peer]
        guard party != nil || carriers.contains(request.peer) else { throw .unknownParty }
        guard request.body.count <= bodyLimit else { throw .tooLarge }
        return try OpenedRequest(request, from: party)
    }

    /// Steps 5 to 7.
    private func check(
        _ opened: OpenedRequest,
        sender: PartyName,
        at now: Moment
    ) throws(ExchangeRefusal) -> Checked {
        guard opened.party.map({ $0 == sender }) ?? (opened.isCarried && parties[sender] != nil) else {
            throw .wrongSender
        }
        let head = opened.head
        guard let (record, key) = parties[sender]?.keys[head.keyID],
            head.parameters.algorithm == record.algorithm.signatureName
        else { throw .unknownKey }
        let created = Moment(milliseconds: head.created * 1000)
        let expiresAt = Moment(milliseconds: opened.expires * 1000)
        guard record.isValid(at: created) else { throw .keyNotValid }
        guard abs(now.milliseconds - created.milliseconds) <= Int64(skewSeconds) * 1000 else { throw .clock }
        guard opened.expires > head.created,
            opened.expires - head.created <= Int64(MessageSigner.lifetimeSeconds)
        else { throw .clock }
        guard now <= expiresAt else { throw .expired }
        let base = try opened.base()
        guard key.accepts(head.signature, over: base) else { throw .badSignature }
        return (opened.nonce, expiresAt, [UInt8](SHA256.hash(data: base)))
    }
}
