import HTTPTypes
import Operations
import Pages
import Vocabulary

/// Cases opened in need, and their review by the other agency.
enum Glass {
    static func open(_ visit: Visit) async throws -> Reply {
        let id = try visit.parameter("id")
        guard visit.field(Field.confirmed) == "yes", let reason = visit.form[FormName(.text).text] else {
            return visit.page(GlassModel(id: id, isUnfit: true), status: .unprocessableContent)
        }
        do {
            try await visit.desk.breakGlass(on: id, reason: reason, by: try visit.actor)
        } catch OperationFault.fieldUnfit {
            return visit.page(GlassModel(id: id, isUnfit: true), status: .unprocessableContent)
        }
        return .redirect(Pages.Link.caseFile(id).text)
    }

    static func showReviews(_ visit: Visit) throws -> Reply {
        let lines = try visit.desk.glassToReview(by: try visit.actor).map { broken in
            GlassReviewModel.Line(
                id: broken.id,
                officer: broken.officer,
                at: broken.at,
                kind: broken.kind,
                reason: broken.reason
            )
        }
        return visit.page(GlassReviewModel(lines: lines))
    }

    static func review(_ visit: Visit) async throws -> Reply {
        guard let decision = visit.field(Field.decision), ["yes", "no"].contains(decision),
            let text = visit.form[FormName(.text).text]
        else {
            throw OperationFault.fieldUnfit(field: Field.decision.text, expected: "yes or no, with words")
        }
        try await visit.desk.review(
            glass: try visit.parameter("id"),
            isJustified: decision == "yes",
            text: String(text.prefix(1000)),
            by: try visit.actor
        )
        return visit.redirect(Place.glass.link.text, saying: .stepTaken)
    }
}
