import Casework
package import Vocabulary

extension Desk {
    /// Sets who interviews in a shift; the seed of its random arm is drawn with it.
    ///
    /// - Throws: `OperationFault.fieldUnfit` where the shift can't be one; `SiteFault`.
    package func set(_ shift: Shift, by actor: Actor) async throws {
        try shift.check()
        let at = now()
        let roster = Roster(
            post: post,
            opensAt: shift.opensAt,
            closesAt: shift.closesAt,
            interviewers: shift.interviewers,
            slots: shift.slots,
            isPartnerOnDuty: shift.isPartnerOnDuty,
            expected: shift.expected,
            permille: rules.limit("random_arm_permille", on: shift.opensAt.day(zone: zone)) ?? 0
        )
        try await site.commit { reads in
            let known = try reads.rosters(of: roster.post, after: at)
            let overlaps = known.contains {
                $0.opensAt != roster.opensAt && $0.opensAt < roster.closesAt && roster.opensAt < $0.closesAt
            }
            guard !overlaps else {
                throw OperationFault.fieldUnfit(field: "opens", expected: "a shift that overlaps no other")
            }
            // A shift keeps its seed: nobody chooses it by what it draws.
            if let before = known.first(where: { $0.opensAt == roster.opensAt }) {
                var kept = roster
                kept.seed = before.seed
                return Decision([Desk.draft(kept, at: at, by: actor)], answer: ())
            }
            return Decision([Desk.draft(roster, at: at, by: actor)], answer: ())
        }
    }

    /// The shifts of this post that have not ended.
    ///
    /// - Throws: `SiteFault`.
    package func rosters() throws -> [Roster] {
        let at = now()
        return try site.read { try $0.rosters(of: post, after: at) }
    }

    /// How many interviews are held now, and how many can be; nil without a roster.
    ///
    /// - Throws: `SiteFault`.
    package func capacity() throws -> (held: Int, of: Int)? {
        let at = now()
        return try site.read { reads in
            guard let roster = try reads.roster(of: post, at: at) else { return nil }
            let held = try reads.openCases(.departure, limit: 500).filter {
                $0.last.state == DepartureState.interviewing.rawValue && $0.opening.post == post
            }
            return (held.count, roster.interviewers)
        }
    }

    /// The travellers whom chance has drawn and nobody has asked yet, early enough for a talk.
    ///
    /// - Throws: `SiteFault`.
    package func draws() throws -> [RandomDraw] {
        let minutes = RandomArm.leadMinutes(rules, on: today)
        let at = now().adding(seconds: minutes * 60)
        return try site.read { try $0.draws(after: at).map(\.draw) }.filter { $0.post == post }
    }

    /// Notes what a drawn traveller has said; a no leaves nothing behind.
    ///
    /// - Throws: `OperationFault.absent` where the draw is gone; `SiteFault`.
    package func answer(draw id: String, isWilling: Bool, by actor: Actor) async throws {
        let at = now()
        let opened = try await site.commit { [makeIdentifier] reads -> Decision<String?> in
            guard let (entry, draw) = try reads.draws(after: at).first(where: { $0.draw.id == id }) else {
                throw OperationFault.absent
            }
            let gone = BodiesErased(reason: .asked, basis: "asked", entries: IndexRanges([entry]))
            let asked = RandomAnswered(mark: draw.mark, departsAt: draw.departsAt)
            let answered = [
                EntryDraft(.bodiesErased(gone), at: at, actor: actor.name, purpose: "erasure"),
                EntryDraft(.randomAnswered(asked), at: at, actor: Actor.system.name, purpose: "audit"),
            ]
            guard isWilling else { return Decision(answered, answer: nil) }
            var referral = Referral(
                id: makeIdentifier(),
                screening: nil,
                flight: draw.flight,
                passport: draw.passport,
                openedAt: at,
                codes: [InterviewReason.random.rawValue]
            )
            (referral.officer, referral.probability) = (actor.name, draw.probability)
            let referred = EntryDraft(
                .referralOpened(referral),
                at: at,
                actor: actor.name,
                purpose: "departure-check",
                subject: .passport(draw.passport)
            )
            return Decision(answered + [referred], answer: referral.id)
        }
        if let opened { board.tell([.referralOpened(id: opened)]) }
    }

    private static func draft(_ roster: Roster, at: Moment, by actor: Actor) -> EntryDraft {
        EntryDraft(.rosterSet(roster), at: at, actor: actor.name, purpose: "shift")
    }
}

/// A shift as its head writes it (regu).
package struct Shift: Sendable, Hashable {
    /// When it begins.
    package var opensAt: Moment
    /// When it ends.
    package var closesAt: Moment
    /// How many interviews can be held at one time.
    package var interviewers: Int
    /// How many fit into it.
    package var slots: Int
    /// How many citizens are expected to leave.
    package var expected: Int
    /// Whether the other agency is on duty.
    package var isPartnerOnDuty: Bool

    /// A shift.
    package init(
        opensAt: Moment,
        closesAt: Moment,
        interviewers: Int,
        slots: Int,
        expected: Int,
        isPartnerOnDuty: Bool
    ) {
        self.opensAt = opensAt
        self.closesAt = closesAt
        self.interviewers = interviewers
        self.slots = slots
        self.expected = expected
        self.isPartnerOnDuty = isPartnerOnDuty
    }

    fileprivate func check() throws(OperationFault) {
        guard (1...24 * 3600).contains(opensAt.seconds(until: closesAt)) else {
            throw .fieldUnfit(field: "closes", expected: "an end within 24 hours of the beginning")
        }
        guard (0...200).contains(interviewers), (0...5000).contains(slots), (0...1_000_000).contains(expected)
        else {
            throw .fieldUnfit(field: "slots", expected: "numbers that a post can have")
        }
    }
}
