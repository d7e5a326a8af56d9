import HTTPTypes
import Hummingbird
import Operations
import Pages
import Vocabulary

extension Visit {
    /// What surrounds a page of this visit, with a token for its forms.
    func frame() -> Frame {
        let desk = office.desk
        var frame = Frame(
            now: desk.now(),
            path: request.uri.path,
            csrf: formToken(),
            version: office.configuration.version
        )
        frame.language = language
        frame.theme = theme
        frame.areLetterKeysOn = office.cookies.value(.letterKeys, in: request) != "off"
        frame.zone = Zone(minutes: office.configuration.zoneMinutes)
        frame.post = office.configuration.post
        frame.isExercise = office.configuration.isTraining
        frame.dutyNumber = office.configuration.dutyNumber
        frame.rules = desk.rules.digest
        guard let account, !isLocked else {
            frame.notice = query(Field.notice).flatMap(Frame.Notice.init(rawValue:)).flatMap {
                $0 == .signedOut ? $0 : nil
            }
            return frame
        }
        frame.officer = Officer(
            name: account.name,
            duties: account.roles,
            places: account.mustChangePassword ? [] : PageTable.places(for: account.roles)
        )
        frame.feeds = office.feeds.strip(at: desk)
        frame.partner = office.partnerReach
        frame.notice = session.flatMap { office.sessions.takeNotice(in: $0.id) }.flatMap(
            Frame.Notice.init(rawValue:)
        )
        return frame
    }

    /// A page of this visit.
    func page(_ page: some Page, status: HTTPResponse.Status = .ok) -> Reply {
        .page(frame().render(page), status: status)
    }

    /// Another page, which says once what was done.
    func redirect(_ path: String, saying notice: Frame.Notice) -> Reply {
        if let session { office.sessions.leaveNotice(notice.rawValue, in: session.id) }
        return .redirect(path)
    }

    /// The page of an error.
    func faultPage(_ problem: Problem) -> Reply {
        let model = FaultModel(problem.fault(office), code: problem.code, reference: context.id)
        var reply = page(model, status: problem.status)
        if let seconds = problem.retryAfterSeconds { reply.headers[.retryAfter] = "\(seconds)" }
        return reply
    }

    /// An assessment as the reader sees it, in the reader's language.
    func show(
        _ assessment: Assessment,
        at occasion: CheckRule.Occasion = .departure,
        on day: Day
    ) -> Assessment {
        desk.show(assessment, to: account.map { Actor($0) }, in: language, at: occasion, on: day)
    }

    /// How much of an assessment the reader sees.
    var sight: Sight { account.map { Actor($0).sight } ?? .border }

    private func formToken() -> String {
        guard let session, !formSecret.isEmpty else {
            return formSecret.isEmpty ? "" : FormToken(secret: formSecret, number: 0).text
        }
        return FormToken(secret: formSecret, number: office.sessions.issueForm(in: session.id)).text
    }
}

extension Field {
    /// What was done on the page before, in the address of the sign-in page only.
    static let notice: StaticString = "kabar"
}

extension Problem {
    /// The error page that says it in plain words.
    fileprivate func fault(_ office: Office) -> FaultModel.Kind {
        switch (status.code, code) {
        case (_, Problem.forgedForm.code), (_, Problem.staleForm.code): .staleForm
        case (404, _), (405, _): .notFound
        case (401, _), (403, _): .noPermission
        case (413, _): .tooLarge(maximumMegabytes: office.configuration.uploadLimitBytes >> 20)
        case (429, _): .slowDown(seconds: retryAfterSeconds ?? 10)
        case (507, _): .diskFull
        case (503, _): .unavailable
        case (500..., _): .broken
        default: .unreadable
        }
    }
}
