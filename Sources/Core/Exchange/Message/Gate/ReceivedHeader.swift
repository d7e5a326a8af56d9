/// A header whose lines are written so that no two readers understand them differently: what the receiver's steps 2 and 3 look at.
struct ReceivedHeader {
    let fields: FieldTable

    /// How many lines a header may have, how long one may be, and all of them.
    static let lineLimit = 64
    static let valueLimit = 4096
    static let limit = 16 << 10

    /// Names that stand at most once.
    private static let singletons: Set<String> = [
        "host", "content-type", "content-digest", "content-length", "content-encoding", "transfer-encoding",
        "date",
        "signature", "signature-input",
    ]

    /// Reads a header.
    ///
    /// - Throws: ``ExchangeRefusal/tooLarge``, ``ExchangeRefusal/malformedField(_:)``.
    init(_ lines: [HeaderLine]) throws(ExchangeRefusal) {
        guard lines.count <= ReceivedHeader.lineLimit else { throw .tooLarge }
        var total = 0
        for line in lines {
            total += line.name.utf8.count + line.value.utf8.count
            guard line.value.utf8.count <= ReceivedHeader.valueLimit, total <= ReceivedHeader.limit else {
                throw .tooLarge
            }
        }
        for line in lines {
            guard ReceivedHeader.isName(line.name) else { throw .malformedField("name") }
            guard ReceivedHeader.isValue(line.value) else {
                throw .malformedField(ReceivedHeader.known(line.name))
            }
        }
        fields = FieldTable(lines)
        for name in fields.names {
            guard ReceivedHeader.singletons.contains(name) || name.hasPrefix("kawal-") else { continue }
            guard fields.values(of: name).count == 1 else {
                throw .malformedField(ReceivedHeader.known(name))
            }
        }
    }

    /// A name as a refusal may tell it: what a stranger invented is told to nobody.
    static func known(_ name: String) -> String {
        let name = name.lowercased()
        return singletons.contains(name) || MessageFields.names.contains(name) ? name : "other"
    }

    private static func isName(_ name: String) -> Bool {
        !name.isEmpty
            && name.utf8.allSatisfy { byte in
                switch byte {
                case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x2D, 0x5F, 0x2E, 0x21, 0x23...0x27, 0x2A, 0x2B,
                    0x5E,
                    0x60, 0x7C, 0x7E:
                    true
                default: false
                }
            }
    }

    /// Whether a value is of printable characters and blanks inside alone: no fold, no tab at its ends, nothing beyond ASCII.
    private static func isValue(_ value: String) -> Bool {
        let bytes = value.utf8
        guard let first = bytes.first, let last = bytes.last else { return true }
        return first != 0x20 && last != 0x20 && bytes.allSatisfy { (0x20...0x7E).contains($0) }
    }
}

/// The profile's own fields of a request, each read in its one form; nil where a field doesn't stand there.
struct MessageFields {
    var id: String?
    var sender: PartyName?
    var audience: PartyName?
    var stream: StreamName?
    var sequence: Int64?
    var previous: [UInt8]?
    var type: MessageType?
    var purpose: String?
    var route: String?
    var digest: [UInt8]?

    /// The names of the fields that a message has.
    static let messageNames = [
        "kawal-message-id", "kawal-sender", "kawal-audience", "kawal-stream", "kawal-seq", "kawal-prev",
        "kawal-type", "kawal-purpose",
    ]
    static let names = Set(messageNames + ["kawal-route", "content-digest"])

    /// Reads them.
    ///
    /// - Throws: ``ExchangeRefusal/malformedField(_:)`` with the first that isn't in its form.
    init(_ fields: FieldTable) throws(ExchangeRefusal) {
        func read<Value>(
            _ name: String,
            _ form: (String) -> Value?
        ) throws(ExchangeRefusal) -> Value? {
            guard let text = fields.single(name) else { return nil }
            guard let value = form(text) else { throw .malformedField(name) }
            return value
        }
        func text<Value>(_ form: @escaping (String) -> Value?) -> (String) -> Value? {
            { StructuredField.string($0).flatMap(form) }
        }
        digest = try read("content-digest", ContentDigest.only)
        id = try read("kawal-message-id", text { Envelope.isIdentity($0) ? $0 : nil })
        sender = try read("kawal-sender", text(PartyName.init))
        audience = try read("kawal-audience", text(PartyName.init))
        stream = try read("kawal-stream", text(StreamName.init))
        sequence = try read("kawal-seq") { StructuredField.integer($0).flatMap { $0 > 0 ? $0 : nil } }
        previous = try read("kawal-prev") { StructuredField.bytes($0).flatMap { $0.count == 32 ? $0 : nil } }
        type = try read("kawal-type", text(MessageType.init))
        purpose = try read("kawal-purpose", text { Envelope.isPurpose($0) ? $0 : nil })
        route = try read("kawal-route", text { ReceivedRequest.isPath($0) ? $0 : nil })
    }

    /// The envelope of a message.
    ///
    /// - Throws: ``ExchangeRefusal/missingComponent(_:)`` with the first field that isn't there.
    func envelope() throws(ExchangeRefusal) -> Envelope {
        guard let digest else { throw .missingComponent("content-digest") }
        guard let id else { throw .missingComponent("kawal-message-id") }
        guard let sender else { throw .missingComponent("kawal-sender") }
        guard let audience else { throw .missingComponent("kawal-audience") }
        guard let stream else { throw .missingComponent("kawal-stream") }
        guard let sequence else { throw .missingComponent("kawal-seq") }
        guard let previous else { throw .missingComponent("kawal-prev") }
        guard let type else { throw .missingComponent("kawal-type") }
        guard let purpose else { throw .missingComponent("kawal-purpose") }
        return Envelope(
            id: id,
            sender: sender,
            audience: audience,
            stream: stream,
            sequence: sequence,
            previous: previous,
            type: type,
            purpose: purpose,
            digest: digest
        )
    }
}

extension ReceivedRequest {
    /// Whether a text is a path in its one form: printable, without question mark, number sign and dot segments.
    static func isPath(_ text: String) -> Bool {
        text.utf8.first == 0x2F && text.utf8.count <= 1024
            && text.utf8.allSatisfy {
                (0x21...0x7E).contains($0) && $0 != 0x3F && $0 != 0x23 && $0 != 0x22 && $0 != 0x5C
            }
            && !text.utf8.split(separator: 0x2F).contains {
                $0.elementsEqual([0x2E]) || $0.elementsEqual([0x2E, 0x2E])
            }
    }

    /// Checks what stands in the request line and in `Host`.
    ///
    /// - Throws: ``ExchangeRefusal/malformedField(_:)``.
    func checkLine(_ fields: FieldTable) throws(ExchangeRefusal) {
        guard (1...16).contains(method.utf8.count), method.utf8.allSatisfy({ (0x41...0x5A).contains($0) })
        else {
            throw .malformedField("method")
        }
        guard ReceivedRequest.isPath(path) else { throw .malformedField("path") }
        guard query.utf8.count <= 2048, query.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != 0x23 })
        else {
            throw .malformedField("query")
        }
        guard HostAuthority.canonical(authority) == authority,
            fields.single("host").map({ $0 == authority }) != false
        else { throw .malformedField("host") }
    }
}
