import Vocabulary

extension Author {
    /// The dossier of a person who stays where he or she is in these days; some are kin of the one before.
    mutating func background(person index: Int, after previous: Citizen?, seed: UInt64) -> Dossier {
        chance = Chance(seed: seed, purpose: 51, index: index)
        day = today
        let kinship = chance.below(1000)
        var dossier: Dossier
        switch (kinship, previous) {
        case (0..<4, let previous?): dossier = Dossier(maker.twin(of: previous, index, &chance))
        case (4..<16, let previous?): dossier = Dossier(maker.sibling(of: previous, index, &chance))
        case (16..<22, let previous?): dossier = Dossier(maker.namesake(of: previous, index, &chance))
        default: dossier = Dossier(maker.adult(index, &chance))
        }
        if chance.percent(44) { work(&dossier) } else { stayAtHome(&dossier) }
        return dossier
    }

    private mutating func work(_ dossier: inout Dossier) {
        let point = chance.below(100)
        // The published shares don't tell these three apart.
        let other: Scheme? = point < 3 ? .crew : point < 5 ? .ssw : point < 7 ? .spsk : nil
        let scheme = other ?? sources.schemes.draw(&chance) ?? .ptop
        let citizen = dossier.citizen
        dossier.passports = [passport(of: citizen, issued: 200...1500, purpose: .work)]
        var placement = placement(citizen, scheme, to: destination(for: scheme))
        let country = placement.file.destination?.text ?? "HKG"
        advance(&dossier, &placement, country)
        dossier.placements = [placement]
    }

    /// Lets a placement be under way, cancelled, abroad or over.
    private mutating func advance(_ dossier: inout Dossier, _ placement: inout Placement, _ country: String) {
        let point = chance.below(100)
        if point < 12 {
            if chance.percent(40) {
                keepOnlyEarlyPapers(&placement.file)
                placement.holder.passportNumber = .blank
            }
        } else if point < 15 {
            placement.file.status = .cancelled
        } else {
            let since = chance.within(60...650)
            placement.file.status = point < 70 ? .departed : .returned
            placement.file.agreedOn = placement.file.agreedOn.map { $0.adding(days: -since) }
            placement.file.contractFrom = .given(day.adding(days: -since))
            placement.file.orientationOn = .given(day.adding(days: -since - 9))
            dossier.crossings.append(crossing(dossier, .exit, daysAgo: since, country: country))
            if placement.file.status == .returned {
                let back = crossing(dossier, .entry, daysAgo: chance.within(10...55), country: country)
                dossier.crossings.append(back)
                report(&dossier, since: since)
            }
        }
    }

    private mutating func report(_ dossier: inout Dossier, since: Int) {
        guard chance.percent(25) else { return }
        var outcome = Outcome()
        outcome.subject = "departure"
        outcome.passportNumber = dossier.passports.first?.file.number
        outcome.departedOn = day.adding(days: -since)
        let point = chance.below(100)
        outcome.finding =
            point < 92 ? .completed : point < 96 ? .repatriated : point < 98 ? .victim : .deported
        outcome.foundOn = day.adding(days: -5)
        outcome.source = point < 92 ? "BP3MI" : "Perwakilan RI"
        dossier.outcomes.append(outcome)
    }

    private mutating func stayAtHome(_ dossier: inout Dossier) {
        guard chance.percent(75) else { return }
        let citizen = dossier.citizen
        let purposes: [StatedPurpose] = [.tourism, .tourism, .tourism, .umrah, .family, .business]
        let purpose = chance.pick(purposes) ?? .tourism
        dossier.passports = [passport(of: citizen, issued: 60...3000, purpose: purpose)]
        if chance.percent(12) {
            let earlier = renewed(&dossier.passports[0], of: citizen)
            dossier.passports.append(earlier)
        }
        guard chance.percent(35) else { return }
        let country = visited()
        let gone = chance.within(20...700)
        dossier.crossings.append(crossing(dossier, .exit, daysAgo: gone, country: country))
        dossier.crossings.append(
            crossing(dossier, .entry, daysAgo: gone - chance.within(3...15), country: country)
        )
    }
}
