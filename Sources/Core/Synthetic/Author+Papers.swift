import Vocabulary

extension Author {
    /// Placements whose papers are missing, expired, unknown or not asked for; nil for other stories.
    mutating func missingPaper(_ story: Story, _ index: Int) -> Dossier? {
        switch story {
        case .earlyStage, .visaMissing, .visaExpired, .contractMissing, .contractExpired, .agreementMissing,
            .healthMissing, .healthExpired, .insuranceMissing, .competenceMissing, .maritalMissing,
            .familyMissing, .cellsUnknown, .statusUnknown:
            var dossier = placed(index)
            spoil(&dossier.placements[0].file, story)
            if story == .earlyStage { dossier.placements[0].holder.passportNumber = .blank }
            // The trip's own visa would contradict the registry's silence about one.
            depart(&dossier, story, visa: story == .visaMissing ? nil : .work)
            return dossier
        case .notMandatory: return notMandatory(story, index)
        default: return nil
        }
    }

    private func spoil(_ file: inout PlacementFile, _ story: Story) {
        let yesterday = Answer.given(day.adding(days: -40))
        switch story {
        case .visaMissing: (file.visaNumber, file.visaUntil, file.visaKind) = (.no, .no, nil)
        case .visaExpired: file.visaUntil = yesterday
        case .contractMissing: (file.contractFrom, file.contractUntil) = (.no, .no)
        case .contractExpired:
            (file.contractFrom, file.contractUntil) = (.given(day.adding(days: -700)), yesterday)
        case .agreementMissing: (file.placementAgreementNumber, file.agreedOn) = (.no, nil)
        case .healthMissing: file.medicalUntil = .no
        case .healthExpired: file.medicalUntil = yesterday
        case .insuranceMissing: (file.insuranceNumber, file.insuranceUntil) = (.no, .blank)
        case .competenceMissing: file.competenceNumber = .no
        case .maritalMissing: file.maritalStatement = .no
        case .familyMissing: file.familyPermission = .no
        case .cellsUnknown:
            (file.competenceNumber, file.insuranceNumber, file.insuranceUntil) = (.blank, .blank, .blank)
        case .statusUnknown:
            file.status = nil
            (file.maritalStatement, file.familyPermission, file.medicalUntil) = (.blank, .blank, .blank)
            (file.cardNumber, file.cardUntil) = (.blank, .blank)
        default: keepOnlyEarlyPapers(&file)
        }
    }

    /// What a file holds while its papers are being gathered: nothing of the passport and of what follows.
    func keepOnlyEarlyPapers(_ file: inout PlacementFile) {
        file.status = .documents
        (file.visaNumber, file.visaUntil, file.visaKind) = (.blank, .blank, nil)
        (file.insuranceNumber, file.insuranceUntil) = (.blank, .blank)
        (file.contractFrom, file.contractUntil) = (.blank, .blank)
        (file.orientationOn, file.cardNumber, file.cardUntil) = (.blank, .blank, .blank)
    }

    /// What a scheme doesn't ask for is `no`: nobody misses it.
    private mutating func notMandatory(_ story: Story, _ index: Int) -> Dossier {
        let isReentry = chance.percent(50)
        var dossier = placed(index, isReentry ? .reentry : .mandiri)
        dossier.placements[0].file.placementAgreementNumber = .no
        if isReentry {
            dossier.placements[0].file.medicalUntil = .no
            dossier.placements[0].file.competenceNumber = .no
            dossier.placements[0].file.maritalStatement = .no
            dossier.placements[0].file.familyPermission = .no
        }
        depart(&dossier, story)
        return dossier
    }
}
