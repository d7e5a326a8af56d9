import Intake
import Testing
import Vocabulary

@Suite struct NameRecordsTests {
    /// A booking of two with an infant, and a group, as a reservation system pushes them.
    static let segments = [
        "UNB+IATA:1+GA++260226:1120+77", "UNH+1+PNRGOV:15:1:IA+GA/77+01:C", "MSG+:22", "ORG+GA:JKT",
        "TVL+280226:2225:010326:0250+CGK+KUL+GA+0820", "EQN+2", "SRC", "RCI+GA:QX7TT1::200126:181348",
        "DAT+700:200126:2125+710:210126:2124", "ORG+GA:CGK+15300011:JKT+++A+ID:IDR",
        "ADD++700:JALAN CONTOH 1:SERANG:BT::ID:42111:H0812 000 0001 W ?+60 3 5550 0002",
        "TIF+CONTOH+SITIMRS:A:1:1", "IFT+4:28::YY+CTCE SITI..CONTOH//CONTOH.EXAMPLE", "REF+:1",
        "SSR+DOCS:HK:1:GA:::::/P/ID/X9000001/IDN/17MAR95/F/16MAR33/CONTOH/SITI/AMINAH+::1",
        "SSR+DOCO:HK:1:GA:::::/SERANG/V/V9000001/JAKARTA/02JAN26/MYS+::1",
        "SSR+DOCA:HK:1:GA:::::/D/MYS/9 JALAN UJIAN/KUALA LUMPUR//50000+::1",
        "TKT+1260000000001:T:1", "DAT+710:220126", "FOP+CC::100.00:VI:XXXXXXXXXXXX0001:0130",
        "IFT+4:43+PT PEMBAYAR CONTOH+JALAN UJIAN 9+62215550003", "TIF+CONTOH+BUDIMR:A:2",
        "SSR+DOCS:HK:1:GA::::://///12DEC90/M//CONTOH/BUDI",
        "TVL+280226:2225:010326:0250+CGK+KUL+GA:MH+0820:Y", "RPI+2+HK", "TRA+MH+0710:Y",
        "SSR+SEAT:HK:2:GA:::CGK:KUL+12A::1+XXX::2", "SSR+INFT:HK:1:GA:::CGK:KUL:CONTOH/ADIK 15APR25+::1",
        "SSR+DOCS:HK:1:GA:::CGK:KUL:/P/IDN/X9000001/IDN/17MAR95/F/16MAR33/CONTOH/SITI AMINAH/+::1",
        "TVL+100326:0900::1000+KUL+CGK+GA+0821:Y", "RPI+2+HK", "RCI+GA:QX7TT1", "DAT+2:270226:1333",
        "TRI++1:::1", "TIF+CONTOH+SITIMRS:A:1", "SSD+12A++++Y", "TBD++2:34:700++MP+126:0001:2:KUL",
        "EQN+1", "RCI+GA:SP11T2::190126:0700", "ABI+4++++GA", "DAT+T:230126:1813", "SAC+++X",
        "TVL+270226::270226+CGK+SIN+GA+0999:S", "TIF+LAMA+NAMA:A:9", "SRC", "RCI+GA:GR0UP9::260201:0101",
        "TIF+ROMBONGAN CONTOH:G", "TIF+TIGA+SARIMS:A:1", "FOP+CC::900.00:VI:XXXXXXXXXXXX0009:0130",
        "TVL+280226:2225:010326:0250+CGK+KUL+GA+0820:Y", "UNT+50+1", "UNZ+1+77",
    ]

