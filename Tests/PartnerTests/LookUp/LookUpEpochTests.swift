import Partner
import Testing
import Vocabulary

@Suite struct LookUpEpochTests {
    @Test(arguments: [(2026, 1, 1, "2026Q1"), (2026, 3, 31, "2026Q1"), (2026, 12, 31, "2026Q4")])
    func anEpochIsAQuarter(_ year: Int, _ month: Int, _ day: Int, _ text: String) throws {
        #expect(LookUpEpoch(of: try #require(Day(year: year, month: month, day: day))).description == text)
    }

    @Test(arguments: [
        (2026, 11, 15, ["2026Q4"]), (2026, 12, 20, ["2027Q1", "2026Q4"]),
        (2027, 1, 14, ["2027Q1", "2026Q4"]),
        (2027, 1, 20, ["2027Q1"]),
    ])
    func bothKeysAreAnsweredWithAroundTheChange(_ year: Int, _ month: Int, _ day: Int, _ epochs: [String])
        throws
    {
        let day = try #require(Day(year: year, month: month, day: day))
        #expect(LookUpEpoch.answered(on: day, overlapDays: 14).map(\.description) == epochs)
    }

    @Test(arguments: ["", "Workers", "pekerja/2", String(repeating: "a", count: 33)])
    func aTableHasAPlainShortName(_ name: String) {
        #expect(TableEdition(name, LookUpEpoch(number: 1)) == nil)
    }
}
