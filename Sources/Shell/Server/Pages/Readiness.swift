import HTTPTypes
import Operations
import Pages
import Vocabulary

/// The public check before leaving: no account, no cookie, nothing kept.
enum Readiness {
    static func show(_ visit: Visit) -> Reply { visit.page(form(visit)) }

    static func answer(_ visit: Visit) -> Reply {
        var model = form(visit)
        model.asked.scheme = visit.field(Field.scheme).flatMap(Scheme.init(rawValue:))
        model.asked.destination = visit.field(Field.destination).flatMap(CountryCode.init).flatMap {
            $0.isRecognised ? $0 : nil
        }
        model.asked.papers = Set(visit.form.all(Field.paper.text)).intersection(model.papers)
        guard let scheme = model.asked.scheme, let destination = model.asked.destination else {
            model.isIncomplete = true
            return visit.page(model, status: .unprocessableContent)
        }
        model.answer = visit.desk.readinessAnswer(
            ReadinessQuestion(scheme: scheme, destination: destination, documents: model.asked.papers)
        )
        return visit.page(model)
    }

    private static func form(_ visit: Visit) -> ReadinessModel {
        ReadinessModel(papers: visit.desk.readinessPapers, destinations: CountryCode.destinations)
    }
}
