/// One line of an HTTP header.
public struct HeaderLine: Hashable, Sendable {
    /// The field's name, in any case.
    public var name: String
    /// Its value, without the blanks around it.
    public var value: String

    /// A line of its two parts.
    public init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}

/// A request that arrived over mutual TLS, before anything in it is believed.
public struct ReceivedRequest: Hashable, Sendable {
    /// The method: `POST`.
    public var method: String
    /// Host and port as the client named them.
    public var authority: String
    /// The path, as sent.
    public var path: String
    /// What stands behind the question mark, as sent; empty where there is none.
    public var query: String
    /// The header's lines, in order.
    public var fields: [HeaderLine]
    /// The body's exact bytes.
    public var body: [UInt8]
    /// The SHA-256 of the TLS client's SubjectPublicKeyInfo.
    public var peer: [UInt8]

    /// A request of its parts.
    public init(
        method: String,
        authority: String,
        path: String,
        query: String = "",
        fields: [HeaderLine],
        body: [UInt8],
        peer: [UInt8]
    ) {
        self.method = method
        self.authority = authority
        self.path = path
        self.query = query
        self.fields = fields
        self.body = body
        self.peer = peer
    }
}
