import Vocabulary

/// Everything that the two agencies' files say of one invented person, and the trip that the person makes.
struct Dossier {
    var citizen: Citizen
    var placements: [Placement] = []
    var passports: [PassportRecord] = []
    var crossings: [Crossing] = []
    var bookings: [Booking] = []
    var notices: [Notice] = []
    var outcomes: [Outcome] = []
    /// The trip; nil for people who stay at home.
    var traveller: ListedTraveller?

    init(_ citizen: Citizen) { self.citizen = citizen }
}

/// A person as a passenger list names him or her.
struct ListedTraveller {
    let story: Story
    /// The person's position in the nation; orders the list.
    let person: Int
    var words: [String]
    var sex: Sex
    var bornOn: Day
    var nationality = "IDN"
    var issuer = "IDN"
    /// The number as the carrier listed it.
    var listedNumber: PassportNumber?
    /// The number in the machine-readable zone, which only tables carry.
    var zoneNumber: PassportNumber?
    var nik: UInt64?
    var expiresOn: Day?
    var kind: DocumentKind = .passport
    var visa: VisaKind?
    var locator: String?
    var way = Itinerary(route: 0, onward: nil)
    var day: Day
    /// Whether the list says where the voyage leads.
    var isRouteKnown = true
    var isCrew = false
}

/// What a ticket says.
enum TicketPlan {
    /// No ticket is known.
    case none
    /// One way.
    case oneWay
    /// There and back after some days.
    case returning(days: Int)
    /// Sold by a licensed bureau or sender, with a way back.
    case bureau(AgencyLicence?, days: Int)
}

/// Writes the dossiers of a nation, one person after another (penulis berkas rekaan).
struct Author {
    let sources: SyntheticSources
    let routes: RouteMap
    let register: PassportRegister
    /// The middle one of the three days of departures.
    let today: Day
    var economy: Economy
    var maker: CitizenMaker
    var chance: Chance
    /// The day of the trip or application that is being written.
    var day: Day

    init(sources: SyntheticSources, seed: UInt64, people: Int, day: Day) {
        self.sources = sources
        routes = RouteMap(sources: sources, people: people)
        register = PassportRegister(people: people)
        today = day
        self.day = day
        economy = Economy(sources: sources, routes: routes, seed: seed, people: people, day: day)
        maker = CitizenMaker(sources: sources, day: day, people: people)
        chance = Chance(seed: seed, purpose: 31)
    }

    /// An ordinary passport of a person.
    mutating func passport(
        of citizen: Citizen,
        generation: Int = 0,
        issued: ClosedRange<Int> = 100...2400,
        purpose: StatedPurpose = .tourism
    ) -> PassportRecord {
        var record = PassportRecord()
        record.holder.nik = NIK(number: citizen.nik)
        record.holder.name = citizen.name
        record.holder.sex = citizen.sex
        record.holder.bornOn = citizen.bornOn
        let issuedOn = day.adding(days: -chance.within(issued))
        record.file.number = register.number(citizen.index, generation: generation)
        record.file.appliedOn = issuedOn.adding(days: -chance.within(3...15))
        record.file.issuedOn = issuedOn
        record.file.expiresOn = issuedOn.adding(years: 10).adding(days: -1)
        record.file.office = office(near: citizen)
        record.file.kind = .passport
        record.file.statedPurpose = purpose
        record.file.status = .issued
        return record
    }

    /// The regency of the office that a passport is asked for at: most often the home's, sometimes a town of departure.
    mutating func office(near citizen: Citizen) -> String {
        chance.percent(4)
            ? chance.pick(["2171", "6503", "1472"]) ?? "2171" : String(citizen.village / 1_000_000)
    }

    /// The passport that was replaced by a renewed one; the new one names it.
    mutating func renewed(_ present: inout PassportRecord, of citizen: Citizen) -> PassportRecord {
        var earlier = passport(of: citizen, generation: 1, issued: 3300...3600)
        earlier.file.status = .replaced
        present.file.previousNumber = earlier.file.number
        present.file.previousDeclared = true
        return earlier
    }

