import Vocabulary

extension Desk {
    /// Whether this site's desk answers referrals: the ministry's, and a site that serves both agencies.
    package var answersReferrals: Bool { exchange.map { $0.agency == .ministry } ?? true }

    /// Answers a referral for the ministry's desk (jawaban meja BP3MI); a later answer stands before an earlier one, and none
    /// changes any advice.
    ///
    /// - Throws: `OperationFault.notAllowed` to whom is not at that desk; `.absent` where there is no such referral; `.closed`
    ///   where it fell away; `.fieldUnfit` where the words are too long; `SiteFault`.
    package func answer(
        referral id: String,
        _ answer: ReferralAnswered.Answer,
        text: String?,
        by actor: Actor
    ) async throws {
        guard actor.roles.contains(.helpdesk), answersReferrals else { throw OperationFault.notAllowed }
        let words = text.flatMap { $0.isEmpty ? nil : $0 }
        guard words.map({ $0.count <= Desk.longestAnswer && $0.utf8.count <= 4 * Desk.longestAnswer }) ?? true
        else {
            throw OperationFault.fieldUnfit(
                field: "text",
                expected: "at most \(Desk.longestAnswer) characters"
            )
        }
        let at = now()
        try await site.commit { reads in
            guard let referral = try reads.referral(id: id) else { throw OperationFault.absent }
            guard referral.withdrawnFor == nil else { throw OperationFault.closed }
            let answered = ReferralAnswered(
                referral: id,
                passport: referral.passport,
                answer: answer,
                text: words,
                officer: actor.name,
                at: at
            )
            let draft = EntryDraft(
                .referralAnswered(answered),
                at: at,
                actor: actor.name,
                purpose: "clear-worker",
                subject: referral.passport.map(EntrySubject.passport)
            )
            return Decision([draft], answer: ())
        }
        board.tell([.checkMoved(id: id)])
    }

    /// The most characters of an answer's words.
    package static let longestAnswer = 500
}
