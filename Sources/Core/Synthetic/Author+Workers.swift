import Vocabulary

extension Author {
    /// Complete workers of every scheme, and what is worth telling to some of them; nil for other stories.
    mutating func worker(_ story: Story, _ index: Int) -> Dossier? {
        switch story {
        case .workerPtop: return complete(story, index, .ptop)
        case .workerMandiri: return complete(story, index, .mandiri)
        case .workerGtog: return complete(story, index, .gtog)
        case .workerUkps: return complete(story, index, .ukps)
        case .workerSpsk: return complete(story, index, .spsk)
        case .workerSsw: return complete(story, index, .ssw)
        case .workerReentry: return reentry(story, index)
        case .workerCrew, .workerCrewIndependent, .crewWithoutVisa, .crewElsewhere:
            return crew(story, index)
        case .workerOnLeave, .departedHealth, .insurancePassed, .tripOnLeave, .extensionToReport:
            return leave(story, index)
        case .cardExpired, .cardMissing, .orientationMissing:
            return advised(story, index)
        case .residentAtWork: return residentAtWork(story, index)
        case .filedUnderOther, .nikMissing: return question(story, index)
        case .linkSpelling, .linkFather, .linkRenewed: return unlinked(story, index)
        default: return nil
        }
    }

    private mutating func complete(_ story: Story, _ index: Int, _ scheme: Scheme) -> Dossier {
        var dossier = placed(index, scheme)
        depart(&dossier, story)
        return dossier
    }

    private mutating func reentry(_ story: Story, _ index: Int) -> Dossier {
        var dossier = placed(index, .reentry)
        let country = dossier.placements[0].file.destination?.text ?? "HKG"
        dossier.passports[0].file.issuedOn = day.adding(days: -900)
        dossier.passports[0].file.appliedOn = day.adding(days: -910)
        dossier.passports[0].file.expiresOn = day.adding(days: 2700)
        dossier.crossings.append(crossing(dossier, .exit, daysAgo: 780, country: country))
        dossier.crossings.append(crossing(dossier, .entry, daysAgo: 40, country: country))
        depart(&dossier, story)
        return dossier
    }

    private mutating func crew(_ story: Story, _ index: Int) -> Dossier {
        var dossier = placed(index, .crew)
        if story == .workerCrewIndependent {
            dossier.placements[0].file.agencyLicence = nil
            dossier.placements[0].file.placementAgreementNumber = .no
        }
        if story == .crewWithoutVisa {
            dossier.placements[0].file.visaNumber = .no
            dossier.placements[0].file.visaUntil = .no
        }
        if story == .crewElsewhere {
            send(&dossier, story: story, to: "NLD", visa: .crew, ticket: .oneWay)
        } else {
            depart(&dossier, story, visa: story == .crewWithoutVisa ? nil : .crew)
        }
        return dossier
    }

    private mutating func leave(_ story: Story, _ index: Int) -> Dossier {
        var dossier = placed(index, .ptop)
        onLeave(&dossier, since: story == .extensionToReport ? 830 : chance.within(300...600))
        switch story {
        case .workerOnLeave, .departedHealth:
            dossier.placements[0].file.medicalUntil = .given(day.adding(days: -chance.within(30...250)))
        case .insurancePassed:
            dossier.placements[0].file.insuranceUntil = .given(day.adding(days: -20))
        case .extensionToReport:
            dossier.placements[0].file.contractUntil = .given(day.adding(days: -70))
            dossier.placements[0].file.insuranceUntil = .given(day.adding(days: 40))
            dossier.placements[0].file.cardUntil = .given(day.adding(days: -70))
            dossier.placements[0].file.visaUntil = .given(day.adding(days: 500))
        default: break
        }
        if story == .tripOnLeave {
            let elsewhere = dossier.placements[0].file.destination?.text == "THA" ? "VNM" : "THA"
            send(&dossier, story: story, to: elsewhere, visa: .visit, ticket: .returning(days: 7))
        } else {
            depart(&dossier, story)
        }
        return dossier
    }

    private mutating func advised(_ story: Story, _ index: Int) -> Dossier {
        var dossier = placed(index)
        switch story {
        case .cardExpired: dossier.placements[0].file.cardUntil = .given(day.adding(days: -25))
        case .cardMissing:
            dossier.placements[0].file.cardNumber = .no
            dossier.placements[0].file.cardUntil = .blank
            dossier.placements[0].file.status = .signed
        default: dossier.placements[0].file.orientationOn = .no
        }
        depart(&dossier, story)
        return dossier
    }

    /// Lives and works abroad since years, by crossings, without a placement.
    private mutating func residentAtWork(_ story: Story, _ index: Int) -> Dossier {
        var dossier = holder(index, issued: 2100...2300)
        let country = chance.percent(50) ? "HKG" : "TWN"
        for year in stride(from: 5, through: 1, by: -1) {
            let daysAgo = year * 365
            dossier.crossings.append(crossing(dossier, .exit, daysAgo: daysAgo - 4, country: country))
            dossier.crossings.append(crossing(dossier, .entry, daysAgo: daysAgo - 347, country: country))
        }
        send(&dossier, story: story, to: country, visa: .work, ticket: .oneWay)
        return dossier
    }

    private mutating func question(_ story: Story, _ index: Int) -> Dossier {
        var dossier = placed(index)
        depart(&dossier, story)
        if story == .nikMissing {
            dossier.passports[0].holder.nik = nil
        } else {
            let other = maker.adult(index, &chance)
            var foreign = passport(of: other)
            foreign.file.number = register.number("T", index)
            dossier.passports.append(foreign)
            if let number = foreign.file.number {
                dossier.placements[0].holder.passportNumber = .given(number)
            }
        }
        return dossier
    }

    /// A complete worker whose new passport names neither NIK nor the one before, which the placement was filed under.
    private mutating func unlinked(_ story: Story, _ index: Int) -> Dossier {
        var dossier = placed(index)
        depart(&dossier, story)
        dossier.traveller?.nik = nil
        dossier.passports[0].holder.nik = nil
        var earlier = passport(of: dossier.citizen, generation: 1, issued: 3300...3600)
        earlier.file.status = .replaced
        if let number = earlier.file.number { dossier.placements[0].holder.passportNumber = .given(number) }
        let name = dossier.citizen.name.text
        switch story {
        case .linkSpelling: dossier.placements[0].holder.name = PersonName(Author.oldSpelling(name))
        case .linkFather:
            let father = maker.adult(index, &chance).words[0]
            let between = dossier.citizen.sex == .female ? " BINTI " : " BIN "
            dossier.placements[0].holder.name = PersonName(name + between + father)
        default:
            // The register has the earlier passport, but nothing joins the two.
            dossier.passports.append(earlier)
        }
        return dossier
    }

    /// A name as it was spelt before 1972.
    private static func oldSpelling(_ name: String) -> String {
        var old = ""
        for letter in name {
            switch letter {
            case "U": old += "OE"
            case "J": old += "DJ"
            case "Y": old += "J"
            case "C": old += "TJ"
            default: old.append(letter)
            }
        }
        return old
    }
}
