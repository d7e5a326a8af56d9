import RawStructuredFieldValues

/// What a signature says of itself: what it covers, when it was made, until when and with which key.
///
/// - Source: RFC 9421 section 2.3.
public struct SignatureParameters: Hashable, Sendable {
    /// What is covered, in order.
    public let components: [ComponentIdentifier]
    /// When the signature was made; seconds since 1970.
    public private(set) var created: Int64?
    /// Until when it may be taken; seconds since 1970.
    public private(set) var expires: Int64?
    /// What makes it the only one of its kind.
    public private(set) var nonce: String?
    /// The key's name.
    public private(set) var keyID: String?
    /// The algorithm that the signer claims; a receiver takes the key's own.
    public private(set) var algorithm: String?
    /// For which use it was made.
    public private(set) var tag: String?
    /// The names of other parameters.
    public private(set) var others: [String] = []
    /// All of it as it is written: the value of `@signature-params`.
    public let text: String

    /// Reads the signature of a label from a `Signature-Input` field.
    ///
    /// - Throws: ``SignatureFault`` where the field isn't written in its one form, has no such label, or covers something twice.
    public init(field: String, label: String) throws(SignatureFault) {
        guard let member = StructuredField.dictionary(field)?[label] else {
            throw .malformed("signature-input")
        }
        try self.init(member)
    }

    init(_ member: ItemOrInnerList) throws(SignatureFault) {
        guard case .innerList(let list) = member, let text = StructuredField.text(of: member) else {
            throw .malformed("signature-input")
        }
        self.text = text
        var components: [ComponentIdentifier] = []
        components.reserveCapacity(list.bareInnerList.count)
        for item in list.bareInnerList { components.append(try ComponentIdentifier(item)) }
        guard Set(components.lazy.map(\.text)).count == components.count else {
            throw .malformed("signature-input")
        }
        self.components = components
        for (name, value) in list.rfc9651Parameters {
            switch (name, value) {
            case ("created", .integer(let second)): created = second
            case ("expires", .integer(let second)): expires = second
            case ("nonce", .string(let nonce)): self.nonce = nonce
            case ("keyid", .string(let name)): keyID = name
            case ("alg", .string(let name)): algorithm = name
            case ("tag", .string(let tag)): self.tag = tag
            default: others.append(name)
            }
        }
    }

    /// The bytes that are signed.
    ///
    /// - Parameters:
    ///   - message: The message that is signed.
    ///   - request: The request that it answers, for components of it.
    /// - Returns: A line for each component and one for these parameters.
    /// - Throws: ``SignatureFault/absent(_:)`` where a component isn't there.
    /// - Source: RFC 9421 section 2.5.
    public func base(
        of message: ComponentSource,
        answering request: ComponentSource? = nil
    ) throws(SignatureFault) -> [UInt8] {
        var base = SignatureBase()
        for component in components {
            base.append(component.text, try component.value(in: message, answering: request))
        }
        return base.closed(with: text)
    }
}

/// The lines that a signature is made over.
struct SignatureBase {
    private var bytes: [UInt8] = []
    private var identifiers: [UInt8] = [0x28]

    init() { bytes.reserveCapacity(1500) }

    /// Appends one component.
    mutating func append(_ identifier: String, _ value: String) {
        if identifiers.count > 1 { identifiers.append(0x20) }
        identifiers.append(contentsOf: identifier.utf8)
        bytes.append(contentsOf: identifier.utf8)
        bytes.append(contentsOf: [0x3A, 0x20])
        bytes.append(contentsOf: value.utf8)
        bytes.append(0x0A)
    }

    /// The components as a signature's parameters list them: `("@method" "@path")`.
    var list: String { String(decoding: identifiers + [0x29], as: UTF8.self) }

    /// All lines, with the last one.
    func closed(with parameters: String) -> [UInt8] {
        bytes + "\"@signature-params\": ".utf8 + parameters.utf8
    }
}
