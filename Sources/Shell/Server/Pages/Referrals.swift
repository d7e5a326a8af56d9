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
            return ReferralsModel.Line(
                mark: mark,
                flight: listed.map(\.manifest.flight),
                departsAt: referral.flight.flatMap { departures[$0] },
                isFromCounter: referral.screening == nil || listed == nil,
                withdrawnFor: referral.withdrawnFor
            )
        }
        return visit.page(ReferralsModel(day: snapshot.day, referrals: lines))
    }

    /// A referral leads to the traveller; one that an officer opened has the officer's reasons only.
    static func show(_ visit: Visit) throws -> Reply {
        let id = try visit.parameter("id")
        guard let referral = try visit.desk.site.read({ try $0.referral(id: id) }) else {
            throw Problem.notFound
        }
        if let screening = referral.screening, let model = try Travellers.traveller(screening, visit) {
            return visit.page(model)
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
        model.referral = ReferralMark(referral)
        model.officerReasons = referral.codes.compactMap { .init(rawValue: $0) }
        if let passport = referral.passport {
            model.seen = try visit.seen(of: passport)
        }
        return visit.page(model)
    }
}
