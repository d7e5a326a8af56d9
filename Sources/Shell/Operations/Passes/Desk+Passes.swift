package import Exchange
package import Vocabulary

/// A pass with how it stands now.
package struct StandingPass: Sendable, Hashable {
    /// The pass.
    package var issued: PassIssued
    /// How it stands.
    package var state: PassState
    /// Why it was taken back; nil while it wasn't.
    package var voidFor: PassVoidReason?

    /// Whether a new one would take its place.
    package var isDue: Bool { state != .active }
}

/// What the ministry's desk sees of a placement and its passes.
package struct PassFile: Sendable {
    /// The placement.
    package var standing: PlacementStanding
    /// Its document's passes, newest first.
    package var passes: [StandingPass]
}

extension Desk {
    /// The rows of the rules that passes are judged by.
    var passRules: PassRules {
        PassRules(
            longestDays: rules.limit("pass_longest_days", on: today) ?? 90,
            expiringDays: rules.limit("pass_expiring_days", on: today) ?? 14,
            oldListHours: rules.limit("pass_list_old_hours", on: today) ?? 24
        )
    }

    /// The placement and the passes of a document's holder, for the ministry's desk; what is due to be void is made void first.
    ///
    /// - Throws: `SiteFault`.
    package func passFile(
        _ passport: PassportNumber,
        bornOn: Day,
        by actor: Actor
    ) async throws -> PassFile {
        note(.pass, of: .passport(passport), by: actor)
        let at = now()
        return try await site.commit { [self] reads in
            let (standing, drafts, passes) = try recheck(passport, bornOn: bornOn, at: at, by: actor, reads)
            guard standing.state != .none else {
                return Decision([], answer: PassFile(standing: standing, passes: []))
            }
            return Decision(drafts, answer: PassFile(standing: standing, passes: passes))
        }
    }

    /// Issues a pass for a complete placement; one that stands already is given again unless a new one would hold for longer.
    ///
    /// - Throws: `OperationFault.passRefused` where the placement isn't complete; `SiteFault`.
    package func issuePass(
        _ passport: PassportNumber,
        bornOn: Day,
        by actor: Actor
    ) async throws -> StandingPass {
        let at = now()
        let trust = try site.passTrust()
        return try await site.commit { [self] reads in
            let (standing, fallen, passes) = try recheck(passport, bornOn: bornOn, at: at, by: actor, reads)
            let held = passes.first { $0.state == .active || $0.state == .expiring }
            if let held, held.state == .active { return Decision(fallen, answer: held) }
            guard standing.state == .complete,
                let issued = try pass(standing, passport, bornOn, at: at, signedBy: trust, reads)
            else { throw OperationFault.passRefused }
            if let held, issued.until <= held.issued.until { return Decision(fallen, answer: held) }
            let renewed = passes.filter { $0.voidFor == nil && $0.issued.until >= today }
                .map { revocation(of: $0.issued, for: .renewed, at: at, by: actor) }
            let draft = passDraft(.passIssued(issued), at: at, by: actor, subject: .passport(passport))
            let answer = StandingPass(issued: issued, state: state(of: issued, nil, nil))
            return Decision(fallen + renewed + [draft], answer: answer)
        }
    }

    /// Takes a pass back.
    ///
    /// - Throws: `OperationFault.absent` where there is none; `SiteFault`.
    package func revokePass(_ number: PassNumber, for reason: PassVoidReason, by actor: Actor) async throws {
        let at = now()
        try await site.commit { [self] reads in
            guard let issued = try reads.pass(number.mark) else { throw OperationFault.absent }
            guard try reads.revocation(of: number.mark) == nil else { return Decision([], answer: ()) }
            return Decision([revocation(of: issued, for: reason, at: at, by: actor)], answer: ())
        }
    }

    /// Takes a pass back by its number as it is written.
    ///
    /// - Throws: `OperationFault.absent` where there is none; `SiteFault`.
    package func revokePass(_ number: String, for reason: PassVoidReason, by actor: Actor) async throws {
        guard let number = PassNumber(number) else { throw OperationFault.absent }
        try await revokePass(number, for: reason, by: actor)
    }

    /// Takes back every standing pass whose placement is no longer complete; gives how many.
    ///
    /// - Throws: `SiteFault`.
    package func revokeIncompletePasses(by actor: Actor) async throws -> Int {
        var (count, last) = (0, PassMark?.none)
        while true {
            let at = now()
            let (found, next) = try await site.commit { [self, last] reads in
                let standing = try reads.standingPasses(on: today, after: last, limit: 100)
                let fallen = try standing.filter { try isFallen($0, reads) }
                let drafts = fallen.map { revocation(of: $0, for: .incomplete, at: at, by: actor) }
                return Decision(drafts, answer: (fallen.count, standing.last?.number.mark))
            }
            count += found
            guard let next else { return count }
            last = next
        }
    }

