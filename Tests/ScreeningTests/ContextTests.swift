import Linking
import Screening
import Testing
import Vocabulary

@Suite struct ContextTests {
    private func context(_ sample: Sample, to: String = "SIN", on day: Day = departure) throws -> [String] {
        let assessment = try sample.site.assess(sample.traveller, to: to, on: day)
        #expect(assessment.advice == .clear)
        #expect(assessment.context.allSatisfy { $0.kind == .soft && !$0.says.contains("{") })
        return assessment.context.map(\.code)
    }

    @Test func `a one-way ticket is context`() throws {
        var sample = try Sample(nil)
        sample.book { $0.isOneWay = true }
        #expect(try context(sample) == ["T01"])
    }

    @Test func `an umrah ticket without a licensed bureau is context`() throws {
        var sample = try Sample(nil)
        sample.traveller.visaKind = .umrah
        sample.book { $0.itinerary = "CGK-JED" }
        #expect(try context(sample, to: "JED") == ["T03"])
    }

    @Test func `a visa that is not for hajj is context in the season only`() throws {
        var sample = try Sample(nil)
        sample.traveller.visaKind = .visit
        #expect(try context(sample, to: "JED", on: day("2025-05-10")) == ["T04"])
        #expect(try context(sample, to: "JED", on: day("2025-08-10")).isEmpty)
        sample.traveller.visaKind = .hajj
        #expect(try context(sample, to: "JED", on: day("2025-05-10")).isEmpty)
    }

    @Test func `a detour is context`() throws {
        var sample = try Sample(nil)
        sample.book { $0.itinerary = "CGK-KUL-JED" }
        #expect(try context(sample, to: "KUL") == ["T05"])
    }

    @Test(arguments: [
        ("Kantor Imigrasi Kelas I Khusus TPI Batam", true), ("2171", true), ("Malang", false),
        ("3507", false),
    ])
    func `a passport asked for in a town of departure away from home is context`(office: String, holds: Bool)
        throws
    {
        var sample = try Sample(nil)
        sample.site.passports[0].file.office = office
        #expect(try context(sample) == (holds ? ["T08"] : []))
    }

    @Test func `crossings that lack their pair, and a long stay without placement, are context`() throws {
        var sample = try Sample(nil)
        try sample.cross(.exit, "2020-01-01", "SGP")
        try sample.cross(.entry, "2020-09-01", "SGP")
        #expect(try context(sample) == ["D12"])
        try sample.cross(.entry, "2020-10-01", "SGP")
        #expect(try context(sample) == ["D10", "D12"])
    }
}
