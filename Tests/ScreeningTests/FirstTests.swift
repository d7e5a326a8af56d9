import Screening
import Testing
import Vocabulary

@Suite struct SmokeTests {
    @Test func `an ordinary traveller is clear and a work visa without placement is referred`() throws {
        let book = try Rules.book.get()
        var journey = Journey(
            occasion: .departure(asCrew: false),
            day: try day("2026-03-01"),
            citizenship: .indonesian
        )
        journey.placements = .answered([])
        journey.passports = .answered([])
        journey.notices = .answered([])
        #expect(Screening.assess(journey, by: book).advice == .clear)
        journey.trip.visaKind = .work
        let assessment = Screening.assess(journey, by: book)
        #expect(assessment.reasons.map(\.code) == ["D01"])
        #expect(!assessment.mend.isEmpty)
    }
}