    /// A crossing of a person's passport.
    mutating func crossing(
        _ dossier: Dossier,
        _ direction: Crossing.Direction,
        daysAgo: Int,
        country: String
    ) -> Crossing {
        var crossing = Crossing()
        crossing.number = "CX\(dossier.citizen.index)-\(dossier.crossings.count + 1)"
        crossing.passportNumber = dossier.passports.first?.file.number
        crossing.direction = direction
        crossing.destination = CountryCode(country)
        let way = routes.way(to: country, &chance) { _ in true }
        let route = way.map { routes.routes[$0.route] } ?? routes.routes[0]
        crossing.checkpoint = route.checkpoint
        crossing.carrier = route.carrier
        crossing.routeNumber = route.legs[0].flight
        crossing.at = Moment(
            day: day.adding(days: -daysAgo),
            hour: 8 + chance.below(12),
            minute: chance.below(60),
            zone: route.zone
        )
        return crossing
    }

    /// Sends a person on a trip, with the visa and the ticket that the carrier knows of.
    mutating func send(
        _ dossier: inout Dossier,
        story: Story,
        to country: String,
        visa: VisaKind?,
        ticket: TicketPlan,
        where isWanted: (Route) -> Bool = { _ in true }
    ) {
        let citizen = dossier.citizen
        var listed = ListedTraveller(
            story: story,
            person: citizen.index,
            words: citizen.words,
            sex: citizen.sex,
            bornOn: citizen.bornOn,
            day: day
        )
        listed.way = routes.way(to: country, &chance, where: isWanted) ?? Itinerary(route: 0, onward: nil)
        listed.listedNumber = dossier.passports.first?.file.number
        listed.expiresOn = dossier.passports.first?.file.expiresOn
        listed.kind = dossier.passports.first?.file.kind ?? .passport
        listed.nik = citizen.nik
        listed.visa = visa
        listed.zoneNumber = listed.listedNumber
        if let booking = booking(for: listed, citizen, ticket) {
            listed.locator = booking.locator
            dossier.bookings.append(booking)
        }
        dossier.traveller = listed
    }

    private mutating func booking(for listed: ListedTraveller, _ citizen: Citizen, _ ticket: TicketPlan)
        -> Booking?
    {
        var booking = Booking()
        switch ticket {
        case .none: return nil
        case .oneWay: booking.isOneWay = true
        case .returning(let days):
            booking.isOneWay = false
            booking.returnOn = day.adding(days: days)
        case .bureau(let licence, let days):
            booking.isOneWay = false
            booking.returnOn = day.adding(days: days)
            booking.travelAgency = licence?.text
        }
        let route = routes.routes[listed.way.route]
        var places = [route.from] + route.legs.map(\.to)
        if let onward = listed.way.onward { places.append(onward) }
        booking.locator = Author.locator(citizen.index)
        booking.passportNumber = listed.listedNumber
        booking.name = citizen.name
        booking.payer = "PAY-" + String(100_000 + citizen.index)
        booking.phone = citizen.phone
        booking.boughtOn = day.adding(days: -chance.within(2...45))
        booking.itinerary = places.contains { $0.utf8.contains(0x2D) } ? nil : places.joined(separator: "-")
        booking.groupSize = 1
        booking.visaKind = listed.visa
        return booking
    }

    /// Six letters and digits that only one person's ticket has.
    static func locator(_ person: Int) -> String {
        let signs = Array("ABCDEFGHJKLMNPQRSTUVWXYZ23456789".utf8)
        var rest = person &* 1_000_003 % 1_073_741_824
        var bytes: [UInt8] = []
        for _ in 0..<6 {
            bytes.append(signs[rest % 32])
            rest /= 32
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
