import Casework
import Vocabulary

extension Desk {
    /// What erases a case whose decision fell: every body of it, its screening and its referral.
    func fall(of moves: [CaseMove], _ reads: any SiteReads) throws -> [EntryDraft] {
        guard let history = CaseHistory(moves), history.state == DepartureState.overturned.rawValue else {
            return []
        }
        let at = history.last.at
        var seconds: [String: Int] = [:]
        for (holder, spent) in history.seconds(until: at) { seconds[holder.rawValue] = spent }
        let fallen = CaseErased(
            kind: history.kind,
            post: history.opening.post,
            reason: history.last.content.reason ?? "",
            openedAt: history.first.at,
            at: at,
            seconds: seconds,
            slipDigest: history.slip.flatMap(SlipCode.init).map(Desk.digest)
        )
        let entries = try entries(of: history, reads)
        let erased = BodiesErased(
            reason: .overturned,
            basis: "overturned",
            entries: IndexRanges(entries),
            referrals: history.opening.referral.map { [$0] }
        )
        let settled = settled(history).map {
            EntryDraft(.departureSettled($0), at: at, actor: Actor.system.name, purpose: "departure-check")
        }
        return [settled].compactMap(\.self) + [
            EntryDraft(
                .caseErased(fallen),
                at: at,
                actor: history.last.officer,
                purpose: history.last.purpose
            ),
            EntryDraft(.bodiesErased(erased), at: at, actor: history.last.officer, purpose: "erasure"),
        ]
    }

    /// That the same departure asks nothing of the person again; nil where it has left or isn't known.
    private func settled(_ history: CaseHistory) -> DepartureSettled? {
        let opening = history.opening
        guard let passport = opening.passport, let flight = opening.flight else { return nil }
        let departsAt = opening.departsAt ?? Moment(day: flight.departsOn, hour: 23, minute: 59, zone: zone)
        guard history.last.at < departsAt else { return nil }
        return DepartureSettled(passport, on: flight, departsAt: departsAt)
    }

    /// Every entry that tells of a case: its moves, and whatever led to it on that departure.
    private func entries(of history: CaseHistory, _ reads: any SiteReads) throws -> [UInt64] {
        let opening = history.opening
        guard let subject = opening.subject else { return try reads.caseEntries(history.id) }
        return try reads.events(about: subject).compactMap { entry, event in
            switch event {
            case .caseMoved(let move): move.id == history.id ? entry : nil
            case .travellerScreened(let screened): screened.flight == opening.flight ? entry : nil
            case .referralOpened(let referral):
                referral.id == opening.referral
                    || (referral.flight == opening.flight && opening.flight != nil)
                    ? entry : nil
            case .evidenceMoved(let move): move.caseID == history.id ? entry : nil
            case .referralAnswered(let answered): answered.referral == opening.referral ? entry : nil
            case .exchangeQueued(let queued):
                opening.referral.map { queued.type == "referral.opened/1" && queued.body.contains($0) }
                    == true
                    ? entry : nil
            case .glassBroken(let broken): broken.caseID == history.id ? entry : nil
            default: nil
            }
        }
    }
}
