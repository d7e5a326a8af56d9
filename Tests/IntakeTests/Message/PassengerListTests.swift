import Intake
import Testing
import Vocabulary

@Suite struct PassengerListTests {
    static let today = Day(number: 20_513)

    /// The segments of a small list, without terminators.
    static let segments = [
        "UNB+UNOA:4+GA+IDNAPIS:ZZ+260301:0900+1",
        "UNH+7+PAXLST:D:12B:UN:IATA+GA820/260301/1+01:F",
        "BGM+745",
        "NAD+MS+++DESK",
        "TDT+20+GA820+++GA",
        "LOC+125+CGK", "DTM+189:2603011030:201", "LOC+87+SIN", "DTM+232:2603011320:201",
        "NAD+FL+++CONTOH:SITI:KEDUA", "ATT+2++F", "DTM+329:950317", "LOC+178+CGK", "LOC+179+SIN",
        "NAT+2+IDN", "RFF+AVF:ABC123", "RFF+ABO:900101", "DOC+P:110:111+X9000001", "DTM+36:330316",
        "LOC+91+IDN",
        "CNT+42:1", "UNT+21+7", "UNZ+1+1",
    ]

    static func read(_ text: String) -> [TravellerList] {
        MessageReader.lists(Array(text.utf8), source: "list.edi", on: today)
    }

    static func join(_ segments: [String] = segments, _ end: String = "'") -> String {
        segments.map { $0 + end }.joined()
    }

    static func replacing(_ old: String, with new: [String]) -> [String] {
        segments.flatMap { $0 == old ? new : [$0] }
    }

    @Test func `a list gives journey, persons and counts`() throws {
        let list = try #require(PassengerListTests.read(PassengerListTests.join()).first)
        #expect(list.heading.message == "PAXLST")
        #expect(list.heading.version == "D:12B")
        #expect(list.list == "passengers")
        #expect(list.heading.reference == "GA820/260301/1")
        #expect(list.heading.part == 1)
        #expect(list.heading.isLastPart == true)
        #expect(list.heading.sender == "GA")
        let leg = Leg(
            flight: "GA820",
            from: "CGK",
            to: "SIN",
            departsAt: WallTime("2026-03-01T10:30"),
            arrivesAt: WallTime("2026-03-01T13:20")
        )
        #expect(list.legs == [leg])
        var person = ListedPerson(role: "passenger")
        person.surname = "CONTOH"
        person.given = "SITI KEDUA"
        person.sex = .female
        person.bornOn = Day("1995-03-17")
        person.nationality = .indonesia
        person.embarks = "CGK"
        person.debarks = "SIN"
        person.booking = "ABC123"
        person.reference = "900101"
        person.documents = [
            ListedDocument(
                kind: "P",
                number: "X9000001",
                issuer: .indonesia,
                expiresOn: Day("2033-03-16")
            )
        ]
        #expect(list.persons == [person])
        #expect(list.heading.declared == MessageHeading.Counts(segments: 21, persons: 1))
        #expect(list.heading.counted == list.heading.declared)
        #expect(list.heading.diagnostics.isEmpty)
    }

