import Vocabulary

extension Author {
    /// A passport application, as its story tells it.
    mutating func application(_ story: Story, _ index: Int) -> Dossier {
        var dossier: Dossier
        switch story {
        case .applyMinor:
            let bornOn = day.adding(days: -chance.within(5900...6400))
            dossier = Dossier(maker.person(index, bornOn: bornOn, &chance))
        default: dossier = Dossier(maker.adult(index, &chance))
        }
        dossier.passports = [applied(dossier.citizen, purpose(of: story))]
        switch story {
        case .applyRenewal:
            var file = placement(dossier.citizen, .ptop, to: destination())
            let earlier = passport(of: dossier.citizen, generation: 1, issued: 3400...3500)
            file.file.status = .carded
            if let number = earlier.file.number { file.holder.passportNumber = .given(number) }
            dossier.passports[0].file.previousNumber = earlier.file.number
            dossier.passports[0].file.previousDeclared = true
            dossier.passports.append(earlier)
            dossier.placements = [file]
        case .applyFirst, .applyHealthMissing:
            var file = placement(dossier.citizen, .ptop, to: destination())
            keepOnlyEarlyPapers(&file.file)
            file.holder.passportNumber = .blank
            if story == .applyHealthMissing { file.file.medicalUntil = .no }
            dossier.placements = [file]
        case .applyOtherIdentity, .applyNameAdded: earlier(story, &dossier)
        case .applyTwin: dossier.passports.append(twinsPassport(dossier.citizen, index))
        default: break
        }
        return dossier
    }

    private func purpose(of story: Story) -> StatedPurpose {
        switch story {
        case .applyUmrah, .applyNameAdded: .umrah
        case .applyStudy: .study
        case .applyFamily: .family
        case .applyTourism, .applyTwin, .applyOtherIdentity: .tourism
        default: .work
        }
    }

    private mutating func applied(_ citizen: Citizen, _ purpose: StatedPurpose) -> PassportRecord {
        var record = PassportRecord()
        record.holder.nik = NIK(number: citizen.nik)
        record.holder.name = citizen.name
        record.holder.sex = citizen.sex
        record.holder.bornOn = citizen.bornOn
        record.file.appliedOn = day
        record.file.office = office(near: citizen)
        record.file.statedPurpose = purpose
        record.file.status = .applied
        return record
    }
}
