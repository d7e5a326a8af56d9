import Casework
import Operations
import Pages
import Vocabulary

/// The formal letter of a decision, and the record of its interview, both folded from the case's moves.
enum Letters {
    static func showLetter(_ visit: Visit) throws -> Reply {
        let history = try readable(visit)
        guard let slip = try Slips.model(of: history, visit) else { throw Problem.notFound }
        return visit.page(
            LetterModel(
                number: number(of: history, at: slip.decidedAt, visit),
                agency: visit.office.configuration.agency,
                post: visit.office.configuration.post,
                name: history.opening.name,
                passport: history.opening.passport,
                departsAt: history.opening.departsAt,
                slip: slip
            )
        )
    }

    static func showRecord(_ visit: Visit) throws -> Reply {
        let history = try readable(visit)
        guard let locked = history.last(DepartureStep.lock) else { throw Problem.notFound }
        return visit.page(record(of: history, locked, visit))
    }

    /// Whether somebody may have the papers of a case: an interviewer those of the own interviews only.
    static func mayHave(_ history: CaseHistory, _ actor: Actor) -> Bool {
        guard history.kind == .departure, !actor.roles.isDisjoint(with: PageTable.letterRoles) else {
            return false
        }
        return !actor.roles.contains(.interviewer) || interviewers(in: history).contains(actor.name)
    }

    private static func readable(_ visit: Visit) throws -> CaseHistory {
        let actor = try visit.actor
        let history = try visit.desk.history(of: try visit.parameter("id"), by: actor)
        guard history.kind == .departure else { throw Problem.notFound }
        guard mayHave(history, actor) else { throw Problem.notAllowed }
        return history
    }

    private static func interviewers(in history: CaseHistory) -> [String] {
        let taken = history.moves.filter {
            [DepartureStep.begin, .takeOverInterview, .lock].map(\.rawValue).contains($0.step)
        }
        return taken.map(\.officer).reduce(into: []) { all, name in
            if !all.contains(name) { all.append(name) }
        }
    }

    private static func record(of history: CaseHistory, _ locked: CaseMove, _ visit: Visit)
        -> InterviewRecordModel
    {
        var record = InterviewRecordModel(
            id: history.id,
            number: number(of: history, at: locked.at, visit),
            agency: visit.office.configuration.agency,
            post: visit.office.configuration.post,
            opening: history.opening
        )
        record.flight = history.opening.flight.flatMap { visit.desk.carriersNumber(of: $0) }
        let told: [DepartureStep] = [.begin, .takeOverInterview, .answer, .extend, .lock, .read]
        record.acts = history.moves.filter { told.map(\.rawValue).contains($0.step) }.map {
            InterviewRecordModel.Act(step: $0.step, officer: $0.officer, at: $0.at)
        }
        let begun = history.last(DepartureStep.begin)?.content
        record.language = begun?.language
        record.wishesSameSex = begun?.rights.map { $0.split(separator: " ").contains("same-sex") }
        record.guardian = history.moves.reversed().lazy.compactMap(\.content.guardian).first
        record.answers = answers(in: history)
        record.facts = locked.content.facts ?? []
        record.interviewers = interviewers(in: history)
        record.secondReader = history.last(DepartureStep.read)?.officer
        return record
    }

    /// Each question with its last answer, in the order in which they were asked first.
    private static func answers(in history: CaseHistory) -> [CaseAnswer] {
        var answers: [CaseAnswer] = []
        for one in history.moves.flatMap({ $0.content.answers ?? [] }) {
            if let place = answers.firstIndex(where: { $0.question == one.question }) {
                answers[place] = one
            } else {
                answers.append(one)
            }
        }
        return answers
    }

    /// A number that the same case always has: a part of its identifier, the post, month and year.
    private static func number(of history: CaseHistory, at moment: Moment, _ visit: Visit) -> String {
        let (year, month, _) = moment.day(zone: visit.desk.zone).date
        let part = history.id.filter { $0 != "-" }.suffix(8).uppercased()
        return [part, history.opening.post ?? visit.desk.post, roman[month - 1], String(year)].joined(
            separator: "/"
        )
    }

    private static let roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]
}
