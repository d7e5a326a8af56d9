import Vocabulary

/// One journey beside the rules of its day and one open placement, with the facts that several checks use.
struct Case {
    let journey: Journey
    let rulebook: Rulebook
    /// The open placement under judgement.
    let placement: PlacementView?
    /// Its scheme; anybody on a crew list is screened as crew.
    let scheme: RuledScheme?

    init(_ journey: Journey, _ rulebook: Rulebook, placement: PlacementView?) {
        self.journey = journey
        self.rulebook = rulebook
        self.placement = placement
        scheme = placement.flatMap {
            RuledScheme(of: $0.file, asCrew: journey.occasion == .departure(asCrew: true))
        }
    }

    var day: Day { journey.day }
    var isApplication: Bool { journey.occasion == .application }
    var occasion: CheckRule.Occasion { isApplication ? .application : .departure }
    var ticket: Ticket? { journey.trip.ticket.value ?? nil }
    var crossings: [CrossingView] { journey.crossings.value ?? [] }

    func limit(_ key: String) -> Int? { rulebook.limit(key, on: day) }

    /// A cross-border pass (pas lintas batas) anywhere but at an airport.
    var isBorderPass: Bool { journey.document.kind == .plb && journey.trip.mode != .air }

    /// Where the trip is known to go: the list's countries and the ticket's.
    var countriesOfTrip: [CountryCode] { journey.trip.countries + (ticket?.countries ?? []) }

    /// How well the placement fits the trip: 2 its country, 1 unknown, 0 elsewhere.
    var fitness: Int {
        guard let destination = placement?.file.destination, !countriesOfTrip.isEmpty else { return 1 }
        return countriesOfTrip.contains(destination) ? 2 : 0
    }

    /// The passport asked for work within the months of the rule, the newest first.
    ///
    /// An application is such a passport itself; a day that is unknown is no finding.
    var passportAskedForWork: PassportFile? {
        guard let months = limit("passport_work_purpose_months") else { return nil }
        let first = day.adding(months: -months)
        let known = (journey.passports.value ?? []).map(\.file)
        var presented: [PassportFile] = []
        switch journey.document.standing {
        case .registered(let file), .slip(let file): presented = [file]
        case .unanswered, .absent, .notRegistered: break
        }
        let asked = (known + presented).filter { file in
            guard file.statedPurpose == .work, let askedOn = file.appliedOn ?? file.issuedOn else {
                return false
            }
            return first <= askedOn && askedOn <= day
        }
        return asked.max { ($0.appliedOn ?? $0.issuedOn ?? day) < ($1.appliedOn ?? $1.issuedOn ?? day) }
    }

    /// Whether the passport under judgement is asked for work.
    var isAskedForWork: Bool { isApplication && journey.trip.statedPurpose == .work }

    /// Whether visa, stated purpose or an open placement show that the trip is for work.
    var showsWork: Bool {
        placement != nil || journey.trip.visaKind == .work || isAskedForWork
            || (passportAskedForWork != nil && !hasExemptVisa)
    }

    /// Whether the class of visa is none of a placement: study, working holiday and others.
    var hasExemptVisa: Bool {
        guard let kind = journey.trip.visaKind?.rawValue else { return false }
        if rulebook.isExempt(kind, as: .visaKind, from: "D01", on: day) { return true }
        return rulebook.isExempt(kind, as: .visaKindWithSender, from: "D01", on: day)
            && isBureauLicensed(for: [.lpkSO])
    }

    /// Whether the ticket comes from a bureau whose licence for one of these businesses is in force on the day.
    func isBureauLicensed(for businesses: Set<Agency.Business>) -> Bool {
        guard let bureau = ticket?.bureau.value ?? nil, businesses.contains(bureau.business) else {
            return false
        }
        if let until = bureau.validUntil, until < day { return false }
        switch bureau.standing {
        case .suspended, .revoked: return bureau.standingSince.map { day < $0 } ?? false
        case .active, nil: return true
        }
    }

    /// Whether crossings or the registry show that the worker has left for this placement before.
    var hasDepartedBefore: Bool {
        guard let file = placement?.file else { return false }
        if file.status == .departed { return true }
        guard let destination = file.destination else { return false }
        return crossings.contains { $0.country == destination && $0.day <= day }
    }

    /// Whether an entry from the placement's country in the last months and a valid visa there show that the work
    /// goes on, whatever the registry has of contract and employer (D08b).
    var isWorkShownToGoOn: Bool {
        guard let file = placement?.file, let destination = file.destination,
            let months = limit("entry_before_extension_months")
        else { return false }
        let first = day.adding(months: -months)
        let hasEntry = crossings.contains {
            $0.direction == .entry && $0.country == destination && first <= $0.day && $0.day <= day
        }
        guard hasEntry, case .present = state(of: "visa") else { return false }
        return true
    }

    /// Whether the crossings show somebody who lives abroad and was home on a visit only (A05).
    var isLongResidentAbroad: Bool {
        guard let least = limit("resident_abroad_days"), let window = limit("resident_window_days"),
            let longestVisit = limit("resident_home_visit_days"),
            let last = crossings.last(where: { $0.day <= day }), last.direction == .entry,
            last.day.days(until: day) <= longestVisit
        else { return false }
        // Somebody who came home from a placement is a returned worker, not a resident.
        let hasReturned = (journey.placements.value ?? []).contains { $0.file.status == .returned }
        guard !hasReturned else { return false }
        let first = day.adding(days: -window)
        let abroad = staysAbroad.reduce(0) { total, stay in
            total + max(0, max(stay.from, first).days(until: stay.until))
        }
        return abroad >= least
    }

    /// Stays abroad with both ends on record, oldest first.
    var staysAbroad: [(from: Day, until: Day, country: CountryCode?)] {
        var stays: [(from: Day, until: Day, country: CountryCode?)] = []
        var left: CrossingView?
        for crossing in crossings where crossing.day <= day {
            switch crossing.direction {
            case .exit: left = crossing
            case .entry:
                if let left { stays.append((left.day, crossing.day, left.country)) }
                left = nil
            }
        }
        return stays
    }
}
