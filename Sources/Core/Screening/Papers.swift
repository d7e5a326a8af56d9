import Vocabulary

/// What is known of one paper of a placement on the judged day.
enum PaperState: Equatable {
    /// It is there; with its last day, where it has one.
    case present(until: Day?)
    /// The office says it is not there, or its stage is still to come.
    case missing
    /// It ended before the day.
    case expired(Day)
    /// Nobody says.
    case unknown
    /// It is another office's to say, which is silent.
    case unanswered
}

extension Case {
    /// What is known of a paper of the placement; an officer's attestation stands for the paper while it is valid.
    ///
    /// - Source: `formats.md` section 1, "Empty against missing".
    func state(of document: String) -> PaperState {
        if let attested = attestation(of: document) { return .present(until: attested.validUntil) }
        guard let file = placement?.file else { return .unknown }
        let marks = marks(of: document, in: file)
        if marks.contains(.no) { return .missing }
        if let ended = marks.compactMap(\.endsOn).min(), ended < day { return .expired(ended) }
        if marks.contains(where: { $0 != .blank }) {
            return .present(until: marks.compactMap(\.endsOn).min())
        }
        guard let paper = rulebook.paper(document, on: day), let stage = paper.stage, let status = file.status
        else { return .unknown }
        guard status.stage < stage.stage else { return .unknown }
        return journey.silentColumns.isDisjoint(with: paper.columns) ? .missing : .unanswered
    }

    /// What an officer has seen of a paper last, where it is valid on the day.
    func attestation(of document: String) -> Attestation? {
        let newest = journey.attestations.first { $0.document == document }
        return newest.flatMap { $0.validUntil.map { day <= $0 } ?? true ? $0 : nil }
    }

    /// What one cell says of a paper.
    private enum Mark: Equatable {
        case blank
        case no
        case there
        case until(Day)

        var endsOn: Day? { if case .until(let day) = self { day } else { nil } }
    }

    private func marks(of document: String, in file: PlacementFile) -> [Mark] {
        switch document {
        case "passport": [mark(placement?.filedPassport ?? .blank)]
        case "visa": [mark(file.visaNumber), mark(until: file.visaUntil)]
        case "contract": [mark(file.contractFrom), mark(until: file.contractUntil)]
        case "placement_agreement": [mark(file.placementAgreementNumber)]
        case "medical": [mark(until: file.medicalUntil)]
        case "insurance": [mark(file.insuranceNumber)]
        case "insurance_period": [mark(until: file.insuranceUntil)]
        case "competence": [mark(file.competenceNumber)]
        case "marital_statement": [mark(file.maritalStatement)]
        case "family_permission": [mark(file.familyPermission)]
        case "orientation": [mark(file.orientationOn)]
        case "card": [mark(file.cardNumber), mark(until: file.cardUntil)]
        default: []
        }
    }

    private func mark<Value>(_ answer: Answer<Value>) -> Mark {
        switch answer {
        case .blank: .blank
        case .no: .no
        case .yes, .given: .there
        }
    }

    private func mark(until answer: Answer<Day>) -> Mark {
        switch answer {
        case .blank: .blank
        case .no: .no
        case .yes: .there
        case .given(let day): .until(day)
        }
    }

    /// Whether a rule asks this placement for a paper; on an application only for papers that come before a passport.
    func rule(for document: Paper) -> DocumentRule? {
        guard let file = placement?.file,
            let rule = rulebook.requirement(of: document.document, for: scheme, on: day)
        else { return nil }
        if let end = rule.fallsAwayAt, let status = file.status, status.stage >= end.stage { return nil }
        if isApplication {
            guard let stage = document.stage, stage.stage < PlacementStatus.passport.stage else { return nil }
        }
        return rule
    }
}
