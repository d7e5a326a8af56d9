import Linking
import Testing
import Vocabulary

@Suite struct JoiningTests {
    @Test func `a NIK joins, whatever passport the placement was filed under`() throws {
        let records = Records(placements: [placement("P1", nik: nik(1), passport: "X1")])
        let journey = try records.journey(of: traveller("X2", nik: nik(1), name: "SITI AMINAH BINTI ACHMAD"))
        #expect(journey.joined == ["P1"])
        #expect(journey.link == Link(by: "nik", probability: 0.9999))
    }

    @Test func `the register's NIK of the presented passport joins`() throws {
        let records = Records(
            passports: [passport("X1", nik: nik(1))],
            placements: [placement("P1", nik: nik(1)), placement("P2", nik: nik(2))]
        )
        #expect(try records.journey(of: traveller("X1")).joined == ["P1"])
    }

    @Test func `a passport number joins where no NIK is known`() throws {
        let records = Records(placements: [placement("P1", nik: nil, passport: "X1")])
        let journey = try records.journey(of: traveller("X1"))
        #expect(journey.joined == ["P1"])
        #expect(journey.link?.by == "passport")
    }

    @Test func `any passport that the person ever held joins, along the chain of renewals`() throws {
        let records = Records(
            passports: [
                passport("X3", nik: nil, previous: "X2", issued: "2025-01-10"),
                passport("X2", nik: nil, name: "SITI", previous: "X1", issued: "2020-01-10"),
                passport("X1", nik: nil, issued: "2015-01-10"),
            ],
            placements: [placement("P1", nik: nil, passport: "X1")]
        )
        for number in ["X3", "X2", "X1"] {
            #expect(try records.journey(of: traveller(number)).joined == ["P1"])
        }
    }

    @Test func `a renewal that names another NIK's passport joins nothing`() throws {
        let records = Records(
            passports: [
                passport("X2", nik: nik(2), previous: "X1"), passport("X1", nik: nik(1), name: "DEWI"),
            ],
            placements: [placement("P1", nik: nik(1), passport: "X1", name: "DEWI")]
        )
        #expect(try records.journey(of: traveller("X2")).joined.isEmpty)
    }

    @Test func `name and birth date join where they are the only such pair`() throws {
        let records = Records(placements: [placement("P1", nik: nik(1), name: "Aminah Siti")])
        let journey = try records.journey(of: traveller("X9"))
        #expect(journey.joined == ["P1"])
        #expect(journey.link?.by == "name")
        #expect((journey.link?.probability).map { 0.95..<0.9999 ~= $0 } == true)
        var other = traveller("X9")
        other.bornOn = Day("1995-03-18")
        #expect(try records.journey(of: other).joined.isEmpty)
    }

    @Test(arguments: [
        "SITI AMINAH", "ST. AMINAH", "ST AMINAH", "SITTI AMINAH BINTI ACHMAD", "AMINAH SITI MRS",
        "SITI AMINA",
    ])
    func `a name that is written otherwise is the same person's`(registered: String) throws {
        let records = Records(placements: [placement("P1", nik: nik(1), passport: "B1", name: registered)])
        #expect(try records.journey(of: traveller("X9")).joined == ["P1"])
    }

    @Test(arguments: ["SITI AMELIA", "DEWI LESTARI", "SITI"])
    func `another name is not, though the birth date is the same`(registered: String) throws {
        let records = Records(placements: [placement("P1", nik: nik(1), passport: "B1", name: registered)])
        #expect(try records.journey(of: traveller("X9")).joined.isEmpty)
    }

    @Test func `a slip in the birth date hides no placement of a rare name`() throws {
        let records = Records(placements: [
            placement("P1", nik: nil, name: "SUPARMINAH RAHAJOENINGTYAS", born: "1995-03-18")
        ])
        let journey = try records.journey(of: traveller("X9", name: "SUPARMINAH RAHAYUNINGTYAS"))
        #expect(journey.joined == ["P1"] || journey.asked == ["registry.person"])
    }

    @Test func `what an officer has decided stands above what is learnt`() throws {
        let number = try #require(PlacementNumber("P1"))
        var records = Records(placements: [placement("P1", nik: nik(1), name: "SITI AMINAH")])
        let shown = try #require(PassportNumber("X9"))
        records.decisions = [number: [shown: false]]
        #expect(try records.journey(of: traveller("X9")).joined.isEmpty)
        records = Records(placements: [
            placement("P1", nik: nik(1), name: "SITI AMINAH"), placement("P2", nik: nik(2)),
        ])
        records.decisions = [number: [shown: true]]
        let journey = try records.journey(of: traveller("X9"))
        #expect(journey.joined == ["P1"])
        #expect(journey.link?.by == "officer")
        #expect(journey.asked.isEmpty)
    }

