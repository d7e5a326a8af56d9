import Vocabulary

extension Case {
    /// A closure in force on the day, by notice or by rule.
    private struct Closed {
        var position: String?
        var employerKind: EmployerKind?
        var from: Day?
        var basis: String
    }

    /// D05: placement to this destination, position or kind of employer is closed on the day.
    ///
    /// - Source: UU 18/2017 art. 32; Kepmenaker 260/2015; notices.
    func closedDestination(_ findings: inout Findings) {
        guard let file = placement?.file, let destination = file.destination else { return }
        for closed in closures(of: destination) {
            guard concerns(closed, file, &findings) else { continue }
            guard !precedes(closed, file, &findings) else { continue }
            var evidence = ["destination": destination.text]
            evidence["since"] = closed.from?.description
            evidence["employer_kind"] = closed.employerKind?.rawValue
            evidence["position"] = closed.position
            findings.hold("D05", evidence: evidence, basis: closed.basis)
        }
    }

    private func closures(of destination: CountryCode) -> [Closed] {
        var closures = rulebook.closures(of: destination, on: day).filter { rule in
            scheme.map { !rule.exceptSchemes.contains($0) } ?? rule.exceptSchemes.isEmpty
        }.map {
            Closed(
                position: $0.position,
                employerKind: $0.employerKind,
                from: $0.validity.from,
                basis: $0.basis
            )
        }
        for view in journey.notices.value ?? [] where view.notice.subject == .destination {
            let notice = view.notice
            guard notice.isInForce(on: day), notice.destination == destination,
                Words.of(notice.value ?? "") == ["CLOSED"], let basis = notice.basis
            else { continue }
            closures.append(
                Closed(
                    position: notice.position,
                    employerKind: notice.employerKind,
                    from: notice.from,
                    basis: basis
                )
            )
        }
        return closures
    }

    /// Whether a closure is for this kind of employer and this position; an unknown one is a question.
    private func concerns(_ closed: Closed, _ file: PlacementFile, _ findings: inout Findings) -> Bool {
        if let kind = closed.employerKind {
            guard let ours = file.employerKind ?? placement?.jobOrder.value??.employerKind else {
                findings.ask("placement.employer_kind")
                return false
            }
            guard ours == kind else { return false }
        }
        if let position = closed.position.map(Words.of), !position.isEmpty {
            guard let ours = (file.position ?? placement?.jobOrder.value??.position).map(Words.of),
                !ours.isEmpty
            else {
                findings.ask("placement.position")
                return false
            }
            guard position.isSubset(of: ours) else { return false }
        }
        return true
    }

    /// Whether the first departure or the contract precedes the closure.
    private func precedes(_ closed: Closed, _ file: PlacementFile, _ findings: inout Findings) -> Bool {
        guard let from = closed.from else { return false }
        let firstDeparture = crossings.first { $0.direction == .exit && $0.country == file.destination }?.day
        let begun = [firstDeparture, file.contractFrom.value ?? file.agreedOn].compactMap(\.self).min()
        if let begun {
            guard begun < from else { return false }
            findings.support("S19")
            return true
        }
        guard file.status == .departed else { return false }
        // A worker who is out already, nobody knows since when: asked, not held.
        findings.ask("placement.contract")
        return true
    }
}

extension Notice {
    /// Whether the notice acts on a day; one that lacks basis, owner or end never does.
    func isInForce(on day: Day) -> Bool {
        guard basis != nil, owner != nil, let until else { return false }
        return (from.map { $0 <= day } ?? true) && day <= until
    }
}
