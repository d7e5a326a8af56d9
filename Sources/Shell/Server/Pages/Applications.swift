import Casework
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
        var model = ApplicationModel(
            line: line(answer, visit),
            assessment: visit.show(answer.assessment, at: .application, on: answer.day)
        )
        let named = visit.desk.attestablePapers(for: visit.sight)
        model.papers = visit.desk.papersMissing(in: answer.assessment).filter(named.contains)
        let actor = try visit.actor
        if let running = try visit.desk.runningCase(ofApplication: key) {
            let isWork = CaseSight.isMember(of: .application, actor)
            model.running = .init(id: isWork ? running.id : nil, state: running.state)
        }
        model.mayOpen = actor.roles.contains(.passport)
        return visit.page(model)
    }

    /// Opens the applicant's case, or leads to the one that runs.
    static func openCase(_ visit: Visit) async throws -> Reply {
        guard let key = visit.office.applications.key(of: try visit.parameter("id")),
            let answer = try visit.desk.application(key: key, by: visit.actor)
        else { throw Problem.notFound }
        do {
            let history = try await visit.desk.openCase(
                ofApplication: key,
                saying: ApplicationModel.opening(line(answer, visit)),
                by: try visit.actor
            )
            return visit.redirect(Pages.Link.caseFile(history.id).text, saying: .stepTaken)
        } catch OperationFault.caseRefused(.movedOn) {
            guard let running = try visit.desk.runningCase(ofApplication: key) else { throw Problem.notFound }
            return .redirect(Pages.Link.caseFile(running.id).text)
        }
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
