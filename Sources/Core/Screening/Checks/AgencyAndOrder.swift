import Vocabulary

extension Case {
    /// D04: agency never licensed, order never verified, or agency suspended or revoked at signing; mild where the
    /// quota is exceeded or the licence was lost after signing.
    ///
    /// - Source: PP 59/2021 art. 35; Permen P2MI 1/2025.
    func agencyAndOrder(_ findings: inout Findings) {
        guard let placement else { return }
        guard let scheme else { return }
        guard !rulebook.isExempt(scheme.rawValue, as: .scheme, from: "D04", on: day) else {
            if !scheme.isCrew { findings.support("S18") }
            return
        }
        agency(of: placement, &findings)
        order(of: placement, &findings)
    }

    private func agency(of placement: PlacementView, _ findings: inout Findings) {
        guard let licence = placement.file.agencyLicence else {
            findings.ask("placement.agency")
            return
        }
        guard case .answered(let known) = placement.agency else {
            findings.undecided(.agencies, ask: "agencies")
            return
        }
        let evidence = ["licence": licence.text]
        guard let agency = known else {
            findings.hold("D04", state: "agency-unlicensed", evidence: evidence)
            return
        }
        let signedOn = placement.file.agreedOn
        let isStopped = agency.standing == .suspended || agency.standing == .revoked
        let reference = signedOn ?? day
        if isStopped, agency.standingSince.map({ $0 <= reference }) ?? (signedOn == nil) {
            findings.hold("D04", state: "agency-suspended", evidence: evidence)
        } else if isStopped, agency.standingSince.map({ $0 <= day }) ?? true {
            findings.hold("D04", grade: .mild, state: "licence-lost", evidence: evidence)
        } else if let until = agency.validUntil, until < day {
            findings.hold("D04", grade: .mild, state: "licence-lost", evidence: evidence)
        } else {
            findings.support("S02")
        }
    }

    private func order(of placement: PlacementView, _ findings: inout Findings) {
        guard let number = placement.file.jobOrder else {
            findings.ask("placement.job_order")
            return
        }
        guard case .answered(let known) = placement.jobOrder else {
            findings.undecided(.joborders, ask: "joborders")
            return
        }
        let evidence = ["job_order": number.text]
        guard let order = known else {
            findings.hold("D04", state: "order-unverified", evidence: evidence)
            return
        }
        if order.verifiedOn == nil { findings.ask("placement.job_order_verified") }
        if let quota = order.quota, let used = order.used, used > quota {
            let figures = ["quota": String(quota), "used": String(used)]
            findings.hold(
                "D04",
                grade: .mild,
                state: "quota",
                evidence: evidence.merging(figures) { old, _ in old }
            )
        }
    }
}
