import Linking
import Testing
import Vocabulary

/// People by name: whom a search finds, whom it leaves out, and when it asks for more.
@Suite struct NameSearchTests {
    private let nation = Records(
        passports: [
            passport(
                "X1",
                nik: nik(1, day: 44, month: 5, year: 90),
                name: "SOEKARTI REKAWATI",
                born: "1990-05-04"
            ),
            passport("X2", nik: nil, name: "SUKARTI REKAWATI", born: "1971-05-04"),
            passport("X3", nik: nil, name: "AMINAH REKAWATI", born: "1990-05-04"),
            passport("X4", nik: nil, name: "SUKARTI", born: "1990-07-09"),
        ],
        placements: [
            placement(
                "PL-1",
                nik: nik(1, day: 44, month: 5, year: 90),
                name: "SUKARTI REKAWATI",
                born: "1990-05-04"
            )
        ]
    )

    private func people(
        _ name: String,
        _ birth: NameSearch.Birth? = nil,
        in records: Records,
        most: Int = 20
    ) throws -> [RegisteredPerson]? {
        let search = try #require(NameSearch(PersonName(name), birth: birth))
        let rules = Rulebook(try weights(), digest: "")
        switch try search.people(in: records, by: rules, on: departure, most: most) {
        case .tooMany: return nil
        case .people(let people): return people
        }
    }

    private func names(_ people: [RegisteredPerson]?) -> [String]? {
        people?.compactMap(\.name?.text).sorted()
    }

    @Test func `rows with one NIK are one person, however the name is written`() throws {
        let born = NameSearch.Birth.day(try #require(Day("1990-05-04")))
        let found = try #require(try people("rekawati sukarti", born, in: nation))
        let person = try #require(found.first)
        #expect(person.name?.text == "SUKARTI REKAWATI")
        #expect(person.placements.count == 1 && person.passports.count == 1)
        #expect(person.placement?.file.destination == CountryCode("HKG"))
        #expect(person.numbers.map(\.text) == ["X1"])
    }

    @Test func `whoever shares the birth date and one word of several is somebody else`() throws {
        let born = NameSearch.Birth.day(try #require(Day("1990-05-04")))
        #expect(names(try people("Sukarti Rekawati", born, in: nation)) == ["SUKARTI REKAWATI"])
    }

    @Test func `a name alone finds everybody of the whole name, of any year`() throws {
        let found = try people("Sukarti Rekawati", in: nation)
        #expect(found?.compactMap { $0.bornOn?.date.year }.sorted() == [1971, 1990])
    }

    @Test func `a year finds those born then, also under a part of the name`() throws {
        let found = try people("Sukarti Rekawati", .year(1990), in: nation)
        #expect(names(found) == ["SUKARTI", "SUKARTI REKAWATI"])
        #expect(try people("Sukarti Rekawati", .year(1971), in: nation)?.count == 1)
        #expect(try people("Sukarti Rekawati", .year(1960), in: nation)?.isEmpty == true)
    }

    @Test func `one word without a birth date is too many people's`() throws {
        #expect(try people("Sukarti", in: nation) == nil)
        #expect(names(try people("Sukarti", .year(1990), in: nation)) == ["SUKARTI", "SUKARTI REKAWATI"])
    }

    @Test func `more than may be shown are shown to nobody, unless the whole birth date was given`() throws {
        let many = Records(
            passports: (1...30).map {
                passport("Y\($0)", nik: nil, name: "SITI REKAWATI", born: "1990-05-04")
            }
        )
        #expect(try people("Siti Rekawati", in: many) == nil)
        #expect(try people("Siti Rekawati", .year(1990), in: many) == nil)
        let born = NameSearch.Birth.day(try #require(Day("1990-05-04")))
        #expect(try people("Siti Rekawati", born, in: many)?.count == 20)
    }

    @Test(arguments: ["", "MR", "Al", "12345", String(repeating: "a", count: 101)])
    func `a name of fewer than three letters, or longer than names are, is not looked for`(name: String) {
        #expect(NameSearch(PersonName(name), birth: nil) == nil)
    }
}
