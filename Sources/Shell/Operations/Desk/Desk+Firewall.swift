package import Casework
package import Vocabulary

/// That investigators were told who a victim is (pembukaan identitas): the victim can read it.
package struct Reveal: Sendable, Hashable {
    /// The criminal case and the number of the move that asked: `ID#7`.
    package var request: String
    /// Who asked; nil where the case is gone.
    package var asker: String?
    /// For which agency.
    package var authority: Authority?
    /// The agreed reason.
    package var reason: String
    /// The order, where the victim had not agreed.
    package var order: String?
    /// When.
    package var at: Moment
}

/// Between those who protect and those who investigate (sekat korban): the latter know tokens until two people, one of
/// each side, and the victim's word or an order let them see a name.
extension Desk {
    /// What a criminal case asks to know of a victim, and what became of it.
    package struct VictimOfCase: Sendable, Hashable {
        /// The token.
        package var token: VictimToken
        /// Whether somebody has asked who it is.
        package var isAsked: Bool
        /// The name and passport, to whoever was told.
        package var identity: CaseOpening?
    }

    /// The victims of a criminal case as an account may know them; that a name was shown is noted.
    ///
    /// - Throws: `SiteFault`.
    package func victims(of history: CaseHistory, for actor: Actor) throws -> [VictimOfCase] {
        let found = try site.read { reads in
            try history.victims.map { token in
                let asked = requests(of: token, in: history.moves)
                let support = try reads.caseOf(token: token).flatMap { CaseHistory(try reads.caseMoves($0)) }
                let told = try support.map { try reveals(in: $0, reads) } ?? []
                // What was opened with the victim's word is closed with it.
                let isAgreed = support?.consents[.enforcement] == .given
                let isMine = told.contains {
                    $0.request.hasPrefix(history.id + "#") && $0.asker == actor.name
                        && ($0.order != nil || isAgreed)
                }
                return VictimOfCase(
                    token: token,
                    isAsked: !asked.isEmpty,
                    identity: isMine ? support?.opening : nil
                )
            }
        }
        for victim in found where victim.identity != nil {
            note(.casefile, of: victim.identity?.passport.map(EntrySubject.passport), by: actor)
        }
        return found
    }

    /// Who was told who a victim is, oldest first.
    ///
    /// - Throws: `SiteFault`.
    package func reveals(in support: CaseHistory) throws -> [Reveal] {
        try site.read { try reveals(in: support, $0) }
    }

    private func reveals(in support: CaseHistory, _ reads: any SiteReads) throws -> [Reveal] {
        guard let token = support.opening.token else { return [] }
        return try support.moves.filter { $0.step == SupportStep.reveal.rawValue }.map { move in
            let request = move.content.request ?? ""
            let asked = try asking(request, for: token, reads)
            return Reveal(
                request: request,
                asker: asked?.officer,
                authority: asked?.authority,
                reason: move.content.reason ?? "",
                order: move.content.clause == nil ? nil : move.content.reference,
                at: move.at
            )
        }
    }

    /// The moves of criminal cases of the same incident that ask who the victim of a support case is.
    ///
    /// - Throws: `SiteFault`.
    package func openRequests(to support: CaseHistory) throws -> [CaseMove] {
        guard let token = support.opening.token, let event = support.opening.event else { return [] }
        return try site.read { reads in
            let told = Set(try reveals(in: support, reads).map(\.request))
            return try reads.cases(ofEvent: event).filter { $0.last.kind == .enforcement }
                .flatMap { requests(of: token, in: try reads.caseMoves($0.last.id)) }
                .filter { !told.contains(Desk.name(of: $0)) }
        }
    }

    /// By what a request is chosen: its case and its place in it.
    package static func name(of request: CaseMove) -> String { request.id + "#" + String(request.number) }

    /// The move that a request names; nil where it asks nothing about this victim.
    private func asking(_ request: String, for token: VictimToken, _ reads: any SiteReads) throws -> CaseMove?
    {
        let id = request.prefix { $0 != "#" }
        return requests(of: token, in: try reads.caseMoves(String(id))).first { Desk.name(of: $0) == request }
    }

    /// Refuses a token that nobody has, and a name that nobody has asked for, or that the asker gives himself.
    func checkFirewall(
        _ step: String,
        _ content: CaseContent,
        in history: CaseHistory,
        by officer: CaseOfficer,
        _ reads: any SiteReads
    ) throws {
        guard let request = content.request else { return }
        switch (history.kind, step) {
        case (.enforcement, EnforcementStep.addVictim.rawValue):
            guard let token = VictimToken(request), try reads.caseOf(token: token) != nil else {
                throw OperationFault.caseRefused(.absent(.request))
            }
        case (.enforcement, EnforcementStep.askReveal.rawValue):
            guard let token = VictimToken(request), history.victims.contains(token) else {
                throw OperationFault.caseRefused(.absent(.request))
            }
        case (.support, SupportStep.reveal.rawValue):
            guard let token = history.opening.token, let asked = try asking(request, for: token, reads) else {
                throw OperationFault.caseRefused(.absent(.request))
            }
            // Two people: whoever asks doesn't answer.
            guard asked.officer != officer.name else {
                throw OperationFault.caseRefused(.sameOfficer(step: step))
            }
        default: return
        }
    }

    private func requests(of token: VictimToken, in moves: [CaseMove]) -> [CaseMove] {
        moves.filter {
            $0.kind == .enforcement && $0.step == EnforcementStep.askReveal.rawValue
                && $0.content.request.flatMap(VictimToken.init) == token
        }
    }

    /// What goes along when a case follows another: the incident, and of a person only what the other side may know.
    ///
    /// - Throws: `OperationFault.absent` where the parent is none; `SiteFault`.
    func opening(
        of kind: CaseKind,
        _ given: CaseOpening?,
        id: String,
        after parent: String?,
        _ reads: any SiteReads
    ) throws -> CaseOpening {
        var opening = given ?? CaseOpening()
        if let parent {
            guard let before = CaseHistory(try reads.caseMoves(parent)) else { throw OperationFault.absent }
            follow(before, with: &opening, of: kind)
        }
        if kind.knowsVictimsByToken {
            (opening.passport, opening.nik, opening.name, opening.token) = (nil, nil, nil, nil)
        } else {
            opening.victims = nil
            if kind == .support { opening.token = opening.token ?? VictimToken(ofCase: id) }
        }
        return opening
    }

    private func follow(_ before: CaseHistory, with opening: inout CaseOpening, of kind: CaseKind) {
        let known = before.opening
        opening.parent = before.id
        opening.event =
            known.event ?? EventNumber(firstCase: before.id, on: before.first.at.day(zone: zone)).text
        // Support that follows support is another victim's.
        guard kind != .support || before.kind != .support else { return }
        // Whoever is with those who protect is a token to everybody else, whichever case follows.
        let isProtected = [.departure, .abroad, .support].contains(before.kind)
        opening.token = known.token ?? (isProtected ? VictimToken(ofCase: before.id) : nil)
        opening.victims = opening.token.map { [$0] } ?? known.victims
        guard opening.passport == nil || opening.passport == known.passport else { return }
        (opening.passport, opening.nik, opening.name) = (known.passport, known.nik, known.name)
    }
}

extension CaseContent {
    /// With the badge of whoever begins to interview.
    func badged(_ actor: Actor) -> CaseContent {
        var content = self
        content.badge = actor.badgeUntil
        return content
    }
}
