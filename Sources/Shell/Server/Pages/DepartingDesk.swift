import Operations
import Pages
import Vocabulary

/// What leaves soon, for the ministry's desk.
enum DepartingDesk {
    /// A page holds so many travellers; those who leave first stand above.
    private static let most = 200

    static func show(_ visit: Visit) throws -> Reply {
        let soon = try visit.desk.departingSoon()
        var waiting = Dictionary(
            soon.completing.compactMap { line in line.opening.screening.map { ($0, line.last.id) } },
            uniquingKeysWith: { first, _ in first }
        )
        var (flights, left) = ([DeskModel.Flight](), 0)
        var room = most
        for flight in soon.flights {
            let shown = flight.travellers.prefix(room)
            room -= shown.count
            left += flight.travellers.count - shown.count
            flights.append(
                DeskModel.Flight(
                    number: visit.desk.carriersNumber(of: flight.flight) ?? flight.flight.number,
                    to: flight.to,
                    departsAt: flight.departsAt,
                    travellers: shown.map {
                        traveller(of: $0, caseID: waiting.removeValue(forKey: $0.id), visit)
                    }
                )
            )
        }
        let matched = Set(flights.flatMap(\.travellers).compactMap(\.caseID))
        let completing = soon.completing.filter { !matched.contains($0.last.id) }.map { line in
            DeskModel.Completing(
                id: line.last.id,
                departsAt: line.opening.departsAt,
                dueAt: CaseSight.shownDue(line.last, line.opening, visit)
            )
        }
        var model = DeskModel(
            minutes: visit.desk.minutesAhead,
            flights: flights,
            completing: completing,
            timeless: soon.timeless,
            left: left
        )
        model.issuesPasses = try visit.actor.roles.contains(.helpdesk)
        return visit.page(model)
    }

    private static func traveller(of screened: ScreenedTraveller, caseID: String?, _ visit: Visit)
        -> DeskModel.Traveller
    {
        let shown = visit.show(screened.assessment, on: screened.flight.departsOn)
        return DeskModel.Traveller(
            id: screened.id,
            person: screened.person > 0 ? screened.person : nil,
            advice: screened.assessment.advice,
            mend: shown.mend,
            caseID: caseID
        )
    }
}
