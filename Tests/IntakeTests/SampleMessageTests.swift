import Intake
import Testing
import Vocabulary

@Suite(.enabled(if: Samples.arePresent, "set KAWAL_SAMPLES to the folder of messages/ and vectors/"))
struct SampleMessageTests {
    private func readings(_ name: String) throws -> [MessageReading] {
        MessageReader.read(
            try Samples.bytes("messages/" + name),
            source: name,
            on: Day(number: 20_513)
        )
    }

    @Test(
        arguments: [
            ("astra-test1-1.edi", 3, "OK688", "PRG", "BCN"),
            ("astra-test3-1.edi", 3, "OK688XXXXXXXXXXXX", nil, nil),
            ("ediclean-wrapped-A.edi", 1, "A92707", "VIE", "VIE"),
            ("example-5.1-single-sector.edi", 1, "ZZ123", "SYD", "HNL"),
            ("example-5.2-crew.edi", 1, "ZZ123", "SYD", "HNL"),
            ("example-5.3-progressive.edi", 2, "XZ877", "BCN", "IAD"),
            ("gtas-Test1.edi", 8, "UA0989", "FRA", "IAD"), ("gtas-apisMessage.edi", 2, "AA123", "ATL", "ORD"),
            ("minelytics-text_001.edi", 10, "YY123", "IAD", "BRU"),
            ("test01-paxlst-sent-01.edi", 2, "CA339", "ICN", "CAN"),
        ] as [(String, Int, String, String?, String?)]
    )
    func `every list of other systems is read whole`(
        name: String,
        persons: Int,
        flight: String,
        from: String?,
        to: String?
    ) throws {
        guard case .list(let list) = try #require(try readings(name).first) else {
            Issue.record("not a list")
            return
        }
        #expect(list.persons.count == persons)
        #expect(list.legs.first?.flight == flight)
        if let from { #expect(list.legs.first?.from == from) }
        if let to { #expect(list.legs.first?.to == to) }
        #expect(list.legs.allSatisfy { $0.departsAt != nil && $0.arrivesAt != nil })
        #expect(list.persons.allSatisfy { $0.surname != nil })
        #expect(list.heading.diagnostics.allSatisfy { $0.severity < .error })
    }

    @Test(
        arguments: [
            ("gtas-3_pnrs.edi", "TZ0006", ["W9TEND", "D1RGHI", "GBFKSK"], [1, 3, 9]),
            ("gtas-pnrMessageExample.edi", "UA988", ["7C789A"], [5]),
        ] as [(String, String, [String], [Int])]
    )
    func `bookings of other systems are read whole`(
        name: String,
        flight: String,
        locators: [String],
        travellers: [Int]
    ) throws {
        guard case .records(let records) = try #require(try readings(name).first) else {
            Issue.record("not bookings")
            return
        }
        #expect(records.legs.map(\.flight) == [flight])
        #expect(records.bookings.map(\.locator) == locators)
        #expect(records.bookings.map(\.travellers.count) == travellers)
        #expect(records.bookings.allSatisfy { $0.reservedOn != nil && !$0.itinerary.isEmpty })
        #expect(records.heading.diagnostics.allSatisfy { $0.severity < .error })
    }

    @Test func `answers of another authority are read`() throws {
        guard case .response(let response) = try #require(try readings("test01-cusres-received-01.edi").first)
        else {
            Issue.record("not answers")
            return
        }
        #expect(response.answers.map(\.reference) == ["900101", "900102"])
        #expect(response.answers.allSatisfy { $0.code == "0Z" && $0.flight == "CA339" })
    }
}