    /// The signed list of this site's void passes, for sites that check without a line.
    ///
    /// - Throws: `SiteFault`.
    package func passList() throws -> String {
        let marks = try site.read { try $0.revokedPasses(on: today) }
        return try PassRevocations.text(marks, at: now(), signedBy: try site.passTrust().signer(on: today))
    }

    /// The text that proves a slip.
    ///
    /// - Throws: `SiteFault` where the key is missing.
    package func slipProof(code: String, departsOn: Day) throws -> String? {
        try SlipProof(ofCode: code, departsOn: departsOn)?.text(signedBy: site.passTrust().signer(on: today))
    }

    // MARK: Judging

    /// The placement as it stands, its passes, and what takes back those that stand for it no longer.
    private func recheck(
        _ passport: PassportNumber,
        bornOn: Day,
        at: Moment,
        by actor: Actor,
        _ reads: any SiteReads
    ) throws -> (PlacementStanding, [EntryDraft], [StandingPass]) {
        let standing = try standing(of: passport, bornOn: bornOn, reads)
        guard standing.state != .none else { return (standing, [], []) }
        let departed = try lastDeparture(passport, reads)
        var drafts: [EntryDraft] = []
        let passes = try reads.passes(for: passport).map { issued in
            var revoked = try reads.revocation(of: issued.number.mark)
            let isOther = standing.state == .complete && standing.placement != issued.placement
            if revoked == nil, issued.until >= today, standing.state == .incomplete || isOther {
                revoked = PassRevoked(issued, for: .incomplete, at: at)
                drafts.append(revocation(of: issued, for: .incomplete, at: at, by: actor))
            }
            let state = state(of: issued, departed, revoked)
            return StandingPass(issued: issued, state: state, voidFor: revoked?.reason)
        }
        return (standing, drafts, passes)
    }

    /// Whether the placement of a pass is known to be no longer complete; silence of a feed takes nothing back.
    func isFallen(_ issued: PassIssued, _ reads: any SiteReads) throws -> Bool {
        guard let placement = try reads.records(Placement.self, .key(issued.placement.text)).first,
            let bornOn = try placement.holder.bornOn
                ?? reads.records(PassportRecord.self, .passport(issued.passport)).first?.holder.bornOn
        else { return try reads.loaded(.workers) != nil }
        let standing = try standing(of: issued.passport, bornOn: bornOn, reads)
        return switch standing.state {
        case .complete: standing.placement != issued.placement
        case .incomplete, .none: true
        case .unavailable: false
        }
    }

    func state(of issued: PassIssued, _ departed: Day?, _ revoked: PassRevoked?) -> PassState {
        PassVerdict.state(
            from: issued.from,
            until: issued.until,
            on: today,
            usedOn: departed,
            isRevoked: revoked != nil,
            by: passRules
        )
    }

    private func pass(
        _ standing: PlacementStanding,
        _ passport: PassportNumber,
        _ bornOn: Day,
        at: Moment,
        signedBy trust: PassTrust,
        _ reads: any SiteReads
    ) throws -> PassIssued? {
        // Whoever has left today gets the next one from tomorrow on: one of today would count as used at once.
        let departed = try lastDeparture(passport, reads)
        let from = departed.map { $0 >= today } ?? false ? today.adding(days: 1) : today
        let longest = from.adding(days: passRules.longestDays - 1)
        let until = min(longest, standing.validTo ?? longest)
        var drawn = SystemRandomNumberGenerator()
        guard let placement = standing.placement, let scheme = standing.scheme,
            let destination = standing.destination,
            let number = PassNumber(bytes: (0..<PassNumber.length).map { _ in drawn.next() }),
            let pass = WorkerPass(
                number,
                scheme: scheme,
                destination: destination,
                from: from,
                until: until,
                for: passport,
                bornOn: bornOn
            )
        else { return nil }
        return PassIssued(
            pass,
            text: try pass.text(signedBy: trust.signer(on: from)),
            passport: passport,
            placement: placement,
            at: at,
            rules: standing.rules
        )
    }

    func revocation(of issued: PassIssued, for reason: PassVoidReason, at: Moment, by actor: Actor)
        -> EntryDraft
    {
        passDraft(.passRevoked(PassRevoked(issued, for: reason, at: at)), at: at, by: actor)
    }

    /// What takes back the passes of somebody who is erased: the printed text would stand otherwise.
    func revocations(
        ofPassesOf subjects: Set<EntrySubject>,
        at: Moment,
        by actor: Actor,
        _ reads: any SiteReads
    ) throws -> [EntryDraft] {
        let passports = subjects.compactMap { if case .passport(let number) = $0 { number } else { nil } }
        return try passports.sorted().flatMap { try reads.passes(for: $0) }
            .filter { try $0.until >= today && reads.revocation(of: $0.number.mark) == nil }
            .map { revocation(of: $0, for: .erased, at: at, by: actor) }
    }

    private func passDraft(
        _ event: SiteEvent,
        at: Moment,
        by actor: Actor,
        subject: EntrySubject? = nil
    ) -> EntryDraft {
        EntryDraft(event, at: at, actor: actor.name, purpose: "worker-pass", subject: subject)
    }
}
