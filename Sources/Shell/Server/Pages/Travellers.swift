import Operations
import Pages
import Vocabulary

extension TravellerModel {
    /// Adds the referral with the desk's answers, and the form to whom may answer.
    ///
    /// - Throws: `SiteFault`; `Problem.unauthenticated`.
    mutating func show(_ referral: Referral, to visit: Visit, _ reads: any SiteReads) throws {
        self.referral = ReferralMark(referral)
        answers = try reads.answers(to: referral.id).compactMap(DeskAnswer.init)
        let mayAnswer = try visit.actor.roles.contains(.helpdesk) && visit.desk.answersReferrals
        if mayAnswer, referral.withdrawnFor == nil { answerForm = DeskAnswerForm(referral: referral.id) }
    }
}

/// A flight, and a traveller of it.
enum Travellers {
    static func showFlight(_ visit: Visit) throws -> Reply {
        guard let day = Day(try visit.parameter("departsOn")) else { throw Problem.notFound }
        let key = FlightKey(
            number: try visit.parameter("number"),
            departsOn: day,
            from: try visit.parameter("from")
        )
        let snapshot = try BoardSnapshot(day, from: visit.desk.site)
        let model: FlightModel? = try visit.desk.site.read { reads in
            let flight = try reads.flight(key)
            let line =
                flight.map { FlightLine($0, snapshot) } ?? snapshot.elsewhere.first { $0.flight == key }
            guard let line else { return nil }
            let travellers = try reads.screened(on: key).map {
                FlightModel.Traveller(
                    id: $0.id,
                    person: $0.person > 0 ? $0.person : nil,
                    advice: $0.assessment.advice
                )
            }
            return FlightModel(
                line: line,
                travellers: travellers,
                manifest: flight?.manifest.digests.last
            )
        }
        guard let model else { throw Problem.notFound }
        return visit.page(model)
    }

    static func show(_ visit: Visit) throws -> Reply {
        guard let model = try traveller(try visit.parameter("id"), visit) else { throw Problem.notFound }
        return visit.page(model)
    }

    /// One traveller's page; nil where the screening is unknown or superseded.
    static func traveller(_ id: String, _ visit: Visit) throws -> TravellerModel? {
        let actor = try visit.actor
        return try visit.desk.site.read { reads in
            guard let screened = try reads.screened(id: id) else { return nil }
            visit.desk.note(.screening, of: screened.subject, by: actor)
            var model = TravellerModel(
                id: screened.id,
                name: screened.name,
                passport: screened.passport?.text,
                flight: screened.flight,
                person: screened.person > 0 ? screened.person : nil,
                at: try reads.receivedAt(screened.flight, list: screened.list)
                    ?? Moment(ofIdentifier: screened.id) ?? visit.desk.now(),
                assessment: visit.show(screened.assessment, on: screened.flight.departsOn)
            )
            if let passport = screened.passport { model.seen = try visit.seen(of: passport, in: reads) }
            model.hasTickets =
                screened.passport != nil && !actor.roles.isDisjoint(with: PageTable.ticketReaders)
            let referral = try reads.referrals(on: screened.flight.departsOn)
                .first { $0.screening == screened.id }
            if let referral { try model.show(referral, to: visit, reads) }
            return model
        }
    }
}
