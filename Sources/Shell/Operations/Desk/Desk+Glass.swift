import Casework
package import Vocabulary

extension Desk {
    /// Courses that nobody opens this way: what a traveller or a victim says in trust stays where it was said.
    package static let closedKinds: Set<CaseKind> = [.departure, .support, .search, .welfare]

    /// Opens a case for an hour to somebody whose duty it isn't.
    ///
    /// - Throws: `OperationFault.notAllowed` on a closed course, `.fieldUnfit` without a reason, `.absent`; `SiteFault`.
    package func breakGlass(on caseID: String, reason: String, by actor: Actor) async throws {
        guard (10...1000).contains(reason.utf8.count) else {
            throw OperationFault.fieldUnfit(field: "text", expected: "a reason of 10 to 1000 bytes")
        }
        let at = now()
        try await site.commit { [makeIdentifier] reads in
            guard let history = CaseHistory(try reads.caseMoves(caseID)) else { throw OperationFault.absent }
            guard !Desk.closedKinds.contains(history.kind) else { throw OperationFault.notAllowed }
            let broken = GlassBroken(
                id: makeIdentifier(),
                caseID: caseID,
                kind: history.kind,
                officer: actor.name,
                authority: actor.authority,
                reason: reason,
                at: at,
                until: at.adding(seconds: GlassBroken.seconds)
            )
            let draft = EntryDraft(
                .glassBroken(broken),
                at: at,
                actor: actor.name,
                purpose: "break-glass",
                subject: history.opening.subject
            )
            return Decision([draft], answer: ())
        }
    }

    /// Whether somebody may read a case by a glass that was broken within the hour.
    ///
    /// - Throws: `SiteFault`.
    package func isGlassOpen(on caseID: String, for actor: Actor) throws -> Bool {
        let at = now()
        return try site.read { try $0.glass(of: caseID) }.contains {
            $0.officer == actor.name && at < $0.until
        }
    }

    /// What waits to be reviewed by an agency: what the other one's people have opened, oldest first.
    ///
    /// - Throws: `SiteFault`.
    package func glassToReview(by actor: Actor) throws -> [GlassBroken] {
        try site.read { try $0.glassToReview(limit: 500) }.filter {
            $0.officer != actor.name && actor.authority != nil && $0.authority != actor.authority
        }
    }

    /// Notes what the other agency says of it.
    ///
    /// - Throws: `OperationFault.absent` where it was reviewed, or isn't the other agency's; `.fieldUnfit` without words; `SiteFault`.
    package func review(glass id: String, isJustified: Bool, text: String, by actor: Actor) async throws {
        guard (1...1000).contains(text.utf8.count) else {
            throw OperationFault.fieldUnfit(field: "text", expected: "1 to 1000 bytes")
        }
        guard try glassToReview(by: actor).contains(where: { $0.id == id }) else {
            throw OperationFault.absent
        }
        let reviewed = GlassReviewed(
            id: id,
            isJustified: isJustified,
            text: text,
            officer: actor.name,
            at: now()
        )
        try await site.commit { reads in
            guard try reads.glassToReview(limit: 500).contains(where: { $0.id == id }) else {
                throw OperationFault.absent
            }
            let draft = EntryDraft(
                .glassReviewed(reviewed),
                at: reviewed.at,
                actor: actor.name,
                purpose: "break-glass"
            )
            return Decision([draft], answer: ())
        }
    }
}
