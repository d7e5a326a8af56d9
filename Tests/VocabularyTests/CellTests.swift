import Testing
import Vocabulary

@Suite struct CellTests {
    private func read<Value: CellValue>(_ text: String, as _: Value.Type = Value.self) -> Value? {
        var text = text
        return text.withUTF8 { Value(cell: Cell(bytes: $0)) }
    }

    private func written(_ value: some CellValue) -> String {
        var bytes: [UInt8] = []
        value.write(into: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(arguments: [
        ("no", Answer<Day>.no), ("Tidak", .no), ("YES", .yes), ("ya", .yes),
    ])
    func `a paper's cell says yes or no in two languages`(text: String, answer: Answer<Day>) {
        #expect(read(text, as: Answer<Day>.self) == answer)
    }

    @Test func `a paper's cell may hold its value`() throws {
        let day = try #require(Day("2027-01-31"))
        #expect(read("2027-01-31", as: Answer<Day>.self) == .given(day))
        #expect(read("besok", as: Answer<Day>.self) == nil)
        #expect(written(Answer<Day>.given(day)) == "2027-01-31")
        #expect(written(Answer<Day>.no) == "no")
        #expect(written(Answer<Day>.blank).isEmpty)
    }

    @Test(arguments: [
        (Answer<String>.blank, false), (.no, false), (.yes, true), (.given("N-1"), true),
    ])
    func `a paper is affirmed by yes or by its value`(answer: Answer<String>, isAffirmed: Bool) {
        #expect(answer.isAffirmed == isAffirmed)
    }

    @Test(arguments: [("F", Sex.female), ("p", .female), ("M", .male), ("l", .male), ("X", .unspecified)])
    func `sex is read in two languages`(text: String, sex: Sex) {
        #expect(read(text, as: Sex.self) == sex)
    }

    @Test(arguments: [("0", 0), ("42", 42), ("999999999", 999_999_999)])
    func `a whole number is read`(text: String, number: Int) {
        #expect(read(text, as: Int.self) == number)
        #expect(written(number) == text)
    }

    @Test(arguments: ["1.5", "-1", "1e3", "12345678901", "x"])
    func `what is no whole number is refused`(text: String) {
        #expect(read(text, as: Int.self) == nil)
    }

    @Test(arguments: ["9901015703950001", "9901 0157 0395 0001", "990101.570395.0001"])
    func `a NIK is sixteen digits whatever stands between them`(text: String) {
        #expect(read(text, as: NIK.self) == NIK("990101" + "5703950001"))
    }

    @Test(arguments: ["990101570395000", "99010157039500012", "99010157O3950001", ""])
    func `what has not sixteen digits is no NIK`(text: String) {
        #expect(read(text, as: NIK.self) == nil)
    }

    @Test func `a document number is upper-case without blanks and fillers`() {
        #expect(PassportNumber(" x900 0001< ")?.text == "X9000001")
        #expect(PassportNumber(" <") == nil)
    }

    @Test(arguments: PassportStatus.allCases)
    func `each word of a status is read back, in any case`(status: PassportStatus) {
        #expect(read(status.rawValue, as: PassportStatus.self) == status)
        #expect(read(status.rawValue.uppercased(), as: PassportStatus.self) == status)
    }

    @Test func `an active passport is an issued one`() {
        #expect(read("active", as: PassportStatus.self) == .issued)
    }
}
