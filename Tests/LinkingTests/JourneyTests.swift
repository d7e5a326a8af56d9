import Linking
import Testing
import Vocabulary

@Suite struct JourneyTests {
    private func crossing(_ number: String, _ passport: String, _ direction: Crossing.Direction, _ at: String)
        -> Crossing
    {
        var crossing = Crossing()
        crossing.number = number
        crossing.passportNumber = PassportNumber(passport)
        crossing.direction = direction
        crossing.at = Moment(at)
        crossing.destination = CountryCode("HKG")
        return crossing
    }

    @Test func `crossings come from every passport held, oldest first, on the day of western Indonesia`()
        throws
    {
        let records = Records(
            passports: [passport("X2", nik: nik(1), previous: "X1"), passport("X1", nik: nik(1))],
            crossings: [
                crossing("2", "X2", .entry, "2025-06-01T18:30:00Z"),
                crossing("1", "X1", .exit, "2024-01-01T05:00:00Z"),
            ]
        )
        let crossings = try records.journey(of: traveller("X2")).crossings.value ?? []
        #expect(crossings.map(\.day.description) == ["2024-01-01", "2025-06-02"])
    }

    @Test func `a namesake's crossings and deportations are not the traveller's`() throws {
        var deported = Outcome()
        deported.subject = "S"
        deported.passportNumber = PassportNumber("X1")
        deported.finding = .deported
        deported.foundOn = Day("2025-01-01")
        let records = Records(
            passports: [passport("X1", nik: nik(1)), passport("X2", nik: nik(2))],
            crossings: [crossing("1", "X1", .exit, "2024-01-01T05:00:00Z")],
            outcomes: [deported]
        )
        let journey = try records.journey(of: traveller("K77"))
        #expect(journey.crossings == .answered([]))
        #expect(journey.deportedOn == nil)
        #expect(try records.journey(of: traveller("X1")).deportedOn == Day("2025-01-01"))
    }

    @Test(arguments: Outcome.Finding.allCases)
    func `only a deportation reaches a journey`(finding: Outcome.Finding) throws {
        var outcome = Outcome()
        outcome.subject = "S"
        outcome.passportNumber = PassportNumber("X1")
        outcome.finding = finding
        outcome.foundOn = Day("2025-01-01")
        let records = Records(passports: [passport("X1", nik: nik(1))], outcomes: [outcome])
        var without = records
        without.outcomes = []
        let isEqual = try records.journey(of: traveller("X1")) == without.journey(of: traveller("X1"))
        #expect(isEqual == (finding != .deported))
    }

    @Test func `a slip is one character in a number of the same person`() throws {
        let records = Records(passports: [
            passport("X9000001", nik: nik(1)), passport("X8000001", nik: nik(5), name: "DEWI"),
        ])
        func standing(_ number: String, nik: NIK?) throws -> PresentedDocument.Standing {
            try records.journey(of: traveller(number, nik: nik)).document.standing
        }
        #expect(try standing("X9000007", nik: nil) == .slip(of: records.passports[0].file))
        #expect(try standing("X9000007", nik: nik(1)) == .slip(of: records.passports[0].file))
        #expect(try standing("X9000077", nik: nik(1)) == .notRegistered)
        #expect(try standing("X8000007", nik: nik(1)) == .notRegistered)
        #expect(try standing("X9000001", nik: nik(1)) == .registered(records.passports[0].file))
    }

    @Test func `a renewal is seen where an older passport of the person exists`() throws {
        let records = Records(passports: [
            passport("X2", nik: nik(1), issued: "2025-01-01"),
            passport("X1", nik: nik(1), issued: "2015-01-01"),
        ])
        #expect(try records.journey(of: traveller("X2")).document.isRenewal)
        #expect(try !records.journey(of: traveller("X1")).document.isRenewal)
        let views = try records.journey(of: traveller("X1")).passports.value ?? []
        #expect(views.map(\.file.number?.text) == ["X2", "X1"])
        #expect(views.map(\.isPresented) == [false, true])
    }

