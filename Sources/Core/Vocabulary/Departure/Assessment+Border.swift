extension Assessment {
    /// The name under which border roles see a health, marital or family paper.
    public static let withheldDocument = "placement-file"

    /// The assessment as border roles see it: health, marital and family papers are "berkas penempatan", to be settled
    /// at the ministry's desk; advice, codes and everything else stay.
    ///
    /// - Source: `ui.md`; UU 27/2022 on specific personal data; the agreed minimum of the border's answer.
    public func forBorder(
        by rulebook: Rulebook,
        at occasion: CheckRule.Occasion = .departure,
        on day: Day
    ) -> Assessment {
        let sensitive = Set(rulebook.papers(on: day).filter(\.isSensitive).map(\.document))
        var seen = self
        seen.reasons =
            reasons.map { reason in
                guard let document = reason.evidence["document"], sensitive.contains(document) else {
                    return reason
                }
                return reason.withheld(by: rulebook, at: occasion, on: day)
            }.withoutRepeats
        seen.against = against.filter { support in
            // What an officer attested is named in the sentence.
            !sensitive.contains { name in
                rulebook.paper(name, on: day).map { support.says.contains($0.name.indonesian) } ?? false
            }
        }
        seen.unknown =
            unknown.map { question in
                guard question.fact.hasPrefix("document."),
                    sensitive.contains(String(question.fact.dropFirst(9)))
                else {
                    return question
                }
                let fact = "document.withheld"
                return Unknown(fact: fact, ask: rulebook.question(fact, on: day)?.ask.indonesian ?? fact)
            }.withoutRepeats
        let desk = rulebook.remedy(occasion == .application ? "desk_application" : "desk", on: day)
        seen.mend =
            mend.map { remedy in
                guard sensitive.contains(remedy.document) else { return remedy }
                return Remedy(
                    document: Assessment.withheldDocument,
                    where: desk?.place.indonesian ?? remedy.where,
                    basis: desk?.basis ?? remedy.basis
                )
            }.withoutRepeats
        return seen
    }
}

extension Reason {
    /// The same reason without the paper's name.
    fileprivate func withheld(
        by rulebook: Rulebook,
        at occasion: CheckRule.Occasion,
        on day: Day
    ) -> Reason {
        var reason = self
        reason.evidence = ["document": Assessment.withheldDocument, "state": "withheld"]
        let language = Bilingual.Language.indonesian
        let officer = rulebook.sentence(for: reason, to: .officer, in: language, at: occasion, on: day)
        let traveller = rulebook.sentence(for: reason, to: .traveller, in: language, at: occasion, on: day)
        reason.says = officer ?? "Berkas penempatan: ke meja BP3MI."
        reason.saysToTraveller = traveller ?? reason.says
        return reason
    }
}

extension Array where Element: Equatable {
    fileprivate var withoutRepeats: [Element] { reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
}
