import Vocabulary

extension Author {
    /// Trips that contradict the placement, and trips that only seem to; nil for other stories.
    mutating func contradiction(_ story: Story, _ index: Int) -> Dossier? {
        switch story {
        case .otherDestination:
            var dossier = placed(index, .ptop, to: chance.percent(50) ? "HKG" : "TWN")
            send(&dossier, story: story, to: "SAU", visa: .work, ticket: .oneWay) { $0.country == "SAU" }
            return dossier
        case .otherVisaClass:
            // Only tables of ferries and buses name a class of visa; a ticket's class is not the list's.
            var dossier = placed(index, .ptop, to: "SGP")
            send(&dossier, story: story, to: "SGP", visa: .visit, ticket: .none) { !$0.isFlight }
            return dossier
        case .ownVisaClass:
            var dossier = placed(index, .ptop, to: "TWN")
            dossier.placements[0].file.visaKind = .visit
            send(&dossier, story: story, to: "TWN", visa: nil, ticket: .none) { $0.country == "TWN" }
            return dossier
        case .otherEmployer:
            var dossier = placed(index)
            dossier.placements[0].file.employer = "Rekaan Trading " + String(7000 + chance.below(900))
            depart(&dossier, story)
            return dossier
        case .renewedPassport, .slipInRegistry, .slipOnList, .zoneDiffers: return documentSlip(story, index)
        case .ticketGoesOn, .endsInTransit, .routeUnknown: return onTheWay(story, index)
        default: return nil
        }
    }

    private mutating func documentSlip(_ story: Story, _ index: Int) -> Dossier {
        let country = story == .zoneDiffers ? "SGP" : story == .slipOnList ? "TWN" : nil
        var dossier = placed(index, .ptop, to: country)
        switch story {
        case .renewedPassport:
            let earlier = renewed(&dossier.passports[0], of: dossier.citizen)
            dossier.passports.append(earlier)
            if let number = earlier.file.number {
                dossier.placements[0].holder.passportNumber = .given(number)
            }
            depart(&dossier, story)
        case .slipInRegistry:
            if let number = register.slip(dossier.passports[0].file.number, &chance) {
                dossier.placements[0].holder.passportNumber = .given(number)
            }
            depart(&dossier, story)
        case .zoneDiffers:
            send(&dossier, story: story, to: "SGP", visa: .work, ticket: .none) { !$0.isFlight }
            dossier.traveller?.listedNumber = register.slip(dossier.passports[0].file.number, &chance)
        default:
            let country = dossier.placements[0].file.destination?.text ?? "HKG"
            send(&dossier, story: story, to: country, visa: nil, ticket: .none) {
                $0.isFlight && $0.country == country
            }
            let slip = register.slip(dossier.passports[0].file.number, &chance)
            dossier.traveller?.listedNumber = slip
            dossier.traveller?.zoneNumber = slip
        }
        return dossier
    }

    private mutating func onTheWay(_ story: Story, _ index: Int) -> Dossier {
        switch story {
        case .ticketGoesOn:
            var dossier = placed(index, .ptop, to: "POL")
            send(&dossier, story: story, to: "POL", visa: .work, ticket: .oneWay) { $0.country != "POL" }
            return dossier
        case .endsInTransit:
            var dossier = placed(index, .ptop, to: "POL")
            send(&dossier, story: story, to: "POL", visa: nil, ticket: .none) { $0.country != "POL" }
            return dossier
        default:
            var dossier = placed(index, .ptop, to: "MYS")
            send(&dossier, story: story, to: "MYS", visa: .work, ticket: .none) {
                $0.checkpoint.hasPrefix("TPI-D-")
            }
            dossier.traveller?.isRouteKnown = false
            return dossier
        }
    }
}
