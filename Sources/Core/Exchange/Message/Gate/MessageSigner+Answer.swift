public import Vocabulary

extension MessageSigner {
    /// The header of an answer, signed and bound to its request.
    ///
    /// - Parameters:
    ///   - status: The HTTP status.
    ///   - contentType: What the body is.
    ///   - body: The body.
    ///   - messageID: The message that is answered; nil of a request that was none.
    ///   - requestHash: The SHA-256 of what the request's sender signed.
    ///   - logIndex: Where the answerer's log has the message; nil where it doesn't.
    ///   - components: What of the request the answer is bound to.
    ///   - fields: Further fields, which are signed as well; names in lower case.
    ///   - now: The time.
    /// - Returns: The header's lines, with a signature that nobody takes where the key can't sign.
    public func answer(
        status: Int,
        contentType: String,
        body: [UInt8],
        messageID: String?,
        requestHash: [UInt8],
        logIndex: UInt64?,
        to components: RequestComponents,
        fields: [HeaderLine] = [],
        at now: Moment
    ) -> [HeaderLine] {
        var lines = [
            HeaderLine(name: "content-type", value: contentType),
            HeaderLine(name: "content-digest", value: ContentDigest.field(of: body)),
        ]
        if let messageID {
            lines.append(HeaderLine(name: "kawal-message-id", value: StructuredField.text(of: messageID)))
        }
        lines.append(HeaderLine(name: "kawal-request-hash", value: StructuredField.text(of: requestHash)))
        if let logIndex { lines.append(HeaderLine(name: "kawal-log-index", value: "\(logIndex)")) }
        lines += fields.map { HeaderLine(name: $0.name.lowercased(), value: $0.value) }
        var base = SignatureBase()
        base.append("\"@status\"", "\(status)")
        for line in lines { base.append("\"\(line.name)\"", line.value) }
        for line in components.lines { base.append(line.identifier, line.value) }
        let tag = components.route == nil ? SignatureTag.answer : SignatureTag.carriedAnswer
        let text =
            "\(base.list);created=\(now.milliseconds / 1000);keyid=\(StructuredField.text(of: keyID))"
            + ";alg=\"\(algorithm.signatureName)\";tag=\"\(tag)\""
        append(text, over: base.closed(with: text), to: &lines)
        return lines
    }
}
