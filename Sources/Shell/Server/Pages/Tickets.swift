import Operations
import Pages
import Vocabulary

/// The tickets bought together with a traveller's; it says nothing of anybody.
enum Tickets {
    static func show(_ visit: Visit) throws -> Reply {
        let (id, actor) = (try visit.parameter("id"), try visit.actor)
        let group = try visit.desk.tickets(with: id, by: actor)
        return visit.page(
            TicketsModel(
                group: group.map(TicketsModel.Group.init),
                traveller: id
            )
        )
    }
}

extension TicketsModel.Group {
    /// What is shown of the tickets.
    fileprivate init(_ group: TicketGroup) {
        self.init(
            locator: group.locator,
            size: group.size,
            tickets: group.tickets,
            boughtOn: group.boughtOn,
            itinerary: group.itinerary,
            isOneWay: group.isOneWay,
            returnOn: group.returnOn,
            payers: group.payers,
            phones: group.phones,
            bureaus: group.bureaus,
            fellows: group.fellows.map {
                FlightModel.Traveller(
                    id: $0.id,
                    person: $0.person > 0 ? $0.person : nil,
                    advice: $0.assessment.advice
                )
            }
        )
    }
}
