import Vocabulary

extension Case {
    /// What a silent feed means: a question for every citizen, `unavailable` only where the trip shows work.
    ///
    /// - Source: design promise 3; `feeds.csv`.
    func silentFeeds(_ findings: inout Findings) {
        guard !isBorderPass else {
            // A cross-border pass is clear but for D06 and D09: silence is named, and gives nothing.
            if journey.placements == .unanswered { findings.ask("registry") }
            if journey.notices == .unanswered { findings.ask("notices") }
            return
        }
        if journey.placements == .unanswered { findings.undecided(.workers, ask: "registry") }
        if journey.passports == .unanswered, !isDocumentOnRecord {
            findings.undecided(.passports, ask: "passport.register")
        }
        if journey.notices == .unanswered { findings.undecided(.notices, ask: "notices") }
        if journey.crossings == .unanswered, placement != nil {
            findings.undecided(.crossings, ask: "crossings")
        }
    }

    /// Whether the document shown is known, though the register doesn't answer: it was asked about by itself.
    private var isDocumentOnRecord: Bool {
        guard case .registered = journey.document.standing else { return false }
        return true
    }

    /// Questions that linking raised, and those that the kind of document raises; never a point against.
    func openQuestions(_ findings: inout Findings) {
        for question in journey.questions { findings.ask(question.fact) }
        if journey.citizenship == .contradicted { findings.ask("nationality") }
        switch journey.document.kind {
        case .splp: findings.ask("document.splp")
        case .plb: if !isBorderPass { findings.ask("document.plb") }
        case .passport, .official, .seaman, .none: break
        }
        if placement?.isFiledUnderOwnPassport == false { findings.ask("registry.passport") }
        if placement != nil, placement?.file.status == nil { findings.ask("placement.status") }
        if findings.advice == .refer, let ticket, ticket.hasPayer == nil { findings.ask("ticket.payer") }
    }

    /// What speaks for the departure, whatever the advice.
    func whatSpeaksForIt(_ findings: inout Findings) {
        if case .present(let until) = state(of: "contract"), let until {
            findings.support("S03", evidence: ["until": until.description])
        }
        if case .present(let until) = state(of: "visa"), let until {
            findings.support("S04", evidence: ["until": until.description])
        }
        if hasDepartedBefore { findings.support("S05") }
        if placement != nil, fitness == 2 { findings.support("S11") }
        if ticket?.hasReturn == true { findings.support("S06") }
        if isBureauLicensed(for: [.ppiu, .pihk]) { findings.support("S07") }
    }
}
