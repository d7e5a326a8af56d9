import Vocabulary

extension Author {
    /// People on a notice and documents that no longer hold, and those that only seem to; nil for other stories.
    mutating func listed(_ story: Story, _ index: Int) -> Dossier? {
        switch story {
        case .bannedPassport, .bannedNIK, .bannedName, .redNotice, .banLapsed, .banSimilarName, .banOtherNIK:
            var dossier = holder(named(maker.adult(index, &chance)))
            dossier.notices = [notice(story, dossier)]
            send(&dossier, story: story, to: visited(), visa: .visit, ticket: .returning(days: 9))
            return dossier
        case .bannedWithoutVisa:
            var dossier = placed(index)
            dossier.placements[0].file.visaUntil = .given(day.adding(days: -15))
            dossier.notices = [notice(story, dossier)]
            depart(&dossier, story)
            return dossier
        case .borderPassListed:
            var dossier = borderPass(story, index)
            dossier.notices = [notice(story, dossier)]
            return dossier
        case .foreignerListed:
            var dossier = foreigner(story, index)
            dossier.notices = [notice(story, dossier)]
            return dossier
        case .passportExpired, .passportRevoked, .passportLost, .passportReplaced, .passportUnknown:
            return document(story, index)
        default: return nil
        }
    }

    /// A person whose name is long enough that nobody else is taken for him or her.
    private mutating func named(_ citizen: Citizen) -> Citizen {
        var citizen = citizen
        while citizen.words.count < 3 {
            for word in maker.name(citizen.sex, &chance) where !citizen.words.contains(word) {
                citizen.words.append(word)
            }
        }
        return citizen
    }

    private mutating func notice(_ story: Story, _ dossier: Dossier) -> Notice {
        let citizen = dossier.citizen
        var notice = Notice()
        notice.number = "N-" + String(100_000 + citizen.index)
        notice.subject = story == .redNotice || story == .foreignerListed ? .rednotice : .cegah
        notice.from = today.adding(days: -60)
        notice.until = today.adding(days: story == .banLapsed ? -10 : 110)
        notice.basis = "Surat rekaan " + String(citizen.index)
        notice.owner = "Ditjen Imigrasi"
        let nik = String(citizen.nik)
        switch story {
        case .bannedNIK, .borderPassListed, .bannedWithoutVisa: notice.value = nik
        case .banOtherNIK:
            // Nobody's number: the district does not exist.
            notice.value = "99" + nik.dropFirst(2)
            (notice.name, notice.bornOn) = (citizen.name, citizen.bornOn)
        case .bannedName: (notice.name, notice.bornOn) = (citizen.name, citizen.bornOn)
        case .banSimilarName:
            let similar = citizen.words.dropLast() + ["REKAAN"]
            (notice.name, notice.bornOn) = (PersonName(similar.joined(separator: " ")), citizen.bornOn)
        default:
            notice.value = dossier.traveller?.listedNumber?.text ?? dossier.passports.first?.file.number?.text
        }
        return notice
    }

    private mutating func document(_ story: Story, _ index: Int) -> Dossier {
        var dossier = holder(index, issued: story == .passportExpired ? 3700...3900 : 400...2000)
        switch story {
        case .passportExpired: dossier.passports[0].file.status = chance.percent(50) ? .expired : .issued
        case .passportRevoked: dossier.passports[0].file.status = .revoked
        case .passportLost: dossier.passports[0].file.status = .lost
        case .passportReplaced:
            var present = passport(of: dossier.citizen, generation: 1, issued: 30...200)
            dossier.passports[0].file.status = .replaced
            present.file.previousNumber = dossier.passports[0].file.number
            present.file.previousDeclared = true
            dossier.passports.append(present)
        default: break
        }
        send(&dossier, story: story, to: visited(), visa: .visit, ticket: .returning(days: 5))
        if story == .passportUnknown {
            dossier.passports = []
            dossier.bookings = []
        }
        return dossier
    }

    /// A traveller of another nationality, unknown to both agencies.
    mutating func foreigner(_ story: Story, _ index: Int) -> Dossier {
        let country = chance.pick(["AUS", "CHN", "IND", "JPN", "KOR", "MYS", "NLD", "SGP", "USA"]) ?? "AUS"
        var dossier = Dossier(maker.adult(index, &chance))
        send(&dossier, story: story, to: country == "SGP" ? "SGP" : visited(), visa: nil, ticket: .none)
        dossier.traveller?.nationality = country
        dossier.traveller?.issuer = country
        dossier.traveller?.listedNumber = register.number("F", index)
        dossier.traveller?.zoneNumber = register.number("F", index)
        dossier.traveller?.nik = nil
        dossier.traveller?.expiresOn = day.adding(days: chance.within(200...2500))
        return dossier
    }

    /// A border dweller with a cross-border pass.
    mutating func borderPass(_ story: Story, _ index: Int) -> Dossier {
        var dossier = holder(index, issued: 30...300)
        dossier.passports[0].file.number = register.number("L", index)
        dossier.passports[0].file.kind = .plb
        dossier.passports[0].file.expiresOn = day.adding(days: 700)
        let country = chance.percent(80) ? "MYS" : chance.percent(50) ? "TLS" : "PNG"
        send(&dossier, story: story, to: country, visa: nil, ticket: .none) {
            $0.checkpoint.hasPrefix("TPI-D-") || $0.checkpoint == "TPI-L-TUNONTAKA"
        }
        return dossier
    }
}
