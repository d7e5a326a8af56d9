import Operations
import Pages
import Vocabulary

/// What pages ask of the rules.
extension Desk {
    /// The documents that may be noted as seen, as the rules name them.
    func attestablePapers(for sight: Sight) -> [String] {
        rules.papers(on: today).filter { sight == .full || !$0.isSensitive }.map(\.document)
    }

    /// The documents that the public check asks for.
    var readinessPapers: [String] { rules.papers(on: today).map(\.document) }

    /// The files of rules in force.
    var ruleVersions: [StatusModel.RuleVersion] {
        let tables = rules.tables
        func version(_ name: String, _ rows: [Validity]) -> StatusModel.RuleVersion {
            .init(name: name, rows: rows.count, latestFrom: rows.compactMap(\.from).max())
        }
        return [
            version("checks", tables.checks.map(\.validity)),
            version("papers", tables.papers.map(\.validity)),
            version("documents", tables.documents.map(\.validity)),
            version("visas", tables.visas.map(\.validity)),
            version("closures", tables.closures.map(\.validity)),
            version("exemptions", tables.exemptions.map(\.validity)),
            version("supports", tables.supports.map(\.validity)),
            version("questions", tables.questions.map(\.validity)),
            version("remedies", tables.remedies.map(\.validity)),
            version("feeds", tables.feeds.map(\.validity)),
            version("transit", tables.transit.map(\.validity)),
            version("hajj_seasons", tables.seasons.map(\.validity)),
            version("limits", tables.limits.map(\.validity)),
            version("retention", tables.retention.map(\.validity)),
        ]
    }

    /// What is missing before leaving, what would help, and what a rule says of the destination.
    func readinessAnswer(_ question: ReadinessQuestion) -> ReadinessModel.Answer {
        let assessment = readiness(question)
        let closure = assessment.reasons.first { $0.code == "D05" }
        return ReadinessModel.Answer(
            missing: papers(of: assessment.reasons.filter { $0.code == "D02" }),
            helpful: papers(of: assessment.reasons.filter { $0.kind == .advisory }),
            destinationNote: closure?.saysToTraveller,
            destinationBasis: closure?.basis
        )
    }

    private func papers(of reasons: [Reason]) -> [ReadinessModel.MissingPaper] {
        reasons.compactMap { reason in
            guard let document = reason.evidence["document"] else { return nil }
            let remedy = rules.paper(document, on: today).flatMap { rules.remedy($0.remedy, on: today) }
            return ReadinessModel.MissingPaper(
                document: document,
                place: remedy?.place.indonesian ?? reason.saysToTraveller,
                cost: remedy.map(\.cost.indonesian).flatMap { $0.isEmpty ? nil : $0 },
                basis: remedy?.basis ?? reason.basis
            )
        }
    }
}

extension CountryCode {
    /// The countries that forms offer, by their Indonesian names.
    static let destinations: [CountryCode] = all.filter { $0 != .indonesia }
}
