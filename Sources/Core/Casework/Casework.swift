public import Vocabulary

/// Command and history in, the next move or a reason why not out (penanganan perkara).
public enum Casework {
    /// What a step is judged by, beside its history.
    public struct Circumstances: Sendable {
        /// When.
        public var at: Moment
        /// The zone of the post, in minutes east of UTC.
        public var zone: Int
        /// The dated clocks.
        public var rules: Rulebook
        /// How many moves whoever acts has seen; nil of a clock, which has seen all.
        public var seen: Int?
        /// Whether the other agency is on duty at the post.
        public var isPartnerOnDuty: Bool

        /// The day at the post.
        var day: Day { at.day(zone: zone) }

        /// Circumstances.
        public init(at: Moment, zone: Int, rules: Rulebook, seen: Int?, isPartnerOnDuty: Bool = false) {
            self.at = at
            self.zone = zone
            self.rules = rules
            self.seen = seen
            self.isPartnerOnDuty = isPartnerOnDuty
        }
    }

    /// What must stand on the form that opens a case.
    public static func needs(toOpen kind: CaseKind) -> [CaseField] {
        switch kind {
        case .search: [.counterpart, .reason, .text]
        case .correction: [.reason, .text]
        case .departure: []
        case .application, .referral, .enforcement, .licence, .abroad, .support, .welfare: [.text]
        }
    }

    /// Refuses a form that can't open a case.
    ///
    /// - Throws: What is missing or doesn't fit.
    public static func check(
        _ content: CaseContent,
        toOpen kind: CaseKind,
        _ rules: Rulebook,
        on day: Day
    ) throws(CaseRefusal) {
        let missing = needs(toOpen: kind).filter { !content.has($0) }
        guard missing.isEmpty else { throw .missing(missing) }
        try CaseForm.check(content)
        try CaseForm.checkReason(content, of: kind, kind.table.opening, rules, on: day)
    }

    /// Opens a case.
    public static func open(
        _ kind: CaseKind,
        id: String,
        _ content: CaseContent,
        by officer: CaseOfficer,
        _ circumstances: Circumstances
    ) -> CaseMove {
        let table = kind.table
        var content = content
        var opening = content.opening ?? CaseOpening()
        let day = circumstances.day
        opening.event = opening.event ?? EventNumber(firstCase: id, on: day).text
        opening.procedure = circumstances.rules.procedure(kind, on: day)?.version
        content.opening = opening
        var move = CaseMove(
            id: id,
            kind: kind,
            number: 1,
            step: table.opening,
            state: table.start,
            content: content,
            officer: officer.name,
            authority: officer.authority,
            at: circumstances.at,
            dueAt: nil
        )
        move.dueAt = due(after: move, opening, circumstances)
        return move
    }

    /// Takes a step.
    ///
    /// - Throws: Why it can't be taken.
    public static func take(
        _ step: String,
        _ content: CaseContent,
        in history: CaseHistory,
        by officer: CaseOfficer,
        _ circumstances: Circumstances
    ) throws(CaseRefusal) -> CaseMove {
        if let seen = circumstances.seen, seen != history.moves.count {
            throw .movedOn(to: history.state, by: history.last.officer, at: history.last.at)
        }
        if let common = CommonStep(rawValue: step) {
            return try take(common, content, in: history, by: officer, circumstances)
        }
        let possible = history.kind.table.rows(in: history.state).filter { $0.step == step }
        guard !possible.isEmpty else { throw .notNow(step: step, state: history.state) }
        let mine = possible.filter { !officer.hands.isDisjoint(with: $0.by) }
        guard !mine.isEmpty else { throw .notYours(step: step, by: possible.flatMap(\.by)) }
        let missing = mine[0].needs.filter { !content.has($0) }
        guard missing.isEmpty else { throw .missing(missing) }
        try CaseForm.check(content, against: mine[0])
        try CaseForm.checkReason(content, of: history.kind, step, circumstances.rules, on: circumstances.day)
        if history.kind == .departure {
            try DepartureGuard(history: history, officer: officer, circumstances: circumstances).check(
                step,
                content
            )
        }
        try checkTwoHands(step, in: history, by: officer)
        try checkSide(step, in: history, of: officer)
        try checkGuest(step, in: history, officer)
        guard let row = mine.first(where: { acts($0, in: history, with: content) }) else {
            if mine.contains(where: { $0.when == .agreeing }) { throw .unfit(.consent, .outOfRange) }
            if mine.contains(where: { $0.when == .mayReveal }) { throw .missing([.clause, .reference]) }
            throw .notNow(step: step, state: history.state)
        }
        var move = history.next(step, to: row.to, content, by: officer, at: circumstances.at)
        if let minutes = content.minutes, row.needs.contains(.minutes), row.to == nil {
            move.dueAt = limited(
                move.at.adding(seconds: minutes * 60),
                history.opening.departsAt,
                circumstances
            )
        } else if row.to != nil {
            move.dueAt = due(after: move, history.opening, circumstances)
        }
        return move
    }

