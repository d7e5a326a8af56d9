package import Casework
package import Vocabulary

extension Desk {
    /// A case with all its moves; that it was looked at is noted.
    ///
    /// - Throws: `OperationFault.absent`; `SiteFault`.
    package func history(of id: String, by actor: Actor) throws -> CaseHistory {
        let history = try site.read { reads in
            guard let history = CaseHistory(try reads.caseMoves(id)) else { throw OperationFault.absent }
            return history
        }
        note(.casefile, of: history.opening.subject, by: actor)
        return history
    }

    /// Opens a case that doesn't come from a referral; one that follows another counts as the same incident.
    ///
    /// - Throws: `OperationFault.notAllowed` where nobody with these roles works on such cases, `.absent` where `parent` is
    ///   none; `SiteFault`.
    package func open(_ kind: CaseKind, _ content: CaseContent, after parent: String? = nil, by actor: Actor)
        async throws -> CaseHistory
    {
        let hands = kind.table.rows.flatMap(\.by)
        guard !actor.officer.hands.isDisjoint(with: hands), kind != .departure else {
            throw OperationFault.notAllowed
        }
        do throws(CaseRefusal) {
            try Casework.check(content, toOpen: kind, rules, on: today)
        } catch {
            throw OperationFault.caseRefused(error)
        }
        var content = content
        // Whoever asks for somebody, is helped or has a wrong record learns by a code how it stands.
        if [.search, .support, .correction].contains(kind) { content.slip = SlipCode.drawn().text }
        let (id, at) = (makeIdentifier(), now())
        try await site.commit { [content] reads in
            var content = content
            content.opening = try opening(of: kind, content.opening, id: id, after: parent, reads)
            let passport = content.opening?.passport
            if kind == .referral, let open = try openOffer(about: passport, reads) {
                throw OperationFault.caseRefused(.movedOn(to: open.state, by: open.officer, at: open.at))
            }
            if kind == .application, let open = try runningApplication(of: content.opening, reads)?.last {
                throw OperationFault.caseRefused(.movedOn(to: open.state, by: open.officer, at: open.at))
            }
            let move = Casework.open(
                kind,
                id: id,
                content,
                by: actor.officer,
                try circumstances(at: at, seen: nil, reads)
            )
            return Decision([draft(move, about: content.opening?.subject)], answer: ())
        }
        return try history(of: id, by: actor)
    }

    /// The offer about a person that nobody has answered yet: a second one beside it would be answered twice.
    private func openOffer(about passport: PassportNumber?, _ reads: any SiteReads) throws -> CaseMove? {
        guard let passport else { return nil }
        let waiting = [ReferralState.offered.rawValue, ReferralState.escalated.rawValue]
        return try reads.cases(of: passport).map(\.last).first {
            $0.kind == .referral && waiting.contains($0.state)
        }
    }

    /// Begins the interview that a referral suggests: the case is opened with it.
    ///
    /// - Returns: The case's identifier.
    /// - Throws: `OperationFault.absent` where the referral is unknown or fell away, `.caseRefused`; `SiteFault`.
    package func beginInterview(of referral: String, _ content: CaseContent, by actor: Actor) async throws
        -> String
    {
        let (new, at) = (makeIdentifier(), now())
        let begun = try await site.commit { reads in
            if let running = try reads.caseOf(referral: referral) {
                throw OperationFault.caseRefused(
                    .movedOn(to: running.state, by: running.officer, at: running.at)
                )
            }
            guard let standing = try reads.referral(id: referral), standing.withdrawnFor == nil else {
                throw OperationFault.absent
            }
            var opened = CaseContent()
            opened.opening = try opening(of: standing, reads)
            var opener = CaseOfficer.clock
            opener.name = standing.officer ?? opener.name
            let first = Casework.open(
                .departure,
                id: new,
                opened,
                by: opener,
                try circumstances(at: at, seen: nil, reads)
            )
            let begun = try take(
                DepartureStep.begin.rawValue,
                content.badged(actor),
                in: [first],
                by: actor.officer,
                at: at,
                seen: 1,
                reads
            )
            return Decision(
                [first, begun].map { draft($0, about: standing.passport.map(EntrySubject.passport)) },
                answer: new
            )
        }
        board.tell([.checkMoved(id: begun)])
        return begun
    }

    /// Takes a step of a case.
    ///
    /// - Shape: `seen` is how many moves the officer has seen; a clock that ran out before acts first.
    /// - Throws: `OperationFault.absent`, `.caseRefused`; `SiteFault`.
    package func take(_ step: String, _ content: CaseContent, in id: String, seen: Int, by actor: Actor)
        async throws
    {
        let isInterview = step == DepartureStep.takeOverInterview.rawValue
        let content = isInterview ? content.badged(actor) : content
        try await take(step, content, in: id, seen: seen, by: actor.officer)
    }

    /// Lets the clocks that ran out act.
    ///
    /// - Returns: How many cases moved.
    /// - Throws: `SiteFault`.
    package func lapseDue() async throws -> Int {
        let at = now()
        let due = try site.read { try $0.cases(dueBefore: at, limit: 500) }
        var moved = 0
        for line in due {
            let wasMoved = try await site.commit { reads in
                let moves = try reads.caseMoves(line.last.id)
                let lapse = try lapse(of: moves, at: at, reads)
                let subject = line.opening.subject
                return Decision(lapse.map { [draft($0, about: subject)] } ?? [], answer: lapse != nil)
            }
            if wasMoved {
                moved += 1
                board.tell([.checkMoved(id: line.last.id)])
            }
        }
        return moved
    }

