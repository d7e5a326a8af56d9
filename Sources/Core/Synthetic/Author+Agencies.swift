import Vocabulary

extension Author {
    /// Placements through agencies and orders that don't hold, or that only seem not to; nil for other stories.
    mutating func agency(_ story: Story, _ index: Int) -> Dossier? {
        let traits: [Story: Economy.Trait] = [
            .suspendedBefore: .suspendedLong, .revokedBefore: .revokedLong,
            .suspendedUnknownDay: .suspendedLong,
            .quotaExceeded: .quotaExceeded, .suspendedAfter: .suspendedLately,
            .licenceLapsedAfter: .lapsedLately,
            .orderLapsed: .orderLapsed, .orderWithoutDate: .orderWithoutDate,
        ]
        if let trait = traits[story] { return placed(story, index, trait) }
        switch story {
        case .neverLicensed, .neverVerified:
            var dossier = placed(index)
            if story == .neverLicensed {
                dossier.placements[0].file.agencyLicence = AgencyLicence("P3MI-1" + String(10_000 + index))
                dossier.placements[0].file.jobOrder = nil
            } else {
                dossier.placements[0].file.jobOrder = JobOrderNumber("JO-1" + String(100_000 + index))
            }
            depart(&dossier, story)
            return dossier
        case .schemeWithoutAgency:
            let schemes: [Scheme] = [.gtog, .mandiri, .ukps, .reentry]
            var dossier = placed(index, chance.pick(schemes) ?? .gtog)
            dossier.placements[0].file.agencyLicence = AgencyLicence("P3MI-1" + String(10_000 + index))
            depart(&dossier, story)
            return dossier
        default: return nil
        }
    }

    private mutating func placed(_ story: Story, _ index: Int, _ trait: Economy.Trait) -> Dossier {
        var dossier = placed(index)
        let order = economy.order(to: nil, household: nil, trait: trait, &chance)
        take(order, &dossier.placements[0].file)
        dossier.placements[0].file.agreedOn =
            story == .suspendedUnknownDay ? nil : today.adding(days: -chance.within(60...150))
        depart(&dossier, story)
        return dossier
    }
}
