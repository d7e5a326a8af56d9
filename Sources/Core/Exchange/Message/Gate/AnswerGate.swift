import Crypto
public import Vocabulary

/// Why an answer isn't the partner's to what was asked.
public enum AnswerFault: Error, Hashable, Sendable {
    /// It isn't signed: an error before the partner knew us, or not the partner's answer at all.
    case unsigned
    /// A carrier failed and says so; the message may not have arrived.
    case carrier
    /// Body or header are larger than allowed.
    case tooLarge
    /// A field isn't in its one form; its name.
    case malformedField(String)
    /// The signature doesn't cover what it has to; the component.
    case missingComponent(String)
    /// The partner has no such key, or the key has another algorithm.
    case unknownKey
    /// The key wasn't valid when the answer was signed.
    case keyNotValid
    /// The answer was signed too far from now.
    case clock
    /// The signature is not the key's over these components and this request.
    case badSignature
    /// The answer is to another request.
    case otherRequest
    /// The body isn't the one that was signed.
    case badDigest
}

/// An answer that is the partner's, to this request.
public struct VerifiedAnswer: Hashable, Sendable {
    /// The HTTP status.
    public let status: Int
    /// The body's exact bytes.
    public let body: [UInt8]
    /// The name of the key that signed it.
    public let keyID: String
    /// When it was signed.
    public let signedAt: Moment
    /// Where the partner's log has the message; nil where it doesn't.
    public let logIndex: UInt64?
    /// Whether the message had been taken before (`Kawal-Replayed`).
    public let isRepeated: Bool
    /// The place that the partner expects next (`Kawal-Expected-Seq`).
    public let expectedSequence: Int64?
}

/// Checks that an answer is the partner's, to this request, and whole.
public struct AnswerGate: Sendable {
    private let keys: PartyKeys
    private let skewSeconds: Int
    private let bodyLimit: Int

    /// A gate for answers of a partner.
    ///
    /// - Parameters:
    ///   - keys: The partner's keys.
    ///   - skewSeconds: How far the partner's clock may be from ours.
    ///   - bodyLimit: The most bytes that a body may have.
    public init(of keys: PartyKeys, skewSeconds: Int = 60, bodyLimit: Int = 16 << 20) {
        self.keys = keys
        self.skewSeconds = skewSeconds
        self.bodyLimit = bodyLimit
    }

    /// Checks an answer.
    ///
    /// - Parameters:
    ///   - status: The HTTP status.
    ///   - fields: The header.
    ///   - body: The body's exact bytes.
    ///   - request: What was asked.
    ///   - now: The time.
    /// - Returns: The answer, which is the partner's.
    /// - Throws: ``AnswerFault``.
    public func verify(
        status: Int,
        fields: [HeaderLine],
        body: [UInt8],
        to request: SignedRequest,
        at now: Moment
    ) throws(AnswerFault) -> VerifiedAnswer {
        guard body.count <= bodyLimit else { throw .tooLarge }
        let table = try AnswerGate.header(fields)
        guard table.values(of: "x-road-error").isEmpty else { throw .carrier }
        guard !table.values(of: "signature").isEmpty else { throw .unsigned }
        let head: SignatureHead
        let base: [UInt8]
        do throws(SignatureFault) { head = try SignatureHead(table, tags: SignatureTag.answers) } catch {
            throw .malformedField("signature-input")
        }
        try require(head, table, of: request.components)
        let signedAt = Moment(milliseconds: head.created * 1000)
        let key = try key(of: head, at: signedAt, now: now)
        let source = ComponentSource(start: .response(status: status), fields: table)
        do throws(SignatureFault) {
            base = try head.parameters.base(of: source, answering: request.components.source)
        } catch { throw .missingComponent("other") }
        guard key.accepts(head.signature, over: base) else { throw .badSignature }
        guard table.single("kawal-request-hash").flatMap(StructuredField.bytes) == request.requestHash else {
            throw .otherRequest
        }
        guard let digest = table.single("content-digest").flatMap(ContentDigest.only) else {
            throw .malformedField("content-digest")
        }
        guard digest == [UInt8](SHA256.hash(data: body)) else { throw .badDigest }
        let index = table.single("kawal-log-index").flatMap(StructuredField.integer)
        return VerifiedAnswer(
            status: status,
            body: body,
            keyID: head.keyID,
            signedAt: signedAt,
            logIndex: index.flatMap { UInt64(exactly: $0) },
            isRepeated: table.single("kawal-replayed") == "?1",
            expectedSequence: table.single("kawal-expected-seq").flatMap(StructuredField.integer)
        )
    }
}

extension AnswerGate {
    private static func header(_ fields: [HeaderLine]) throws(AnswerFault) -> FieldTable {
        do throws(ExchangeRefusal) { return try ReceivedHeader(fields).fields } catch {
            guard case .malformedField(let name) = error else { throw .tooLarge }
            throw .malformedField(name)
        }
    }

    /// Checks that the signature covers the status, the body, every field of the profile and the request.
    private func require(
        _ head: SignatureHead,
        _ table: FieldTable,
        of request: RequestComponents
    ) throws(AnswerFault) {
        let tag = request.route == nil ? SignatureTag.answer : SignatureTag.carriedAnswer
        guard head.tag == tag else { throw .malformedField("signature-input") }
        let covered = Set(head.parameters.components.lazy.map(\.text))
        var names = ["\"@status\"", "\"content-type\"", "\"content-digest\"", "\"kawal-request-hash\""]
        names += request.lines.map(\.identifier)
        names += table.names.filter { $0.hasPrefix("kawal-") }.map { "\"\($0)\"" }
        for name in names where !covered.contains(name) { throw .missingComponent(name) }
        if let id = request.messageID, let answered = table.single("kawal-message-id") {
            guard answered == StructuredField.text(of: id) else { throw .otherRequest }
        }
    }

    private func key(
        of head: SignatureHead,
        at signedAt: Moment,
        now: Moment
    ) throws(AnswerFault) -> PreparedPublicKey {
        guard let record = keys.signingKey(head.keyID), let key = record.prepared,
            head.parameters.algorithm == record.algorithm.signatureName
        else { throw .unknownKey }
        guard record.isValid(at: signedAt) else { throw .keyNotValid }
        guard abs(now.milliseconds - signedAt.milliseconds) <= Int64(skewSeconds) * 1000 else { throw .clock }
        return key
    }
}