    func take(
        _ step: String,
        _ content: CaseContent,
        in id: String,
        seen: Int,
        by officer: CaseOfficer
    ) async throws {
        let at = now()
        var content = content
        if step == DepartureStep.agree.rawValue { content.slip = SlipCode.drawn().text }
        let outcome: (refusal: OperationFault?, isFallen: Bool, isCheck: Bool)
        outcome = try await site.commit { [content] reads in
            var moves = try reads.caseMoves(id)
            guard let history = CaseHistory(moves) else { throw OperationFault.absent }
            let (subject, isCheck) = (history.opening.subject, history.kind == .departure)
            var drafts: [EntryDraft] = []
            if let lapse = try lapse(of: moves, at: at, reads) {
                moves.append(lapse)
                drafts.append(draft(lapse, about: subject))
            }
            do {
                try checkOthers(step, content, in: moves, by: officer, at: at, reads)
                let move = try take(step, content, in: moves, by: officer, at: at, seen: seen, reads)
                // Of a decision that fell only that it fell is written.
                let fallen = try fall(of: moves + [move], reads)
                drafts += fallen.isEmpty ? [draft(move, about: subject)] : fallen
                return Decision(drafts, answer: (OperationFault?.none, !fallen.isEmpty, isCheck))
            } catch OperationFault.caseRefused(let refusal) where !drafts.isEmpty {
                // The clock's move stands all the same.
                return Decision(drafts, answer: (.caseRefused(refusal), false, isCheck))
            }
        }
        if outcome.isCheck { board.tell([.checkMoved(id: id)]) }
        if let refusal = outcome.refusal { throw refusal }
        if outcome.isFallen { try await site.sweep(.here) }
    }

    /// Refuses what other cases and accounts speak against; to whom the step isn't open nothing is told of them.
    private func checkOthers(
        _ step: String,
        _ content: CaseContent,
        in moves: [CaseMove],
        by officer: CaseOfficer,
        at: Moment,
        _ reads: any SiteReads
    ) throws {
        guard let history = CaseHistory(moves),
            Casework.offers(step, in: history, to: officer, try circumstances(at: at, seen: nil, reads))
        else { return }
        try checkFirewall(step, content, in: history, by: officer, reads)
        try checkColleague(step, content, in: history, reads)
    }

    /// Refuses to hand a case to an account that isn't there or has no hand in it.
    private func checkColleague(
        _ step: String,
        _ content: CaseContent,
        in history: CaseHistory,
        _ reads: any SiteReads
    ) throws {
        guard step == CommonStep.give.rawValue, let name = content.counterpart?.lowercased() else { return }
        let hands = history.kind.table.rows.flatMap(\.by)
        guard let account = try reads.account(named: name), account.isEnabled,
            !Actor(account).officer.hands.isDisjoint(with: hands)
        else { throw OperationFault.caseRefused(.absent(.counterpart)) }
    }

    private func take(
        _ step: String,
        _ content: CaseContent,
        in moves: [CaseMove],
        by officer: CaseOfficer,
        at: Moment,
        seen: Int?,
        _ reads: any SiteReads
    ) throws -> CaseMove {
        guard let history = CaseHistory(moves) else { throw OperationFault.absent }
        let circumstances = try circumstances(at: at, seen: seen, reads)
        do throws(CaseRefusal) {
            return try Casework.take(
                step,
                content,
                in: history,
                by: officer,
                circumstances
            )
        } catch {
            throw OperationFault.caseRefused(error)
        }
    }

    /// The move of a clock that has run out; nil where none has, or where nothing follows from it.
    private func lapse(of moves: [CaseMove], at: Moment, _ reads: any SiteReads) throws -> CaseMove? {
        guard let history = CaseHistory(moves), let dueAt = history.last.dueAt, dueAt <= at,
            Casework.steps(in: history, for: .clock).contains(where: { $0.step == "lapse" })
        else { return nil }
        return try take("lapse", CaseContent(), in: moves, by: .clock, at: at, seen: nil, reads)
    }

    private func circumstances(at: Moment, seen: Int?, _ reads: any SiteReads) throws
        -> Casework.Circumstances
    {
        Casework.Circumstances(
            at: at,
            zone: zone,
            rules: rules,
            seen: seen,
            isPartnerOnDuty: try reads.roster(of: post, at: at)?.isPartnerOnDuty ?? false
        )
    }

    private func draft(_ move: CaseMove, about subject: EntrySubject?) -> EntryDraft {
        EntryDraft(
            .caseMoved(move),
            at: move.at,
            actor: move.officer,
            purpose: move.purpose,
            subject: subject
        )
    }

    /// What is known when an interview begins.
    private func opening(of referral: Referral, _ reads: any SiteReads) throws -> CaseOpening {
        let screened = try referral.screening.flatMap { try reads.screened(id: $0) }
        var opening = CaseOpening(
            referral: referral.id,
            screening: referral.screening,
            flight: referral.flight,
            passport: referral.passport,
            name: screened?.name,
            post: post,
            probability: referral.probability
        )
        if let flight = referral.flight, let list = try reads.flight(flight) {
            opening.departsAt = list.manifest.departsAt.map { $0.moment(zone: zone) }
        }
        if let passport = referral.passport {
            let born =
                try reads.records(PassportRecord.self, .passport(passport)).first?.holder.bornOn
                ?? screened?.bornOn
            opening.isMinor = born.flatMap { isMinor(bornOn: $0, on: referral.day(zone: zone)) }
        }
        opening.bars = screened?.assessment.reasons.filter { $0.kind == .statutory }.map(\.basis) ?? []
        return opening
    }

    /// Whether somebody is a child in law on a day; nil where no rule is in force.
    private func isMinor(bornOn: Day, on day: Day) -> Bool? {
        rules.limit("majority_years", on: day).map { bornOn.age(on: day) < $0 }
    }
}
