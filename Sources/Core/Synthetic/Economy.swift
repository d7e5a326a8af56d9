import Vocabulary

/// The licensed companies and verified job orders of an invented nation.
struct Economy {
    /// What is special about an agency or an order, for the stories that need it.
    enum Trait: Hashable, Sendable {
        case ordinary
        case suspendedLong
        case revokedLong
        case suspendedLately
        case lapsedLately
        case quotaExceeded
        case orderLapsed
        case orderWithoutDate
        case closedHousehold
        case closedPosition
    }

    private(set) var agencies: [Agency] = []
    private(set) var orders: [JobOrder] = []
    /// How many workers of the registry have signed on each order.
    private(set) var signed: [Int] = []
    private var traits: [Trait] = []
    private var ordinaryByDestination: [(destination: String, orders: [Int])] = []
    private let day: Day

    /// The position that a notice closes in Romania.
    static let closedPosition = "Pekerja konstruksi bawah tanah"

    /// Positions of companies that take migrant workers, beside the published occupations.
    private static let companyPositions = [
        "Operator pabrik", "Pekerja konstruksi", "Pekerja pertanian", "Pekerja perhotelan", "Juru las",
        "Perawat",
    ]

    /// Founds companies and orders for a number of people.
    init(sources: SyntheticSources, routes: RouteMap, seed: UInt64, people: Int, day: Day) {
        self.day = day
        var chance = Chance(seed: seed, purpose: 11)
        for kind in Agency.Business.allCases {
            let count = kind == .p3mi ? min(424, 12 + people / 2500) : min(60, 4 + people / 20_000)
            for _ in 0..<count { found(kind, sources, &chance) }
        }
        let total = max(1, sources.destinations.total)
        for destination in sources.destinations.values where routes.reaches(destination) {
            let share = sources.destinations.weight(of: destination)
            let count = 3 + people / 200 * share / total
            for _ in 0..<count {
                let household = chance.percent(Economy.householdPercent(of: destination))
                order(destination, isHousehold: household, trait: .ordinary, sources, &chance)
            }
        }
        foundSpecial(sources, &chance)
    }

    /// Household employers are closed in the Middle East since 2015, except through spsk to Saudi Arabia.
    static func isHouseholdOpen(_ destination: String) -> Bool {
        ["BRN", "HKG", "MYS", "SGP", "TWN"].contains(destination)
    }

    /// How many of a hundred orders are households', so that they come near the published share of seven in ten.
    private static func householdPercent(of destination: String) -> Int {
        switch destination {
        case "HKG": 96
        case "TWN": 80
        case "SGP": 85
        case "MYS": 45
        case "BRN": 55
        default: 0
        }
    }

    /// An order to a destination, of a kind of employer, with a trait.
    func order(
        to destination: String?,
        household: Bool?,
        trait: Trait = .ordinary,
        _ chance: inout Chance
    ) -> Int? {
        let wanted: (Int) -> Bool = { number in
            let order = orders[number]
            return traits[number] == trait
                && (destination == nil || order.destination?.text == destination)
                && (household == nil || (order.employerKind == .household) == household)
        }
        if trait == .ordinary, let destination {
            let all = ordinaryByDestination.first { $0.destination == destination }?.orders ?? []
            // A few draws usually find one; only then is the whole list searched.
            for _ in 0..<4 { if let drawn = chance.pick(all), wanted(drawn) { return drawn } }
            return chance.pick(all.filter(wanted))
        }
        return chance.pick(orders.indices.filter(wanted))
    }

    /// A licensed company of a kind in good standing.
    func agency(_ kind: Agency.Business, _ chance: inout Chance) -> Agency? {
        chance.pick(
            agencies.filter { agency in
                agency.business == kind && agency.standing == .active
                    && agency.validUntil.map { $0 > day } ?? true
            }
        )
    }

    /// Counts a worker who has signed.
    mutating func sign(_ order: Int) { signed[order] += 1 }

    /// The orders with what has been used of them.
    var finishedOrders: [JobOrder] {
        orders.indices.map { number in
            var order = orders[number]
            let used = signed[number] + 5 + number * 7 % 30
            order.used = used
            order.quota = traits[number] == .quotaExceeded ? used - 2 : used + 3 + number * 13 % 60
            return order
        }
    }

