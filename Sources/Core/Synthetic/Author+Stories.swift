import Vocabulary

extension Author {
    /// The dossier of a person who travels or applies, as the story tells it.
    mutating func dossier(_ story: Story, person index: Int, seed: UInt64) -> Dossier {
        chance = Chance(seed: seed, purpose: 41, index: index)
        let point = chance.below(10)
        day = today.adding(days: point < 3 ? -1 : point < 7 ? 0 : 1)
        if story.isApplication { return application(story, index) }
        return worker(story, index) ?? missingPaper(story, index) ?? contradiction(story, index)
            ?? agency(story, index) ?? closure(story, index) ?? identity(story, index)
            ?? listed(story, index) ?? withoutPlacement(story, index) ?? ordinary(story, index)
    }

    /// A person with a passport, before anything else is known.
    mutating func holder(
        _ index: Int,
        issued: ClosedRange<Int> = 100...2400,
        purpose: StatedPurpose = .tourism
    ) -> Dossier {
        holder(maker.adult(index, &chance), issued: issued, purpose: purpose)
    }

    /// A given person with a passport.
    mutating func holder(
        _ citizen: Citizen,
        issued: ClosedRange<Int> = 100...2400,
        purpose: StatedPurpose = .tourism
    ) -> Dossier {
        var dossier = Dossier(citizen)
        dossier.passports = [passport(of: citizen, issued: issued, purpose: purpose)]
        return dossier
    }

    /// A worker with a passport and a complete placement.
    mutating func placed(_ citizen: Citizen, _ scheme: Scheme, to country: String? = nil) -> Dossier {
        var dossier = holder(citizen, issued: 30...140, purpose: scheme == .crew ? .crew : .work)
        let destination = country ?? self.destination(for: scheme)
        dossier.placements = [placement(citizen, scheme, to: destination)]
        return dossier
    }

    /// A worker of a story, by a person's position.
    mutating func placed(_ index: Int, _ scheme: Scheme = .ptop, to country: String? = nil) -> Dossier {
        placed(maker.adult(index, &chance), scheme, to: country)
    }

    /// Sends a worker to the country of the placement, with a work visa.
    mutating func depart(_ dossier: inout Dossier, _ story: Story, visa: VisaKind? = .work) {
        let country = dossier.placements.first?.file.destination?.text ?? "HKG"
        // Without a ticket, a list that ends on the way would leave the destination open.
        let isTicketless = visa == nil || (chance.percent(15) && routes.isDirect(country))
        send(&dossier, story: story, to: country, visa: visa, ticket: isTicketless ? .none : .oneWay) {
            route in
            !isTicketless || route.country == country
        }
    }

    /// Makes the first placement one that has departed before, now on its way back from leave.
    mutating func onLeave(_ dossier: inout Dossier, since days: Int = 420) {
        let country = dossier.placements[0].file.destination?.text ?? "HKG"
        dossier.placements[0].file.status = .departed
        dossier.placements[0].file.agreedOn = day.adding(days: -days - 90)
        dossier.placements[0].file.contractFrom = .given(day.adding(days: -days))
        dossier.placements[0].file.orientationOn = .given(day.adding(days: -days - 10))
        dossier.passports[0].file.issuedOn = day.adding(days: -days - 120)
        dossier.passports[0].file.appliedOn = day.adding(days: -days - 130)
        dossier.passports[0].file.expiresOn = day.adding(days: 3000 - days)
        for (direction, daysAgo) in [(Crossing.Direction.exit, days), (.entry, 21)] {
            let crossing = crossing(dossier, direction, daysAgo: daysAgo, country: country)
            dossier.crossings.append(crossing)
        }
    }

    /// A destination that a scheme places to.
    mutating func destination(for scheme: Scheme) -> String {
        switch scheme {
        case .gtog: chance.percent(85) ? "KOR" : chance.percent(60) ? "JPN" : "DEU"
        case .ssw: "JPN"
        case .spsk: "SAU"
        case .reentry: destination { Economy.isHouseholdOpen($0) }
        case .crew: destination { ["TWN", "SGP", "KOR", "HKG", "ITA"].contains($0) }
        case .ptop, .ukps, .mandiri: destination()
        }
    }
}
