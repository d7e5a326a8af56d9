import Casework
package import Vocabulary

/// What is open at a post, as one shift leaves it to the next (rancangan serah terima).
package struct ShiftDraft: Sendable, Hashable {
    /// Departure checks that have not ended, by their clocks.
    package var checks: [CaseLine] = []
    /// Those of them whose passport is not back.
    package var passports: [CaseLine] = []
    /// Those of them whose objection waits.
    package var objections: [CaseLine] = []
    /// Interviews that nobody has begun and whose departure has not left, oldest first.
    package var referrals: [Referral] = []
    /// Offers between the agencies that wait.
    package var offers: [CaseLine] = []
    /// Feeds that don't answer.
    package var silent: [FeedStatus] = []
    /// Since when the shared ledger can't be reached.
    package var cutSince: Moment?

    /// How many there are.
    package var counts: ShiftCounts {
        var counts = ShiftCounts()
        (counts.checks, counts.passports, counts.objections) = (
            checks.count, passports.count, objections.count
        )
        (counts.referrals, counts.offers, counts.silentFeeds) = (referrals.count, offers.count, silent.count)
        counts.isCut = cutSince != nil
        return counts
    }
}

extension Desk {
    /// What is open at this post now.
    ///
    /// - Throws: `SiteFault`.
    package func shiftDraft() throws -> ShiftDraft {
        let status = try status()
        return try site.read { try shiftDraft($0, status) }
    }

    private func shiftDraft(_ reads: any SiteReads, _ status: SiteStatus) throws -> ShiftDraft {
        var draft = ShiftDraft()
        draft.silent = status.feeds.filter { !$0.isAnswered }
        draft.cutSince = status.ledger.sharing?.cutSince(now())
        draft.checks = try reads.openCases(.departure, limit: 500).filter {
            $0.opening.post == nil || $0.opening.post == post
        }
        let waiting = [DepartureState.objected, .appealed].map(\.rawValue)
        draft.objections = draft.checks.filter { waiting.contains($0.last.state) }
        draft.passports = try draft.checks.filter { try isPassportHeld($0.last, reads) }
        let offered = [ReferralState.offered, .escalated].map(\.rawValue)
        draft.offers = try reads.openCases(.referral, limit: 500).filter {
            offered.contains($0.last.state) && ($0.opening.post == nil || $0.opening.post == post)
        }
        let at = now()
        for day in [today, today.adding(days: 1)] {
            draft.referrals += try reads.referrals(on: day).filter { referral in
                guard referral.withdrawnFor == nil, try reads.standing(ofCaseAfter: referral.id) == nil else {
                    return false
                }
                let leaves = try referral.flight.flatMap { try reads.flight($0) }?.manifest.departsAt
                return leaves.map { $0.moment(zone: zone) >= at } ?? true
            }
        }
        draft.referrals.sort { $0.openedAt < $1.openedAt }
        return draft
    }

    /// Whether the officer still has the passport: a decision stands and it was not returned since.
    private func isPassportHeld(_ last: CaseMove, _ reads: any SiteReads) throws -> Bool {
        switch DepartureState(rawValue: last.state) {
        case .deferred, .barred, .kept: true
        case .notified, .objected, .appealed, .upheld:
            try CaseHistory(reads.caseMoves(last.id)).map { history in
                history.last(.agree) != nil && history.last(.returnPassport) == nil
            } ?? false
        default: false
        }
    }

    /// The last notes of this post, newest first.
    ///
    /// - Throws: `SiteFault`.
    package func shiftNotes(limit: Int) throws -> [KeptShiftNote] {
        try site.read { try $0.shiftNotes(of: post, limit: limit) }
    }

    /// Hands the shift over; `seen` is the newest note that the writer has seen, nil where there was none.
    ///
    /// - Throws: `OperationFault.fieldUnfit` where the words are too long, `.caseRefused(.movedOn)` where another note came in
    ///   between; `SiteFault`.
    package func handOver(_ text: String, seen: String?, by actor: Actor) async throws {
        guard text.utf8.count <= ShiftNote.longestText else {
            throw OperationFault.fieldUnfit(field: "text", expected: "at most \(ShiftNote.longestText) bytes")
        }
        let status = try status()
        let (id, at) = (makeIdentifier(), now())
        try await site.commit { reads in
            let newest = try reads.shiftNotes(of: post, limit: 1).first?.note
            if let newest, newest.id != seen {
                throw OperationFault.caseRefused(
                    .movedOn(to: "handed-over", by: newest.officer, at: newest.at)
                )
            }
            // What is counted is what stands where the note is written.
            let draft = try shiftDraft(reads, status)
            let note = ShiftNote(
                id: id,
                post: post,
                officer: actor.name,
                at: at,
                counts: draft.counts,
                text: text
            )
            let entry = EntryDraft(.shiftHandedOver(note), at: at, actor: actor.name, purpose: "shift")
            return Decision([entry], answer: ())
        }
    }

    /// Notes that the next head of shift has read a note.
    ///
    /// - Throws: `OperationFault.absent`, `.caseRefused(.sameOfficer)` for its writer, `.caseRefused(.movedOn)` where somebody else
    ///   has taken over; `SiteFault`.
    package func takeOver(_ id: String, by actor: Actor) async throws {
        let at = now()
        try await site.commit { reads in
            guard let kept = try reads.shiftNote(id: id), kept.note.post == post else {
                throw OperationFault.absent
            }
            guard kept.note.officer != actor.name else {
                throw OperationFault.caseRefused(.sameOfficer(step: "take-over"))
            }
            if let taken = kept.taken {
                throw OperationFault.caseRefused(.movedOn(to: "taken", by: taken.officer, at: taken.at))
            }
            let taken = ShiftNoteTaken(id: id, officer: actor.name, at: at)
            let draft = EntryDraft(.shiftTakenOver(taken), at: at, actor: actor.name, purpose: "shift")
            return Decision([draft], answer: ())
        }
    }
}
