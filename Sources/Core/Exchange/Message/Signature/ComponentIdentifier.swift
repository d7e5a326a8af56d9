import RawStructuredFieldValues

/// What one line of a signature's base is about: a field, or something derived from the message, and how.
///
/// - Shape: `"content-digest"`, `"@path";req`, `"@query-param";name="Pet"`.
/// - Source: RFC 9421 section 2.
public struct ComponentIdentifier: Hashable, Sendable {
    /// The field's name in lower case, or the derived component's with its `@`.
    public let name: String
    /// The identifier as it is written.
    public let text: String
    /// Whether it is taken from the request that the message answers (`req`).
    public private(set) var isOfRequest = false
    /// Whether it is taken from the trailers (`tr`).
    public private(set) var isTrailer = false
    /// Whether the field is written anew as a structured field (`sf`).
    public private(set) var isRewritten = false
    /// Whether each line is taken as bytes (`bs`).
    public private(set) var isOfBytes = false
    /// Which member of a dictionary it is (`key`).
    public private(set) var member: String?
    /// Which parameter of the query it is (`name`).
    public private(set) var parameterName: String?

    /// Reads one identifier.
    ///
    /// - Throws: ``SignatureFault`` where the text is none in its one form or can't be derived here.
    public init(_ text: String) throws(SignatureFault) {
        var parser = StructuredFieldValueParser(Array(text.utf8))
        guard let item = try? parser.parseItemFieldValue() else { throw .malformed("signature-input") }
        try self.init(item)
        guard self.text == text else { throw .malformed("signature-input") }
    }

    init(_ item: Item) throws(SignatureFault) {
        guard case .string(let name) = item.rfc9651BareItem, ComponentIdentifier.isName(name) else {
            throw .malformed("signature-input")
        }
        self.name = name
        guard !item.rfc9651Parameters.isEmpty else {
            text = "\"\(name)\""
            if parameterName == nil, name == "@query-param" { throw .unknown(text) }
            return
        }
        var serializer = StructuredFieldValueSerializer()
        guard let written = try? serializer.writeItemFieldValue(item) else {
            throw .malformed("signature-input")
        }
        text = String(decoding: written, as: UTF8.self)
        for (parameter, value) in item.rfc9651Parameters {
            guard take(parameter, value) else { throw .unknown(text) }
        }
        let isDerived = name.utf8.first == 0x40
        let isRead = isRewritten || member != nil
        guard isDerived != true || !(isRead || isOfBytes || isTrailer), !(isRead && isOfBytes),
            !(isRewritten && member != nil), (parameterName != nil) == (name == "@query-param")
        else { throw .unknown(text) }
    }

    private mutating func take(_ parameter: String, _ value: RFC9651BareItem) -> Bool {
        switch (parameter, value) {
        case ("req", .bool(true)): isOfRequest = true
        case ("tr", .bool(true)): isTrailer = true
        case ("sf", .bool(true)): isRewritten = true
        case ("bs", .bool(true)): isOfBytes = true
        case ("key", .string(let key)): member = key
        case ("name", .string(let name)): parameterName = name
        default: return false
        }
        return true
    }

    /// Whether a text is a field's name in lower case or a derived component's.
    private static func isName(_ text: String) -> Bool {
        let name = text.utf8.first == 0x40 ? text.utf8.dropFirst() : text.utf8[...]
        return !name.isEmpty
            && name.allSatisfy { byte in
                switch byte {
                case 0x61...0x7A, 0x30...0x39, 0x2D, 0x5F, 0x2E, 0x21, 0x23...0x27, 0x2A, 0x2B, 0x5E, 0x60,
                    0x7C,
                    0x7E:
                    true
                default: false
                }
            }
    }
}

extension ComponentIdentifier {
    /// The component's value in a message.
    ///
    /// - Parameters:
    ///   - message: The message that is signed.
    ///   - request: The request that it answers, for components of it.
    /// - Returns: The value, on one line.
    /// - Throws: ``SignatureFault/absent(_:)`` where the message has no such component.
    public func value(
        in message: ComponentSource,
        answering request: ComponentSource? = nil
    ) throws(SignatureFault) -> String {
        guard let source = isOfRequest ? request : message else { throw .absent(text) }
        if name.utf8.first == 0x40 {
            guard let value = source.derived(self) else { throw .absent(text) }
            return value
        }
        let fields = isTrailer ? source.trailers : source.fields
        if isOfBytes {
            let lines = fields.values(of: name)
            guard !lines.isEmpty else { throw .absent(text) }
            return lines.map { StructuredField.text(of: Array($0.utf8)) }.joined(separator: ", ")
        }
        guard let value = fields.combined(name) else { throw .absent(text) }
        if isRewritten {
            guard let rewritten = StructuredField.rewritten(value) else { throw .malformed(name) }
            return rewritten
        }
        guard let member else { return value }
        var parser = StructuredFieldValueParser(Array(value.utf8))
        guard let members = try? parser.parseDictionaryFieldValue() else { throw .malformed(name) }
        guard let found = members[member], let written = StructuredField.text(of: found) else {
            throw .absent(text)
        }
        return written
    }
}