    @Test(arguments: [
        ("SITI AMINAH", true, true), ("Aminah, Siti", true, true), ("SITI AMINAH SARI", false, true),
        ("DEWI LESTARI", false, false),
    ])
    func `names of earlier passports are compared by their words`(
        name: String,
        isEqual: Bool,
        isContained: Bool
    ) throws {
        let records = Records(passports: [
            passport("X2", nik: nik(1)), passport("X1", nik: nik(1), name: name, issued: "2015-01-01"),
        ])
        let view = try #require(try records.journey(of: traveller("X2")).passports.value?.last)
        #expect(view.isNameEqual == isEqual)
        #expect(view.isNameContained == isContained)
        #expect(view.isSameNIK)
    }

    @Test func `the century of a NIK is that of the document, and a slipped day is not compared`() throws {
        var minor = passport("X1", nik: nik(1, day: 9, month: 3, year: 8), born: "2008-03-01")
        let records = Records(passports: [minor])
        #expect(try records.journey(of: traveller("X1")).majority.byNIK == .adult)
        minor.holder.bornOn = Day("2003-03-01")
        let altered = try Records(passports: [minor]).journey(of: traveller("X1")).majority
        #expect(altered.byDocument == .adult)
        #expect(altered.byNIK == .minor)
        #expect(altered.doDatesDisagree)
        let old = passport("X1", nik: nik(1, day: 57, month: 3, year: 12), born: "1912-03-17")
        #expect(try Records(passports: [old]).journey(of: traveller("X1")).majority.byNIK == .adult)
    }

    @Test func `the ticket of this trip is the one that shares its country`() throws {
        func booking(_ locator: String, _ itinerary: String?, bought: String, back: String? = nil) -> Booking
        {
            var booking = Booking()
            booking.locator = locator
            booking.passportNumber = PassportNumber("X1")
            booking.itinerary = itinerary
            booking.boughtOn = Day(bought)
            booking.returnOn = back.flatMap(Day.init)
            return booking
        }
        let records = Records(bookings: [
            booking("A", "CGK-HKG", bought: "2026-01-01"), booking("B", "CGK-JED", bought: "2026-02-01"),
            booking("C", "CGK-HKG", bought: "2025-01-01", back: "2025-02-01"),
            booking("D", "CGK-HKG", bought: "2026-03-02"),
        ])
        let ticket = try records.journey(of: traveller("X1")).trip.ticket.value
        #expect(ticket??.countries.map(\.text) == ["HKG"])
        #expect(ticket??.returnOn == nil)
        let checkpoint = Records(bookings: [booking("A", "TPI-A-CGK-SIN", bought: "2026-01-01")])
        let places = try checkpoint.journey(of: traveller("X1"), to: "SIN").trip.ticket.value??.places
        #expect(places == ["TPI-A-CGK", "SIN"])
    }

    @Test func `a list ends in transit only at a hub, and only where no ticket goes on`() throws {
        #expect(try Records().journey(of: traveller("X1"), to: "SIN").trip.doesListEndInTransit)
        #expect(try !Records().journey(of: traveller("X1"), to: "HKG").trip.doesListEndInTransit)
        var onward = Booking()
        onward.locator = "A"
        onward.passportNumber = PassportNumber("X1")
        onward.itinerary = "CGK-SIN-JED"
        let records = Records(bookings: [onward])
        #expect(try !records.journey(of: traveller("X1"), to: "SIN").trip.doesListEndInTransit)
    }

    @Test func `a passport that was asked about by itself counts, and no other is missing by it`() throws {
        var void = PassportRecord()
        (void.file.number, void.file.status) = (PassportNumber("X1"), .replaced)
        let records = Records(passports: [void], lookedUp: [.passports])
        let found = try records.journey(of: traveller("X1", nik: nik(1)))
        #expect(found.document.standing == .registered(void.file))
        #expect(found.passports == .unanswered)
        #expect(found.neverLoaded.contains(.passports))
        #expect(try records.journey(of: traveller("X2")).document.standing == .unanswered)
        var foreigner = traveller("X1")
        foreigner.nationality = CountryCode("MYS")
        #expect(try records.journey(of: foreigner).citizenship == .other)
    }

