import Linking
package import Vocabulary

/// The tickets that were bought together (pemesanan); who paid, and by which telephone, is counted and not told.
package struct TicketGroup: Sendable {
    /// The locator.
    package var locator: String
    /// How many travel on it, as the ticket says.
    package var size: Int?
    /// How many of its tickets are known here.
    package var tickets: Int
    /// The day they were bought.
    package var boughtOn: Day?
    /// The places of the journey.
    package var itinerary: String?
    /// Whether there is no way back.
    package var isOneWay: Bool?
    /// The day of the way back.
    package var returnOn: Day?
    /// How many different payers the tickets name.
    package var payers: Int
    /// How many different telephones.
    package var phones: Int
    /// How many different bureaus.
    package var bureaus: Int
    /// The others on the same departure whose advice is not clear, in order of the list.
    package var fellows: [ScreenedTraveller]
}

extension Desk {
    /// The tickets bought together with that of a screened traveller, for the traveller's departure.
    ///
    /// - Returns: Nil inside where no ticket is known.
    /// - Throws: `OperationFault.absent` where the screening is unknown or superseded; `SiteFault`.
    package func tickets(with screening: String, by actor: Actor) throws -> TicketGroup? {
        let (subject, group) = try site.read { reads -> (EntrySubject?, TicketGroup?) in
            guard let screened = try reads.screened(id: screening) else { throw OperationFault.absent }
            return (screened.subject, try tickets(with: screened, reads))
        }
        note(.booking, of: subject, by: actor)
        return group
    }

    private func tickets(with screened: ScreenedTraveller, _ reads: any SiteReads) throws -> TicketGroup? {
        guard let passport = screened.passport else { return nil }
        let own = try reads.records(Booking.self, .passport(passport))
        let flight = screened.flight
        let to = try reads.manifest(of: flight, list: screened.list)?.to
        let legs = [Leg(flight: flight.number, from: flight.from, to: to)]
        let likely = try linking(reads).ticket(among: own, legs: legs, on: flight.departsOn)
        let ticket = own.first { $0.locator != nil && $0.locator == screened.booking } ?? likely
        guard let ticket, let handle = ticket.locator.flatMap({ Handle.ticket($0) }) else { return nil }
        // Carriers use a locator again: what was bought on another day is another booking.
        let together = try reads.records(Booking.self, handle).filter {
            $0.boughtOn == ticket.boughtOn || $0.passportNumber == passport
        }
        return group(ticket, together, try fellows(of: screened, on: together, reads))
    }

    private func group(_ ticket: Booking, _ together: [Booking], _ fellows: [ScreenedTraveller])
        -> TicketGroup
    {
        func different(_ value: (Booking) -> String?) -> Int { Set(together.compactMap(value)).count }
        return TicketGroup(
            locator: ticket.locator ?? "",
            size: ticket.groupSize,
            tickets: together.count,
            boughtOn: ticket.boughtOn,
            itinerary: ticket.itinerary,
            isOneWay: ticket.isOneWay,
            returnOn: ticket.returnOn,
            payers: different { $0.payer.flatMap { NetworkNode(.payer, $0)?.value } },
            phones: different { $0.phone.flatMap { NetworkNode(.phone, $0)?.value } },
            bureaus: different { $0.travelAgency.flatMap { NetworkNode(.agency, $0)?.value } },
            fellows: fellows
        )
    }

    /// Those of the tickets whom the same departure's lists have told something of, each once.
    private func fellows(of screened: ScreenedTraveller, on tickets: [Booking], _ reads: any SiteReads) throws
        -> [ScreenedTraveller]
    {
        var open = Set(tickets.compactMap(\.passportNumber))
        if let own = screened.passport { open.remove(own) }
        return try reads.screened(on: screened.flight).filter { other in
            other.passport.map { open.remove($0) != nil } ?? false
        }
    }
}
