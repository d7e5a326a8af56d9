import Partner
import Testing
import Vocabulary

@Suite struct LookUpTokenTests {
    private let born = Day(number: 9000)

    @Test(arguments: [("z1000 001", "Z1000001"), ("Z-1000001", "Z1000001"), ("Z1000001<", "Z1000001")])
    func aDocumentIsItsLettersAndDigits(_ written: String, _ other: String) throws {
        let tokens = try [written, other].map {
            LookUpToken.document(try #require(PassportNumber($0)), issuedBy: .indonesia)
        }
        #expect(tokens[0] == tokens[1])
    }

    @Test func theSameNumberOfAnotherStateIsAnotherDocument() throws {
        let number = InventedPeople.passport(1)
        let other = try #require(CountryCode("MYS"))
        #expect(LookUpToken.document(number, issuedBy: .indonesia) != .document(number, issuedBy: other))
    }

    @Test func aNumberWithoutLetterOrDigitIsNoDocument() throws {
        #expect(LookUpToken.document(try #require(PassportNumber("--")), issuedBy: .indonesia) == nil)
    }

    @Test(arguments: [("SOEKARTI REKAAN", "Rekaan, Sukarti"), ("Mr MOCHAMAD REKAAN", "MUHAMMAD REKAAN")])
    func aNameIsItsSoundsInAnyOrder(_ written: String, _ other: String) {
        let name = LookUpToken.name(PersonName(written), bornOn: born, sex: .female)
        #expect(name != nil)
        #expect(name == .name(PersonName(other), bornOn: born, sex: .female))
    }

    @Test func aNameOfAnotherDayOrSexIsAnotherToken() {
        let name = PersonName("REKAAN SATU")
        let token = LookUpToken.name(name, bornOn: born, sex: .female)
        #expect(token != .name(name, bornOn: born.adding(days: 1), sex: .female))
        #expect(token != .name(name, bornOn: born, sex: .male))
        #expect(LookUpToken.name(PersonName(" "), bornOn: born, sex: .male) == nil)
    }
}
