import Vocabulary

extension Author {
    /// Minors, altered birth dates and denied identities, and those that only look so; nil for other stories.
    mutating func identity(_ story: Story, _ index: Int) -> Dossier? {
        switch story {
        case .minorPlacement, .minorWorkVisa, .alteredBirth, .daySlip, .eighteenToday:
            return age(story, index)
        case .otherIdentity, .otherIdentityRevoked, .otherIdentityDenied, .sameIdentity, .nameAdded,
            .otherIdentityExpired:
            var dossier = holder(index, issued: 60...300)
            earlier(story, &dossier)
            send(
                &dossier,
                story: story,
                to: visited(),
                visa: .visit,
                ticket: .returning(days: chance.within(4...12))
            )
            return dossier
        case .twin:
            var dossier = holder(index)
            dossier.passports.append(twinsPassport(dossier.citizen, index))
            send(&dossier, story: story, to: visited(), visa: .visit, ticket: .returning(days: 8))
            return dossier
        default: return nil
        }
    }

    /// Adds an earlier passport of the same NIK to a dossier whose first passport is new.
    mutating func earlier(_ story: Story, _ dossier: inout Dossier) {
        let citizen = dossier.citizen
        var other = citizen
        switch story {
        case .sameIdentity: break
        case .nameAdded, .applyNameAdded: dossier.passports[0].holder.name = added(citizen)
        default:
            other.words = maker.name(citizen.sex, &chance).filter { !citizen.words.contains($0) } + ["LAMA"]
            other.bornOn = citizen.bornOn.adding(days: -chance.within(500...1500))
        }
        var earlier = passport(of: other, generation: 1, issued: 1500...2600)
        switch story {
        case .otherIdentityRevoked: earlier.file.status = .revoked
        case .otherIdentityDenied: dossier.passports[0].file.previousDeclared = false
        case .otherIdentityExpired:
            earlier = passport(of: other, generation: 1, issued: 3800...4200)
            earlier.file.status = .expired
        case .applyNameAdded:
            earlier.file.status = .replaced
            dossier.passports[0].file.previousNumber = earlier.file.number
            dossier.passports[0].file.previousDeclared = true
        default: break
        }
        if let name = dossier.passports[0].holder.name, story == .nameAdded {
            dossier.citizen.words = name.text.split(separator: " ").map(String.init)
        }
        dossier.passports.append(earlier)
    }

    /// The passport of a twin, whose NIK is the next one.
    mutating func twinsPassport(_ citizen: Citizen, _ index: Int) -> PassportRecord {
        var record = passport(of: maker.twin(of: citizen, index, &chance))
        record.file.number = register.number("T", index)
        return record
    }

    private func added(_ citizen: Citizen) -> PersonName {
        PersonName((citizen.words + ["ABDULLAH"]).joined(separator: " "))
    }

    private mutating func age(_ story: Story, _ index: Int) -> Dossier {
        var citizen: Citizen
        switch story {
        case .minorPlacement, .minorWorkVisa:
            let bornOn = day.adding(days: -chance.within(5900...6500))
            citizen = maker.person(index, bornOn: bornOn, &chance)
        case .alteredBirth:
            citizen = maker.person(index, bornOn: day.adding(days: -chance.within(7500...8500)), &chance)
            citizen = maker.stating(day.adding(days: -chance.within(5900...6400)), citizen)
        case .daySlip:
            citizen = maker.adult(index, &chance)
            let slip = citizen.bornOn.date.day < 15 ? 1 : -1
            citizen = maker.stating(citizen.bornOn.adding(days: slip), citizen)
        default: citizen = maker.person(index, bornOn: day.adding(years: -18), &chance)
        }
        if story == .minorWorkVisa {
            var dossier = holder(citizen, issued: 20...80)
            send(&dossier, story: story, to: "MYS", visa: .work, ticket: .oneWay)
            return dossier
        }
        var dossier = placed(citizen, .ptop)
        depart(&dossier, story)
        return dossier
    }
}