    /// The rows that somebody could act by now.
    public static func steps(in history: CaseHistory, for officer: CaseOfficer) -> [CaseRow] {
        var seen: Set<String> = []
        return history.kind.table.rows(in: history.state).filter {
            !officer.hands.isDisjoint(with: $0.by) && acts($0, in: history)
                && isTheirs($0.step, in: history, officer) && seen.insert($0.step).inserted
        }
    }

    /// Whether a step isn't another agency's, and does something for whoever would take it.
    private static func isTheirs(_ step: String, in history: CaseHistory, _ officer: CaseOfficer) -> Bool {
        do throws(CaseRefusal) {
            try checkSide(step, in: history, of: officer)
            try checkGuest(step, in: history, officer)
        } catch { return false }
        guard history.kind == .departure else { return true }
        switch DepartureStep(rawValue: step) {
        case .takeOverInterview: return history.interviewer != officer.name
        case .answer, .lock: return history.interviewer == officer.name
        default: return true
        }
    }

    private static func acts(_ row: CaseRow, in history: CaseHistory, with content: CaseContent? = nil)
        -> Bool
    {
        switch row.when {
        case .always: true
        case .mayTravel: !history.mustStay
        case .mustStay: history.mustStay
        case .postponing: history.proposal == .postpone
        case .barring: history.proposal == .bar
        case .consenting: history.consent == .given
        case .agreeing: content.map { $0.consent == .given } ?? true
        case .passportSettled: history.last(.returnPassport) != nil || history.last(.keepPassport) != nil
        case .mayReveal:
            history.consents[.enforcement] == .given
                || content.map { $0.has(.clause) && $0.has(.reference) } ?? true
        case .lastMeasure(let step):
            history.moves.last { ["warn", "suspend", "revoke"].contains($0.step) }?.step == step
        }
    }

    /// Steps that must not be taken by whoever took another of the same case.
    private static let twoHands: [CaseKind: [(step: String, after: [String])]] = [
        .departure: [
            ("read", ["open", "propose", "lock", "begin", "resume"]),
            ("agree", ["open", "propose", "lock", "begin", "resume"]),
            ("disagree", ["open", "propose", "lock", "begin", "resume"]), ("keep-passport", ["propose"]),
            ("uphold", ["propose", "agree", "uphold"]),
            ("overturn", ["propose", "agree", "uphold"]),
        ],
        .application: [
            ("agree", ["propose", "interview"]), ("disagree", ["propose", "interview"]),
            ("refuse", ["propose", "interview"]), ("uphold", ["propose", "agree", "refuse"]),
            ("overturn", ["propose", "agree", "refuse"]),
        ],
        .licence: [
            ("warn", ["propose"]), ("suspend", ["propose"]), ("revoke", ["propose"]),
            ("uphold", ["propose", "warn", "suspend", "revoke"]),
            ("overturn", ["propose", "warn", "suspend", "revoke"]),
        ],
        .abroad: [("issue", ["request"])],
    ]

    /// A guest of the police investigates, one of the prosecution judges the file and tries the case; never one both.
    private static func checkGuest(_ step: String, in history: CaseHistory, _ officer: CaseOfficer)
        throws(CaseRefusal)
    {
        guard history.kind == .enforcement, officer.hands.contains(.officer(.guest)),
            !officer.hands.contains(.officer(.investigator))
        else { return }
        let ofPolice = ["report", "order", "notify", "file", "hand-over", "stop"]
        let ofProsecutor = ["send-back", "complete", "try", "verdict", "restitute"]
        if ofPolice.contains(step), officer.authority != .police { throw .otherAgencyOnDuty }
        if ofProsecutor.contains(step), officer.authority != .prosecutor { throw .otherAgencyOnDuty }
    }

    /// An offer is answered by the agency to which it was made, and withdrawn by the one that made it.
    static func checkSide(_ step: String, in history: CaseHistory, of officer: CaseOfficer)
        throws(CaseRefusal)
    {
        guard history.kind == .referral, officer.hands != [.clock] else { return }
        guard let mine = officer.authority else { throw .otherAgencyOnDuty }
        let isSender = mine == history.first.authority
        let ofSender = [ReferralStep.withdraw.rawValue, ReferralStep.contribute.rawValue].contains(step)
        guard isSender == ofSender else { throw .otherAgencyOnDuty }
    }

    private static func checkTwoHands(
        _ step: String,
        in history: CaseHistory,
        by officer: CaseOfficer
    ) throws(CaseRefusal) {
        for pair in twoHands[history.kind] ?? [] where pair.step == step {
            let others = history.moves.filter { pair.after.contains($0.step) }.map(\.officer)
            guard !others.contains(officer.name) else { throw .sameOfficer(step: step) }
        }
    }
}
