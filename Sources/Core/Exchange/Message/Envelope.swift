import Crypto

/// What a message says outside its body, and what the chain of its stream is made of; the same over every attempt to send it.
public struct Envelope: Hashable, Sendable {
    /// The message's identity: a UUID of version 7, in lower case.
    public var id: String
    /// Who says it.
    public var sender: PartyName
    /// To whom.
    public var audience: PartyName
    /// In which stream.
    public var stream: StreamName
    /// Its place in the stream, from 1 without a gap.
    public var sequence: Int64
    /// The ``hash`` of the stream's message before it; 32 zero bytes before the first.
    public var previous: [UInt8]
    /// What kind of message the body is.
    public var type: MessageType
    /// The purpose, a code of the register that both sides agreed on.
    public var purpose: String
    /// The SHA-256 of the body's bytes.
    public var digest: [UInt8]

    /// What stands before the first message of a stream.
    public static let beginning = [UInt8](repeating: 0, count: 32)

    /// The last place that a stream has (fifteen digits, what a structured field's integer holds).
    public static let lastSequence: Int64 = 999_999_999_999_999

    /// An envelope of its parts; ``isWellFormed`` says whether it can be sent.
    public init(
        id: String,
        sender: PartyName,
        audience: PartyName,
        stream: StreamName,
        sequence: Int64,
        previous: [UInt8],
        type: MessageType,
        purpose: String,
        digest: [UInt8]
    ) {
        self.id = id
        self.sender = sender
        self.audience = audience
        self.stream = stream
        self.sequence = sequence
        self.previous = previous
        self.type = type
        self.purpose = purpose
        self.digest = digest
    }

    /// Whether every part has its form.
    public var isWellFormed: Bool {
        Envelope.isIdentity(id) && Envelope.isPurpose(purpose) && previous.count == 32 && digest.count == 32
            && (1...Envelope.lastSequence).contains(sequence)
    }

    /// The envelope in the one form that is hashed.
    ///
    /// - Source: RFC 8785.
    public var canonical: [UInt8] { written(with: digest) }

    /// What the partner's chain and the recognition of repeats compare: the SHA-256 of ``canonical``.
    public var hash: [UInt8] { [UInt8](SHA256.hash(data: canonical)) }

    /// The envelope without its digest: what a sealed body is bound to, whose digest can't be known before it is sealed.
    var bindings: [UInt8] { written(with: nil) }

    private func written(with digest: [UInt8]?) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(512)
        // In the order of the names; what isn't free text needs no escape.
        bytes.append(contentsOf: "{\"audience\":\"\(audience.text)\"".utf8)
        if let digest {
            bytes.append(contentsOf: ",\"digest\":\"sha-256=:\(Base64Form.text(digest)):\"".utf8)
        }
        bytes.append(contentsOf: ",\"id\":".utf8)
        CanonicalJSON.write(id, into: &bytes)
        bytes.append(contentsOf: ",\"prev\":\"\(Base64Form.text(previous))\",\"purpose\":".utf8)
        CanonicalJSON.write(purpose, into: &bytes)
        bytes.append(contentsOf: ",\"sender\":\"\(sender.text)\",\"seq\":\(sequence),\"stream\":".utf8)
        bytes.append(contentsOf: "\"\(stream.text)\",\"type\":\"\(type.text)\"}".utf8)
        return bytes
    }
}

extension Envelope {
    /// Whether a text is a UUID of version 7 in lower case.
    ///
    /// - Source: RFC 9562 section 5.7.
    public static func isIdentity(_ text: String) -> Bool {
        var position = 0
        for byte in text.utf8 {
            switch position {
            case 8, 13, 18, 23: guard byte == 0x2D else { return false }
            case 14: guard byte == 0x37 else { return false }
            case 19: guard byte == 0x38 || byte == 0x39 || byte == 0x61 || byte == 0x62 else { return false }
            default:
                guard (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte) else { return false }
            }
            position += 1
        }
        return position == 36
    }

    /// Whether a text can be the code of a purpose: letters, digits, `-`, `.` and `_`, at most 60.
    public static func isPurpose(_ text: String) -> Bool {
        (1...60).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
                default: false
                }
            }
    }
}
