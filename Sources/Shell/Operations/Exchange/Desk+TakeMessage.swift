package import Exchange
import Foundation
import Vocabulary

/// What became of a message of the partner.
package struct TakenMessage: Sendable, Hashable {
    /// Whether it had been taken before; then nothing happened now.
    package var isRepeated: Bool
    /// The entry that says it was taken.
    package var entry: UInt64
}

extension Desk {
    /// Takes a message whose sender and bytes are proven: the receiver's steps 11 to 15, in one transaction.
    ///
    /// - Shape: `words` is the body in clear, as it was sent or as it was sealed.
    /// - Throws: `ExchangeRefusal`, the first that holds; then nothing was appended. `SiteFault`.
    package func take(_ message: AdmittedMessage, words: [UInt8], isStopped: Bool = false) async throws
        -> TakenMessage
    {
        guard let side = exchange else { throw ExchangeRefusal.unknownParty }
        let (envelope, at) = (message.envelope, now())
        let agreement = agreementMemory.digest(of: rules, on: today)
        let (answer, first) = try await site.append { reads in
            let known = try reads.received(envelope.id, from: envelope.sender.text)
            let head = try reads.streamHead(.in, envelope.stream.text)
            let place = try StreamRule.place(
                envelope,
                known: known?.hash,
                last: head.sequence,
                head: head.hash
            )
            if place == .repeated {
                return Decision([], answer: (entry: known?.entry, changes: [BoardChange]()))
            }
            let body = try MessageBody(reading: words, expecting: envelope.type)
            let rule = try agreed(envelope, body.payload, side)
            if !ExchangeSide.beforeAgreement.contains(envelope.type.text) {
                guard try isAgreed(agreement, between: side, reads) else {
                    throw ExchangeRefusal.agreementUnsigned
                }
            }
            guard !isStopped || rule.impact == .plain else { throw ExchangeRefusal.stopped }
            let effect = try effect(of: envelope, body, side, at: at, reads)
            let received = EntryDraft(
                .exchangeReceived(ExchangeReceived(message)),
                at: at,
                actor: side.partner.text,
                purpose: envelope.purpose
            )
            return Decision(
                [received] + effect.drafts,
                rows: effect.rows.isEmpty
                    ? nil : OfficeRows(effect.rows, by: side.partner.text, at: at),
                answer: (entry: nil, changes: effect.changes)
            )
        }
        board.tell(answer.changes)
        guard let entry = answer.entry ?? first else {
            throw SiteFault.failed(finding: "a message was taken without an entry")
        }
        return TakenMessage(isRepeated: answer.entry != nil, entry: entry)
    }

    /// The row of the agreement under which a message may be sent.
    private func agreed(_ envelope: Envelope, _ payload: CanonicalJSON, _ side: ExchangeSide)
        throws(ExchangeRefusal) -> AgreementRule
    {
        guard let members = payload.members else { throw .schema("payload") }
        do throws(AgreementFault) {
            return try rules.agreed(
                envelope.type.text,
                from: side.other,
                fields: members.keys,
                purpose: envelope.purpose,
                on: today
            )
        } catch {
            switch error {
            case .type: throw .schema("type")
            case .field(let name): throw .schema(name)
            case .purpose, .collectedEarlier: throw .purpose
            }
        }
    }

    /// Whether both sides have signed an agreement of this digest.
    ///
    /// - Throws: `SiteFault`.
    package func isAgreed(_ digest: String, between side: ExchangeSide, _ reads: any SiteReads) throws -> Bool
    {
        try agreementMemory.isSigned(digest) {
            let parties = Set(try reads.signatures(under: digest).map(\.party))
            return parties.contains(side.name.text) && parties.contains(side.partner.text)
        }
    }
}

extension ExchangeSide {
    /// What may cross before both have signed: signatures, keys and the streams' own.
    static let beforeAgreement: Set<String> = [
        "agreement.signed/1", "keys.changed/1", "stream.skip/1", "stream.digest/1",
    ]
}

extension ExchangeReceived {
    /// What stays of a message.
    init(_ message: AdmittedMessage) {
        let envelope = message.envelope
        self.init(
            id: envelope.id,
            sender: envelope.sender.text,
            stream: envelope.stream.text,
            sequence: envelope.sequence,
            type: envelope.type.text,
            purpose: envelope.purpose,
            hash: Data(envelope.hash),
            key: message.keyID,
            signatureInput: message.signatureInput,
            signature: Data(message.signature),
            requestHash: Data(message.requestHash)
        )
    }
}
