import Vocabulary

extension Case {
    /// D03: the trip's destination or visa class contradicts the placement, or its employer the job order.
    ///
    /// - Source: `formats.md` section 3; the agreement on data of 25 April 2025.
    func contradiction(_ findings: inout Findings) {
        guard let file = placement?.file else { return }
        let isShortTrip = isShortTripOfAWorkerOnLeave(&findings)
        if !isShortTrip { contradictedDestination(file, &findings) }
        if let kind = journey.trip.listedVisaKind ?? file.visaKind, !(isShortTrip && isElsewhere) {
            let accepted = rulebook.visa(for: file.destination, scheme: scheme, on: day)?.kinds ?? []
            if !accepted.isEmpty, !accepted.contains(kind), !isCrewBoarding(kind) {
                findings.hold("D03", state: "visa", evidence: ["visa_kind": kind.rawValue])
            }
        }
        if doesEmployerDiffer, !isWorkShownToGoOn { findings.hold("D03", state: "employer") }
    }

    private func contradictedDestination(_ file: PlacementFile, _ findings: inout Findings) {
        guard let destination = file.destination, let trip = finalCountry, isElsewhere else { return }
        if let scheme, rulebook.isExempt(scheme.rawValue, as: .scheme, from: "D03", on: day) { return }
        guard !mayGoOn(to: destination) else { return }
        let evidence = ["trip": trip.text, "placement": destination.text]
        findings.hold("D03", state: "destination", evidence: evidence)
    }

    /// Where the trip ends as far as anybody says; nil where the itinerary is unknown.
    private var finalCountry: CountryCode? {
        let listed = journey.trip.listEndsIn ?? journey.trip.countries.last
        guard let bought = ticket?.countries, let last = bought.last else { return listed }
        // A ticket that shares no country with the list may be of another trip.
        return listed.map { bought.contains($0) ? last : $0 } ?? last
    }

    /// Whether no leg of list or ticket is in the placement's country.
    private var isElsewhere: Bool {
        guard let destination = placement?.file.destination, !countriesOfTrip.isEmpty else { return false }
        return !countriesOfTrip.contains(destination)
    }

    /// Whether the list ends at an airport from which travellers go on to the placement's country, and no ticket says
    /// otherwise.
    private func mayGoOn(to destination: CountryCode) -> Bool {
        guard journey.trip.doesListEndInTransit, let last = journey.trip.places.last,
            let hub = rulebook.transit(last, .hub, on: day)
        else { return false }
        return hub.onward.isEmpty || hub.onward.contains(destination)
    }

    /// Whether a worker who has departed before goes elsewhere and comes back within the days of the rule.
    private func isShortTripOfAWorkerOnLeave(_ findings: inout Findings) -> Bool {
        guard hasDepartedBefore, isElsewhere, let ticket, ticket.hasReturn,
            let longest = limit("short_return_trip_days")
        else { return false }
        guard let returnOn = ticket.returnOn else {
            findings.ask("ticket.return")
            return true
        }
        return day.days(until: returnOn) <= longest
    }

    /// Crew on a crew list need no class of visa that a list of passengers would show.
    private func isCrewBoarding(_ kind: VisaKind) -> Bool {
        journey.occasion == .departure(asCrew: true) && kind == .visit
    }

    /// Whether placement and job order name employers that share no way of writing.
    var doesEmployerDiffer: Bool {
        guard let placement, let order = placement.jobOrder.value ?? nil,
            let ours = placement.file.employer.map(Words.ofCompany),
            let theirs = order.employer.map(Words.ofCompany), !ours.isEmpty, !theirs.isEmpty
        else { return false }
        return !ours.isSubset(of: theirs) && !theirs.isSubset(of: ours)
    }
}

/// Words of a text, for comparison only.
enum Words {
    /// Forms of companies that are no part of a name.
    private static let forms: Set<String> = [
        "PT", "CV", "TBK", "LTD", "LIMITED", "CO", "COMPANY", "INC", "CORP", "CORPORATION", "SDN", "BHD",
        "PTE", "LLC",
        "WLL", "EST", "GMBH", "KK", "AND", "THE",
    ]

    /// The words of a text, in upper case.
    static func of(_ text: String) -> Set<String> {
        let letters = text.utf8.map { byte -> UInt8 in
            switch byte {
            case 0x61...0x7A: byte - 0x20
            case 0x41...0x5A, 0x30...0x39, 0x80...: byte
            default: 0x20
            }
        }
        return Set(letters.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) })
    }

    /// The words of a company's name without its form; all words where nothing else is left.
    static func ofCompany(_ text: String) -> Set<String> {
        let words = of(text)
        let kept = words.subtracting(forms)
        return kept.isEmpty ? words : kept
    }
}
