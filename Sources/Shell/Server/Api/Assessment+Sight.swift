import Operations
import Vocabulary

extension Desk {
    /// An assessment as somebody may see it: health, marital and family papers are named to the ministry's desk only.
    func show(
        _ assessment: Assessment,
        to actor: Actor?,
        in language: Bilingual.Language = .indonesian,
        at occasion: CheckRule.Occasion = .departure,
        on day: Day
    ) -> Assessment {
        rules.show(assessment, to: actor?.sight ?? .border, in: language, at: occasion, on: day)
    }
}

extension Actor {
    /// How much of an assessment this person or machine sees.
    var sight: Sight { seesPlacementPapers ? .full : .border }
}
