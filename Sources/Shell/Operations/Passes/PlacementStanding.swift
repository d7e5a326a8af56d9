package import Vocabulary

/// How a placement stands by its papers on a day (keadaan penempatan).
package enum PlacementState: String, Sendable, Codable, CaseIterable {
    /// Nothing is on record for this document and birth date; who asks can't tell an unknown document from a wrong date.
    case none
    /// Every mandatory paper is there.
    case complete
    /// Something is missing.
    case incomplete
    /// The registry can't be asked: no reason to hold anybody.
    case unavailable
}

/// A placement judged by the same rules as a departure today, for a pass or for somebody who asks.
package struct PlacementStanding: Sendable, Hashable {
    /// How it stands.
    package var state: PlacementState
    /// The placement; nil where nothing is on record.
    package var placement: PlacementNumber?
    /// Its scheme.
    package var scheme: Scheme?
    /// Where to.
    package var destination: CountryCode?
    /// The last day on which contract and visa both hold, as far as they say one.
    package var validTo: Day?
    /// What is missing: papers as `papers.csv` names them, `terms`, `agency`, `destination`; in the order of the findings.
    package var missing: [String] = []
    /// The digest of the rules used.
    package var rules: String

    /// That nothing is on record.
    static func none(_ state: PlacementState, rules: String) -> PlacementStanding {
        PlacementStanding(state: state, rules: rules)
    }

    /// The same for whoever may not see health, marital and family papers: they are one `placement-file`.
    package func minimal(by rules: Rulebook, on day: Day) -> PlacementStanding {
        var standing = self
        standing.missing = []
        for code in missing {
            let shown = rules.paper(code, on: day)?.isSensitive == true ? PlacementStanding.file : code
            if !standing.missing.contains(shown) { standing.missing.append(shown) }
        }
        return standing
    }

    /// As what papers of health, marriage and family appear.
    package static let file = "placement-file"
    /// What else can be missing beside papers.
    package static let others = ["terms", "agency", "destination"]
}

extension PlacementStanding {
    /// What an assessment of today says of the placement alone: papers, terms, agency, destination.
    ///
    /// What is known of the person otherwise, such as a notice, plays no part: a pass that is refused must tell nobody of it.
    init(_ assessment: Assessment, of placement: Placement, rules: Rulebook) {
        self.rules = assessment.rules
        self.placement = placement.file.number
        scheme = placement.file.scheme
        destination = placement.file.destination
        validTo = ["S03", "S04"].compactMap { code in
            assessment.against.first { $0.code == code }?.evidence?["until"].flatMap { Day($0) }
        }.min()
        let unknown = assessment.unknown.compactMap { question -> String? in
            guard question.fact.hasPrefix("document.") else { return nil }
            let document = String(question.fact.dropFirst("document.".count))
            return document == "splp" || document == "plb" ? nil : document
        }
        var codes = assessment.reasons.compactMap(PlacementStanding.missing) + unknown
        if placement.file.scheme == nil || placement.file.destination == nil { codes.append("terms") }
        for code in codes where !missing.contains(code) { missing.append(code) }
        let isWhole = assessment.against.contains { $0.code == "S01" }
        state = isWhole && missing.isEmpty ? .complete : .incomplete
        if state == .incomplete, missing.isEmpty { missing = ["terms"] }
    }

    private static func missing(_ reason: Reason) -> String? {
        guard reason.grade == nil else { return nil }
        return switch reason.code {
        case "D02": reason.evidence["document"]
        // A ticket to elsewhere says nothing of the placement.
        case "D03": reason.evidence["trip"] == nil ? "terms" : nil
        case "D04": "agency"
        case "D05": "destination"
        case "D13": "passport"
        default: nil
        }
    }
}

extension Desk {
    /// How the placement of a document's holder stands today; `none` where the birth date is not the holder's.
    ///
    /// Whoever is unknown costs the same look-ups as far as there is something to look up.
    /// - Throws: `SiteFault`.
    func standing(of passport: PassportNumber, bornOn: Day, _ reads: any SiteReads) throws
        -> PlacementStanding
    {
        var person = ListedPerson(role: "passenger")
        person.documents = [ListedDocument(kind: "P", number: passport.text)]
        person.bornOn = bornOn
        person.nationality = .indonesia
        let flight = counterFlight
        let list = DepartureList(
            flight: flight,
            legs: [Leg(flight: flight.number, from: flight.from, to: nil)],
            person: person,
            list: "passengers"
        )
        guard let judged = try assess([person], of: list, reads).first else {
            return .none(.none, rules: rules.digest)
        }
        let isSilent = judged.assessment.unknown.contains { $0.fact == "registry" }
        guard let number = judged.assessment.placement,
            let placement = try reads.records(Placement.self, .key(number.text)).first
        else { return .none(isSilent ? .unavailable : .none, rules: rules.digest) }
        guard try isHolder(passport, bornOn, of: placement, reads) else {
            return .none(.none, rules: rules.digest)
        }
        return PlacementStanding(judged.assessment, of: placement, rules: rules)
    }

    /// Whether a birth date is that of the placement's worker; without one on record nobody can be told apart.
    private func isHolder(
        _ passport: PassportNumber,
        _ bornOn: Day,
        of placement: Placement,
        _ reads: any SiteReads
    ) throws -> Bool {
        if let known = placement.holder.bornOn { return known == bornOn }
        let registered = try reads.records(PassportRecord.self, .passport(passport))
        return registered.contains { $0.holder.bornOn == bornOn && $0.file.number == passport }
    }

    /// The day of the last departure that is on record for a document; nil without one.
    func lastDeparture(_ passport: PassportNumber, _ reads: any SiteReads) throws -> Day? {
        try reads.records(Crossing.self, .passport(passport))
            .filter { $0.direction == .exit }.compactMap { $0.at?.day(zone: zone) }.max()
    }
}
