import Testing
import Vocabulary

@Suite struct NIKPartsTests {
    private func parts(_ tail: String) throws -> NIKParts { NIKParts(try #require(NIK("320101" + tail))) }

    @Test func `a woman's day is forty more`() throws {
        let parts = try parts("5703950001")
        #expect(parts.districtCode == 320_101)
        #expect(parts.provinceCode == 32)
        #expect(parts.day == 17)
        #expect(parts.month == 3)
        #expect(parts.yearOfCentury == 95)
        #expect(parts.serialNumber == 1)
        #expect(parts.sex == .female)
        #expect(try self.parts("1703950001").sex == .male)
    }

    @Test(
        arguments: [
            ("1703950001", "2026-01-01", "1995-03-17"), ("1703260001", "2026-03-16", "1926-03-17"),
            ("1703260001", "2026-03-17", "2026-03-17"), ("3102950001", "2026-01-01", nil),
            ("2902000001", "2026-01-01", "2000-02-29"),
        ] as [(String, String, String?)]
    )
    func `the birth date is the latest that has passed`(tail: String, today: String, born: String?) throws {
        let today = try #require(Day(today))
        #expect(try parts(tail).bornOn(notAfter: today) == born.flatMap { Day($0) })
    }

    @Test(arguments: [
        ("1995-03-17", true), ("1895-03-17", true), ("1995-03-18", false), ("1995-04-17", false),
        ("1996-03-17", false),
    ])
    func `digits agree with a birth date whatever its century`(born: String, agrees: Bool) throws {
        let day = try #require(Day(born))
        #expect(try parts("5703950001").agrees(withBirth: day) == agrees)
    }

    @Test func `the year comes back from the birth date`() throws {
        let day = try #require(Day("1995-03-17"))
        let carried = Array("320101\("57030001")".utf8)
        #expect(
            NIK.recovered(fromOptionalData: carried, bornOn: day, sex: .female)
                == NIK("320101" + "5703950001")
        )
        #expect(NIK.recovered(fromOptionalData: carried, bornOn: day, sex: .male) == nil)
        #expect(NIK.recovered(fromOptionalData: carried, bornOn: day, sex: .unspecified) == nil)
        #expect(NIK.recovered(fromOptionalData: carried, bornOn: day.adding(days: 1), sex: .female) == nil)
        #expect(NIK.recovered(fromOptionalData: carried.dropLast(), bornOn: day, sex: .female) == nil)
    }
}