    @Test(arguments: [
        ["DTM+329:950317", "ATT+2++F", "NAT+2+IDN", "LOC+91+IDN", "DTM+36:330316", "DOC+P+X9000001"],
        ["NAT+2+IDN", "DOC+P+X9000001", "LOC+91+IDN", "DTM+36:330316", "ATT+2++F", "DTM+329:950317"],
    ])
    func `the order of a person's segments does not matter`(order: [String]) throws {
        let head = PassengerListTests.segments[0...8] + ["NAD+FL+++CONTOH:SITI"]
        let list = try #require(
            PassengerListTests.read(PassengerListTests.join(head + order + ["UNT+16+7"])).first
        )
        let person = try #require(list.persons.first)
        #expect(person.sex == .female)
        #expect(person.bornOn == Day("1995-03-17"))
        #expect(person.nationality == .indonesia)
        #expect(person.documents.map(\.issuer) == [.indonesia])
        #expect(person.documents.map(\.expiresOn) == [Day("2033-03-16")])
    }

    @Test func `one person without a name is kept and loses nobody`() throws {
        let segments = PassengerListTests.replacing(
            "CNT+42:1",
            with: ["NAD+FL", "ATT+2++M", "NAD+FL+++BUDI", "CNT+42:3"]
        )
        let list = try #require(PassengerListTests.read(PassengerListTests.join(segments)).first)
        #expect(list.persons.map(\.surname) == ["CONTOH", nil, "BUDI"])
        #expect(list.persons[1].sex == .male)
        #expect(list.heading.diagnostics.map(\.code) == ["EDI-NAME", "EDI-UNT"])
    }

    @Test(arguments: [
        ("MI", Sex.male, true), ("FI", .female, true), ("M", .male, false), ("F", .female, false),
        ("U", .unspecified, false), ("X", .unspecified, false), ("<", .unspecified, false),
    ])
    func `a code of sex may say infant`(code: String, sex: Sex, isInfant: Bool) throws {
        let text = PassengerListTests.join(PassengerListTests.replacing("ATT+2++F", with: ["ATT+2++\(code)"]))
        let person = try #require(PassengerListTests.read(text).first?.persons.first)
        #expect(person.sex == sex)
        #expect(person.isInfant == isInfant)
    }

    @Test(
        arguments: [
            ("01:C", 1, false), ("02", 2, nil), ("03:F", 3, true), ("", nil, nil),
        ] as [(String, Int?, Bool?)]
    )
    func `a list says which part it is and whether it is the last`(said: String, part: Int?, isLast: Bool?)
        throws
    {
        let text = PassengerListTests.join().replacing("+01:F", with: said.isEmpty ? "" : "+" + said)
        let list = try #require(PassengerListTests.read(text).first)
        #expect(list.heading.part == part)
        #expect(list.heading.isLastPart == isLast)
    }

    @Test(arguments: [
        ("745", "passengers"), ("250", "crew"), ("266", "266"),
    ])
    func `the code of BGM says whose list it is`(code: String, list: String) {
        let text = PassengerListTests.join().replacing("BGM+745", with: "BGM+\(code)+C")
        #expect(PassengerListTests.read(text).first?.list == list)
    }

    @Test(arguments: [
        ("FM", "crew"), ("DDU", "transit"), ("DDT", "transit"), ("ZZZ", "ZZZ"), ("FL", "passenger"),
    ])
    func `a role is told by the qualifier of the name`(code: String, role: String) {
        let text = PassengerListTests.join().replacing("NAD+FL", with: "NAD+\(code)")
        #expect(PassengerListTests.read(text).first?.persons.map(\.role) == [role])
    }

    @Test func `wrong counts are told and change nothing`() throws {
        let text = PassengerListTests.join().replacing("UNT+21", with: "UNT+33").replacing(
            "CNT+42:1",
            with: "CNT+42:160"
        )
        let list = try #require(PassengerListTests.read(text).first)
        #expect(list.persons.count == 1)
        #expect(list.heading.diagnostics.map(\.code) == ["EDI-UNT", "EDI-CNT"])
        #expect(list.heading.diagnostics.map(\.severity) == [.warning, .note])
        #expect(list.heading.diagnostics.map(\.found) == ["33", "160"])
        #expect(list.heading.diagnostics.map(\.expected) == ["21", "1"])
    }

    @Test(arguments: [
        ("DTM+329:950230", "30 February"), ("DTM+329:951317", "month 13"), ("DTM+329:95", "2 digits"),
    ])
    func `an impossible date is unknown and told in words`(segment: String, found: String) throws {
        let text = PassengerListTests.join(PassengerListTests.replacing("DTM+329:950317", with: [segment]))
        let list = try #require(PassengerListTests.read(text).first)
        #expect(list.persons.first?.bornOn == nil)
        #expect(list.heading.diagnostics.map(\.code) == ["EDI-DATE"])
        #expect(list.heading.diagnostics.map(\.found) == [found])
    }

    @Test(arguments: [
        ("DTM+329:260228", "2026-02-28"), ("DTM+329:260302", "1926-03-02"),
        ("DTM+329:19260228", "1926-02-28"),
        ("DTM+329:1926-02-28", "1926-02-28"),
    ])
    func `a birth year is the latest before the message's own date`(segment: String, day: String) {
        let text = PassengerListTests.join(PassengerListTests.replacing("DTM+329:950317", with: [segment]))
        #expect(PassengerListTests.read(text).first?.persons.first?.bornOn == Day(day))
    }

    @Test(arguments: [("760101", "2076-01-01"), ("770101", "1977-01-01"), ("20770101", "2077-01-01")])
    func `a year of expiry is the nearest to the message's own date`(date: String, day: String) {
        let text = PassengerListTests.join().replacing("DTM+36:330316", with: "DTM+36:\(date)")
        #expect(
            PassengerListTests.read(text).first?.persons.first?.documents.first?.expiresOn == Day(day)
        )
    }

    @Test func `a code that is no country is kept as sent`() throws {
        let text = PassengerListTests.join().replacing("NAT+2+IDN", with: "NAT+2+QQQ").replacing(
            "LOC+91+IDN",
            with: "LOC+91+D"
        )
        let list = try #require(PassengerListTests.read(text).first)
        #expect(list.persons.first?.nationality?.text == "QQQ")
        #expect(list.persons.first?.documents.first?.issuer?.text == "DEU")
        #expect(list.heading.diagnostics.map(\.code) == ["EDI-COUNTRY"])
    }

    @Test func `empty documents, dates and places are passed over`() throws {
        let text = PassengerListTests.join(
            PassengerListTests.replacing("DOC+P:110:111+X9000001", with: ["DOC++", "DTM+36:", "LOC+91+"])
        )
        let person = try #require(PassengerListTests.read(text).first?.persons.first)
        #expect(person.documents.isEmpty)
        #expect(person.surname == "CONTOH")
    }

    @Test func `a progressive flight gives a leg for each two neighbouring places`() {
        let segments = [
            "UNH+1+PAXLST:D:15B:UN:IATA", "BGM+745",
            "TDT+20+ZZ1", "LOC+92+CGK", "DTM+189:2603011100:201", "LOC+92+KUL", "DTM+232:2603011400:201",
            "LOC+92+KUL", "DTM+189:2603011500:201", "LOC+92+JED", "DTM+232:2603012000:201",
            "TDT+20+877+++XZ", "DTM+189:2603012100:201", "LOC+125+JED", "DTM+232:2603012400:201",
            "LOC+87+RUH",
            "UNT+17+1",
        ]
        let legs = PassengerListTests.read(PassengerListTests.join(segments)).first?.legs ?? []
        #expect(legs.map(\.flight) == ["ZZ1", "ZZ1", "XZ877"])
        #expect(legs.map(\.from) == ["CGK", "KUL", "JED"])
        #expect(legs.map(\.to) == ["KUL", "JED", "RUH"])
        let departures = ["2026-03-01T11:00", "2026-03-01T15:00", "2026-03-01T21:00"]
        #expect(legs.map(\.departsAt?.description) == departures)
        let arrivals = ["2026-03-01T14:00", "2026-03-01T20:00", "2026-03-02T00:00"]
        #expect(legs.map(\.arrivesAt?.description) == arrivals)
    }
}
