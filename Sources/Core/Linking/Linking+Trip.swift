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
        if answers(.bookings, on: day) {
            trip.ticket = .answered(
                ticket(for: places, records, on: day).map { ticket($0, records, on: day) }
            )
        }
        let booking = ticket(for: places, records, on: day)
        trip.visaKind = traveller.visaKind ?? (answers(.bookings, on: day) ? booking?.visaKind : nil)
        trip.doesListEndInTransit =
            booking?.itinerary == nil
            && places.last.map { rules.transit($0, .hub, on: day) != nil } ?? false
        if case .registered(let file) = joined.document.standing {
            trip.wasPassportAskedInTransitTown = asksInTransitTown(file, home: joined.homeRegency, on: day)
        }
        return trip
    }

    /// Whether a passport was asked for in a town of departure that is not the home town; nil where either is unknown.
    func asksInTransitTown(_ file: PassportFile, home: String?, on day: Day) -> Bool? {
        guard let office = file.office, let home else { return nil }
        guard let town = rules.transit(office.lowercased(), .office, on: day) else { return false }
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

    /// The ticket of this trip: the one whose journey holds the list's, else the one bought last.
    private func ticket(for places: [String], _ records: PersonRecords, on day: Day) -> Booking? {
        let open = records.bookings.filter { booking in
            (booking.returnOn.map { $0 >= day } ?? true) && (booking.boughtOn.map { $0 <= day } ?? true)
        }
        let fitting = open.filter { booking in
            let itinerary = Set(Linking.places(of: booking.itinerary))
            return places.count > 1 && places.allSatisfy(itinerary.contains)
        }
        return (fitting.isEmpty ? open : fitting).max { left, right in
            (left.boughtOn?.number ?? 0, right.key) < (right.boughtOn?.number ?? 0, left.key)
        }
    }

    private func ticket(_ booking: Booking, _ records: PersonRecords, on day: Day) -> Ticket {
        var ticket = Ticket()
        ticket.isOneWay = booking.isOneWay
        ticket.returnOn = booking.returnOn
        ticket.places = Linking.places(of: booking.itinerary)
        ticket.countries = countries(of: ticket.places)
        ticket.groupSize = booking.groupSize
        ticket.hasPayer = booking.payer.map { payer in
            booking.name.map { PersonName(payer).key != $0.key } ?? true
        }
        ticket.namesBureau = booking.travelAgency != nil
        if let licence = booking.travelAgency.flatMap(AgencyLicence.init), answers(.agencies, on: day) {
            ticket.bureau = .answered(records.agencies[licence].flatMap(AgencyView.init))
        }
        return ticket
    }

    private static func places(of itinerary: String?) -> [String] {
        (itinerary ?? "").split { $0 == "-" || $0 == " " }.map { $0.uppercased() }
    }

    /// The countries that a trip may lead to, for the notices about destinations.
    public func countries(legs: [Leg], debarks: String?, records: PersonRecords) -> [CountryCode] {
        let listed = countries(of: places(of: legs, debarks: debarks))
        return listed + records.bookings.flatMap { countries(of: Linking.places(of: $0.itinerary)) }
    }
}
