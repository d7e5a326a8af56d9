import Partner
import Testing
import Vocabulary

@Suite struct LookUpPersonTests {
    @Test func aTravellerIsAskedByOneTokenOfEachKind() {
        var person = InventedPeople.person(1)
        person.documents.append((InventedPeople.passport(2), .indonesia))
        #expect(person.asked.map(\.kind) == [.document, .population, .name])
        person.bornOn = nil
        #expect(person.asked.map(\.kind) == [.document])
    }

    @Test func aRecordIsSealedUnderEarlierDocumentsAndTheNameWithoutTheFather() {
        var person = InventedPeople.person(1)
        person.documents.append((InventedPeople.passport(2), .indonesia))
        person.name = PersonName("REKAAN BINTI CONTOH")
        #expect(person.owned.map(\.kind) == [.document, .document, .population, .name, .name])
        person.name = PersonName("REKAAN")
        #expect(person.owned.count == 4)
    }

    @Test(arguments: [Sex?.none, .unspecified]) func aRecordWithoutASexIsFoundByEach(_ sex: Sex?) {
        var record = InventedPeople.person(1)
        record.sex = sex
        for asked in [Sex.female, .male, .unspecified] {
            var traveller = InventedPeople.person(1)
            traveller.sex = asked
            #expect(record.owned.contains(traveller.asked[2]))
        }
    }

    @Test func aListedTravellerHasTheTokensOfThePlacementAndThePassport() throws {
        let person = InventedPeople.person(3)
        var placement = Placement()
        placement.holder.nik = person.nik
        placement.holder.name = person.name
        placement.holder.sex = person.sex
        placement.holder.bornOn = person.bornOn
        placement.holder.passportNumber = .given(InventedPeople.passport(3))
        #expect(LookUpPerson(placement).owned == person.owned)
        var passport = PassportRecord()
        passport.file.number = InventedPeople.passport(4)
        passport.file.previousNumber = InventedPeople.passport(3)
        passport.holder.nik = person.nik
        var listed = ListedPerson(role: "passenger")
        let words = try #require(person.name).text.split(separator: " ", maxSplits: 1)
        (listed.surname, listed.given) = (String(words[0]), String(words[1]))
        (listed.sex, listed.bornOn) = (person.sex, person.bornOn)
        listed.nationality = .indonesia
        listed.documents = [ListedDocument(kind: "P", number: InventedPeople.passport(3).text)]
        let asked = LookUpPerson(listed).asked
        #expect(asked == [person.asked[0], person.asked[2]])
        #expect(LookUpPerson(passport).owned.contains(asked[0]))
    }
}