    static func read(_ segments: [String] = segments) throws -> PassengerNameRecords {
        let text = PassengerListTests.join(segments, "'\n")
        let readings = MessageReader.read(Array(text.utf8), source: "p.edi", on: PassengerListTests.today)
        guard case .records(let records) = try #require(readings.first) else {
            throw Diagnostic(.error, code: "", at: 0, found: "no bookings", expected: "", remedy: "")
        }
        return records
    }

    static func replacing(_ old: String, with new: [String]) -> [String] {
        segments.flatMap { $0 == old ? new : [$0] }
    }

    @Test func `a message gives its flight, its bookings and its counts`() throws {
        let records = try NameRecordsTests.read()
        #expect(records.heading.version == "15:1")
        #expect(records.heading.reference == "GA/77")
        #expect(records.heading.isLastPart == false)
        #expect(records.legs.map(\.flight) == ["GA0820"])
        #expect(records.legs.first?.arrivesAt == WallTime("2026-03-01T02:50"))
        #expect(records.bookings.map(\.locator) == ["QX7TT1", "GR0UP9"])
        #expect(records.heading.counted == MessageHeading.Counts(segments: 50, persons: 4))
        #expect(records.heading.diagnostics.isEmpty)
    }

    @Test func `a booking says who sold it, who paid it and how its people are reached`() throws {
        let booking = try #require(try NameRecordsTests.read().bookings.first)
        #expect(booking.reservedOn == Day("2026-01-20"))
        #expect(booking.ticketedOn == Day("2026-01-21"))
        #expect(booking.agency == "15300011")
        #expect(booking.payers == ["PT PEMBAYAR CONTOH"])
        #expect(booking.phones == ["08120000001", "+60355500002", "62215550003"])
        #expect(booking.emails == ["SITI_CONTOH@CONTOH.EXAMPLE"])
        #expect(booking.addresses == ["9 JALAN UJIAN, KUALA LUMPUR, 50000, MYS"])
        #expect(booking.splits == ["SP11T2"])
        #expect(booking.isOneWay == false)
    }

    @Test func `travellers are named once, with documents, seats and bags`() throws {
        let travellers = try #require(try NameRecordsTests.read().bookings.first).travellers
        #expect(travellers.map(\.given) == ["SITI", "BUDI", "ADIK"])
        #expect(travellers.map(\.title) == ["MRS", "MR", nil])
        #expect(travellers.map(\.isInfant) == [false, false, true])
        #expect(travellers.map(\.bornOn) == [Day("1995-03-17"), Day("1990-12-12"), Day("2025-04-15")])
        let siti = travellers[0]
        #expect(siti.documents.map(\.kind) == ["P", "V"])
        #expect(siti.documents.map(\.number) == ["X9000001", "V9000001"])
        #expect(siti.documents.map(\.issuer) == [.indonesia, CountryCode("MYS")])
        #expect(siti.documents[0].expiresOn == Day("2033-03-16"))
        #expect(siti.documents[0].holder == PersonName("CONTOH SITI AMINAH"))
        #expect(siti.seats == ["12A"])
        #expect(siti.bags == 2)
        #expect(siti.bagKilograms == 34)
        #expect(siti.booking == "QX7TT1")
        #expect(travellers[1].seats.isEmpty)
        #expect(travellers[1].sex == .male)
    }

    @Test func `flights of the itinerary are named once, those of history not at all`() throws {
        let booking = try #require(try NameRecordsTests.read().bookings.first)
        #expect(booking.itinerary.map(\.flight) == ["GA0820", "GA0821"])
        #expect(booking.itinerary.map(\.operatedBy) == ["MH0710", nil])
        #expect(booking.itinerary[1].arrivesAt == WallTime("2026-03-10T10:00"))
        #expect(!booking.travellers.contains { $0.surname == "LAMA" })
    }

    @Test func `a group is no traveller, and its card stands for a payer whom nobody names`() throws {
        let booking = try #require(try NameRecordsTests.read().bookings.last)
        #expect(booking.group == "ROMBONGAN CONTOH")
        #expect(booking.travellers.map(\.given) == ["SARI"])
        #expect(booking.payers == ["VI XXXXXXXXXXXX0009"])
        #expect(booking.isOneWay == true)
    }

    @Test func `a time of arrival in the place of its day is understood`() throws {
        let records = try NameRecordsTests.read(
            NameRecordsTests.replacing(
                "TVL+280226:2225:010326:0250+CGK+KUL+GA+0820",
                with: ["TVL+280226:1220:1505+CGK+KUL+GA+0820"]
            )
        )
        #expect(records.legs.first?.departsAt == WallTime("2026-02-28T12:20"))
        #expect(records.legs.first?.arrivesAt == WallTime("2026-02-28T15:05"))
    }

    @Test(arguments: ["RCI+GA:QX7TT1:200126:1813", "RCI+GA:QX7TT1::200126:181348+MH:ABC123"])
    func `the day of reservation is found where senders put it`(segment: String) throws {
        let records = try NameRecordsTests.read(
            NameRecordsTests.replacing("RCI+GA:QX7TT1::200126:181348", with: [segment])
        )
        #expect(records.bookings.first?.reservedOn == Day("2026-01-20"))
    }

    @Test func `a booking that the message promised and lacks is told`() throws {
        let records = try NameRecordsTests.read(NameRecordsTests.replacing("EQN+2", with: ["EQN+3"]))
        #expect(records.heading.diagnostics.map(\.code) == ["EDI-EQN"])
        #expect(records.heading.diagnostics.map(\.severity) == [.note])
    }

    @Test func `a date, a sex and a country that are none are told and lose nobody`() throws {
        let records = try NameRecordsTests.read(
            NameRecordsTests.replacing(
                "SSR+DOCS:HK:1:GA::::://///12DEC90/M//CONTOH/BUDI",
                with: ["SSR+DOCS:HK:1:GA:::::/P/QQQ/X9000002/IDN/32DEC90/Z/31FEB30/CONTOH/BUDI"]
            )
        )
        #expect(records.bookings.first?.travellers.count == 3)
        #expect(
            records.heading.diagnostics.map(\.code) == ["EDI-DATE", "EDI-SEX", "EDI-COUNTRY", "EDI-DATE"]
        )
    }

    @Test func `a typographic apostrophe for the terminator ends the segment`() throws {
        let text = PassengerListTests.join(NameRecordsTests.segments, "'\n").replacing(
            "CONTOH/BUDI'\n",
            with: "CONTOH/BUDI’\n"
        )
        let readings = MessageReader.read(Array(text.utf8), source: "p.edi", on: PassengerListTests.today)
        guard case .records(let records) = readings.first else {
            Issue.record("no bookings")
            return
        }
        #expect(records.bookings.first?.travellers[1].documents.isEmpty == true)
        #expect(records.bookings.first?.travellers.map(\.given) == ["SITI", "BUDI", "ADIK"])
        #expect(records.heading.diagnostics.map(\.code) == ["EDI-TERMINATOR"])
    }

    /// A booking of these segments.
    private func bookings(_ segments: [String]) throws -> PassengerNameRecords {
        let head = [
            "UNB+IATA:1+GA++260226:1120+77", "UNH+1+PNRGOV:15:1:IA+GA/77", "SRC",
            "RCI+GA:QX7TT1::200126:1813",
        ]
        return try NameRecordsTests.read(head + segments + ["UNT+\(segments.count + 4)+1"])
    }

    @Test(arguments: [
        ["TIF+PUTRA+AHMAD", "TIF+PUTRA+AHMADI"],
        ["TIF+PUTRA+AHMADMR", "SSR+INFT:HK:1:GA:::::PUTRA/AHMAD 15APR25"],
        ["TIF+LEE+JIN:A", "TIF+LEE+JIN:C"],
    ])
    func `two people are two, however alike their names`(segments: [String]) throws {
        #expect(try bookings(segments).bookings.first?.travellers.count == 2)
    }

    @Test func `a document without a reference goes to whom it names exactly`() throws {
        let travellers = try #require(
            try bookings([
                "TIF+PUTRI+ADAM", "TIF+PUTRI+ADAMINA", "TVL+010326:2340+CGK+HKG+GA+820",
                "SSR+DOCS:HK:1:GA:::::/P/IDN/X22/IDN/12FEB90/F/01JAN34/PUTRI/ADAMINA",
                "SSR+DOCS:HK:1:GA:::::/P/IDN/X11/IDN/13FEB90/M/01JAN34/PUTRI/ADAM",
            ]).bookings.first
        ).travellers
        #expect(travellers.map { $0.documents.map(\.number) } == [["X11"], ["X22"]])
        #expect(travellers.map(\.sex) == [.male, .female])
    }

    @Test func `an infant's document under the adult's reference is the infant's`() throws {
        let travellers = try #require(
            try bookings([
                "TIF+CONTOH+SITIMRS:A:1:1", "SSR+INFT:HK:1:GA:::::CONTOH/BAYU 15APR25+::1",
                "SSR+DOCS:HK:1:GA:::::/P/IDN/X11/IDN/13FEB90/F/01JAN34/CONTOH/SITI+::1",
                "SSR+DOCS:HK:1:GA:::::/P/IDN/X22/IDN/15APR25/MI/01JAN30/CONTOH/BAYU+::1",
            ]).bookings.first
        ).travellers
        #expect(travellers.map(\.isInfant) == [false, true])
        #expect(travellers.map { $0.documents.map(\.number) } == [["X11"], ["X22"]])
    }

    @Test(arguments: [
        ("PUTRI/BAYU 15APR25", "PUTRI", "BAYU"), ("PUTRI BAYU 15APR25", "PUTRI", "BAYU"),
        ("PUTRI/BAYUMSTR/15APR25", "PUTRI", "BAYU"), ("PUTRI/BAYU 15APR25 OCC SEAT", "PUTRI", "BAYU"),
    ])
    func `an infant on a lap is read in every spelling`(text: String, surname: String, given: String) throws {
        let records = try bookings(["TIF+PUTRI+SITIMRS:A:1", "SSR+INFT:HK:1:GA:::::\(text)+::1"])
        let infant = try #require(records.bookings.first?.travellers.last)
        #expect(infant.surname == surname)
        #expect(infant.given == given)
        #expect(infant.bornOn == Day("2025-04-15"))
    }

    @Test func `a booking whose beginning was left out is a booking`() throws {
        let records = try bookings([
            "TIF+SATU+A:A:1", "TVL+010326:2340+CGK+HKG+GA+820", "RCI+GA:DEF456::200126:1813", "TIF+DUA+B:A:1",
            "TVL+010326:2340+CGK+HKG+GA+820",
        ])
        #expect(records.bookings.map(\.locator) == ["QX7TT1", "DEF456"])
        #expect(records.bookings.map(\.travellers.count) == [1, 1])
    }

    @Test func `a hotel between two flights is no flight, and the one behind it is`() throws {
        let records = try bookings([
            "TIF+SATU+A:A:1", "TVL+010326:2340+CGK+HKG+GA+820", "MSG+:8", "TVL+020326::050326+HKG++HH",
            "TVL+060326:0900+HKG+CGK+GA+821",
        ])
        #expect(records.bookings.first?.itinerary.map(\.flight) == ["GA820", "GA821"])
        #expect(records.bookings.first?.isOneWay == false)
    }

    @Test func `a whole card number is never kept`() throws {
        let records = try bookings(["TIF+SATU+A:A:1", "FOP+CC::100.00:VI:4111111111111111:0130"])
        #expect(records.bookings.first?.payers == ["VI 411111XXXXXX1111"])
    }

    @Test func `numbers that a blank parts are two, and a ticket's is none`() throws {
        let records = try bookings([
            "ADD++700:::::::628110000001 628110000002", "IFT+4:28+1260000000001 TICKET",
            "IFT+4:28+CTCM 628110000003",
        ])
        #expect(records.bookings.first?.phones == ["628110000001", "628110000002", "628110000003"])
    }

    @Test func `a known traveller's number is no visa`() throws {
        let records = try bookings(["TIF+SATU+A:A:1", "SSR+DOCO:HK:1:GA:::::/SERANG/K/123456789///USA+::1"])
        #expect(records.bookings.first?.travellers.first?.documents.isEmpty == true)
    }

    @Test(.timeLimit(.minutes(1)))
    func `a booking of very many people takes no more than its length`() throws {
        let names = (0..<60_000).map { "TIF+SURNAME\($0)+GIVEN:A:\($0)" }
        #expect(try bookings(names).bookings.first?.travellers.count == 60_000)
    }
}
