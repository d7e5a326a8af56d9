package import Vocabulary

/// One list of one departure, its parts in one file joined in their order.
package struct DepartureList: Sendable {
    /// The flight or voyage.
    package var flight: FlightKey
    /// Where to: the last place of the list.
    package var to: String?
    /// The time of departure at the place.
    package var departsAt: WallTime?
    /// Passengers or crew, as the list says.
    package var list: String
    /// What it was sent for.
    package var purpose = ListPurpose.whole
    /// The list's own reference.
    package var reference: String?
    /// The parts, where it comes in parts.
    package var parts: [Int]
    /// SHA-256 of the file, in hexadecimal.
    package var digest: String
    /// Who sent it.
    package var sender: String?
    /// The legs, in order.
    package var legs: [Leg]
    /// The people, in the order of the list.
    package var persons: [ListedPerson]
    /// What was refused or repaired.
    package var diagnostics: [Diagnostic]
    /// Documents for which the partner's sealed tables have answered before.
    var lookedUp: Set<PassportNumber> = []
    /// Whether they have answered for everybody on it.
    var isLookedUp = false

    /// A list, or nil where it names no departure: no flight, or no day; or a status that says nothing known.
    package init?(_ list: TravellerList, digest: String, on day: Day?) {
        guard let first = list.legs.first, let departsOn = day ?? first.departsAt?.day else { return nil }
        flight = FlightKey(number: first.flight ?? "", departsOn: departsOn, from: first.from ?? "")
        to = list.legs.last?.to
        departsAt = first.departsAt
        purpose = ListPurpose(function: list.function)
        // A flight's status (266) is told of its passengers.
        let isStatus = list.list == "266"
        if isStatus, purpose == .whole { return nil }
        self.list = isStatus ? "passengers" : list.list
        // The message's own number is another in each part.
        reference = list.heading.accessReference
        parts = list.heading.part.map { [$0] } ?? []
        self.digest = digest
        sender = list.heading.sender
        legs = list.legs
        persons = list.persons
        diagnostics = list.heading.diagnostics
    }

    /// One traveller at a counter, without a list.
    package init(flight: FlightKey, legs: [Leg], person: ListedPerson, list: String) {
        self.flight = flight
        self.list = list
        self.legs = legs
        parts = []
        digest = ""
        persons = [person]
        diagnostics = []
    }

    /// Joins lists that are parts of one list, in the order of their parts, at the place of the first.
    package static func joining(_ lists: [DepartureList]) -> [DepartureList] {
        var groups: [[DepartureList]] = []
        var places: [Whole: [Int]] = [:]
        for list in lists {
            guard !list.parts.isEmpty else {
                groups.append([list])
                continue
            }
            let whole = Whole(
                flight: list.flight,
                list: list.list,
                purpose: list.purpose,
                reference: list.reference
            )
            if let place = places[whole]?.first {
                // A part that comes again is corrected.
                groups[place].removeAll { $0.parts == list.parts }
                groups[place].append(list)
            } else {
                places[whole, default: []].append(groups.count)
                groups.append([list])
            }
        }
        return groups.map { group in
            let ordered = group.sorted { ($0.parts.first ?? 0) < ($1.parts.first ?? 0) }
            return ordered.dropFirst().reduce(into: ordered[0]) { whole, part in
                whole.persons += part.persons
                whole.parts += part.parts
                whole.diagnostics += part.diagnostics
            }
        }
    }

    private struct Whole: Hashable {
        var flight: FlightKey
        var list: String
        var purpose: ListPurpose
        var reference: String?
    }

    /// The lists in the order of the file, without whole lists that a later one of the same flight replaces.
    static func latest(_ lists: [DepartureList]) -> [DepartureList] {
        var last: [Whole: Int] = [:]
        for (place, list) in lists.enumerated() {
            guard list.purpose == .whole else { continue }
            last[Whole(flight: list.flight, list: list.list, purpose: .whole)] = place
        }
        let places = Set(last.values)
        return lists.indices.filter { lists[$0].purpose != .whole || places.contains($0) }.map { lists[$0] }
    }

    /// The list under the key that it is kept by.
    ///
    /// A ferry's route sails several times a day, so its time is part of the key; a list without number or place must not
    /// replace another one without.
    func filed(by places: Places) -> DepartureList {
        var filed = self
        if flight.from.isEmpty { filed.flight.from = "XXX" }
        if flight.number.isEmpty { filed.flight.number = "TANPA-NOMOR-" + digest.prefix(8) }
        if places.mode(of: flight.from) == .sea, let departsAt {
            filed.flight.number = FlightKey.number(of: filed.flight.number, sailingAt: departsAt)
        }
        return filed
    }
}
