import Intake
import Linking
import Operations
import SiteStore
import Testing
import Vocabulary

/// A placement that may be a traveller's: a person decides once, and everything after follows.
@Suite struct DoubtTests {
    /// A registry that has two Siti Aminah of the first of July, as many have; a traveller of that name and day shows a new passport.
    private func place() async throws -> Place {
        let place = try Place()
        let report = try await place.load([
            "workers.csv": """
            placement_id,nik,name,born_on,passport_no,scheme,destination,status
            PL-1,9901014107900001,SITI AMINAH BINTI ACHMAD,1990-07-01,B7654321,ptop,HKG,carded
            PL-2,9902024107900001,ST AMINAH,1990-07-01,B1234567,ptop,HKG,carded

            """,
            "passports.csv": """
            passport_no,name,born_on,issued_on,expires_on,stated_purpose,status
            X1,SITI AMINAH,1990-07-01,2026-01-01,2034-01-01,work,issued

            """,
        ])
        #expect(report.refused == 0)
        return place
    }

    private func list(_ reference: String = "1") -> [UInt8] {
        let segments = [
            "UNB+UNOA:4+GA+IDIMI+260301:0700+\(reference)", "UNH+1+PAXLST:D:12B:UN:IATA+GA820/260301",
            "BGM+745",
            "TDT+20+GA820", "LOC+125+CGK", "DTM+189:2603012340:201", "LOC+87+HKG", "DTM+232:2603020500:201",
            "NAD+FL+++AMINAH:SITI MRS", "DTM+329:900701", "NAT+2+IDN", "DOC+P+X1", "LOC+91+IDN", "UNT+12+1",
            "UNZ+1+1",
        ]
        return Array(segments.map { $0 + "'" }.joined().utf8)
    }

    private func receive(_ place: Place, _ reference: String = "1") async throws {
        _ = try await place.desk.receive(list(reference), name: "list.edi", by: .operatorConsole)
    }

    private func link(_ place: Place) throws -> (link: Link?, doubts: [LinkDoubt]) {
        var traveller = Traveller()
        traveller.passport = PassportNumber("X1")
        traveller.name = PersonName("SITI AMINAH")
        traveller.bornOn = Day("1990-07-01")
        traveller.nationality = .indonesia
        return try place.store.read { try place.desk.link(traveller, on: place.desk.today, $0) }
    }

    @Test func `a common name with a common birth date waits for a person`() async throws {
        let place = try await place()
        try await receive(place)
        let doubts = try place.desk.doubts(limit: 9)
        #expect(Set(doubts.map(\.doubt.placement.text)) == ["PL-1", "PL-2"])
        let doubt = try #require(doubts.first)
        #expect(doubt.passport.text == "X1")
        #expect((0..<0.95).contains(doubt.doubt.probability))
        #expect(Set(doubt.doubt.evidence.map(\.comparison)) == [.name, .born, .passport])
        // The same question is not put twice.
        try await receive(place, "2")
        #expect(try place.desk.doubts(limit: 9).map(\.id) == doubts.map(\.id))
    }

    @Test func `whoever is decided to be the same is linked from then on and not asked again`() async throws {
        let place = try await place()
        try await receive(place)
        let doubt = try #require(try place.desk.doubts(limit: 9).first)
        #expect(try link(place).link == nil)
        try await place.desk.decide(doubt: doubt.id, isSame: true, basis: .identityCard, by: .operatorConsole)
        // Whoever is found has no open question, about the other placement either.
        #expect(try place.desk.doubts(limit: 9).isEmpty)
        let (link, doubts) = try link(place)
        #expect(link?.by == "officer")
        #expect(doubts.isEmpty)
    }

    @Test func `whoever is decided to be another is neither linked nor asked again`() async throws {
        let place = try await place()
        try await receive(place)
        let doubt = try #require(try place.desk.doubts(limit: 9).first)
        try await place.desk.decide(doubt: doubt.id, isSame: false, basis: .answers, by: .operatorConsole)
        let (link, doubts) = try link(place)
        #expect(!doubts.map(\.placement).contains(doubt.doubt.placement))
        // Only one possibility is left, and it is likely.
        #expect(link?.by == "name")
        try await receive(place, "2")
        #expect(try !place.desk.doubts(limit: 9).map(\.doubt.placement).contains(doubt.doubt.placement))
    }

    @Test func `a doubt is decided once`() async throws {
        let place = try await place()
        try await receive(place)
        let doubt = try #require(try place.desk.doubts(limit: 9).first)
        try await place.desk.decide(doubt: doubt.id, isSame: true, basis: .registry, by: .operatorConsole)
        await #expect(throws: OperationFault.absent) {
            try await place.desk.decide(
                doubt: doubt.id,
                isSame: false,
                basis: .registry,
                by: .operatorConsole
            )
        }
        #expect(throws: OperationFault.absent) { try place.desk.doubt(id: doubt.id, by: .operatorConsole) }
    }

    @Test func `a number typed at the counter is compared with the name and birth date of its passport`()
        async throws
    {
        let place = try await place()
        var request = TravellerCheck()
        request.passport = PassportNumber("X1")
        _ = try await place.desk.check(request, by: .operatorConsole)
        let doubt = try #require(try place.desk.doubts(limit: 9).first)
        #expect(doubt.name == "SITI AMINAH")
        #expect(doubt.bornOn == Day("1990-07-01"))
        #expect(place.desk.carriersNumber(of: doubt.flight) == nil)
    }
}
