import Testing
import Vocabulary

@Suite struct CountryCodeTests {
    @Test(arguments: [
        ("IDN", "IDN"), ("id", "IDN"), ("D", "DEU"), ("D<<", "DEU"), (" sa ", "SAU"), ("MYS", "MYS"),
        ("XXA", "XXA"),
        ("GBD", "GBD"),
    ])
    func `codes of two and three letters and of zones are recognised`(text: String, code: String) throws {
        let country = try #require(CountryCode(text))
        #expect(country.text == code)
        #expect(country.isRecognised)
    }

    @Test(arguments: ["QQQ", "QQ", "INDONESIA", "ID1", "12"])
    func `a code that is none stays as it was sent`(text: String) throws {
        let country = try #require(CountryCode(text))
        #expect(country.text == text)
        #expect(!country.isRecognised)
    }

    @Test(arguments: ["", "<<<", "  "])
    func `nothing is no country`(text: String) {
        #expect(CountryCode(text) == nil)
    }

    @Test func `a country has names in both languages`() {
        #expect(CountryCode("SAU")?.nameInIndonesian == "Arab Saudi")
        #expect(CountryCode("SAU")?.nameInEnglish == "Saudi Arabia")
        #expect(CountryCode("QQQ")?.nameInEnglish == "QQQ")
    }
}
