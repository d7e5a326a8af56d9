import Intake
import Testing
import Vocabulary

@Suite struct OldListTests {
    private static let text = """
        UNB+UNOA:1+CONTOHAIR:NZ+USCS:US+020131:2359+0201312359'
        UNH+1+PAXLST:001:000:NZ+SA812/020131/2300'
        CTA+IC+:PETUGAS CONTOH+1-703-555-5200:TE'
        TDT++SA812+40+SA'
        LOC+005+NZAKL:50'
        DTM+136+020131+1030+M05'
        LOC+008+USLAX:50'
        DTM+132+020131+2200+M05'
        UNS+D'
        PDT+P/182345345:090909:US+CONTOH:SITI:AMINAH:590429:F+PAX+NZAKL:USLAX'
        PDT+A/E54321A:080831:IE+O?'UJIAN:BUDI::331231:U+CRW+NZAKL:USLAX'
        PDT++TANPA:DOKUMEN+ITI'
        UNT+12+1'
        UNZ+1+0201312359'
        """

    private func list(_ text: String = text) throws -> TravellerList {
        try #require(
            MessageReader.lists(Array(text.utf8), source: "o.edi", on: PassengerListTests.today).first
        )
    }

    @Test func `an old American list gives the journey and a person a segment`() throws {
        let list = try list()
        #expect(list.heading.version == "001:000")
        #expect(list.list == "passengers")
        let leg = Leg(
            flight: "SA812",
            from: "AKL",
            to: "LAX",
            departsAt: WallTime("2002-01-31T10:30"),
            arrivesAt: WallTime("2002-01-31T22:00")
        )
        #expect(list.legs == [leg])
        #expect(list.persons.map(\.role) == ["passenger", "crew", "transit"])
        #expect(list.persons.map(\.surname) == ["CONTOH", "O'UJIAN", "TANPA"])
        #expect(list.persons.map(\.given) == ["SITI AMINAH", "BUDI", "DOKUMEN"])
        #expect(list.persons.map(\.sex) == [.female, .unspecified, nil])
        #expect(list.persons.map(\.bornOn) == [Day("1959-04-29"), Day("1933-12-31"), nil])
        #expect(list.persons.map(\.embarks) == ["AKL", "AKL", nil])
        #expect(list.persons.map { $0.documents.first?.kind } == ["P", "A", nil])
        #expect(list.persons.map { $0.documents.first?.number } == ["182345345", "E54321A", nil])
        #expect(list.persons.map { $0.documents.first?.issuer?.text } == ["USA", "IRL", nil])
        #expect(list.persons.first?.documents.first?.expiresOn == Day("2009-09-09"))
        #expect(list.heading.diagnostics.isEmpty)
    }

    @Test func `one on which everybody is crew is a list of crew`() throws {
        let crew = OldListTests.text.replacing("+PAX+", with: "+CRW+").replacing("+ITI'", with: "+CRW'")
        #expect(try list(crew).list == "crew")
    }
}
