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
        #expect(list.diagnostics.allSatisfy { $0.severity < .error })
    }

    @Test(arguments: [
        ("gtas-3_pnrs.edi", "PNRGOV", "11:1"), ("gtas-pnrMessageExample.edi", "PNRGOV", "13:1"),
        ("test01-cusres-received-01.edi", "CUSRES", "D:05B"),
    ])
    func `every other message is named`(name: String, type: String, version: String) throws {
        guard case .unread(let message) = try #require(try readings(name).first) else {
            Issue.record("read as a list")
            return
        }
        #expect(message.message == type)
        #expect(message.version == version)
    }
}
