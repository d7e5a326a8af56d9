import Operations
import Pages
import Vocabulary

/// Passport applications and their advice.
enum Applications {
    private static let shown = 200

    static func showAll(_ visit: Visit) throws -> Reply {
        let day = try visit.query(Field.day) == nil ? nil : visit.day()
        let found = try visit.desk.applications(on: day, limit: shown + 1)
        let actor = try visit.actor
        for answer in found.prefix(shown) { visit.desk.note(.application, of: answer.subject, by: actor) }
        return visit.page(
            ApplicationsModel(
                day: day,
                applications: found.prefix(shown).map { line($0, visit) },
                hasMore: found.count > shown
            )
        )
    }

    static func show(_ visit: Visit) throws -> Reply {
        guard let key = visit.office.applications.key(of: try visit.parameter("id")),
            let answer = try visit.desk.application(key: key, by: visit.actor)
        else { throw Problem.notFound }
        return visit.page(
            ApplicationModel(
                line: line(answer, visit),
                assessment: visit.show(answer.assessment, at: .application, on: answer.day)
            )
        )
    }

    private static func line(_ answer: ApplicationAnswer, _ visit: Visit) -> ApplicationLine {
        ApplicationLine(
            id: visit.office.applications.id(of: answer.key),
            appliedOn: answer.file.appliedOn,
            office: answer.file.office,
            purpose: answer.file.statedPurpose,
            advice: answer.assessment.advice,
            name: answer.name
        )
    }
}
