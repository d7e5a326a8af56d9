/// Why a request of the exchange is refused; the order of the cases is the order in which a receiver looks.
///
/// - Source: Kawal Exchange Profile 1, the receiver's fifteen steps (docs/adr/0011-the-exchange-has-a-pure-half.md).
public enum ExchangeRefusal: Error, Hashable, Sendable {
    /// 1: the TLS client's key belongs to no party.
    case unknownParty
    /// 2: body or headers are larger than allowed.
    case tooLarge
    /// 3: a header is missing, doubled or not written in its one form; its name.
    case malformedField(String)
    /// 4: the signature doesn't cover what it has to; the component's name.
    case missingComponent(String)
    /// 5: the sender isn't the party that the connection belongs to.
    case wrongSender
    /// 5: the party has no such key, or the key has another algorithm.
    case unknownKey
    /// 6: the key wasn't valid when the request was signed.
    case keyNotValid
    /// 6: the request was signed too far from now, or for too long.
    case clock
    /// 6: the signature's time is over.
    case expired
    /// 7: the signature is not the key's over these components.
    case badSignature
    /// 8: the message is for somebody else.
    case wrongAudience
    /// 8: the carrier delivered it to another route than the sender signed.
    case wrongRoute
    /// 9: the body isn't the one that was signed.
    case badDigest
    /// 10: the same signature was used before.
    case replayedNonce
    /// 10: too many requests at once to remember them.
    case busy
    /// 11: another message has this identity.
    case idConflict
    /// 12: the message isn't the next of its stream; which would be.
    case sequenceGap(expected: Int64)
    /// 13: the body isn't what its type says; the member.
    case schema(String)
    /// 14: the purpose isn't agreed on for the type.
    case purpose
    /// 14: the agreement isn't signed by both sides.
    case agreementUnsigned
    /// 14: messages of this weight wait until the partner's witness is back.
    case stopped
}

extension ExchangeRefusal {
    /// The stable name, for answers, logs and documents.
    public var code: String {
        switch self {
        case .unknownParty: "unknown-party"
        case .tooLarge: "too-large"
        case .malformedField: "malformed-field"
        case .missingComponent: "missing-component"
        case .wrongSender: "wrong-sender"
        case .unknownKey: "unknown-key"
        case .keyNotValid: "key-not-valid"
        case .clock: "clock"
        case .expired: "expired"
        case .badSignature: "bad-signature"
        case .wrongAudience: "wrong-audience"
        case .wrongRoute: "wrong-route"
        case .badDigest: "bad-digest"
        case .replayedNonce: "replayed-nonce"
        case .busy: "busy"
        case .idConflict: "id-conflict"
        case .sequenceGap: "sequence-gap"
        case .schema: "schema"
        case .purpose: "purpose"
        case .agreementUnsigned: "agreement-unsigned"
        case .stopped: "stopped"
        }
    }

    /// The HTTP status of the answer.
    ///
    /// A repeated nonce is 425, which a sender answers with a fresh signature.
    public var status: Int {
        switch self {
        case .malformedField, .missingComponent, .badDigest: 400
        case .unknownParty, .wrongSender, .unknownKey, .keyNotValid, .clock, .expired, .badSignature: 401
        case .wrongAudience, .wrongRoute, .purpose, .agreementUnsigned: 403
        case .idConflict, .sequenceGap: 409
        case .tooLarge: 413
        case .schema: 422
        case .replayedNonce: 425
        case .busy, .stopped: 503
        }
    }

    /// Whether the sender is known by its signature: such an answer is signed and may tell ``detail``.
    public var isAuthenticated: Bool {
        switch self {
        case .unknownParty, .tooLarge, .malformedField, .missingComponent, .wrongSender, .unknownKey,
            .keyNotValid, .clock, .expired, .badSignature:
            false
        case .wrongAudience, .wrongRoute, .badDigest, .replayedNonce, .busy, .idConflict, .sequenceGap,
            .schema, .purpose, .agreementUnsigned, .stopped:
            true
        }
    }

    /// What is refused: a header, a component, a member, a number; nil where the code says all.
    public var detail: String? {
        switch self {
        case .malformedField(let name), .missingComponent(let name), .schema(let name): name
        case .sequenceGap(let expected): "\(expected)"
        default: nil
        }
    }

    /// One refusal of each case, for documents and tests.
    public static let examples: [ExchangeRefusal] = [
        .unknownParty, .tooLarge, .malformedField("kawal-seq"), .missingComponent("@path"), .wrongSender,
        .unknownKey, .keyNotValid, .clock, .expired, .badSignature, .wrongAudience, .wrongRoute, .badDigest,
        .replayedNonce, .busy, .idConflict, .sequenceGap(expected: 1), .schema("payload"), .purpose,
        .agreementUnsigned, .stopped,
    ]
}
