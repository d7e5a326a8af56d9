public import Vocabulary

/// All moves of a case so far, and what follows from them (riwayat perkara).
public struct CaseHistory: Sendable {
    /// The moves, oldest first; never empty.
    public let moves: [CaseMove]
    /// The first move.
    public let first: CaseMove
    /// The last move.
    public let last: CaseMove

    /// A history; nil where there is no move.
    public init?(_ moves: [CaseMove]) {
        guard let first = moves.first, let last = moves.last else { return nil }
        self.moves = moves
        self.first = first
        self.last = last
    }

    /// The case's identifier.
    public var id: String { first.id }
    /// Its course.
    public var kind: CaseKind { first.kind }
    /// Where it stands.
    public var state: String { last.state }
    /// What it is about.
    public var opening: CaseOpening { first.content.opening ?? CaseOpening() }
    /// Whether the state's clock stands still.
    public var isPaused: Bool { pause != nil }
    /// Whether nothing is left to be done.
    public var isClosed: Bool { kind.table.isClosed(state) }

    /// The last move of a step; nil where it was never taken.
    public func last(_ step: String) -> CaseMove? { moves.last { $0.step == step } }

    /// The last move of a departure check's step.
    public func last(_ step: DepartureStep) -> CaseMove? { last(step.rawValue) }

    /// Whether the officer's own view stands, so that the reasons may be shown to whoever interviews.
    public var isViewLocked: Bool {
        guard kind == .departure else { return true }
        return last(.lock) != nil || isClosed || state == DepartureState.taken.rawValue
    }

    /// The code of the slip that the traveller holds; nil before there is one.
    public var slip: String? { moves.reversed().lazy.compactMap(\.content.slip).first }

    /// Whether nobody may simply let the person go: a legal bar that nobody has set aside, or a child without a parent or guardian.
    public var mustStay: Bool {
        if !opening.bars.isEmpty, last(.setAside) == nil { return true }
        guard opening.isMinor == true else { return false }
        return moves.reversed().lazy.compactMap(\.content.guardian).first != true
    }

    /// Who holds the interview: whoever began it or took it over last; nil before.
    public var interviewer: String? {
        moves.last {
            [DepartureStep.begin, .takeOverInterview].map(\.rawValue).contains($0.step)
        }?.officer
    }

    /// What the person has agreed to or not with a step, by the last word; what was asked by itself stands in `consents`.
    public var consent: Consent? {
        moves.last { $0.content.consent != nil && $0.commonStep != .consent }?.content.consent
    }

    /// Whom a criminal case knows as its victims, each once.
    public var victims: [VictimToken] {
        let added = moves.filter { $0.step == EnforcementStep.addVictim.rawValue }
        var seen: Set<VictimToken> = []
        return ((opening.victims ?? []) + added.compactMap { $0.content.request.flatMap(VictimToken.init) })
            .filter { seen.insert($0).inserted }
    }

    /// Whether a guest of police or prosecution was invited to the case, by the account's name.
    public func hasInvited(_ guest: String) -> Bool {
        moves.contains {
            $0.step == EnforcementStep.invite.rawValue && $0.content.counterpart?.lowercased() == guest
        }
    }

    /// What is proposed, where something is.
    public var proposal: Proposal? { last(.propose)?.content.proposal }
}

extension CaseHistory {
    /// The move that follows, never before the last one; the state's clock runs on.
    func next(
        _ step: String,
        to state: String? = nil,
        _ content: CaseContent,
        by officer: CaseOfficer,
        at moment: Moment
    ) -> CaseMove {
        CaseMove(
            id: id,
            kind: kind,
            number: moves.count + 1,
            step: step,
            state: state ?? self.state,
            content: content,
            officer: officer.name,
            authority: officer.authority,
            at: max(moment, last.at),
            dueAt: last.dueAt
        )
    }

    /// The states through which the case went, each with the deadline as it was last set.
    public var spells: [StateSpell] {
        var spells: [StateSpell] = []
        for move in moves {
            if let open = spells.indices.last, spells[open].state == move.state {
                spells[open].dueAt = move.dueAt
            } else {
                if let open = spells.indices.last { spells[open].leftAt = move.at }
                spells.append(StateSpell(state: move.state, since: move.at, dueAt: move.dueAt, leftAt: nil))
            }
        }
        return spells
    }

    /// How long the case lay with whom, in seconds, up to a moment or its end.
    ///
    /// - Shape: every holder has a number; an extension or a note doesn't change whose time runs.
    public func seconds(until now: Moment) -> [TimeHolder: Int] {
        var spent = Dictionary(uniqueKeysWithValues: TimeHolder.allCases.map { ($0, 0) })
        let table = kind.table
        var (state, isPaused) = ("", false)
        for (move, next) in zip(moves, moves.dropFirst().map(\.at) + [now]) {
            if move.state != state || move.commonStep == .unpause { isPaused = false }
            if move.commonStep == .pause { isPaused = true }
            state = move.state
            guard !table.isClosed(state) else { continue }
            spent[isPaused ? .partner : table.holders[state] ?? .ours, default: 0] += max(
                0,
                move.at.seconds(until: next)
            )
        }
        return spent
    }
}
