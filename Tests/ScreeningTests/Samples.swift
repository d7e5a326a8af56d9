import Intake
import Linking
import Screening
import Testing
import Vocabulary

/// The day on which every departure of these tests is judged.
let departure = Day(number: 20_513)  // 2026-03-01

/// A site of invented records, asked as a store is asked.
struct InventedSite: RecordSource {
    var passports: [PassportRecord] = []
    var placements: [Placement] = []
    var crossings: [Crossing] = []
    var bookings: [Booking] = []
    var notices: [Notice] = []
    var outcomes: [Outcome] = []
    var agencies: [Agency] = []
    var jobOrders: [JobOrder] = []
    var attestations: [Attestation] = []
    var loaded = Set(RecordKind.allCases)
    var feeds: [RecordKind: Feed] = [:]
    var lenders: [String: Feed] = [:]

    func records<Record: OfficeRecord>(_ type: Record.Type, _ handle: Handle) -> [Record] {
        let all: [any OfficeRecord] =
            passports + placements + crossings + bookings + notices + outcomes + agencies + jobOrders
        return all.compactMap { $0 as? Record }.filter { $0.handles.contains(handle) }
    }

    func count(_ kind: RecordKind) -> Int { 50_000 }

    var linking: Linking {
        get throws {
            let airports = [
                "CGK": "IDN", "SIN": "SGP", "KUL": "MYS", "HKG": "HKG", "JED": "SAU", "PNH": "KHM",
                "DOH": "QAT",
            ]
            let checkpoints = [
                "TPI-L-ENT": Places.Checkpoint(mode: .land, regencyCode: "6103"),
                "IDBTM": Places.Checkpoint(mode: .sea, regencyCode: "2171"),
            ]
            return Linking(
                places: Places(
                    airports: airports.compactMapValues(CountryCode.init),
                    checkpoints: checkpoints
                ),
                rules: try Rules.book.get(),
                feeds: FeedKnowledge(loaded: loaded, feeds: feeds, lenders: lenders)
            )
        }
    }

    /// The journey of a traveller on a list from one place to another.
    func journey(
        of traveller: Traveller,
        from: String = "CGK",
        to: String? = "HKG",
        on day: Day = departure,
        asCrew: Bool = false
    ) throws -> Journey {
        let linking = try linking
        let legs = [Leg(flight: "XX1", from: from, to: to)]
        var records = try PersonRecords(of: traveller, from: self)
        let countries = linking.countries(legs: legs, debarks: nil, records: records)
        try records.addNotices(about: countries, from: self)
        records.attestations = attestations
        return linking.journey(
            of: traveller,
            on: day,
            legs: legs,
            debarks: nil,
            asCrew: asCrew,
            records: records
        )
    }

    /// The assessment of a traveller.
    func assess(
        _ traveller: Traveller,
        from: String = "CGK",
        to: String? = "HKG",
        on day: Day = departure,
        asCrew: Bool = false
    ) throws -> Assessment {
        let journey = try journey(of: traveller, from: from, to: to, on: day, asCrew: asCrew)
        return Screening.assess(journey, by: try Rules.book.get())
    }

    /// The assessment of a passport application.
    func assess(application: PassportRecord, on day: Day = departure) throws -> Assessment {
        var records = try PersonRecords(of: Traveller(applicant: application), from: self)
        try records.addNotices(about: [], from: self)
        let journey = try linking.journey(of: application, on: day, records: records)
        return Screening.assess(journey, by: try Rules.book.get())
    }
}

/// An invented person and the site that knows them: a complete worker of a scheme, unless changed.
struct Sample {
    var site = InventedSite()
    var traveller = Traveller()

    /// A complete worker; `scheme` nil makes an ordinary traveller with a passport and nothing else.
    init(_ scheme: Scheme?) throws {
        let nik = try #require(NIK(number: 9_901_015_703_950_001))
        traveller.passport = PassportNumber("X9000001")
        traveller.name = PersonName("SITI AMINAH")
        traveller.bornOn = Day("1995-03-17")
        traveller.nationality = .indonesia
        traveller.nik = nik
        var passport = PassportRecord()
        passport.holder.nik = nik
        passport.holder.name = traveller.name
        passport.holder.bornOn = traveller.bornOn
        passport.holder.sex = .female
        passport.file.number = traveller.passport
        passport.file.appliedOn = Day("2023-03-01")
        passport.file.issuedOn = Day("2023-03-10")
        passport.file.expiresOn = Day("2033-03-09")
        passport.file.status = .issued
        passport.file.statedPurpose = scheme == nil ? .tourism : .work
        site.passports = [passport]
        guard let scheme else { return }
        try employ(by: scheme, nik: nik)
    }

