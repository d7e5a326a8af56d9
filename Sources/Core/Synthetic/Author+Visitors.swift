import Vocabulary

extension Author {
    /// A country that tourists go to.
    mutating func visited() -> String {
        chance.pick(["SGP", "MYS", "THA", "JPN", "KOR", "AUS", "TUR", "HKG", "TWN", "VNM", "SGP", "MYS"])
            ?? "SGP"
    }

    /// People without a placement whose trip or passport speaks of work, and those whose trip is explained; nil for
    /// other stories.
    mutating func withoutPlacement(_ story: Story, _ index: Int) -> Dossier? {
        switch story {
        case .workVisa, .placementCancelled, .returnedNewVisa, .nationalityContradicted:
            return workVisa(story, index)
        case .workPassport, .workPassportNoTicket, .oldWorkPassport, .returnTicket, .pilgrimBureau,
            .familyVisit, .exemptVisa, .licensedTraining, .returnedWorker:
            return workPassport(story, index)
        default: return nil
        }
    }

    private mutating func workVisa(_ story: Story, _ index: Int) -> Dossier {
        var dossier = holder(index)
        let country = destination()
        if story == .placementCancelled || story == .returnedNewVisa {
            close(&dossier, returned: story == .returnedNewVisa)
        }
        send(&dossier, story: story, to: country, visa: .work, ticket: .oneWay)
        if story == .nationalityContradicted {
            dossier.traveller?.nationality = "MYS"
            dossier.traveller?.nik = nil
        }
        return dossier
    }

    private mutating func workPassport(_ story: Story, _ index: Int) -> Dossier {
        let isOld = story == .oldWorkPassport
        var dossier = holder(index, issued: isOld ? 420...900 : 20...200, purpose: .work)
        switch story {
        case .workPassport, .oldWorkPassport:
            send(&dossier, story: story, to: visited(), visa: .visit, ticket: .oneWay)
        case .workPassportNoTicket:
            send(&dossier, story: story, to: visited(), visa: nil, ticket: .none) { $0.isFlight }
        case .returnTicket:
            send(&dossier, story: story, to: visited(), visa: .visit, ticket: .returning(days: 5))
        case .pilgrimBureau:
            let licence = economy.agency(.ppiu, &chance)?.licence
            send(&dossier, story: story, to: "SAU", visa: .umrah, ticket: .bureau(licence, days: 10)) {
                $0.country == "SAU"
            }
        case .familyVisit: send(&dossier, story: story, to: visited(), visa: .family, ticket: .oneWay)
        case .exemptVisa:
            let kind = chance.pick([VisaKind.whv, .student, .official, .investor, .resident]) ?? .whv
            send(&dossier, story: story, to: kind == .whv ? "AUS" : visited(), visa: kind, ticket: .oneWay)
        case .licensedTraining:
            let licence = economy.agency(.lpkSO, &chance)?.licence
            send(&dossier, story: story, to: "JPN", visa: .training, ticket: .bureau(licence, days: 365))
        default:
            close(&dossier, returned: true)
            send(&dossier, story: story, to: visited(), visa: .visit, ticket: .oneWay)
        }
        return dossier
    }

    /// Adds a placement that has ended.
    private mutating func close(_ dossier: inout Dossier, returned: Bool) {
        var placement = placement(dossier.citizen, .ptop, to: destination())
        placement.file.status = returned ? .returned : .cancelled
        let country = placement.file.destination?.text ?? "HKG"
        if returned {
            placement.file.contractFrom = .given(day.adding(days: -190))
            placement.file.contractUntil = .given(day.adding(days: -30))
            dossier.passports[0].file.issuedOn = day.adding(days: -230)
            dossier.passports[0].file.appliedOn = day.adding(days: -240)
            dossier.crossings.append(crossing(dossier, .exit, daysAgo: 188, country: country))
            dossier.crossings.append(crossing(dossier, .entry, daysAgo: 28, country: country))
        }
        dossier.placements.append(placement)
    }

