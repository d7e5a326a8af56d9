public import Vocabulary

extension Linking {
    /// Where the trip goes: the list's legs up to where the person debarks, and the ticket.
    func trip(
        of traveller: Traveller,
        legs: [Leg],
        debarks: String?,
        _ joined: Joined,
        _ records: PersonRecords,
        on day: Day
    ) -> Trip {
        var trip = Trip()
        let places = places(of: legs, debarks: debarks)
        trip.places = places
        trip.countries = countries(of: places)
        trip.listEndsIn = places.last.flatMap(self.places.country(of:)).flatMap {
            $0 == .indonesia ? nil : $0
        }
        trip.mode = places.first.flatMap(self.places.mode(of:))
        trip.listedVisaKind = traveller.visaKind
        let booking =
            answers(.bookings, on: day) ? ticket(for: places, among: records.bookings, on: day) : nil
        let bought = booking.map { ticket($0, records, on: day) }
        if answers(.bookings, on: day) { trip.ticket = .answered(bought) }
        trip.visaKind = traveller.visaKind ?? booking?.visaKind
        if let last = places.last, rules.transit(last, .hub, on: day) != nil {
            // A ticket that ends where the list ends says no more than the list.
            trip.doesListEndInTransit = bought?.countries.last.map { $0 == trip.listEndsIn } ?? true
        }
        if case .registered(let file) = joined.document.standing {
            trip.wasPassportAskedInTransitTown = asksInTransitTown(file, home: joined.homeRegency, on: day)
        }
        return trip
    }

    /// Whether a passport was asked for in a town of departure that is not the home town; nil where either is unknown.
    func asksInTransitTown(_ file: PassportFile, home: String?, on day: Day) -> Bool? {
        guard let office = file.office, let home else { return nil }
        guard let town = rules.transitTown(ofOffice: office, on: day) else { return false }
        return town.regencyCode != home
    }

    private func places(of legs: [Leg], debarks: String?) -> [String] {
        var places: [String] = []
        for leg in legs {
            for place in [leg.from, leg.to].compactMap(\.self) where places.last != place {
                places.append(place)
            }
        }
        guard let debarks, let end = places.lastIndex(of: debarks) else { return places }
        return Array(places[...end])
    }

    private func countries(of places: [String]) -> [CountryCode] {
        var countries: [CountryCode] = []
        for place in places {
            guard let country = self.places.country(of: place), country != .indonesia,
                countries.last != country
            else { continue }
            countries.append(country)
        }
        return countries
    }

    /// The ticket of this trip: one whose journey shares a foreign country with the list's, else the one bought last.
    private func ticket(for places: [String], among bookings: [Booking], on day: Day) -> Booking? {
        let listed = Set(countries(of: places))
        let open = bookings.filter { booking in
            (booking.returnOn.map { $0 >= day } ?? true) && (booking.boughtOn.map { $0 <= day } ?? true)
        }
        let fitting = open.filter { !listed.isDisjoint(with: countries(of: self.places(in: $0.itinerary))) }
        return (fitting.isEmpty ? open : fitting).max { left, right in
            (left.boughtOn?.number ?? 0, right.key) < (right.boughtOn?.number ?? 0, left.key)
        }
    }

    private func ticket(_ booking: Booking, _ records: PersonRecords, on day: Day) -> Ticket {
        var ticket = Ticket()
        ticket.isOneWay = booking.isOneWay
        ticket.returnOn = booking.returnOn
        ticket.places = self.places(in: booking.itinerary)
        ticket.countries = countries(of: ticket.places)
        ticket.groupSize = booking.groupSize
        ticket.hasPayer = booking.payer.map { payer in
            booking.name.map { PersonName(payer).key != $0.key } ?? true
        }
        ticket.namesBureau = booking.travelAgency != nil
        if let licence = booking.travelAgency.flatMap(AgencyLicence.init) {
            ticket.bureau = known(records.agencies[licence].flatMap(AgencyView.init), of: .agencies, on: day)
        }
        return ticket
    }

    /// The places of an itinerary: `CGK-KUL-JED`; a checkpoint's id may hold dashes itself.
    private func places(in itinerary: String?) -> [String] {
        let parts = (itinerary ?? "").uppercased().split { $0 == "-" || $0 == " " || $0 == ">" }.map(
            String.init
        )
        var places: [String] = []
        var rest = parts[...]
        while let first = rest.first {
            let id = (2...4).map { rest.prefix($0).joined(separator: "-") }.last {
                self.places.isCheckpoint($0)
            }
            places.append(id ?? first)
            rest = rest.dropFirst(id.map { $0.split(separator: "-").count } ?? 1)
        }
        return places
    }

    /// The ticket of a trip among those of one traveller; nil where none is open on its day.
    public func ticket(among bookings: [Booking], legs: [Leg], on day: Day) -> Booking? {
        ticket(for: places(of: legs, debarks: nil), among: bookings, on: day)
    }

    /// The countries that a trip may lead to, for the notices about destinations.
    public func countries(legs: [Leg], debarks: String?, records: PersonRecords) -> [CountryCode] {
        let listed = countries(of: places(of: legs, debarks: debarks))
        return listed + records.bookings.flatMap { countries(of: self.places(in: $0.itinerary)) }
    }
}