    @Test func `a feed that never came leaves its facts unanswered`() throws {
        let journey = try Records(loaded: []).journey(of: traveller("X1", nik: nik(1)))
        #expect(journey.placements == .unanswered)
        #expect(journey.passports == .unanswered)
        #expect(journey.crossings == .unanswered)
        #expect(journey.notices == .unanswered)
        #expect(journey.trip.ticket == .unanswered)
        #expect(journey.document.standing == .unanswered)
        #expect(journey.neverLoaded == Set(RecordKind.allCases))
    }

    @Test func `notices reach a journey without the name they carry`() throws {
        var notice = Notice()
        notice.number = "N1"
        notice.subject = .cegah
        notice.name = PersonName("SITI AMINAH")
        notice.bornOn = Day("1995-03-17")
        let views = try Records(notices: [notice]).journey(of: traveller("X1")).notices.value ?? []
        #expect(views.map(\.match) == [.nameAndBirth])
        #expect(views.allSatisfy { $0.notice.name == nil && $0.notice.bornOn == nil })
    }

    @Test(arguments: [
        ("SITI AMINAH", "1995-03-17", "nameAndBirth"),
        ("ST AMINA BINTI ACHMAD", "1995-03-17", "nameAndBirth"),
        // A slip in the date, or more in the name: to look at.
        ("SITI AMINAH", "1995-03-18", "name"), ("SITI NUR AMINAH", "1995-03-17", "name"),
        // Another date is another person; a common name without a date is nobody.
        ("SITI AMINAH", "1980-11-02", ""), ("SITI AMINAH", "", ""), ("DEWI LESTARI", "1995-03-17", ""),
        ("SUPARMINAH RAHAYUNINGTYAS", "1995-03-17", ""),
    ])
    func `a notice's name with the birth date is a match, a name alone at most something to look at`(
        name: String,
        born: String,
        match: String
    ) throws {
        var notice = Notice()
        notice.number = "N1"
        notice.subject = .cegah
        notice.name = PersonName(name)
        notice.bornOn = Day(born)
        let views = try Records(notices: [notice]).journey(of: traveller("X1")).notices.value ?? []
        #expect(views.map { "\($0.match)" } == [match].filter { !$0.isEmpty })
    }

    @Test func `a ban by name and birth date hangs on no weight`() throws {
        var notice = Notice()
        notice.number = "N1"
        notice.subject = .cegah
        notice.name = PersonName("AMINAH SITI")
        notice.bornOn = Day("1995-03-17")
        var records = Records(notices: [notice])
        records.hasWeights = false
        #expect(
            try (records.journey(of: traveller("X1")).notices.value ?? []).map(\.match) == [.nameAndBirth]
        )
    }

    @Test func `a rare name without a birth date is something to look at`() throws {
        var notice = Notice()
        notice.number = "N1"
        notice.subject = .rednotice
        notice.name = PersonName("SOEPARMINAH RAHAJOENINGTIJAS")
        let somebody = traveller("X1", name: "SUPARMINAH RAHAYUNINGTIYAS")
        let views = try Records(notices: [notice]).journey(of: somebody).notices.value ?? []
        #expect(views.map(\.match) == [.name])
    }

    @Test func `a NIK that only the accepted placement knows finds its notices`() throws {
        var notice = Notice()
        notice.number = "N1"
        notice.subject = .cegah
        notice.value = nik(1)?.digits
        let records = Records(placements: [placement("P1", nik: nik(1), passport: "X1")], notices: [notice])
        #expect(try records.journey(of: traveller("X1")).notices.value?.map(\.match) == [.nik])
    }
}
