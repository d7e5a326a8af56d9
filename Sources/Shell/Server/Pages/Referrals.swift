import HTTPTypes
import Operations
import Pages
import Vocabulary

/// The suggested interviews of a day, and one of them.
enum Referrals {
    static func showAll(_ visit: Visit) throws -> Reply {
        let snapshot = try BoardSnapshot(visit.day(), from: visit.desk.site)
        // That somebody asked for help is told to those who have a hand in the check.
        let hasHand = try CaseSight.kinds(for: visit.actor).contains(.departure)
        var departures: [FlightKey: WallTime] = [:]
        for flight in snapshot.flights { departures[flight.manifest.flight] = flight.manifest.departsAt }
        let lines = snapshot.referrals.map { referral in
            let listed = referral.flight.flatMap { key in snapshot.flights.first { $0.manifest.flight == key }
            }
            var mark = snapshot.mark(of: referral)
            if !hasHand { mark.state = nil }
            let isElsewhere = listed == nil && referral.isFromElsewhere
            var line = ReferralsModel.Line(
                mark: mark,
                flight: isElsewhere ? referral.flight : listed.map(\.manifest.flight),
                departsAt: isElsewhere ? referral.departsAt : referral.flight.flatMap { departures[$0] },
                isFromCounter: !isElsewhere && (referral.screening == nil || listed == nil),
                withdrawnFor: referral.withdrawnFor
            )
            line.isFromPartner = isElsewhere
            return line
        }
        return visit.page(ReferralsModel(day: snapshot.day, referrals: lines))
    }

    /// A referral leads to the traveller; one that an officer opened has the officer's reasons only.
    static func show(_ visit: Visit) throws -> Reply { visit.page(try model(visit)) }

    /// What the ministry's desk says to it.
    static func answer(_ visit: Visit) async throws -> Reply {
        let id = try visit.parameter("id")
        let words = (visit.field(Field.words) ?? "").trimmed
        let chosen = visit.field(Field.deskAnswer).flatMap(DeskAnswer.Kind.init(rawValue:))
        do {
            guard let answer = chosen.flatMap({ ReferralAnswered.Answer(rawValue: $0.rawValue) }) else {
                throw OperationFault.fieldUnfit(field: "answer", expected: "one of four")
            }
            try await visit.desk.answer(referral: id, answer, text: words, by: try visit.actor)
        } catch OperationFault.fieldUnfit {
            var model = try model(visit)
            model.answerForm?.chosen = chosen
            model.answerForm?.typed = words
            model.answerForm?.isUnfit = true
            return visit.page(model, status: .unprocessableContent)
        }
        return visit.redirect(Pages.Link.referral(id).text, saying: .stepTaken)
    }

    private static func model(_ visit: Visit) throws -> TravellerModel {
        let id = try visit.parameter("id")
        guard let referral = try visit.desk.site.read({ try $0.referral(id: id) }) else {
            throw Problem.notFound
        }
        if let screening = referral.screening, let model = try Travellers.traveller(screening, visit) {
            return model
        }
        var model = TravellerModel(
            id: referral.id,
            name: nil,
            passport: referral.passport?.text,
            flight: referral.flight,
            person: nil,
            at: referral.openedAt,
            assessment: nil
        )
        try visit.desk.site.read { try model.show(referral, to: visit, $0) }
        model.officerReasons = referral.codes.compactMap { .init(rawValue: $0) }
        if let passport = referral.passport {
            model.seen = try visit.seen(of: passport)
        }
        return model
    }
}
