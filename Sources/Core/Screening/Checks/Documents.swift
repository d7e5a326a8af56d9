import Vocabulary

extension Case {
    /// D02: a mandatory paper of the placement's scheme is missing or expired on the day.
    ///
    /// A contract that is out of date while crossings show that the work goes on is released (D08b).
    /// - Source: UU 18/2017 art. 5 and 13; `documents.csv`.
    func mandatoryDocuments(_ findings: inout Findings) {
        guard placement != nil else { return }
        if scheme == nil { findings.ask("placement.scheme") }
        var isComplete = true
        for paper in rulebook.papers(on: day) {
            guard let rule = rule(for: paper), rule.requirement == .mandatory else { continue }
            let document = paper.document
            switch state(of: document) {
            case .present:
                if attestation(of: document) != nil {
                    findings.support("S10", evidence: ["document": document])
                }
            case .unknown:
                isComplete = false
                findings.ask("document." + document)
            case .unanswered:
                isComplete = false
                findings.undecided(ask: "document." + document)
            case .missing:
                isComplete = false
                let evidence = ["document": document]
                findings.hold(
                    "D02",
                    state: "missing",
                    evidence: evidence,
                    basis: rule.basis,
                    remedies: [paper.remedy]
                )
            case .expired(let ended):
                isComplete = false
                if document == "contract", isWorkShownToGoOn { continue }
                let evidence = ["document": document, "until": ended.description]
                findings.hold(
                    "D02",
                    state: "expired",
                    evidence: evidence,
                    basis: rule.basis,
                    remedies: [paper.remedy]
                )
            }
        }
        if isComplete, !isApplication { findings.support("S01") }
    }

    /// A01 card or orientation, A02 social security passed, A03 OK-to-board; D08 as what speaks for the departure.
    ///
    /// Nobody is held for an advisory paper.
    /// - Source: letter BP2MI B.704/KA/PP.03.04/VII/2023; the disputes of 2022 and July 2023.
    func advisoryDocuments(_ findings: inout Findings) {
        guard placement != nil, !isApplication else { return }
        for paper in rulebook.papers(on: day) {
            guard let rule = rule(for: paper), rule.requirement == .advisory, let code = rule.advisory else {
                continue
            }
            let document = paper.document
            let keys = code == "A03" ? nil : [paper.remedy]
            let state = state(of: document)
            switch state {
            case .present, .unknown, .unanswered: continue
            case .missing:
                // A period that nobody wrote down is no finding: the number alone is asked for.
                guard document != "insurance_period" else { continue }
                findings.hold(
                    code,
                    state: "missing",
                    evidence: ["document": document],
                    basis: rule.basis,
                    remedies: keys
                )
            case .expired(let ended):
                let evidence = ["document": document, "until": ended.description]
                findings.hold(code, state: "expired", evidence: evidence, basis: rule.basis, remedies: keys)
            }
            if document == "card", isPresent("visa"), isPresent("contract") { findings.support("D08") }
        }
    }

    /// A04: contract or employer in the registry is out of date, but the work is shown to go on (D08b).
    ///
    /// - Source: the dispute of July 2023; Perban 27/2025 on registration abroad.
    func unreportedExtension(_ findings: inout Findings) {
        guard let file = placement?.file, !isApplication, isWorkShownToGoOn else { return }
        var isContractOver = false
        if case .expired = state(of: "contract") { isContractOver = true }
        guard isContractOver || doesEmployerDiffer else { return }
        findings.support("D08b")
        findings.hold("A04", evidence: file.destination.map { ["destination": $0.text] } ?? [:])
    }

    private func isPresent(_ document: String) -> Bool {
        if case .present = state(of: document) { true } else { false }
    }
}
