import Vocabulary

/// What the checks found on one case, and how it sums up to an assessment.
struct Findings {
    private struct Holding {
        let rule: CheckRule
        let reason: Reason
        let remedies: [Remedy]
    }

    private let judged: Case
    private var holdings: [Holding] = []
    private var contexts: [Reason] = []
    private var supports: [Support] = []
    private var facts: [String] = []
    private var isUndecided = false

    init(_ judged: Case) { self.judged = judged }

    /// Notes that a check holds, where a row of it acts on the day.
    ///
    /// - Shape: `state` chooses the sentence and stands in the evidence; `remedies` are keys, else those of the row.
    mutating func hold(
        _ code: String,
        grade: Reason.Grade? = nil,
        state: String? = nil,
        evidence: [String: String] = [:],
        basis: String? = nil,
        remedies keys: [String]? = nil
    ) {
        let day = judged.day
        guard let rule = judged.rulebook.check(code, grade: grade, state: state, at: judged.occasion, on: day)
        else { return }
        var evidence = evidence
        evidence["state"] = state
        let reason = Reason(
            code: code,
            kind: rule.kind,
            grade: grade,
            says: judged.rulebook.fill(rule.says.indonesian, with: evidence, in: .indonesian, on: day),
            saysToTraveller: judged.rulebook.fill(
                rule.saysToTraveller.indonesian,
                with: evidence,
                in: .indonesian,
                on: day
            ),
            basis: basis ?? rule.basis,
            evidence: evidence
        )
        guard rule.kind != .soft else {
            contexts.append(reason)
            return
        }
        guard !holdings.contains(where: { $0.reason == reason }) else { return }
        let document = evidence["document"]
        let remedies = (keys ?? rule.remedies).compactMap { key in
            judged.rulebook.remedy(key, on: day).map { Remedy($0, for: document) }
        }
        holdings.append(Holding(rule: rule, reason: reason, remedies: remedies))
    }

    /// Notes that a fact is unknown.
    mutating func ask(_ fact: String) { if !facts.contains(fact) { facts.append(fact) } }

    /// Notes that a fact is unknown and is to be asked before all others.
    mutating func askFirst(_ fact: String) {
        facts.removeAll { $0 == fact }
        facts.insert(fact, at: 0)
    }

    /// Notes that a feed didn't answer what could make a check hold: `unavailable` where the trip shows work.
    mutating func undecided(_ feed: RecordKind, ask fact: String) {
        ask(fact)
        let rule = judged.rulebook.feed(feed, on: judged.day)
        let wasLoaded = !judged.journey.neverLoaded.contains(feed)
        let meaning = wasLoaded ? rule?.whenSilent : rule?.whenNeverLoaded
        if (meaning ?? .unavailable) == .unavailable, judged.showsWork { isUndecided = true }
    }

    /// Notes that the registry's own contradiction, or another office's silence, leaves a check undecided.
    mutating func undecided(ask fact: String) {
        ask(fact)
        if judged.showsWork { isUndecided = true }
    }

    /// Notes what speaks for the departure.
    mutating func support(_ code: String, evidence: [String: String] = [:]) {
        let day = judged.day
        guard let rule = judged.rulebook.support(code, on: day) else { return }
        let says = judged.rulebook.fill(rule.says.indonesian, with: evidence, in: .indonesian, on: day)
        let support = Support(code: code, says: says, evidence: evidence.isEmpty ? nil : evidence)
        if !supports.contains(support) { supports.append(support) }
    }

    /// Whether a check holds so far.
    func holds(_ code: String) -> Bool { holdings.contains { $0.reason.code == code } }

    /// The advice so far: the gravest of what holds.
    var advice: Advice {
        let gravest = holdings.map(\.rule.advice).max() ?? .clear
        return isUndecided ? max(gravest, .unavailable) : gravest
    }

    /// Sums up: the gravest reason first, the ministry's desk first where a paper is missing.
    func assessment() -> Assessment {
        let ordered = holdings.enumerated().sorted { left, right in
            let (first, second) = (left.element.rule.advice, right.element.rule.advice)
            return first == second ? left.offset < right.offset : first > second
        }.map(\.element)
        var assessment = Assessment(advice: advice, rules: judged.rulebook.digest)
        assessment.placement = judged.placement?.file.number
        assessment.link = judged.journey.link
        assessment.reasons = ordered.map(\.reason)
        assessment.against = supports
        assessment.unknown = facts.map { fact in
            Unknown(fact: fact, ask: judged.rulebook.question(fact, on: judged.day)?.ask.indonesian ?? fact)
        }
        assessment.mend = mend(ordered)
        assessment.context = contexts
        return assessment
    }

    private func mend(_ ordered: [Holding]) -> [Remedy] {
        var remedies: [Remedy] = []
        if let first = ordered.first(where: { $0.reason.code == "D02" }) {
            let key = judged.isApplication ? "desk_application" : "desk"
            if let desk = judged.rulebook.remedy(key, on: judged.day) {
                remedies.append(Remedy(desk, for: first.reason.evidence["document"]))
            }
        }
        for remedy in ordered.flatMap(\.remedies) where !remedies.contains(remedy) { remedies.append(remedy) }
        return remedies
    }
}
