import Operations
import Pages
import Vocabulary

/// Passport applications and their advice.
enum Applications {
    private static let shown = 200

    static func showAll(_ visit: Visit) throws -> Reply {
        let day = try visit.query(Field.day) == nil ? nil : visit.day()
        let found = try visit.desk.applications(after: nil, limit: shown + 1, by: visit.actor)
        let listed = found.filter { day == nil || $0.file.appliedOn == day }
            .sorted { ($0.file.appliedOn?.number ?? 0) > ($1.file.appliedOn?.number ?? 0) }
        return visit.page(
            ApplicationsModel(
                day: day,
                applications: listed.prefix(shown).map { line($0, visit) },
                hasMore: found.count > shown
            )
        )
    }

    static func show(_ visit: Visit) throws -> Reply {
        guard let key = visit.office.applications.key(of: try visit.parameter("id")) else { throw Problem.notFound }
        let answer = try visit.desk.checkApplication(key: key, by: visit.actor)
        return visit.page(
            ApplicationModel(line: line(answer, visit), assessment: answer.assessment, sight: visit.sight)
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
