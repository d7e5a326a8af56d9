/// A request that its sender signed, ready to be sent.
public struct SignedRequest: Hashable, Sendable {
    /// The method: `POST`.
    public var method: String
    /// Host and port, as signed.
    public var authority: String
    /// The path.
    public var path: String
    /// What stands behind the question mark; empty where there is none.
    public var query: String
    /// The header's lines, the signature's included; host and length are the client's.
    public var fields: [HeaderLine]
    /// The body.
    public var body: [UInt8]
    /// What the answer has to be bound to.
    public var components: RequestComponents

    /// A request of its parts.
    public init(
        method: String,
        authority: String,
        path: String,
        query: String,
        fields: [HeaderLine],
        body: [UInt8],
        components: RequestComponents
    ) {
        self.method = method
        self.authority = authority
        self.path = path
        self.query = query
        self.fields = fields
        self.body = body
        self.components = components
    }

    /// The SHA-256 of what was signed; another one for each attempt.
    public var requestHash: [UInt8] { components.requestHash }
}

/// What of a request its answer is bound to, as both sides saw it.
public struct RequestComponents: Hashable, Sendable {
    /// The method.
    public var method: String
    /// Host and port.
    public var authority: String
    /// The path.
    public var path: String
    /// The value of its `Content-Digest`; nil of a request without a body.
    public var contentDigest: String?
    /// The message's identity; nil of a request that is no message.
    public var messageID: String?
    /// The route that a carrier delivers to, where host and path aren't signed; nil of a direct request.
    public var route: String?
    /// The SHA-256 of what was signed.
    public var requestHash: [UInt8]

    /// Components of their parts.
    public init(
        method: String,
        authority: String,
        path: String,
        contentDigest: String?,
        messageID: String?,
        route: String? = nil,
        requestHash: [UInt8]
    ) {
        self.method = method
        self.authority = authority
        self.path = path
        self.contentDigest = contentDigest
        self.messageID = messageID
        self.route = route
        self.requestHash = requestHash
    }

    /// The components that an answer's signature covers, each with its value.
    var lines: [(identifier: String, value: String)] {
        var lines = [("\"@method\";req", method)]
        if let route {
            lines.append(("\"kawal-route\";req", StructuredField.text(of: route)))
        } else {
            lines += [("\"@authority\";req", authority), ("\"@path\";req", path)]
        }
        if let contentDigest { lines.append(("\"content-digest\";req", contentDigest)) }
        if let messageID { lines.append(("\"kawal-message-id\";req", "\"\(messageID)\"")) }
        return lines
    }

    /// The request as a source of an answer's components.
    var source: ComponentSource {
        var fields: [HeaderLine] = []
        if let route {
            fields.append(HeaderLine(name: "kawal-route", value: StructuredField.text(of: route)))
        }
        if let contentDigest { fields.append(HeaderLine(name: "content-digest", value: contentDigest)) }
        if let messageID { fields.append(HeaderLine(name: "kawal-message-id", value: "\"\(messageID)\"")) }
        let start = ComponentSource.Start.request(
            method: method,
            scheme: "https",
            authority: authority,
            target: path
        )
        return ComponentSource(start: start, fields: FieldTable(fields))
    }
}
