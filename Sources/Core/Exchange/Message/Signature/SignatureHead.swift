import RawStructuredFieldValues

/// The one signature of this profile that a header carries.
struct SignatureHead {
    let parameters: SignatureParameters
    /// The signature's bytes.
    let signature: [UInt8]
    /// The nonce, key and tag that every request's and answer's signature has.
    let keyID: String
    let tag: String
    let created: Int64

    /// The label that the profile's signatures have.
    static let label = "kawal"

    /// Reads it.
    ///
    /// - Throws: ``SignatureFault/malformed(_:)`` where one of both fields doesn't stand once and in its one form, where not exactly
    ///   one signature has one of the tags, or where it has a parameter that the profile doesn't know.
    init(_ fields: FieldTable, tags: Set<String>) throws(SignatureFault) {
        guard let input = fields.single("signature-input").flatMap(StructuredField.dictionary) else {
            throw .malformed("signature-input")
        }
        guard let signatures = fields.single("signature").flatMap(StructuredField.dictionary),
            signatures.count == input.count,
            let signature = StructuredField.bytes(signatures[SignatureHead.label])
        else { throw .malformed("signature") }
        var found: SignatureParameters?
        for (label, member) in input {
            guard signatures[label] != nil else { throw .malformed("signature") }
            let parameters = try SignatureParameters(member)
            guard let tag = parameters.tag, tags.contains(tag) else { continue }
            guard label == SignatureHead.label, found == nil else { throw .malformed("signature-input") }
            found = parameters
        }
        guard let found, let keyID = found.keyID, let tag = found.tag, let created = found.created,
            found.algorithm != nil, found.others.isEmpty, (0...Envelope.lastSequence).contains(created)
        else { throw .malformed("signature-input") }
        parameters = found
        self.signature = signature
        self.keyID = keyID
        self.tag = tag
        self.created = created
    }

    /// Whether a component is covered as it is, without parameters.
    func covers(_ name: String) -> Bool { parameters.components.contains { $0.text == name } }
}

/// The uses that the profile's signatures are made for.
enum SignatureTag {
    static let request = "kawal-req-1"
    static let carriedRequest = "kawal-req-1c"
    static let answer = "kawal-res-1"
    static let carriedAnswer = "kawal-res-1c"

    static let requests: Set<String> = [request, carriedRequest]
    static let answers: Set<String> = [answer, carriedAnswer]
}
