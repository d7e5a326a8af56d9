/// A request whose header has its form, but of which nothing is believed yet: what the receiver's steps 3 and 4 leave.
struct OpenedRequest {
    let request: ReceivedRequest
    let header: ReceivedHeader
    let head: SignatureHead
    let fields: MessageFields
    /// The party that the connection belongs to; nil where a carrier's is.
    let party: PartyName?
    let nonce: String
    /// Until when the signature is taken; seconds since 1970.
    let expires: Int64

    /// Whether the signature is of the form that survives a carrier.
    var isCarried: Bool { head.tag == SignatureTag.carriedRequest }

    /// Step 3, and of step 2 what concerns the header.
    init(_ request: ReceivedRequest, from party: PartyName?) throws(ExchangeRefusal) {
        self.request = request
        self.party = party
        header = try ReceivedHeader(request.fields)
        try request.checkLine(header.fields)
        fields = try MessageFields(header.fields)
        do throws(SignatureFault) {
            head = try SignatureHead(header.fields, tags: SignatureTag.requests)
        } catch {
            throw OpenedRequest.refusal(of: error)
        }
        guard let expires = head.parameters.expires, (0...Envelope.lastSequence).contains(expires),
            let nonce = head.parameters.nonce, let drawn = Base64Form.bytes(nonce),
            (16...32).contains(drawn.count)
        else { throw .malformedField("signature-input") }
        self.expires = expires
        self.nonce = nonce
    }

    /// Step 4 for a message.
    ///
    /// - Returns: What the message says of itself.
    func requireMessage() throws(ExchangeRefusal) -> Envelope {
        try require(["content-type", "content-digest"] + MessageFields.messageNames)
        let envelope = try fields.envelope()
        guard let kind = header.fields.single("content-type") else { throw .missingComponent("content-type") }
        guard kind == "application/json" else { throw .malformedField("content-type") }
        return envelope
    }

    /// Step 4 for another request.
    ///
    /// - Returns: Who says that it asks.
    func requireBare() throws(ExchangeRefusal) -> PartyName {
        let hasBody = !request.body.isEmpty || fields.digest != nil
        if hasBody {
            guard request.method != "GET", request.method != "HEAD" else {
                throw .malformedField("content-digest")
            }
            try require(["kawal-sender", "content-type", "content-digest"])
            guard fields.digest != nil else { throw .missingComponent("content-digest") }
        } else {
            try require(["kawal-sender"])
        }
        guard let sender = fields.sender else { throw .missingComponent("kawal-sender") }
        return sender
    }

    /// Checks that components are covered: what every request has, some names, and every field of the profile that stands there.
    private func require(_ names: [String]) throws(ExchangeRefusal) {
        let covered = Set(head.parameters.components.lazy.map(\.text))
        let always =
            isCarried
            ? ["@method", "@query", "kawal-route"] : ["@method", "@authority", "@path", "@query"]
        for name in always + names where !covered.contains("\"\(name)\"") { throw .missingComponent(name) }
        for name in header.fields.names where name.hasPrefix("kawal-") && !covered.contains("\"\(name)\"") {
            throw .missingComponent(ReceivedHeader.known(name))
        }
        guard header.fields.single("content-type") == nil || covered.contains("\"content-type\"") else {
            throw .missingComponent("content-type")
        }
        guard !isCarried || fields.route != nil else { throw .missingComponent("kawal-route") }
    }

    /// What was signed.
    ///
    /// - Throws: ``ExchangeRefusal/missingComponent(_:)``, ``ExchangeRefusal/malformedField(_:)``.
    func base() throws(ExchangeRefusal) -> [UInt8] {
        let target = request.query.isEmpty ? request.path : "\(request.path)?\(request.query)"
        let start = ComponentSource.Start.request(
            method: request.method,
            scheme: "https",
            authority: request.authority,
            target: target
        )
        do throws(SignatureFault) {
            return try head.parameters.base(of: ComponentSource(start: start, fields: header.fields))
        } catch { throw OpenedRequest.refusal(of: error) }
    }

    /// What an answer is bound to.
    func components(requestHash: [UInt8]) -> RequestComponents {
        RequestComponents(
            method: request.method,
            authority: request.authority,
            path: request.path,
            contentDigest: header.fields.single("content-digest"),
            messageID: fields.id,
            route: isCarried ? fields.route : nil,
            requestHash: requestHash
        )
    }

    private static func refusal(of fault: SignatureFault) -> ExchangeRefusal {
        switch fault {
        case .malformed(let name): .malformedField(ReceivedHeader.known(name))
        case .unknown: .malformedField("signature-input")
        case .absent: .missingComponent("other")
        }
    }
}
