import Testing
import Vocabulary

@Suite struct PersonNameTests {
    @Test(arguments: [
        ("SITI AMINAH", "aminah siti"), ("SITI AMINAH", "Siti  Aminah Siti"),
        ("SITI AMINAH", "HJ. SITI AMINAH MRS"),
        ("SUPRIYADI", "FNU SUPRIYADI"), ("MA'RUF", "MARUF"), ("NUR-HAYATI", "HAYATI, NUR"),
    ])
    func `the same words in any order are one name`(left: String, right: String) {
        #expect(PersonName(left).key == PersonName(right).key)
    }

    @Test(arguments: [("SITI AMINAH", "SITI AMINA"), ("SITI", "SITI AMINAH"), ("UMAR", "UMA")])
    func `other words are another name`(left: String, right: String) {
        #expect(PersonName(left).key != PersonName(right).key)
    }

    @Test func `titles are the name where there is nothing else`() {
        #expect(PersonName("IBU").words == ["IBU"])
        #expect(PersonName(" - ").key.isEmpty)
    }
}
