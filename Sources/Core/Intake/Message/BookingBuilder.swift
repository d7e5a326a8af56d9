import Vocabulary

/// Builds one booking of a PNRGOV message; used again for the next.
struct BookingBuilder {
    /// Whether a booking has been begun and not finished.
    private(set) var isOpen = false
    private var booking = PassengerNameRecord()
    private var travellers = BookedTravellers()
    /// The traveller whose group is being read.
    private var current: Int?
    private var ticketedOn: Day?
    private var cards: [String] = []
    /// The flights, once there are so many that looking at each takes long.
    private var legs: Set<Leg> = []
    /// Whether what follows is history.
    private var isPast = false
    /// Whether the next TVL is a hotel's or a car's.
    private var skipsNextFlight = false
    /// Whether the next RCI names a booking that this one was divided from or into (EQN).
    private var expectsSplit = false
    /// Another booking's locator, met where this one's travellers and flights are known: its own travellers follow, or it is
    /// only another airline's number for this one.
    private var next: (locator: String?, reservedOn: Day?)?

    mutating func begin() { isOpen = true }

    /// What follows is history (ABI).
    mutating func leaveForHistory() { isPast = isOpen }

    /// A hotel or car follows (MSG).
    mutating func leaveFlights() { skipsNextFlight = isOpen }

    /// Takes `RCI+TZ:W9TEND::230513:181348`; the first one names the booking.
    mutating func reservation(_ segment: borrowing SegmentReader, near day: Day) {
        guard !isPast else { return }
        let locator = segment.text(1, 1)
        if expectsSplit {
            expectsSplit = false
            for element in 1..<max(segment.elementCount, 1) {
                if let locator = segment.text(element, 1) { booking.splits.keep(locator) }
            }
            return
        }
        // Some leave out the empty component before the day.
        let made =
            MessageDate.reservationDay(segment.bytes(1, 3), near: day)
            ?? MessageDate.reservationDay(segment.bytes(1, 2), near: day)
        if booking.locator == nil, !travellers.isEmpty || booking.itinerary.isEmpty {
            booking.locator = locator
            booking.reservedOn = made
        } else if locator != booking.locator, !travellers.isEmpty, !booking.itinerary.isEmpty {
            next = (locator, made)
        }
    }

    /// Whether a name begins another booking, whose SRC was left out: an unknown one behind another locator.
    func isBegunAnew(by segment: borrowing SegmentReader) -> Bool {
        next != nil && segment.tag == Tag.tif && !isPast
            && travellers.place(of: BookedTraveller(segment)) == nil
    }

    /// Begins the booking whose locator was met behind this one's.
    mutating func begin(after earlier: BookingBuilder) {
        isOpen = true
        booking.locator = earlier.next?.locator
        booking.reservedOn = earlier.next?.reservedOn
    }

    /// Takes a flight; one that is named again is the same.
    mutating func flight(_ segment: borrowing SegmentReader, near day: Day, _ message: inout OpenMessage) {
        guard !isPast else { return }
        current = nil
        if skipsNextFlight {
            skipsNextFlight = false
            return
        }
        guard let leg = FlightSegment.leg(segment, near: day, &message), !isKnown(leg) else { return }
        booking.itinerary.append(leg)
    }

    /// Whether a flight of that number was named for that day and way.
    private mutating func isKnown(_ leg: Leg) -> Bool {
        guard booking.itinerary.count > BookingBuilder.fewLegs else {
            return booking.itinerary.contains {
                $0.flight == leg.flight && $0.from == leg.from && $0.departsAt == leg.departsAt
                    && $0.to == leg.to
            }
        }
        var bare = leg
        bare.operatedBy = nil
        return !legs.insert(bare).inserted
    }

    private static let fewLegs = 32

    mutating func take(_ segment: borrowing SegmentReader, near day: Day, _ message: inout OpenMessage) {
        guard !isPast else { return }
        switch segment.tag {
        case Tag.tif: takeName(segment)
        case Tag.ssr: takeRequest(segment, near: day, &message)
        case Tag.dat: takeDates(segment, near: day)
        case Tag.org where booking.itinerary.isEmpty && travellers.isEmpty:
            if booking.agency == nil { booking.agency = segment.text(2) ?? segment.text(2, 1) }
        case Tag.add:
            Contact.phones(in: segment.rest(2, from: 7), into: &booking.phones)
            Contact.emails(in: segment.rest(2, from: 7), into: &booking.emails)
        case Tag.ift: takeText(segment)
        case Tag.fop: takePayment(segment)
        case Tag.eqn: expectsSplit = true
        case Tag.tra:
            if let last = booking.itinerary.indices.last, let carrier = segment.text(1) {
                booking.itinerary[last].operatedBy = carrier + (segment.text(2) ?? "")
            }
        case Tag.ssd:
            if let current, let seat = segment.text(1) { travellers[current].seat(seat) }
        case Tag.tbd: if let current { travellers[current].bags(segment) }
        default: break
        }
    }

