import Linking
import Screening
import Testing
import Vocabulary

@Suite struct ClosureTests {
    /// A complete worker to a destination that a notice closed on 1 January 2026.
    private func closed(_ edit: (inout Notice) -> Void = { _ in }) throws -> Sample {
        var sample = try Sample(.ptop)
        sample.notify(.destination) { notice in
            notice.value = "closed"
            notice.destination = CountryCode("HKG")
            edit(&notice)
        }
        return sample
    }

    /// A complete household worker of a scheme to a country of the decree of 2015.
    private func household(_ scheme: Scheme, to country: String) throws -> Sample {
        var sample = try Sample(scheme)
        sample.change { ($0.destination, $0.employerKind) = (CountryCode(country), .household) }
        return sample
    }

    @Test func `a placement to a closed destination is referred`() throws {
        let assessment = try closed().assess()
        #expect(assessment.advice == .refer)
        #expect(assessment.codes == ["D05"])
        #expect(assessment.reasons[0].basis == "SK 1/2026")
    }

    @Test func `a closure that has ended, or not begun, closes nothing`() throws {
        #expect(try closed { $0.until = Day("2026-02-28") }.assess().advice == .clear)
        #expect(try closed { $0.from = Day("2026-03-02") }.assess().advice == .clear)
        #expect(try closed { $0.until = departure }.assess().advice == .refer)
    }

    @Test func `a notice that lacks basis, owner or end is never a hit`() throws {
        #expect(try closed { $0.basis = nil }.assess().advice == .clear)
        #expect(try closed { $0.owner = nil }.assess().advice == .clear)
        #expect(try closed { $0.until = nil }.assess().advice == .clear)
    }

    @Test func `a closure for another kind of employer closes nothing, an unknown kind is asked`() throws {
        var sample = try closed { $0.employerKind = .household }
        #expect(try sample.assess().advice == .clear)
        sample.change { $0.employerKind = nil }
        sample.site.jobOrders[0].employerKind = nil
        let assessment = try sample.assess()
        #expect(assessment.advice == .clear)
        #expect(assessment.asked.contains("placement.employer_kind"))
        sample.change { $0.employerKind = .household }
        #expect(try sample.assess().codes == ["D05"])
    }

    @Test func `a closure limited to a position closes that position only`() throws {
        #expect(try closed { $0.position = "Caregiver" }.assess().codes == ["D05"])
        #expect(try closed { $0.position = "welder" }.assess().advice == .clear)
    }

    @Test func `a contract or a first departure before the closure goes on`() throws {
        var sample = try closed()
        try sample.change { $0.contractFrom = .given(try day("2025-12-31")) }
        #expect(try sample.assess().advice == .clear)
        var departed = try closed()
        try departed.cross(.exit, "2025-06-01", "HKG")
        #expect(try departed.assess().advice == .clear)
    }

    @Test func `without a placement there is no worker to whom a destination is closed`() throws {
        var sample = try closed()
        sample.site.placements = []
        sample.traveller.visaKind = .visit
        #expect(try sample.assess().advice == .clear)
    }

    @Test(arguments: ["SAU", "ARE", "QAT", "OMN", "YEM"])
    func `household work is closed in the countries of the decree of 2015`(country: String) throws {
        let sample = try household(.ptop, to: country)
        let assessment = try sample.assess(to: nil)
        #expect(assessment.codes == ["D05"])
        #expect(assessment.reasons[0].basis.contains("260/2015"))
    }

    @Test func `household work through the one channel to Saudi Arabia is open`() throws {
        #expect(try household(.spsk, to: "SAU").assess(to: "JED").advice == .clear)
    }

    @Test func `companies in those countries are open`() throws {
        var sample = try household(.ptop, to: "QAT")
        sample.change { $0.employerKind = .company }
        #expect(try sample.assess(to: "DOH").advice == .clear)
    }

    @Test func `a notice of risk is context and advises nothing`() throws {
        let assessment = try closed { $0.value = "risk" }.assess()
        #expect(assessment.advice == .clear)
        #expect(assessment.context.map(\.code) == ["T09"])
    }
}
