import Vocabulary

extension Case {
    /// T01 to T05, T08, T09 and D10 to D12: facts shown beside the advice, never weighed.
    ///
    /// - Source: catalogue of indicators; each row in `checks.csv` has kind `soft`.
    func context(_ findings: inout Findings) {
        let trip = journey.trip
        if ticket?.isOneWay == true { findings.hold("T01") }
        if trip.visaKind == .visit, passportAskedForWork != nil { findings.hold("T02") }
        if trip.visaKind == .umrah, ticket != nil, !isBureauLicensed(for: [.ppiu, .pihk]) {
            findings.hold("T03")
        }
        if let kind = trip.visaKind, kind != .hajj, !isApplication, rulebook.season(on: day) != nil,
            countriesOfTrip.contains(where: { $0.text == "SAU" })
        {
            findings.hold("T04", evidence: ["visa_kind": kind.rawValue])
        }
        for place in trip.places + (ticket?.places ?? []) {
            guard let detour = rulebook.transit(place, .detour, on: day) else { continue }
            guard countriesOfTrip.contains(where: detour.onward.contains) else { continue }
            findings.hold("T05", evidence: ["place": place])
            break
        }
        if trip.wasPassportAskedInTransitTown == true { findings.hold("T08") }
        for view in journey.notices.value ?? [] where view.notice.subject == .destination {
            guard view.notice.isInForce(on: day), Words.of(view.notice.value ?? "") == ["RISK"],
                let destination = view.notice.destination, countriesOfTrip.contains(destination)
            else { continue }
            findings.hold("T09", evidence: ["destination": destination.text])
        }
        pastCrossings(&findings)
    }

    private func pastCrossings(_ findings: inout Findings) {
        let past = crossings.filter { $0.day < day }
        if zip(past, past.dropFirst()).contains(where: { $0.direction == $1.direction }) {
            findings.hold("D10")
        }
        if let found = journey.deportedOn, found <= day {
            findings.hold("D11", evidence: ["found": found.description])
        }
        guard let longest = limit("long_visit_days"), journey.placements.value?.isEmpty == true else {
            return
        }
        let stay = staysAbroad.map { $0.from.days(until: $0.until) }.max() ?? 0
        if stay >= longest { findings.hold("D12", evidence: ["days": String(stay)]) }
    }
}