    /// Ordinary travellers.
    mutating func ordinary(_ story: Story, _ index: Int) -> Dossier {
        switch story {
        case .foreigner: return foreigner(story, index)
        case .borderPass: return borderPass(story, index)
        case .travelLetter, .official, .flightCrew: return special(story, index)
        case .umrah, .hajj, .trainee: return bureau(story, index)
        default: break
        }
        var dossier = holder(story == .child ? child(index) : maker.adult(index, &chance))
        switch story {
        case .family: stay(&dossier, story, visited(), .family)
        case .student:
            stay(&dossier, story, chance.pick(["AUS", "GBR", "JPN", "MYS", "NLD"]) ?? "AUS", .student)
        case .whv: stay(&dossier, story, "AUS", .whv)
        case .investor: stay(&dossier, story, "SGP", .investor)
        case .resident: stay(&dossier, story, visited(), .resident)
        case .business:
            send(
                &dossier,
                story: story,
                to: visited(),
                visa: .business,
                ticket: .returning(days: chance.within(2...9))
            )
        case .touristWithoutTicket: send(&dossier, story: story, to: visited(), visa: nil, ticket: .none)
        default:
            send(
                &dossier,
                story: story,
                to: visited(),
                visa: .visit,
                ticket: .returning(days: chance.within(3...16))
            )
        }
        past(story, &dossier)
        return dossier
    }

    /// Travels with a licensed bureau, or through a licensed sender of trainees.
    private mutating func bureau(_ story: Story, _ index: Int) -> Dossier {
        var dossier = holder(index)
        if story == .trainee {
            let licence = economy.agency(.lpkSO, &chance)?.licence
            send(&dossier, story: story, to: "JPN", visa: .training, ticket: .bureau(licence, days: 365))
            return dossier
        }
        let licence = economy.agency(story == .hajj ? .pihk : .ppiu, &chance)?.licence
        let visa: VisaKind = story == .hajj ? .hajj : .umrah
        let days = story == .hajj ? 35 : chance.within(9...13)
        send(&dossier, story: story, to: "SAU", visa: visa, ticket: .bureau(licence, days: days)) {
            $0.country == "SAU"
        }
        return dossier
    }

    /// Goes for a long time, one way.
    private mutating func stay(_ dossier: inout Dossier, _ story: Story, _ country: String, _ visa: VisaKind)
    {
        send(
            &dossier,
            story: story,
            to: country,
            visa: visa,
            ticket: chance.percent(60) ? .oneWay : .returning(days: 90)
        )
    }

    private mutating func child(_ index: Int) -> Citizen {
        maker.person(index, bornOn: day.adding(days: -chance.within(1500...6000)), &chance)
    }

    private mutating func special(_ story: Story, _ index: Int) -> Dossier {
        var dossier = holder(index)
        switch story {
        case .official:
            dossier.passports[0].file.kind = .official
            dossier.passports[0].file.statedPurpose = nil
            send(&dossier, story: story, to: visited(), visa: .official, ticket: .returning(days: 6))
        case .flightCrew:
            send(&dossier, story: story, to: visited(), visa: nil, ticket: .none) { $0.isFlight }
            dossier.traveller?.isCrew = true
        default:
            dossier.passports[0].file.number = register.number("S", index)
            dossier.passports[0].file.kind = .splp
            send(&dossier, story: story, to: "MYS", visa: nil, ticket: .none) { !$0.isFlight }
        }
        return dossier
    }

    /// What lies behind some travellers and must not weigh.
    private mutating func past(_ story: Story, _ dossier: inout Dossier) {
        let number = dossier.passports.first?.file.number
        let finding: Outcome.Finding
        switch story {
        case .deportedBefore: finding = .deported
        case .deferredBefore: finding = chance.percent(50) ? .unfounded : .withdrew
        default: return
        }
        var outcome = Outcome()
        outcome.subject = "departure"
        outcome.passportNumber = number
        outcome.departedOn = day.adding(days: -400)
        outcome.finding = finding
        outcome.foundOn = day.adding(days: -200)
        outcome.source = finding == .deported ? "KJRI Johor Bahru" : "TPI"
        dossier.outcomes.append(outcome)
    }
}
