import Intake
import Vocabulary

/// Makes rows of `bookings.csv` of the bookings of PNRGOV messages: one for each traveller who has a document.
struct NameRecordRows {
    /// The rows, ready for the ledger.
    private(set) var changes: [RecordChange] = []
    /// Travellers whose booking names no document: nothing finds their row, so they have none.
    private(set) var undocumented = 0
    /// Travellers whose booking has no locator.
    private(set) var unlocated = 0

    /// The flights that the messages were pushed for.
    private(set) var flights: [String] = []

    private let places: Places

    init(places: Places) { self.places = places }

    /// What is told of those who have no row.
    var findings: [Diagnostic] {
        [(undocumented, "a document for each"), (unlocated, "a locator for each booking")].compactMap {
            count,
            expected in
            guard count > 0 else { return nil }
            return DiagnosticCode.undocumentedBooking.found("\(count) travellers", expected: expected, at: 0)
        }
    }

    mutating func add(_ records: PassengerNameRecords) {
        flights += records.legs.first.map { [$0.flight ?? ""] } ?? [""]
        for booking in records.bookings { add(booking) }
    }

    private mutating func add(_ booking: PassengerNameRecord) {
        var row = Booking()
        row.locator = booking.locator
        row.phone = booking.phones.first
        row.travelAgency = booking.agency
        row.boughtOn = booking.ticketedOn ?? booking.reservedOn
        row.itinerary = itinerary(of: booking)
        let back = wayBack(of: booking)
        row.returnOn = back
        row.isOneWay = booking.itinerary.isEmpty ? nil : back == nil
        row.groupSize = booking.travellers.count
        for traveller in booking.travellers {
            guard booking.locator != nil else {
                unlocated += 1
                continue
            }
            guard let passport = traveller.passportNumber else {
                undocumented += 1
                continue
            }
            var own = row
            own.passportNumber = passport
            own.name = traveller.travelDocument?.holder ?? traveller.name
            // Whoever pays for himself is named among the payers.
            own.payer =
                booking.payers.first { PersonName($0).key == traveller.name.key } ?? booking.payers.first
            changes.append(RecordChange(own))
        }
    }

    private func itinerary(of booking: PassengerNameRecord) -> String? {
        var stops: [String] = []
        for leg in booking.itinerary {
            for place in [leg.from, leg.to].compactMap(\.self) where stops.last != place {
                stops.append(place)
            }
        }
        return stops.isEmpty ? nil : stops.joined(separator: "-")
    }

    /// The day of the flight that comes back from abroad into the country where the trip begins: an open jaw is a return
    /// too, a connection at home is none.
    private func wayBack(of booking: PassengerNameRecord) -> Day? {
        guard let origin = booking.itinerary.first?.from else { return nil }
        let home = places.country(of: origin)
        let back = booking.itinerary.dropFirst().last { leg in
            guard let home, let from = leg.from.flatMap(places.country(of:)),
                let to = leg.to.flatMap(places.country(of:))
            else { return leg.to == origin }
            return from != home && to == home
        }
        return back?.departsAt?.day ?? back?.arrivesAt?.day
    }
}
