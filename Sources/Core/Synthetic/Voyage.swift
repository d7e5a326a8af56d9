import Vocabulary

/// One departure of a route on one day, with the people on its list (keberangkatan).
struct Voyage {
    let route: Route
    let day: Day
    /// 0 for the route's own departure, 1 and more for extra ones on the same day.
    let extra: Int
    let isCrew: Bool
    let isRouteKnown: Bool
    let people: [ListedTraveller]

    /// The number of the first leg; extra departures have numbers of their own.
    var flight: String { Voyage.number(route.legs[0].flight, extra, isRouteKnown) }

    /// The minute of the day of departure, by the clock of the place.
    var departure: Int { Voyage.minute(route.departure, extra) }

    /// The time of departure, by the clock of the place.
    var departsAt: WallTime { WallTime(day: day, minute: departure) }

    /// When each leg leaves and arrives, by the clocks of its places.
    var times: [(leaves: WallTime, arrives: WallTime)] {
        var moment = Moment(day: day, hour: departure / 60, minute: departure % 60, zone: route.zone)
        var zone = route.zone
        return route.legs.map { leg in
            let leaves = WallTime(day: moment.day(zone: zone), minute: moment.minuteOfDay(zone: zone))
            let landed = moment.adding(seconds: leg.duration * 60)
            let arrives = WallTime(
                day: landed.day(zone: leg.zone),
                minute: landed.minuteOfDay(zone: leg.zone)
            )
            moment = landed.adding(seconds: 100 * 60)
            zone = leg.zone
            return (leaves, arrives)
        }
    }

    /// The list's file name without folder and ending: time and number.
    var fileName: String {
        var bytes: [UInt8] = []
        bytes.appendDecimal(departure / 60, width: 2)
        bytes.appendDecimal(departure % 60, width: 2)
        return String(decoding: bytes, as: UTF8.self) + "-" + flight + (isCrew ? "-crew" : "")
    }

    /// The people of all days put on voyages, by day, route and capacity, in a fixed order.
    static func voyages(_ travellers: [ListedTraveller], routes: RouteMap) -> [Voyage] {
        let ordered = travellers.sorted { left, right in
            (left.day, left.way.route, left.isCrew ? 1 : 0, left.isRouteKnown ? 0 : 1, left.person)
                < (right.day, right.way.route, right.isCrew ? 1 : 0, right.isRouteKnown ? 0 : 1, right.person)
        }
        var voyages: [Voyage] = []
        var start = 0
        while start < ordered.count {
            let first = ordered[start]
            let route = routes.routes[first.way.route]
            var end = start
            while end < ordered.count, ordered[end].sharesList(with: first) { end += 1 }
            let capacity = route.isFlight ? 186 : route.checkpoint.hasPrefix("TPI-L-") ? 120 : 40
            for (extra, from) in stride(from: start, to: end, by: capacity).enumerated() {
                voyages.append(
                    Voyage(
                        route: route,
                        day: first.day,
                        extra: extra,
                        isCrew: first.isCrew,
                        isRouteKnown: first.isRouteKnown,
                        people: Array(ordered[from..<min(from + capacity, end)])
                    )
                )
            }
            start = end
        }
        return voyages
    }

    private static func number(_ number: String, _ extra: Int, _ isRouteKnown: Bool) -> String {
        guard isRouteKnown else { return number + "-0" + String(extra) }
        guard extra > 0 else { return number }
        guard !number.utf8.contains(0x2D) else { return number + "-" + String(extra + 1) }
        return number.prefix(2) + String((Int(number.dropFirst(2)) ?? 0) + 1000 * extra)
    }

    private static func minute(_ minute: Int, _ extra: Int) -> Int {
        // Ferries and buses keep to the day; flights leave from half past five to half past ten.
        minute + extra * 55 < 1350 ? minute + extra * 55 : 330 + (minute + extra * 55) % 1020
    }
}

extension ListedTraveller {
    /// Whether two travellers stand on the same voyage's list.
    func sharesList(with other: ListedTraveller) -> Bool {
        day == other.day && way.route == other.way.route && isCrew == other.isCrew
            && isRouteKnown == other.isRouteKnown
    }
}