    /// Takes `TIF+SURNAME:type+GIVEN:type:reference:infant`; a group's name is no traveller.
    private mutating func takeName(_ segment: borrowing SegmentReader) {
        if segment.bytes(2).isEmpty, segment.has(1, 1, "G") {
            booking.group = booking.group ?? segment.text(1)
            return
        }
        current = travellers.add(BookedTraveller(segment))
    }

    // MARK: Requests

    /// Takes a special service request; its text stands from the ninth component on.
    private mutating func takeRequest(
        _ segment: borrowing SegmentReader,
        near day: Day,
        _ message: inout OpenMessage
    ) {
        let text = segment.rest(1, from: 8)
        switch segment.code(1) {
        case Tag.pack("DOCS"):
            let document = BookedDocument(DocumentRequest(text))
            guard let place = travellers.place(of: document, segment.text(2, 2), current, at: segment.at)
            else {
                return
            }
            travellers[place].document(document, near: day, at: segment.at, &message)
        case Tag.pack("DOCO"):
            let place = travellers.place(segment.text(2, 2)) ?? current ?? travellers.only
            if let place { travellers[place].visa(DocumentRequest(text), at: segment.at, &message) }
        case Tag.pack("DOCA"):
            if let address = DocumentRequest(text).destination { booking.addresses.keep(address) }
        case Tag.pack("SEAT"), Tag.pack("NSST"), Tag.pack("RQST"), Tag.pack("NSSA"), Tag.pack("NSSW"):
            for element in 2..<max(segment.elementCount, 2) {
                guard let place = travellers.place(segment.text(element, 2)), let seat = segment.text(element)
                else { continue }
                travellers[place].seat(seat)
            }
        case Tag.pack("CTCM"), Tag.pack("CTCR"): Contact.phones(in: text, into: &booking.phones)
        case Tag.pack("CTCE"): Contact.emails(in: text, into: &booking.emails)
        case Tag.pack("INFT"):
            if let infant = BookedTraveller(infant: text, near: day, at: segment.at) {
                _ = travellers.add(infant)
            } else {
                message.tell(.strangeInfant, WrittenForm.of(text), "SURNAME/GIVEN DDMMMYY", segment.at)
            }
        default: break
        }
    }

    // MARK: The booking itself

    /// Takes `DAT+700:230513:2125+710:230513:2124`: 710 is the day of the ticket.
    private mutating func takeDates(_ segment: borrowing SegmentReader, near day: Day) {
        for element in 1..<max(segment.elementCount, 1) where segment.has(element, 0, "710") {
            let date = MessageDate.reservationDay(segment.bytes(element, 1), near: day)
            if travellers.isEmpty { booking.ticketedOn = booking.ticketedOn ?? date }
            ticketedOn = ticketedOn ?? date
        }
    }

    /// Takes `IFT+4:28::YY+CTCE …` and `IFT+4:43+PAYER+ADDRESS+TELEPHONE`.
    private mutating func takeText(_ segment: borrowing SegmentReader) {
        if segment.has(1, 1, "43") {
            if let payer = segment.text(2) { booking.payers.keep(payer) }
            for element in 4..<max(segment.elementCount, 4) {
                Contact.phones(in: segment.bytes(element), into: &booking.phones)
            }
            return
        }
        for element in 2..<max(segment.elementCount, 2) {
            let text = segment.rest(element, from: 0)
            guard text.begins(with: "CTC") else { continue }
            if text.begins(with: "CTCE") {
                Contact.emails(in: text, into: &booking.emails)
            } else {
                Contact.phones(in: text, into: &booking.phones)
            }
        }
    }

    /// Takes `FOP+CC::800.00:VI:XXXXXXXXXXXX8193:0721`: a card stands for its holder where nobody is named.
    private mutating func takePayment(_ segment: borrowing SegmentReader) {
        for element in 1..<max(segment.elementCount, 1) where !segment.bytes(element, 4).isEmpty {
            let card = Contact.masked(segment.bytes(element, 4))
            cards.keep((segment.text(element, 3).map { $0 + " " } ?? "") + card)
        }
    }

    /// The booking, whole.
    mutating func finish(_ message: inout OpenMessage) -> PassengerNameRecord {
        for place in travellers.all.indices where travellers[place].isNameless {
            message.tell(.nameless, "no name", "surname and given names", travellers[place].at)
        }
        booking.travellers = travellers.finish(of: booking.locator)
        booking.ticketedOn = booking.ticketedOn ?? ticketedOn
        if booking.payers.isEmpty { booking.payers = cards }
        var fresh = BookingBuilder()
        swap(&fresh, &self)
        return fresh.booking
    }
}

extension [String] {
    /// Nobody has more of one thing than these; what goes beyond them is no booking's.
    private static var most: Int { 99 }

    /// Adds a text that is not there yet.
    mutating func keep(_ text: String) {
        if count < [String].most, !contains(text) { append(text) }
    }
}
