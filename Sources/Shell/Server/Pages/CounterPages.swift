import HTTPTypes
import Hummingbird
import Operations
import Pages
import Vocabulary

/// The counter: a zone or a number goes in, an answer comes out; documents are noted, interviews asked for.
enum CounterPages {
    private static let fragment = HTTPField.Name("X-Kawal-Fragment")

    static func show(_ visit: Visit) -> Reply { page(CounterModel(), visit) }

    static func check(_ visit: Visit) async throws -> Reply {
        var model = CounterModel()
        guard let written = visit.field(Field.document) else { return refuse(.empty, visit) }
        if Desk.isPaper(written) { return try await read(written, visit) }
        var check = TravellerCheck()
        let lines = ZoneLines(written)
        check.zone = lines?.lines
        if lines == nil {
            model.typed.document = String(written.prefix(40))
            check.passport = written.utf8.count <= 20 ? PassportNumber(written) : nil
        }
        try fill(&check, &model, visit)
        return try await answer(check, showing: model, visit)
    }

    static func attest(_ visit: Visit) async throws -> Reply {
        guard let kept = visit.office.checks.check(visit.field(Field.token), of: try visit.actor.name) else {
            return refuse(.expired, visit)
        }
        let validUntil = visit.field(Field.validUntil).map { Day($0) }
        guard let paper = visit.field(Field.paper), let number = visit.field(Field.number),
            validUntil != .some(nil), let passport = kept.passport,
            visit.desk.attestablePapers(for: visit.sight).contains(paper), number.utf8.count <= 60
        else { return try await answer(kept.check, saying: .incomplete, visit) }
        try await visit.desk.attest(
            Attestation(document: paper, number: number, validUntil: validUntil ?? nil),
            for: passport,
            by: visit.actor
        )
        return try await answer(kept.check, visit)
    }

    static func refer(_ visit: Visit) async throws -> Reply {
        guard let kept = visit.office.checks.check(visit.field(Field.token), of: try visit.actor.name) else {
            return refuse(.expired, visit)
        }
        guard let reason = visit.field(Field.reason).flatMap(InterviewReason.init(rawValue:)) else {
            return try await answer(kept.check, saying: .reasonMissing, visit)
        }
        guard visit.field(Field.confirmed) == "yes", let passport = kept.passport else {
            return try await answer(kept.check, saying: .unconfirmed, visit)
        }
        let referral = try await visit.desk.openReferral(
            for: passport,
            flight: kept.check.flight,
            reason: reason,
            by: visit.actor
        )
        return try await answer(kept.check, visit, referral: referral)
    }

    /// A pass or slip: beside the passport that was read just before where it fits, else by itself until the passport follows.
    private static func read(_ text: String, _ visit: Visit) async throws -> Reply {
        let officer = try visit.actor.name
        var model = CounterModel()
        let alone = try visit.desk.reading(of: text, by: visit.actor)
        model.paper = PaperShown(alone, agency: visit.office.configuration.agency)
        guard case .pass = alone else { return page(model, visit) }
        if let last = visit.office.checks.last(of: officer), let holder = last.holder,
            case .pass(let beside) = try visit.desk.reading(of: text, beside: holder, by: visit.actor),
            beside.holder == .same
        {
            model.paper = PaperShown(.pass(beside), agency: visit.office.configuration.agency)
            return try await answer(last.check, showing: model, visit)
        }
        visit.office.heldPasses.hold(text, for: officer, at: visit.desk.now())
        return page(model, visit)
    }

    private static func refuse(_ problem: CounterModel.Problem, _ visit: Visit) -> Reply {
        var model = CounterModel()
        model.problem = problem
        return page(model, visit)
    }

    /// Checks, and shows what came of it; a number that can't be a document is said kindly.
    private static func answer(
        _ check: TravellerCheck,
        showing model: CounterModel = CounterModel(),
        saying problem: CounterModel.Problem? = nil,
        _ visit: Visit,
        referral: Referral? = nil
    ) async throws -> Reply {
        var model = model
        model.problem = problem
        let found: CheckAnswer
        do {
            found = try await visit.office.metrics.timeScreening {
                try await visit.desk.check(check, by: visit.actor)
            }
        } catch OperationFault.nothingToCheck {
            model.problem = .unreadable
            model.zone = check.zone.map { ZoneReading(lines: $0, checks: .init(), isRecognised: false) }
            return page(model, visit)
        }
        if let zone = found.zone {
            model.zone = ZoneReading(
                lines: check.zone ?? [],
                checks: zone.checks,
                isRecognised: zone.format != nil,
                mended: zone.mended
            )
        }
        if model.paper == nil, let document = found.holder,
            let held = visit.office.heldPasses.take(for: try visit.actor.name, at: visit.desk.now())
        {
            let read = try visit.desk.reading(of: held, beside: document, by: visit.actor)
            model.paper = PaperShown(read, agency: visit.office.configuration.agency)
        }
        model.answer = CounterAnswer(
            token: visit.office.checks.keep(
                check,
                about: found.passport,
                bornOn: found.bornOn,
                of: try visit.actor.name
            ),
            passport: found.passport?.text ?? "",
            name: found.name,
            assessment: visit.show(found.assessment, on: found.day),
            at: visit.desk.now(),
            flight: check.flight,
            attestable: visit.desk.attestablePapers(for: visit.sight),
            seen: try found.passport.map { try visit.seen(of: $0) } ?? [],
            referral: (referral ?? found.referral).map(ReferralMark.init),
            screening: found.screening
        )
        return page(model, visit)
    }

    /// The answer's area alone where the page's own script asks for it.
    private static func page(_ model: CounterModel, _ visit: Visit) -> Reply {
        var model = model
        model.destinations = CountryCode.destinations
        let status: HTTPResponse.Status = model.problem == nil ? .ok : .unprocessableContent
        guard let name = fragment, visit.request.headers[name] == "1" else {
            return visit.page(model, status: status)
        }
        var reply = Reply.page(model.fragment(in: visit.frame()), status: status)
        reply.headers[name] = "1"
        return reply
    }

    private static func fill(_ check: inout TravellerCheck, _ model: inout CounterModel, _ visit: Visit)
        throws
    {
        if let destination = visit.field(Field.destination) {
            model.typed.destination = String(destination.prefix(12))
            check.destination = model.typed.destination
        }
        if let visa = visit.field(Field.visa).flatMap(VisaKind.init(rawValue:)) {
            model.typed.visa = visa
            check.visaKind = visa
        }
        guard let written = visit.field(Field.flight) else { return }
        model.typed.flight = String(written.prefix(12))
        let number = String(model.typed.flight.uppercased().filter { $0 != " " })
        let today = visit.desk.today
        let flights = try visit.desk.site.read { try $0.flights(on: today) }
        check.flight =
            flights.first { $0.manifest.flight.isCalled(number) }?.manifest.flight
            ?? FlightKey(number: number, departsOn: today, from: visit.desk.post)
    }
}
