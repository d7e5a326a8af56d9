import Intake
import Testing
import Vocabulary

@Suite struct ManifestReaderTests {
    private static let header =
        "departs_at,carrier,route_no,from,to,passport_no,name,sex,born_on,nationality,mrz1,mrz2,document_kind,visa_kind\n"

    private func read(_ rows: String) -> [TravellerList] {
        ManifestReader.read(
            Array((ManifestReaderTests.header + rows).utf8),
            source: "manifest.csv",
            on: Day(number: 20_513)
        )
    }

    @Test func `rows of one departure make one list in the order of the file`() {
        let lists = read(
            """
            2026-03-01T09:30:00+07:00,FERI A,F1,IDBTH,SGSIN,X9000001,SITI CONTOH,F,1995-03-17,IDN,,,plb,
            2026-03-01T09:30:00+07:00,FERI A,F2,IDBTH,SGSIN,X9000002,BUDI,M,1990-01-01,IDN,,,,work
            2026-03-01T09:30:00+07:00,FERI A,F1,IDBTH,SGSIN,X9000001,SITI CONTOH,F,1995-03-17,IDN,,,plb,
            """
        )
        #expect(lists.map { $0.legs.first?.flight } == ["F1", "F2"])
        #expect(lists.map(\.persons.count) == [2, 1])
        #expect(
            lists.map { $0.legs.first?.departsAt?.description } == ["2026-03-01T09:30", "2026-03-01T09:30"]
        )
        #expect(lists.map { $0.legs.first?.from } == ["IDBTH", "IDBTH"])
        #expect(lists.first?.heading.message == nil)
        #expect(lists.first?.persons.first?.passportNumber?.text == "X9000001")
        #expect(lists.first?.persons.first?.documentKind == .plb)
        #expect(lists.last?.persons.first?.visaKind == .work)
        #expect(lists.flatMap(\.heading.diagnostics).isEmpty)
    }

    @Test func `the clock of the place is kept whatever the offset`() {
        let lists = read("2026-03-01T00:15:00+09:00,A,R,IDDJJ,PGVAI,X9000001,B,M,,IDN,,,,\n")
        #expect(lists.first?.legs.first?.departsAt?.description == "2026-03-01T00:15")
    }

    @Test func `a zone is read, and names the traveller where the row does not`() {
        let zone = "\(ZoneReaderTests.names),\(ZoneReaderTests.second())"
        let lists = read("2026-03-01T09:30:00+07:00,A,F1,IDBTH,SGSIN,,,,,,\(zone),,\n")
        let person = lists.first?.persons.first
        #expect(person?.zone?.isValid == true)
        #expect(person?.surname == "SITI CONTOH")
        #expect(person?.given == nil)
        #expect(person?.passportNumber?.text == "X9000001")
        #expect(lists.first?.heading.diagnostics.isEmpty == true)
    }

    @Test func `a bad zone, a bad cell and a nameless row lose no traveller`() {
        let lists = read(
            """
            2026-03-01T09:30:00+07:00,A,F1,IDBTH,SGSIN,X9000001,SITI,F,1995-02-30,IDN,P<IDN,nonsense,,
            2026-03-01T09:30:00+07:00,A,F1,IDBTH,SGSIN,,,M,,IDN,,,,
            ,A,F1,IDBTH,SGSIN,X9000003,BUDI,M,,IDN,,,,
            """
        )
        #expect(lists.map(\.persons.count) == [2, 1])
        let codes = lists.flatMap(\.heading.diagnostics).map(\.code)
        #expect(codes == ["CSV-CELL", "MRZ-FORMAT", "CSV-NOBODY", "CSV-DEPARTURE"])
        #expect(lists.flatMap(\.heading.diagnostics).map(\.at) == [2, 2, 3, 4])
        #expect(lists.flatMap(\.heading.diagnostics).allSatisfy { $0.severity == .warning })
    }

    @Test func `a file without rows gives one list that says why`() {
        let lists = ManifestReader.read(Array("a,b\n1,2\n".utf8), source: "m.csv", on: Day(number: 20_513))
        #expect(lists.map(\.persons.count) == [0])
        #expect(lists.first?.heading.diagnostics.map(\.severity) == [.error])
    }
}
