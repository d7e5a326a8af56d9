/// How much of an assessment somebody sees.
public enum Sight: Sendable, Hashable {
    /// Border and passport roles: health, marital and family papers only as "berkas penempatan".
    case border
    /// The ministry's desk, and the traveller: every paper by its name.
    case full
}

extension Rulebook {
    /// The assessment as a reader sees it: in the reader's language, and with the papers that are the reader's to know.
    ///
    /// For border roles health, marital and family papers are "berkas penempatan", to be settled at the ministry's desk;
    /// advice, codes and everything else stay. What the traveller is told stays Indonesian, since it is read aloud to an
    /// Indonesian; a sentence whose row is gone stays as it was written.
    /// - Source: `ui.md`; UU 27/2022 art. 4 on specific personal data; the agreed minimum of the border's answer.
    public func show(
        _ assessment: Assessment,
        to sight: Sight,
        in language: Bilingual.Language = .indonesian,
        at occasion: CheckRule.Occasion = .departure,
        on day: Day
    ) -> Assessment {
        var shown = assessment
        if sight == .border { withhold(&shown, at: occasion, on: day) }
        if language != .indonesian { translate(&shown, into: language, at: occasion, on: day) }
        return shown
    }

    private func withhold(_ shown: inout Assessment, at occasion: CheckRule.Occasion, on day: Day) {
        let sensitive = Set(papers(on: day).filter(\.isSensitive).map(\.document))
        let isSensitive = { (document: String?) in document.map(sensitive.contains) ?? false }
        let mask = { (reason: Reason) in
            isSensitive(reason.evidence["document"]) ? withheld(reason, at: occasion, on: day) : reason
        }
        shown.reasons = shown.reasons.map(mask).withoutRepeats
        shown.context = shown.context.map(mask).withoutRepeats
        shown.against.removeAll { isSensitive($0.evidence?["document"]) }
        shown.unknown =
            shown.unknown.map { question in
                guard isSensitive(question.document) else { return question }
                let fact = "document.withheld"
                return Unknown(fact: fact, ask: self.question(fact, on: day)?.ask.indonesian ?? fact)
            }.withoutRepeats
        let desk = remedy(occasion == .application ? "desk_application" : "desk", on: day)
        shown.mend =
            shown.mend.map { remedy in
                guard isSensitive(remedy.document) else { return remedy }
                var masked = remedy
                masked.document = Assessment.withheldDocument
                masked.key = desk?.key
                masked.where = desk?.place.indonesian ?? remedy.where
                masked.basis = desk?.basis ?? remedy.basis
                return masked
            }.withoutRepeats
    }

    private func withheld(_ reason: Reason, at occasion: CheckRule.Occasion, on day: Day) -> Reason {
        var masked = reason
        masked.evidence = ["document": Assessment.withheldDocument, "state": "withheld"]
        let say = { sentence(for: masked, to: $0, in: .indonesian, at: occasion, on: day) }
        (masked.says, masked.saysToTraveller) = (
            say(.officer) ?? "Berkas penempatan: ke meja BP3MI.",
            say(.traveller) ?? "Meja BP3MI membantu Anda melengkapi berkas penempatan."
        )
        return masked
    }

    private func translate(
        _ shown: inout Assessment,
        into language: Bilingual.Language,
        at occasion: CheckRule.Occasion,
        on day: Day
    ) {
        let translate = { (reason: Reason) in
            var reason = reason
            reason.says =
                sentence(for: reason, to: .officer, in: language, at: occasion, on: day) ?? reason.says
            return reason
        }
        shown.reasons = shown.reasons.map(translate)
        shown.context = shown.context.map(translate)
        for index in shown.against.indices {
            guard let rule = support(shown.against[index].code, on: day) else { continue }
            let evidence = shown.against[index].evidence ?? [:]
            shown.against[index].says = fill(rule.says[language], with: evidence, in: language, on: day)
        }
        for index in shown.unknown.indices {
            guard let rule = question(shown.unknown[index].fact, on: day) else { continue }
            shown.unknown[index].ask = rule.ask[language]
        }
        for index in shown.mend.indices {
            guard let rule = shown.mend[index].key.flatMap({ remedy($0, on: day) }) else { continue }
            shown.mend[index].where = rule.place[language]
        }
    }
}

extension Assessment {
    /// The name under which border roles see a health, marital or family paper.
    public static let withheldDocument = "placement-file"
}

extension Unknown {
    /// The paper that is asked for; nil where the question is about something else.
    fileprivate var document: String? {
        fact.hasPrefix("document.") ? String(fact.dropFirst("document.".count)) : nil
    }
}

extension Array where Element: Equatable {
    fileprivate var withoutRepeats: [Element] { reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
}
