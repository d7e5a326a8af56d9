import Vocabulary

/// Builds one booking of a PNRGOV message; used again for the next.
struct BookingBuilder {
    /// Whether a booking has been begun and not finished.
    private(set) var isOpen = false
    /// Whether flights still belong to the itinerary, and names to its travellers.
    private(set) var isInItinerary = true
    private var booking = PassengerNameRecord()
    private var travellers: [BookedTraveller] = []
    /// The traveller whose group is being read, as a place in `travellers`.
    private var current: Int?
    private var ticketedOn: Day?
    private var cards: [String] = []
    /// Whether the next RCI names a booking that this one was divided from or into (EQN).
    private var expectsSplit = false

    mutating func begin() { isOpen = true }

    /// What follows is history, or a hotel or car.
    mutating func leaveItinerary() {
        if isOpen { isInItinerary = false }
    }

    /// Takes `RCI+TZ:W9TEND::230513:181348`; the first one names the booking.
    mutating func reservation(_ segment: borrowing SegmentReader, near day: Day) {
        if expectsSplit {
            expectsSplit = false
            for element in 1..<max(segment.elementCount, 1) {
                guard let locator = segment.text(element, 1), !booking.splits.contains(locator) else {
                    continue
                }
                booking.splits.append(locator)
            }
            return
        }
        guard booking.locator == nil else { return }
        booking.locator = segment.text(1, 1)
        // Some leave out the empty component before the day.
        booking.reservedOn =
            MessageDate.reservationDay(segment.bytes(1, 3), near: day)
            ?? MessageDate.reservationDay(segment.bytes(1, 2), near: day)
    }

    /// Takes a flight; one that is named again is the same.
    mutating func flight(_ leg: Leg) {
        current = nil
        let isKnown = booking.itinerary.contains {
            $0.flight == leg.flight && $0.from == leg.from && $0.to == leg.to
                && $0.departsAt?.day == leg.departsAt?.day
        }
        if !isKnown { booking.itinerary.append(leg) }
    }

