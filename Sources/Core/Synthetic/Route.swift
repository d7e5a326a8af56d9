import Vocabulary

/// A way out of the country that runs every day: a flight, a ferry or a bus (rute).
struct Route: Sendable {
    /// A leg, with times by the clocks of its places.
    struct Leg: Sendable {
        let flight: String
        let from: String
        let to: String
        /// Minutes of the journey.
        let duration: Int
        /// Minutes east of UTC at its end.
        let zone: Int
    }

    let carrier: String
    let legs: [Leg]
    /// The country where it ends.
    let country: String
    /// The checkpoint's id in `Reference/`.
    let checkpoint: String
    /// Minutes east of UTC at its start.
    let zone: Int
    /// The minute of the day at which it leaves.
    let departure: Int

    /// Whether travellers come as PAXLST; ferries and buses send a table.
    var isFlight: Bool { checkpoint.hasPrefix("TPI-A-") }
    var from: String { legs[0].from }
    var to: String { legs[legs.count - 1].to }
}

/// Where a route and a ticket lead: the list's route, and the place to which the journey goes on.
struct Itinerary: Sendable {
    let route: Int
    /// The airport after the list's end, where the journey goes on.
    let onward: String?
}

/// The routes of an invented nation.
///
/// Places and carriers exist, numbers and times are invented.
struct RouteMap: Sendable {
    let routes: [Route]
    private let byCountry: [(country: String, ways: [Itinerary])]
    private let people: Int

    /// Lays the routes from the checkpoints of the reference tables; small nations use fewer of them.
    init(sources: SyntheticSources, people: Int) {
        var routes: [Route] = []
        for row in RouteMap.flights { routes += RouteMap.flight(row, number: routes.count, sources) }
        for row in RouteMap.crossings { routes += RouteMap.surface(row, number: routes.count, sources) }
        var byCountry: [(country: String, ways: [Itinerary])] = []
        func add(_ country: String, _ way: Itinerary) {
            if let position = byCountry.firstIndex(where: { $0.country == country }) {
                byCountry[position].ways.append(way)
            } else {
                byCountry.append((country, [way]))
            }
        }
        for (number, route) in routes.enumerated() {
            add(route.country, Itinerary(route: number, onward: nil))
        }
        for (country, hub, place) in RouteMap.onward {
            guard let number = routes.firstIndex(where: { $0.to == hub && $0.from == "CGK" }) else {
                continue
            }
            add(country, Itinerary(route: number, onward: place))
        }
        self.routes = routes
        self.byCountry = byCountry
        self.people = people
    }

    /// A way to a country; nil where no route leads there.
    func way(to country: String, _ chance: inout Chance, where isWanted: (Route) -> Bool) -> Itinerary? {
        guard let all = byCountry.first(where: { $0.country == country })?.ways else { return nil }
        let fitting = all.filter { isWanted(routes[$0.route]) }
        let wanted = fitting.isEmpty ? all : fitting
        let inUse = max(1, min(wanted.count, people / 3000))
        return chance.pick(Array(wanted.prefix(inUse)))
    }

    /// Whether some route leads to a country.
    func reaches(_ country: String) -> Bool { byCountry.contains { $0.country == country } }

    /// Whether some list itself ends in a country.
    func isDirect(_ country: String) -> Bool { routes.contains { $0.country == country } }

    private static func flight(_ row: String, number: Int, _ sources: SyntheticSources) -> [Route] {
        let cells = row.split(separator: " ").map(String.init)
        guard cells.count == 6 || cells.count == 9, let duration = Int(cells[4]), let zone = Int(cells[5]),
            let checkpoint = sources.checkpoints.first(where: { $0.place == cells[0] })
        else { return [] }
        var legs = [
            Route.Leg(
                flight: cells[3] + String(204 + number * 7),
                from: cells[0],
                to: cells[1],
                duration: duration,
                zone: zone
            )
        ]
        if cells.count == 9, let onDuration = Int(cells[7]), let onZone = Int(cells[8]) {
            legs.append(
                Route.Leg(
                    flight: cells[3] + String(604 + number * 3),
                    from: cells[1],
                    to: cells[6],
                    duration: onDuration,
                    zone: onZone
                )
            )
        }
        return [
            Route(
                carrier: cells[3],
                legs: legs,
                country: cells[2],
                checkpoint: checkpoint.id,
                zone: checkpoint.zone,
                departure: 330 + number * 137 % 1020
            )
        ]
    }

    private static func surface(_ row: String, number: Int, _ sources: SyntheticSources) -> [Route] {
        let cells = row.split(separator: " ").map(String.init)
        guard cells.count == 6, let duration = Int(cells[4]), let zone = Int(cells[5]),
            let checkpoint = sources.checkpoints.first(where: { $0.id == cells[0] })
        else { return [] }
        let leg = Route.Leg(
            flight: cells[3] + "-" + String(101 + number),
            from: checkpoint.place,
            to: cells[1],
            duration: duration,
            zone: zone
        )
        return [
            Route(
                carrier: checkpoint.kind == "sea" ? "Rekaan Ferry" : "Rekaan Bus",
                legs: [leg],
                country: cells[2],
                checkpoint: checkpoint.id,
                zone: checkpoint.zone,
                departure: 560 + number * 61 % 480
            )
        ]
    }
}