    @Test func `a decision on a namesake's passport is not this traveller's`() throws {
        let number = try #require(PlacementNumber("P2"))
        let theirs = try #require(PassportNumber("X2"))
        var records = Records(
            passports: [passport("X1", nik: nik(1)), passport("X2", nik: nik(2), name: "SITI LESTARI")],
            placements: [placement("P2", nik: nik(2), passport: "X2", name: "SITI LESTARI")]
        )
        records.decisions = [number: [theirs: true]]
        #expect(try records.journey(of: traveller("X1")).joined.isEmpty)
        #expect(try records.journey(of: traveller("X2", name: "SITI LESTARI")).joined == ["P2"])
    }

    @Test func `two people of one name and birth date are a question, no join`() throws {
        let records = Records(placements: [placement("P1", nik: nik(1)), placement("P2", nik: nik(2))])
        let journey = try records.journey(of: traveller("X9"))
        #expect(journey.joined.isEmpty && journey.link == nil)
        #expect(journey.asked == ["registry.person"])
        let byPassports = Records(
            passports: [passport("X1", nik: nik(1)), passport("X2", nik: nik(2))],
            placements: [placement("P1", nik: nik(1))]
        )
        #expect(try byPassports.journey(of: traveller("K77")).asked == ["registry.person"])
    }

    @Test func `a known NIK that is another is somebody else, the same name notwithstanding`() throws {
        let records = Records(
            passports: [passport("X1", nik: nik(1))],
            placements: [placement("P2", nik: nik(2))]
        )
        #expect(try records.journey(of: traveller("X1")).joined.isEmpty)
    }

    @Test func `a placement under a passport that the register gives to another NIK is a question`() throws {
        let presented = Records(
            passports: [passport("X1", nik: nik(1))],
            placements: [placement("P2", nik: nik(2), passport: "X1", name: "DEWI", born: "1990-01-01")]
        )
        let rejected = try presented.journey(of: traveller("X1"))
        #expect(rejected.joined.isEmpty)
        #expect(rejected.asked == ["registry.passport"])
        let byNIK = Records(
            passports: [passport("X1", nik: nik(1)), passport("Y5", nik: nik(2), name: "DEWI")],
            placements: [placement("P1", nik: nik(1), passport: "Y5")]
        )
        let accepted = try byNIK.journey(of: traveller("X1"))
        #expect(accepted.joined == ["P1"])
        #expect(accepted.placements.value?.first?.isFiledUnderOwnPassport == false)
    }

    @Test func `one passport, name and birth date are one person although an office mistyped the NIK`() throws
    {
        let records = Records(
            passports: [passport("X1", nik: nik(1))],
            placements: [placement("P1", nik: nik(3), passport: "X1")]
        )
        let journey = try records.journey(of: traveller("X1"))
        #expect(journey.joined == ["P1"])
        #expect(journey.asked == ["registry.nik"])
    }

    @Test(arguments: [
        (nil, nil, true), ("IDN", nil, true), ("MYS", nil, false), ("MYS", "IDN", true), ("IDN", "MYS", true),
        (nil, "MYS", false),
    ])
    func `who counts as Indonesian`(listed: String?, inZone: String?, isIndonesian: Bool) throws {
        var somebody = traveller("X9")
        somebody.nationality = listed.flatMap(CountryCode.init)
        somebody.nationalityInZone = inZone.flatMap(CountryCode.init)
        let citizenship = try Records().journey(of: somebody).citizenship
        #expect((citizenship != .other) == isIndonesian)
        #expect((citizenship == .contradicted) == (listed != nil && inZone != nil))
    }

    @Test func `a foreigner gets no namesake's records`() throws {
        let records = Records(
            passports: [passport("X1", nik: nik(1))],
            placements: [placement("P1", nik: nik(1))]
        )
        var foreigner = traveller("A100")
        foreigner.nationality = CountryCode("MYS")
        let journey = try records.journey(of: foreigner)
        #expect(journey.joined.isEmpty)
        #expect(journey.passports == .answered([]))
    }
}
