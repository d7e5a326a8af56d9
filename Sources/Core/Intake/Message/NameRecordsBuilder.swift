import Vocabulary

/// Builds the bookings of a PNRGOV message from its segments.
///
/// The same tags mean other things in other places: a flight of the heading, of the itinerary, a hotel's stay (MSG), the
/// history's (ABI); the last two are passed over.
/// - Source: IATA/ICAO/WCO PNRGOV EDIFACT Implementation Guide, 10.1 to 15.1.
struct NameRecordsBuilder {
    private var message: OpenMessage
    private var records: PassengerNameRecords
    private var booking = BookingBuilder()
    /// How many bookings the message says it has (EQN).
    private var declaredBookings: Int?

    init(_ message: OpenMessage) {
        self.message = message
        records = PassengerNameRecords(heading: message.heading)
    }

    private var reference: Day { message.preparedOn ?? message.today }

    mutating func take(_ segment: borrowing SegmentReader) {
        message.meet(segment)
        switch segment.tag {
        case Tag.src: begin()
        case Tag.rci:
            if !booking.isOpen { begin() }
            booking.reservation(segment, near: reference)
        case Tag.tvl:
            if booking.isOpen {
                booking.flight(segment, near: reference, &message)
            } else if let leg = FlightSegment.leg(segment, near: reference, &message) {
                records.legs.append(leg)
            }
        case Tag.eqn where !booking.isOpen: declaredBookings = segment.number(1)
        case Tag.abi: booking.leaveForHistory()
        case Tag.msg: booking.leaveFlights()
        default:
            guard booking.isOpen else { return }
            if booking.isBegunAnew(by: segment) { beginAnew() }
            booking.take(segment, near: reference, &message)
        }
    }

    private mutating func begin() {
        close()
        booking.begin()
    }

    /// Another booking begins whose SRC was left out.
    private mutating func beginAnew() {
        var fresh = BookingBuilder()
        fresh.begin(after: booking)
        close()
        booking = fresh
    }

    private mutating func close() {
        guard booking.isOpen else { return }
        records.bookings.append(booking.finish(&message))
    }

    /// Ends the message at its UNT segment.
    mutating func finish(_ trailer: borrowing SegmentReader) -> PassengerNameRecords {
        message.end(at: trailer)
        return conclude(at: trailer.at)
    }

    /// Ends a message whose UNT never came.
    mutating func abandon(at place: Int, isCutOff: Bool) -> PassengerNameRecords {
        message.abandon(at: place, isCutOff: isCutOff)
        return conclude(at: place)
    }

    private mutating func conclude(at place: Int) -> PassengerNameRecords {
        close()
        let count = records.bookings.count
        message.compare(.bookingCount, declaredBookings, count, "bookings", at: place)
        let persons = records.bookings.reduce(0) { $0 + $1.travellers.count }
        records.heading = message.concluded(persons: persons, at: place)
        return records
    }
}

/// Reads the flight of a TVL segment: `TVL+280513:2225:290513:0750+SIN+OOL+TZ+0006:S`.
enum FlightSegment {
    /// The flight; nil where the segment names no place.
    static func leg(_ segment: borrowing SegmentReader, near day: Day, _ message: inout OpenMessage) -> Leg? {
        guard !segment.bytes(2).isEmpty || !segment.bytes(3).isEmpty else { return nil }
        var leg = Leg(from: segment.text(2), to: segment.text(3))
        if let carrier = segment.text(4) {
            leg.flight = carrier + (segment.text(5) ?? "")
        } else {
            leg.flight = segment.text(5)
        }
        if let flownBy = segment.text(4, 1), flownBy != segment.text(4) { leg.operatedBy = flownBy }
        let departs = MessageDate.reservationDay(segment.bytes(1), near: day)
        if departs == nil { message.tellDate(segment.bytes(1), "DDMMYY", segment.at, "departsAt") }
        leg.departsAt = departs.flatMap { time($0, segment.bytes(1, 1)) }
        // Some send `280918:1220:1505`, the time of arrival in the place of its day.
        let isShort = segment.bytes(1, 2).count == 4 && segment.bytes(1, 3).isEmpty
        let clock = segment.bytes(1, isShort ? 2 : 3)
        let written = isShort ? nil : MessageDate.reservationDay(segment.bytes(1, 2), near: day)
        if written == nil, clock.isEmpty { return leg }
        let arrives = written ?? departs?.adding(days: segment.number(1, 4) ?? 0)
        leg.arrivesAt = arrives.flatMap { time($0, clock) }
        return leg
    }

    private static func time(_ day: Day, _ clock: UnsafeBufferPointer<UInt8>) -> WallTime? {
        clock.isEmpty ? WallTime(day: day, minute: 0) : MessageDate.wallTime(day, clock, from: 0)
    }
}
