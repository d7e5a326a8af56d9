package import Exchange
import Foundation
package import Vocabulary

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
    /// - Shape: `words` is the body in clear, as it was sent or as it was sealed; or why it can't be opened, which is told in its turn.
    /// - Throws: `ExchangeRefusal`, the first that holds; then nothing was appended but the alarm that some are worth. `SiteFault`.
    package func take(
        _ message: AdmittedMessage,
        words: Result<[UInt8], ExchangeRefusal>,
        lets: @escaping WitnessStanding.Lets = { _ in true }
    ) async throws -> TakenMessage {
        do {
            return try await place(message, words, lets)
        } catch let refusal as ExchangeRefusal {
            try await alarm(refusal, of: message.envelope)
            throw refusal
        }
    }

    /// Tells what an honest partner never does: nobody else can, since its messages are proven to be its own.
    private func alarm(_ refusal: ExchangeRefusal, of envelope: Envelope) async throws {
        switch refusal {
        case .idConflict:
            try await alarm(
                refusal.code,
                stream: envelope.stream.text,
                message: envelope.id,
                finding: "another message came under an identifier that was taken"
            )
        case .sequenceGap:
            // Without the numbers: a partner that asks a thousand times raises one alarm.
            try await alarm(
                refusal.code,
                stream: envelope.stream.text,
                finding: "what came doesn't continue what was taken"
            )
        default: break
        }
    }

    private func place(
        _ message: AdmittedMessage,
        _ words: Result<[UInt8], ExchangeRefusal>,
        _ lets: @escaping WitnessStanding.Lets
    ) async throws -> TakenMessage {
        guard let side = exchange else { throw ExchangeRefusal.unknownParty }
        let (envelope, at) = (message.envelope, now())
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
            let body = try MessageBody(reading: words.get(), expecting: envelope.type)
            let rule = agreed(envelope, body.payload, side)
            if case .failure(.schema(let member)) = rule { throw ExchangeRefusal.schema(member) }
            // Made before the purpose is looked at, since only so it shows whether each member is what the type says.
            let effect = try effect(of: envelope, body, side, at: at, reads)
            let impact = try rule.get().impact
            if !ExchangeSide.beforeAgreement.contains(envelope.type.text) {
                guard try isAgreed(between: side, reads) else {
                    throw ExchangeRefusal.agreementUnsigned
                }
            }
            guard lets(impact) else { throw ExchangeRefusal.stopped }
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
        -> Result<AgreementRule, ExchangeRefusal>
    {
        guard let members = payload.members else { return .failure(.schema("payload")) }
        do throws(AgreementFault) {
            return .success(
                try rules.agreed(
                    envelope.type.text,
                    from: side.other,
                    fields: members.keys,
                    purpose: envelope.purpose,
                    collectedOn: collected(members),
                    on: today
                )
            )
        } catch {
            switch error {
            case .type: return .failure(.schema("type"))
            case .field(let name): return .failure(.schema(name))
            case .purpose, .collectedEarlier: return .failure(.purpose)
            }
        }
    }

    /// When what a message tells was collected, as far as it says so.
    private func collected(_ members: [String: CanonicalJSON]) -> Day? {
        let moment = (members["opened_at"] ?? members["at"])?.text.flatMap { Moment($0) }
        return moment?.day(zone: zone) ?? members["on"]?.text.flatMap { Day($0) }
    }

    /// Whether both sides have signed the agreement in force today.
    private func isAgreed(between side: ExchangeSide, _ reads: any SiteReads) throws -> Bool {
        try agreementMemory.isSigned(agreementMemory.digest(of: rules, on: today)) {
            let parties = Set(try signaturesToday(of: side, reads).map(\.party))
            return parties.contains(side.name.text) && parties.contains(side.partner.text)
        }
    }

    /// Whether both sides have signed the agreement in force today.
    ///
    /// - Throws: `SiteFault`.
    package func isAgreedToday() throws -> Bool {
        guard let side = exchange else { return false }
        let digest = agreementMemory.digest(of: rules, on: today)
        return try agreementMemory.isSigned(digest) {
            try site.read { try isAgreed(between: side, $0) }
        }
    }

    /// How much hangs on messages of a type by the agreement in force today; much where it knows none.
    package func impact(of type: String) -> AgreementRule.Impact {
        rules.agreement(on: today).first { $0.type == type }?.impact ?? .high
    }
}

extension ExchangeSide {
    /// What may cross before both have signed: signatures, keys, roots of sealed tables and the streams' own.
    package static let beforeAgreement: Set<String> = [
        "agreement.signed/1", "keys.changed/1", "stream.skip/1", "stream.digest/1", "lookup.published/1",
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
