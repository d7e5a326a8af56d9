import Crypto
public import Vocabulary

/// A party's own voice: signs what it asks and what it answers.
public struct MessageSigner: Sendable {
    /// Why a message can't be signed.
    public enum Fault: Error, Hashable, Sendable {
        /// The envelope has a part without its form, or isn't of this party and body.
        case envelope
        /// The authority or the route is none.
        case authority
        /// The key can't sign.
        case key
    }

    /// Where messages are posted.
    public static let messagesPath = "/x/v1/messages"
    /// How long a request's signature is taken.
    public static let lifetimeSeconds = 60

    /// Whose voice it is.
    public let party: PartyName
    /// The name of its key.
    public let keyID: String
    let algorithm: KeyAlgorithm
    private let key: PreparedSigningKey?

    /// A voice with its key.
    public init(party: PartyName, key: SigningKey) {
        self.party = party
        keyID = key.id
        algorithm = key.algorithm
        self.key = key.prepared
    }

    /// A message, signed for one attempt to send it.
    ///
    /// - Parameters:
    ///   - envelope: What the message says outside its body; this party's.
    ///   - body: The body, whose digest the envelope has.
    ///   - authority: Host and port of the receiver.
    ///   - now: The time.
    ///   - nonce: 16 random bytes, fresh for each attempt.
    ///   - route: For a carrier, which rewrites host and path: the route that the receiver serves in the end.
    /// - Returns: The request.
    /// - Throws: ``Fault``.
    public func request(
        _ envelope: Envelope,
        body: [UInt8],
        authority: String,
        at now: Moment,
        nonce: [UInt8],
        carriedAs route: String? = nil
    ) throws(Fault) -> SignedRequest {
        guard envelope.isWellFormed, envelope.sender == party,
            envelope.digest == [UInt8](SHA256.hash(data: body))
        else { throw .envelope }
        guard let host = HostAuthority.canonical(authority), route.map(ReceivedRequest.isPath) != false else {
            throw .authority
        }
        guard key != nil else { throw .key }
        var components = RequestComponents(
            method: "POST",
            authority: host,
            path: MessageSigner.messagesPath,
            contentDigest: ContentDigest.field(envelope.digest),
            messageID: envelope.id,
            route: route,
            requestHash: []
        )
        var fields = [HeaderLine(name: "content-type", value: "application/json")]
        fields.append(HeaderLine(name: "content-digest", value: components.contentDigest ?? ""))
        if let route {
            fields.append(HeaderLine(name: "kawal-route", value: StructuredField.text(of: route)))
        }
        fields += envelope.fields
        sign(&components, query: "", fields: &fields, at: now, nonce: nonce)
        return SignedRequest(
            method: "POST",
            authority: host,
            path: components.path,
            query: "",
            fields: fields,
            body: body,
            components: components
        )
    }

    /// A request that is no message: reading a receipt, a private look-up, a checkpoint for the witness.
    ///
    /// - Parameters:
    ///   - method: The method.
    ///   - authority: Host and port of the receiver.
    ///   - path: The path.
    ///   - query: What stands behind the question mark; empty where there is nothing.
    ///   - body: The body; nil where there is none.
    ///   - contentType: What the body is; left out where there is none.
    ///   - fields: Further fields, which are signed as well; names in lower case.
    ///   - now: The time.
    ///   - nonce: 16 random bytes.
    ///   - route: For a carrier, the route that the receiver serves in the end.
    /// - Returns: The request, with a signature that nobody takes where the key can't sign.
    public func bare(
        method: String,
        authority: String,
        path: String,
        query: String = "",
        body: [UInt8]? = nil,
        contentType: String? = nil,
        fields: [HeaderLine] = [],
        at now: Moment,
        nonce: [UInt8],
        carriedAs route: String? = nil
    ) -> SignedRequest {
        var components = RequestComponents(
            method: method,
            authority: HostAuthority.canonical(authority) ?? authority,
            path: path,
            contentDigest: body.map { ContentDigest.field(of: $0) },
            messageID: nil,
            route: route,
            requestHash: []
        )
        var lines: [HeaderLine] = []
        if let digest = components.contentDigest {
            lines.append(HeaderLine(name: "content-type", value: contentType ?? "application/json"))
            lines.append(HeaderLine(name: "content-digest", value: digest))
        }
        if let route { lines.append(HeaderLine(name: "kawal-route", value: StructuredField.text(of: route))) }
        lines.append(HeaderLine(name: "kawal-sender", value: StructuredField.text(of: party.text)))
        lines += fields.map { HeaderLine(name: $0.name.lowercased(), value: $0.value) }
        components.messageID = MessageSigner.identity(in: lines)
        sign(&components, query: query, fields: &lines, at: now, nonce: nonce)
        return SignedRequest(
            method: method,
            authority: components.authority,
            path: path,
            query: query,
            fields: lines,
            body: body ?? [],
            components: components
        )
    }

    private static func identity(in lines: [HeaderLine]) -> String? {
        lines.first { $0.name == "kawal-message-id" }.flatMap { StructuredField.string($0.value) }
    }

    /// Appends the signature of a request's lines, and notes what it was made over.
    private func sign(
        _ components: inout RequestComponents,
        query: String,
        fields: inout [HeaderLine],
        at now: Moment,
        nonce: [UInt8]
    ) {
        let tag = components.route == nil ? SignatureTag.request : SignatureTag.carriedRequest
        var base = SignatureBase()
        base.append("\"@method\"", components.method)
        if components.route == nil {
            base.append("\"@authority\"", components.authority)
            base.append("\"@path\"", components.path)
        }
        base.append("\"@query\"", "?" + query)
        for field in fields { base.append("\"\(field.name)\"", field.value) }
        let created = now.milliseconds / 1000
        let text =
            "\(base.list);created=\(created);expires=\(created + Int64(MessageSigner.lifetimeSeconds))"
            + ";nonce=\"\(Base64Form.text(nonce))\";keyid=\(StructuredField.text(of: keyID))"
            + ";alg=\"\(algorithm.signatureName)\";tag=\"\(tag)\""
        let signed = base.closed(with: text)
        components.requestHash = [UInt8](SHA256.hash(data: signed))
        append(text, over: signed, to: &fields)
    }

    /// Appends the signature over bytes with its parameters.
    func append(_ parameters: String, over signed: [UInt8], to fields: inout [HeaderLine]) {
        let label = SignatureHead.label
        let signature = StructuredField.text(of: key?.signature(over: signed) ?? [])
        fields.append(HeaderLine(name: "signature-input", value: "\(label)=\(parameters)"))
        fields.append(HeaderLine(name: "signature", value: "\(label)=\(signature)"))
    }
}
