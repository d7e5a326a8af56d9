import Operations
import Testing
import Vocabulary

@Suite struct ApplicationTests {
    private static let header =
        "passport_no,nik,name,born_on,applied_on,issued_on,expires_on,stated_purpose,status\n"

    private func nik(_ serial: Int) -> String { "990101" + "1202900" + "00\(serial)" }

    private func application(_ serial: Int, on day: String) -> String {
        ",\(nik(serial)),REKAAN \(serial),1990-02-12,\(day),,,tourism,applied\n"
    }

    @Test func `applications of a day are those of that day, however many are newer`() async throws {
        let place = try Place()
        let rows = (1...3).map { application($0, on: "2026-02-0\($0)") }.joined()
        _ = try await place.load(["passports.csv": Self.header + rows])
        let first = try #require(Day("2026-02-01"))
        #expect(try place.desk.applications(on: first, limit: 1).map(\.name) == ["REKAAN 1"])
        #expect(try place.desk.applications(limit: 2).map(\.name) == ["REKAAN 3", "REKAAN 2"])
    }

    @Test func `an application is decided once its passport was issued`() async throws {
        let place = try Place()
        _ = try await place.load(["passports.csv": Self.header + application(1, on: "2026-02-01")])
        #expect(try place.desk.applications(limit: 9).count == 1)
        let old = "X8,\(nik(1)),REKAAN 1,1990-02-12,2016-01-01,2016-01-05,2021-01-04,work,expired\n"
        _ = try await place.load(["passports.csv": Self.header + old])
        #expect(try place.desk.applications(limit: 9).count == 1)
        let issued = "X9,\(nik(1)),REKAAN 1,1990-02-12,2026-02-01,2026-02-06,2036-02-05,tourism,issued\n"
        _ = try await place.load(["passports.csv": Self.header + issued])
        #expect(try place.desk.applications(limit: 9).isEmpty)
    }
}