    private mutating func employ(by scheme: Scheme, nik: NIK) throws {
        traveller.visaKind = scheme == .crew ? .crew : .work
        var placement = Placement()
        placement.holder.nik = nik
        placement.holder.name = traveller.name
        placement.holder.bornOn = traveller.bornOn
        placement.holder.sex = .female
        placement.holder.villageCode = "9901012001"
        placement.holder.passportNumber = .given(try #require(traveller.passport))
        placement.file.number = PlacementNumber("PL-000123")
        placement.file.scheme = scheme
        placement.file.employer = "Harbour Care Ltd"
        placement.file.employerKind = .company
        placement.file.destination = CountryCode("HKG")
        placement.file.position = "caregiver"
        placement.file.visaNumber = .given("V1")
        placement.file.visaKind = traveller.visaKind
        placement.file.visaUntil = try until("2027-12-31")
        placement.file.contractFrom = try until("2026-03-05")
        placement.file.contractUntil = try until("2028-03-04")
        placement.file.insuranceNumber = .given("B1")
        placement.file.insuranceUntil = try until("2028-03-04")
        placement.file.medicalUntil = try until("2026-06-30")
        placement.file.competenceNumber = .given("K1")
        placement.file.maritalStatement = .yes
        placement.file.familyPermission = .yes
        placement.file.placementAgreementNumber = .given("PP1")
        placement.file.agreedOn = Day("2026-01-10")
        placement.file.orientationOn = try until("2026-02-10")
        placement.file.cardNumber = .given("E1")
        placement.file.cardUntil = try until("2028-03-04")
        placement.file.status = .carded
        if [.ptop, .spsk, .ssw, .crew].contains(scheme) {
            placement.file.agencyLicence = AgencyLicence("SIP-1")
            placement.file.jobOrder = JobOrderNumber("JO-1")
        }
        site.placements = [placement]
        var agency = Agency()
        agency.licence = AgencyLicence("SIP-1")
        agency.business = scheme == .crew ? .manning : .p3mi
        agency.standing = .active
        agency.validUntil = Day("2028-12-31")
        var order = JobOrder()
        order.number = JobOrderNumber("JO-1")
        order.agencyLicence = agency.licence
        order.employer = "HARBOUR CARE"
        order.employerKind = .company
        order.destination = CountryCode("HKG")
        order.quota = 10
        order.used = 4
        order.verifiedOn = Day("2025-12-01")
        site.agencies = [agency]
        site.jobOrders = [order]
    }

    private func until(_ text: String) throws -> Answer<Day> { .given(try day(text)) }

    /// Changes the placement's file.
    mutating func change(_ edit: (inout PlacementFile) throws -> Void) rethrows {
        try edit(&site.placements[0].file)
    }

    /// Adds a ticket.
    mutating func book(_ edit: (inout Booking) -> Void) {
        var booking = Booking()
        booking.locator = "LOC1"
        booking.passportNumber = traveller.passport
        booking.boughtOn = Day("2026-02-01")
        edit(&booking)
        site.bookings.append(booking)
    }

    /// Adds a crossing at noon of a day.
    mutating func cross(_ direction: Crossing.Direction, _ text: String, _ country: String) throws {
        var crossing = Crossing()
        crossing.number = "C\(site.crossings.count)"
        crossing.passportNumber = traveller.passport
        crossing.direction = direction
        crossing.at = Moment(day: try day(text), hour: 12, minute: 0, zone: 420)
        crossing.destination = CountryCode(country)
        site.crossings.append(crossing)
    }

    /// Adds a notice that has basis, owner and end.
    mutating func notify(_ subject: Notice.Subject, _ edit: (inout Notice) -> Void) {
        var notice = Notice()
        notice.number = "N\(site.notices.count)"
        notice.subject = subject
        notice.from = Day("2026-01-01")
        notice.until = Day("2026-06-30")
        notice.basis = "SK 1/2026"
        notice.owner = "Ditjen Imigrasi"
        edit(&notice)
        site.notices.append(notice)
    }

    func assess(to: String? = "HKG", asCrew: Bool = false) throws -> Assessment {
        try site.assess(traveller, to: to, asCrew: asCrew)
    }
}

extension Assessment {
    /// The codes printed.
    var codes: [String] { reasons.map(\.code) }
    /// The facts asked for.
    var asked: [String] { unknown.map(\.fact) }
}
