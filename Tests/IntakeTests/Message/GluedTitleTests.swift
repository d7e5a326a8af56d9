import Intake
import Testing
import Vocabulary

@Suite struct GluedTitleTests {
    private func person(_ name: String, sex: String) throws -> ListedPerson {
        let text = PassengerListTests.join().replacing("CONTOH:SITI:KEDUA", with: name)
            .replacing("ATT+2++F'", with: sex.isEmpty ? "" : "ATT+2++\(sex)'")
        return try #require(PassengerListTests.read(text).first?.persons.first)
    }

    @Test(
        arguments: [
            ("KIM:SEJOONMR", "M", "SEJOON", "MR"), ("KIM:SEJOON MR", "M", "SEJOON", "MR"),
            ("KIM:SEJOONMR:KEDUA", "", "SEJOON KEDUA", "MR"), ("A:SITI AMINAHMRS", "F", "SITI AMINAH", "MRS"),
            ("A:KAYLAMS", "F", "KAYLA", "MS"), ("A:BUDIMSTR", "M", "BUDI", "MSTR"),
            ("A:ANISAMISS", "", "ANISA", "MISS"),
            ("SUPRIYADI:MR", "M", nil, "MR"), ("A:BUDI DR", "M", "BUDI", "DR"),
            ("A:BUDICHD", "M", "BUDI", "CHD"),
        ] as [(String, String, String?, String)]
    )
    func `a title is cut off the given name`(name: String, sex: String, given: String?, title: String) throws
    {
        let person = try person(name, sex: sex)
        #expect(person.given == given)
        #expect(person.title == title)
    }

    @Test(arguments: [
        ("A:UMAR", "M"), ("A:AMR", "M"), ("A:ANDRIS", "M"), ("A:ADAMS", "M"), ("A:ADAMS", ""),
        ("A:BADR", "M"),
        ("A:ALEXANDR", "M"), ("A:THAMR", "F"), ("AMINMR", "M"), ("A:ILHAMS", "M"),
    ])
    func `a name that only ends like a title stays whole`(name: String, sex: String) throws {
        let person = try person(name, sex: sex)
        #expect(person.title == nil)
        let parts = name.split(separator: ":").map(String.init)
        #expect(person.surname == parts[0])
        #expect(person.given == (parts.count > 1 ? parts[1] : nil))
    }
}
