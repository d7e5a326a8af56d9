import Exchange
import Vocabulary

/// What a person does with a message that the partner would not take (surat mati).
extension Desk {
    /// Closes a dead letter: what it told is not told again.
    ///
    /// - Throws: `OperationFault.notAllowed` to whom does not administer the site; `.absent` where no such letter is open;
    ///   `.fieldUnfit` without a reason; `SiteFault`.
    package func close(deadLetter id: String, reason: String, by actor: Actor) async throws {
        guard actor.roles.contains(.administrator) else { throw OperationFault.notAllowed }
        try Desk.check(reason: reason)
        let closed = ExchangeClosed(id: id, replacedBy: nil, text: reason, officer: actor.name)
        let at = now()
        try await site.commit { reads in
            _ = try openDeadLetter(id, reads)
            return Decision([draft(closed, at: at, by: actor)], answer: ())
        }
    }

    /// Sends what a dead letter told once more, as it stands now, in a new message at the end of its stream; gives the new
    /// message's identifier.
    ///
    /// - Throws: `OperationFault.notAllowed` to whom does not administer the site; `.absent` where no such letter is open;
    ///   `.unreadable` where its words were erased, `.overtaken` where they stand no more, so that it can only be closed;
    ///   `SiteFault`.
    @discardableResult
    package func redrive(deadLetter id: String, by actor: Actor) async throws -> String {
        guard actor.roles.contains(.administrator) else { throw OperationFault.notAllowed }
        let at = now()
        return try await site.commit { reads in
            let dead = try openDeadLetter(id, reads)
            guard let queued = try reads.queuedMessage(id), let told = try letter(of: queued, reads) else {
                throw OperationFault.unreadable(finding: "the words of the message were erased")
            }
            let letter = try renewed(told, asOf: dead.at, isGathered: queued.about != nil, reads)
            let stream = dead.skipped.stream
            let replacing = try message(
                letter,
                in: stream,
                at: reads.lastQueued(stream) + 1,
                about: queued.about
            )
            let closed = ExchangeClosed(id: id, replacedBy: replacing.id, text: nil, officer: actor.name)
            let again = EntryDraft(
                .exchangeQueued(replacing),
                at: at,
                actor: actor.name,
                purpose: "exchange",
                subject: letter.subject
            )
            return Decision([again, draft(closed, at: at, by: actor)], answer: replacing.id)
        }
    }

    private func openDeadLetter(_ id: String, _ reads: any SiteReads) throws -> DeadLetter {
        let open = try reads.deadLetters(limit: .max).first { $0.skipped.skipped == id }
        guard let open else { throw OperationFault.absent }
        return open
    }

    /// What a message told, as a letter; nil where its words are none.
    private func letter(of queued: ExchangeQueued, _ reads: any SiteReads) throws -> Letter? {
        guard let body = queued.words, let payload = body.payload.members else { return nil }
        return Letter(
            type: queued.type,
            purpose: queued.purpose,
            payload: payload,
            key: queued.stream,
            subject: try subject(of: payload, reads),
            officer: body.officer
        )
    }

    /// Whom a message is about, so that it is erased with the person: by the numbers in it, else by the referral it names.
    private func subject(of payload: [String: CanonicalJSON], _ reads: any SiteReads) throws -> EntrySubject?
    {
        if let nik = payload["nik"]?.text.flatMap({ NIK($0) }) { return .nik(nik) }
        if let passport = payload["passport_no"]?.text.flatMap({ PassportNumber($0) }) {
            return .passport(passport)
        }
        guard let referral = payload["referral"]?.text else { return nil }
        return try reads.referral(id: referral)?.passport.map(EntrySubject.passport)
    }

    private func draft(_ closed: ExchangeClosed, at: Moment, by actor: Actor) -> EntryDraft {
        EntryDraft(.exchangeClosed(closed), at: at, actor: actor.name, purpose: "exchange")
    }

    /// Refuses a reason for closing that isn't there, or is longer than anybody reads.
    ///
    /// - Throws: `OperationFault.fieldUnfit`.
    static func check(reason: String) throws {
        // A character may be built of many bytes.
        guard (1...longestReason).contains(reason.count), reason.utf8.count <= 4 * longestReason else {
            throw OperationFault.fieldUnfit(field: "reason", expected: "1 to \(longestReason) characters")
        }
    }

    private static let longestReason = 500
}
