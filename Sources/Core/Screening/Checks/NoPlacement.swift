import Vocabulary

extension Case {
    /// D01: work is shown by visa or passport, and no placement is open; A05 for a long resident abroad.
    ///
    /// - Source: UU 18/2017 art. 4, 5 and 13; catalogue D01.
    func noPlacement(_ findings: inout Findings) {
        guard placement == nil, !isOfficial else { return }
        let isShownByVisa = journey.trip.visaKind == .work
        let asked = passportAskedForWork
        guard isShownByVisa || asked != nil || isAskedForWork else { return }
        guard !hasExemptVisa else {
            findings.support(journey.trip.visaKind == .training ? "S17" : "S14")
            return
        }
        if !isShownByVisa, isExplainedVisit(&findings) { return }
        // The silence of the registry itself is weighed in `silentFeeds`.
        guard case .answered(let placements) = journey.placements else { return }
        if let fact = undecidedPlacement {
            findings.undecided(ask: fact)
            return
        }
        if isLongResidentAbroad {
            findings.support("S08")
            findings.hold("A05")
            return
        }
        guard !isShownByVisa else {
            findings.hold("D01", state: "visa", evidence: ["visa_kind": "work"])
            return
        }
        if let asked, placements.contains(where: { explains(asked, by: $0.file, filed: $0.filedPassport) }) {
            findings.support("S16")
            return
        }
        guard !isBureauUnanswered else {
            findings.undecided(.agencies, ask: "ticket.bureau")
            return
        }
        let askedOn = (asked?.appliedOn ?? asked?.issuedOn)?.description
        if ticket == nil, !isApplication { findings.ask("ticket") }
        findings.hold("D01", state: "passport", evidence: askedOn.map { ["asked_on": $0] } ?? [:])
    }

    /// The question that must be settled before anybody can say that this person has no placement.
    private var undecidedPlacement: String? {
        let facts = journey.questions.map(\.fact)
        return ["registry.passport", "registry.person"].first(where: facts.contains)
    }

    private var isOfficial: Bool {
        rulebook.isExempt(journey.document.kind.rawValue, as: .documentKind, from: "D01", on: day)
    }

    /// Whether a return ticket, a licensed pilgrims' bureau or a family visit explains a trip on a passport that was
    /// asked for work.
    private func isExplainedVisit(_ findings: inout Findings) -> Bool {
        guard !isApplication else { return false }
        var isExplained = false
        if ticket?.hasReturn == true {
            findings.support("S06")
            isExplained = true
        }
        if isBureauLicensed(for: [.ppiu, .pihk]) {
            findings.support("S07")
            isExplained = true
        }
        if journey.trip.visaKind == .family || isShownOnFamilyPassport {
            findings.support("S15")
            isExplained = true
        }
        return isExplained
    }

    /// Whether the passport shown was itself asked for a visit to family.
    private var isShownOnFamilyPassport: Bool {
        guard case .registered(let file) = journey.document.standing else { return false }
        return file.statedPurpose == .family
    }

    /// Whether the ticket names a bureau and nobody said whether it is licensed.
    private var isBureauUnanswered: Bool {
        guard let ticket else { return false }
        return ticket.bureau == .unanswered && ticket.namesBureau
    }

    /// Whether a returned placement is what the passport was asked for.
    ///
    /// It is not where the passport was asked for after that placement had ended.
    private func explains(
        _ passport: PassportFile,
        by file: PlacementFile,
        filed: Answer<PassportNumber>
    ) -> Bool {
        guard file.status == .returned else { return false }
        if let number = passport.number, filed.value == number { return true }
        guard let ended = file.contractUntil.value, let askedOn = passport.appliedOn ?? passport.issuedOn
        else {
            return true
        }
        return askedOn <= ended
    }
}