    mutating func take(_ segment: borrowing SegmentReader, near day: Day, _ message: inout OpenMessage) {
        guard isInItinerary else { return }
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

    // MARK: Travellers

    /// Takes `TIF+SURNAME:type+GIVEN:type:reference:infant`.
    private mutating func takeName(_ segment: borrowing SegmentReader) {
        let type = segment.text(2, 1) ?? segment.text(1, 1)
        if type == "G", segment.bytes(2).isEmpty {
            booking.group = booking.group ?? segment.text(1)
            return
        }
        let traveller = BookedTraveller(
            at: segment.at,
            reference: segment.text(2, 2),
            surname: segment.text(1),
            given: segment.text(2),
            isInfant: type == "IN"
        )
        current = travellers.firstIndex { $0.isSame(as: traveller) }
        if current == nil {
            current = travellers.count
            travellers.append(traveller)
        }
    }

    private func traveller(_ reference: String?) -> Int? {
        guard let reference else { return nil }
        return travellers.firstIndex { $0.reference == reference }
    }

    /// Takes a special service request; its text stands from the ninth component on.
    private mutating func takeRequest(
        _ segment: borrowing SegmentReader,
        near day: Day,
        _ message: inout OpenMessage
    ) {
        let text = segment.rest(1, from: 8)
        switch segment.code(1) {
        case Tag.pack("DOCS"):
            let document = DocumentRequest(text)
            let place =
                traveller(segment.text(2, 2)) ?? travellers.firstIndex { $0.isNamed(in: document) } ?? current
                ?? (travellers.count == 1 ? 0 : nil)
            if let place {
                travellers[place].document(document, near: day, at: segment.at, &message)
            } else if let surname = document.text(8) {
                var named = BookedTraveller(
                    at: segment.at,
                    reference: segment.text(2, 2),
                    surname: surname,
                    given: document.text(9),
                    isInfant: false
                )
                named.document(document, near: day, at: segment.at, &message)
                travellers.append(named)
            }
        case Tag.pack("DOCO"):
            let place = traveller(segment.text(2, 2)) ?? current ?? (travellers.count == 1 ? 0 : nil)
            if let place { travellers[place].visa(DocumentRequest(text), at: segment.at, &message) }
        case Tag.pack("DOCA"):
            if let address = DocumentRequest(text).destination, !booking.addresses.contains(address) {
                booking.addresses.append(address)
            }
        case Tag.pack("SEAT"), Tag.pack("NSST"), Tag.pack("RQST"), Tag.pack("NSSA"), Tag.pack("NSSW"):
            for element in 2..<max(segment.elementCount, 2) {
                guard let place = traveller(segment.text(element, 2)), let seat = segment.text(element)
                else { continue }
                travellers[place].seat(seat)
            }
        case Tag.pack("CTCM"), Tag.pack("CTCE"), Tag.pack("CTCR"): takeContact(text)
        case Tag.pack("INFT"): takeInfant(text, near: day, at: segment.at)
        default: break
        }
    }

    /// Takes an infant that travels on somebody's lap: `DYE/ARCHER 15APR12`.
    private mutating func takeInfant(_ text: UnsafeBufferPointer<UInt8>, near day: Day, at place: Int) {
        var words = text.split(separator: 0x20)
        let born = words.last.flatMap { MessageDate.namedDay(.init(rebasing: $0), .latest(notAfter: day)) }
        if born != nil { words.removeLast() }
        let name = words.map { MessageText.string(.init(rebasing: $0)) }.joined(separator: " ")
        let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return }
        var infant = BookedTraveller(
            at: place,
            reference: nil,
            surname: parts[0],
            given: parts[1],
            isInfant: true
        )
        infant.bornOn(born)
        if !travellers.contains(where: { $0.isSame(as: infant) }) { travellers.append(infant) }
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
            if let payer = segment.text(2), !booking.payers.contains(payer) { booking.payers.append(payer) }
            for element in 4..<max(segment.elementCount, 4) {
                Contact.phones(in: segment.bytes(element), into: &booking.phones)
            }
            return
        }
        for element in 2..<max(segment.elementCount, 2) { takeContact(segment.rest(element, from: 0)) }
    }

    private mutating func takeContact(_ text: UnsafeBufferPointer<UInt8>) {
        let isEmail = text.begins(with: "CTCE") || (text.contains(0x40) && !text.begins(with: "CTC"))
        if isEmail {
            Contact.emails(in: text, into: &booking.emails)
        } else if text.begins(with: "CTC") || text.first.map({ $0 == 0x2B || ($0 &- 0x30) <= 9 }) == true {
            Contact.phones(in: text, into: &booking.phones)
        } else if text.contains(0x2F) {
            Contact.emails(in: text, into: &booking.emails)
        }
    }

    /// Takes `FOP+CC::800.00:VI:XXXXXXXXXXXX8193:0721`: a card stands for its holder where nobody is named.
    private mutating func takePayment(_ segment: borrowing SegmentReader) {
        for element in 1..<max(segment.elementCount, 1) {
            guard let card = segment.text(element, 4) else { continue }
            let payer = (segment.text(element, 3).map { $0 + " " } ?? "") + card
            if !cards.contains(payer) { cards.append(payer) }
        }
    }

    /// The booking, whole.
    mutating func finish(near day: Day, _ message: inout OpenMessage) -> PassengerNameRecord {
        for traveller in travellers where traveller.isNameless {
            message.tell(.nameless, "no name", "surname and given names", traveller.at)
        }
        booking.travellers = travellers.map { $0.finished(of: booking.locator) }
        booking.ticketedOn = booking.ticketedOn ?? ticketedOn
        if booking.payers.isEmpty { booking.payers = cards }
        var fresh = BookingBuilder()
        swap(&fresh, &self)
        return fresh.booking
    }
}
