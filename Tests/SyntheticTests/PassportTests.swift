import Testing
import Vocabulary

@testable import Synthetic

@Suite struct PassportTests {
    @Test func `no two people share a number, and no wrong digit makes another's`() throws {
        let register = PassportRegister(people: 2000)
        let numbers = Set((0..<2000).compactMap { register.number($0)?.text })
        #expect(numbers.count == 2000)
        var chance = Chance(seed: 9, purpose: 1)
        for person in 0..<2000 {
            let slip = try #require(register.slip(register.number(person), &chance))
            #expect(slip != register.number(person))
            #expect(!numbers.contains(slip.text))
        }
    }

    @Test(arguments: [("L898902C3", "6"), ("740812", "2"), ("120415", "9"), ("ZE184226B<<<<<", "1")])
    func `check digits are those of the specimen of Doc 9303`(field: String, digit: String) {
        #expect(ZoneWriter.digit(field) == digit)
    }

    @Test func `a zone has two lines of 44 signs and the NIK without its birth year`() {
        let nik = Citizen.nik(district: 990_102, bornOn: Day(number: 9000), sex: .female, serial: 9001)
        var listed = ListedTraveller(
            story: .tourist,
            person: 1,
            words: Array(repeating: "PANJANGSEKALI", count: 5),
            sex: .female,
            bornOn: Day(number: 9000),
            day: Day(number: 20_000)
        )
        listed.zoneNumber = PassportNumber("X9000001")
        listed.nik = nik
        listed.expiresOn = Day(number: 21_000)
        let (first, second) = ZoneWriter.lines(of: listed)
        #expect(first.utf8.count == 44)
        #expect(second.utf8.count == 44)
        #expect(second.dropFirst(28).prefix(14) == String(nik).prefix(10) + String(nik).suffix(4))
    }
}
