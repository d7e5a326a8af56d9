import Vocabulary

/// Builds the legs of a journey from TDT, LOC and DTM: places in the order they come, each two neighbours one leg.
struct RouteBuilder {
    private struct Stop {
        var place: String?
        var code: Int
        var departsAt: WallTime?
        var arrivesAt: WallTime?
    }

    private var legs: [Leg] = []
    private var flight: String?
    private var stops: [Stop] = []
    private var early: (departsAt: WallTime?, arrivesAt: WallTime?) = (nil, nil)
    private(set) var hasBegun = false
    /// The day of the first departure.
    private(set) var firstDay: Day?

    /// The carrier's number of TDT: `OK688`; a number without carrier gets the carrier of the fifth element.
    static func flight(_ segment: borrowing SegmentReader) -> String? {
        let number = segment.bytes(2)
        guard !number.isEmpty else { return segment.text(8) }
        let isBare = number.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
        let carrier = isBare ? segment.text(5) ?? segment.text(4) : nil
        return (carrier ?? "") + MessageText.string(number)
    }

    /// Begins the journey of one carrier's number.
    mutating func begin(flight: String?) {
        close()
        hasBegun = true
        self.flight = flight
    }

    /// Takes a place: 125 where it departs, 87 where it arrives, 92 any.
    mutating func take(_ place: String?, code: Int) {
        hasBegun = true
        if code == 92, let last = stops.last, last.code == 92, last.place == place, last.departsAt == nil {
            return
        }
        stops.append(Stop(place: place, code: code, departsAt: nil, arrivesAt: nil))
        if early.departsAt != nil, code != 87 {
            stops[stops.count - 1].departsAt = early.departsAt
            early.departsAt = nil
        }
        if early.arrivesAt != nil, code != 125 {
            stops[stops.count - 1].arrivesAt = early.arrivesAt
            early.arrivesAt = nil
        }
    }

    /// Takes a time of the journey from a DTM: 189 or 136 it departs, 232 or 132 it arrives; what is none is told.
    ///
    /// Old lists have day and hours in elements of their own.
    mutating func take(_ segment: borrowing SegmentReader, near day: Day, _ message: inout OpenMessage) {
        let code = segment.code(1)
        let isDeparture = code == Qualifier.departure || code == Qualifier.oldDeparture
        guard isDeparture || code == Qualifier.arrival || code == Qualifier.oldArrival else { return }
        let digits = segment.bytes(1, 1).isEmpty ? segment.bytes(2) : segment.bytes(1, 1)
        let time = MessageDate.wallTime(digits, clock: segment.bytes(3), near: day)
        if time == nil {
            let field = isDeparture ? "departsAt" : "arrivesAt"
            message.tellDate(digits, "YYMMDD or CCYYMMDD", segment.at, field)
        }
        take(time, isDeparture: isDeparture)
    }

    /// Takes a time for the last place, or for the next where it belongs to no place yet.
    mutating func take(_ time: WallTime?, isDeparture: Bool) {
        guard let time else { return }
        if isDeparture, firstDay == nil { firstDay = time.day }
        let fits = { (stop: Stop) in
            isDeparture ? stop.departsAt == nil && stop.code != 87 : stop.arrivesAt == nil && stop.code != 125
        }
        if let last = stops.indices.last(where: { fits(stops[$0]) }), stops.count - last <= 2 {
            if isDeparture { stops[last].departsAt = time } else { stops[last].arrivesAt = time }
        } else if isDeparture {
            early.departsAt = time
        } else {
            early.arrivesAt = time
        }
    }

    private mutating func close() {
        defer {
            stops.removeAll()
            early = (nil, nil)
            flight = nil
        }
        if stops.count == 2, stops[0].code == 87, stops[1].code == 125 { stops.swapAt(0, 1) }
        if stops.isEmpty, flight == nil, early.departsAt == nil, early.arrivesAt == nil { return }
        if stops.count < 2 {
            let only = stops.first
            let isArrival = only?.code == 87
            legs.append(
                Leg(
                    flight: flight,
                    from: isArrival ? nil : only?.place,
                    to: isArrival ? only?.place : nil,
                    departsAt: only?.departsAt ?? early.departsAt,
                    arrivesAt: only?.arrivesAt ?? early.arrivesAt
                )
            )
            return
        }
        for (from, to) in zip(stops, stops.dropFirst()) {
            legs.append(
                Leg(
                    flight: flight,
                    from: from.place,
                    to: to.place,
                    departsAt: from.departsAt,
                    arrivesAt: to.arrivesAt
                )
            )
        }
    }

    /// The legs, in order; `flight` where no TDT named one.
    mutating func finished(flight: String? = nil) -> [Leg] {
        self.flight = self.flight ?? flight
        close()
        return legs
    }
}