    private mutating func found(_ kind: Agency.Business, _ sources: SyntheticSources, _ chance: inout Chance)
    {
        var agency = Agency()
        let number = agencies.count + 1
        agency.licence = AgencyLicence(kind.rawValue.uppercased() + "-" + String(9000 + number))
        agency.business = kind
        agency.name =
            "PT Rekaan " + (chance.pick(["Bahari", "Karya", "Mandala", "Sentosa"]) ?? "") + " \(number)"
        let village = chance.pick(sources.villages[sources.provinces.draw(&chance) ?? 0]) ?? 0
        agency.regencyCode = String(village / 1_000_000)
        agency.standing = .active
        agency.standingSince = day.adding(days: -400 - chance.below(2000))
        agency.validUntil = day.adding(days: 200 + chance.below(1400))
        agencies.append(agency)
    }

    private mutating func order(
        _ destination: String,
        isHousehold: Bool,
        trait: Trait,
        agency: Agency? = nil,
        _ sources: SyntheticSources,
        _ chance: inout Chance
    ) {
        var order = JobOrder()
        let number = orders.count
        order.number = JobOrderNumber("JO-" + String(90_001 + number))
        order.agencyLicence = (agency ?? self.agency(.p3mi, &chance))?.licence
        order.destination = CountryCode(destination)
        order.employerKind = isHousehold ? .household : .company
        order.employer = (isHousehold ? "Keluarga Rekaan " : "Rekaan Industries ") + String(1001 + number)
        order.position = position(destination, isHousehold, sources, &chance)
        order.verifiedOn = trait == .orderWithoutDate ? nil : day.adding(days: -200 - chance.below(500))
        order.validUntil = day.adding(days: trait == .orderLapsed ? -20 : 60 + chance.below(500))
        orders.append(order)
        signed.append(0)
        traits.append(trait)
        guard trait == .ordinary else { return }
        if let place = ordinaryByDestination.firstIndex(where: { $0.destination == destination }) {
            ordinaryByDestination[place].orders.append(number)
        } else {
            ordinaryByDestination.append((destination, [number]))
        }
    }

    private func position(
        _ destination: String,
        _ isHousehold: Bool,
        _ sources: SyntheticSources,
        _ chance: inout Chance
    ) -> String {
        for _ in 0..<8 {
            guard let occupation = sources.occupations.draw(&chance) else { break }
            switch occupation {
            case "caregiver" where isHousehold: return "Perawat lansia"
            case "plantation worker" where !isHousehold && ["MYS", "PNG", "BRN"].contains(destination):
                return "Pekerja perkebunan"
            case _ where occupation.contains("maid") && isHousehold: return "Pekerja rumah tangga"
            case _ where occupation.contains("domestic") && isHousehold: return "Pekerja rumah tangga"
            case "general worker" where !isHousehold:
                return chance.pick(Economy.companyPositions) ?? "Operator pabrik"
            default: continue
            }
        }
        return isHousehold ? "Pekerja rumah tangga" : "Operator pabrik"
    }

    /// The agencies and orders that some stories need; nobody else works for them.
    private mutating func foundSpecial(_ sources: SyntheticSources, _ chance: inout Chance) {
        for destination in ["ARE", "BHR", "KWT", "QAT"] {
            order(destination, isHousehold: true, trait: .closedHousehold, sources, &chance)
        }
        order("ROU", isHousehold: false, trait: .closedPosition, sources, &chance)
        orders[orders.count - 1].position = Economy.closedPosition
        let standings: [(Trait, Agency.Standing, since: Int, until: Int)] = [
            (.suspendedLong, .suspended, -300, 500), (.revokedLong, .revoked, -300, 500),
            (.suspendedLately, .suspended, -15, 500), (.lapsedLately, .active, -900, -12),
        ]
        for (trait, standing, since, until) in standings {
            found(.p3mi, sources, &chance)
            agencies[agencies.count - 1].standing = standing
            agencies[agencies.count - 1].standingSince = day.adding(days: since)
            agencies[agencies.count - 1].validUntil = day.adding(days: until)
            for destination in ["HKG", "TWN", "SGP", "MYS"] {
                let agency = agencies[agencies.count - 1]
                order(destination, isHousehold: true, trait: trait, agency: agency, sources, &chance)
            }
        }
        for trait in [Trait.quotaExceeded, .orderLapsed, .orderWithoutDate] {
            for destination in ["HKG", "TWN", "SGP", "MYS"] {
                order(destination, isHousehold: true, trait: trait, sources, &chance)
            }
        }
    }
}
