import Testing

@testable import Intake

@Suite struct WrittenFormTests {
    @Test(arguments: [
        ("1990-02-30", "30 February"), ("31-04-1990", "31 April"), ("01/13/1990", "month 13"),
        ("29-02-1999", "29 February"),
    ])
    func `a date that no calendar has is named`(text: String, form: String) {
        #expect(WrittenForm.of(text) == form)
    }

    @Test(arguments: ["1995-05-17", "17-05-1995", "17/05/1995", "29-02-2000"])
    func `a date that may be somebody's birth is never repeated`(text: String) {
        #expect(WrittenForm.of(text) == "10 characters, 8 digits among them")
    }
}
