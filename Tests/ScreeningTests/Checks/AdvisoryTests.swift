import Screening
import Testing
import Vocabulary

@Suite struct AdvisoryTests {
    @Test(arguments: [Answer<Day>.no, .given(departure.adding(days: -100))])
    func `a worker whose card alone is missing or expired is advised, never held`(card: Answer<Day>) throws {
        var sample = try Sample(.ptop)
        sample.change { file in
            file.cardUntil = card
            if card == .no { file.cardNumber = .no }
        }
        let assessment = try sample.assess()
        #expect(assessment.advice == .advise)
        #expect(assessment.codes == ["A01"])
        #expect(assessment.against.map(\.code).contains("D08"))
        #expect(!assessment.mend.isEmpty)
    }

    @Test func `a missing orientation is advised under a code of its own`() throws {
        var sample = try Sample(.gtog)
        sample.change { $0.orientationOn = .no }
        #expect(try sample.assess().codes == ["A01"])
    }

    @Test func `social security that has passed is advised`() throws {
        var sample = try Sample(.ptop)
        sample.change { $0.insuranceUntil = .given(departure.adding(days: -1)) }
        let assessment = try sample.assess()
        #expect(assessment.advice == .advise)
        #expect(assessment.codes == ["A02"])
    }

    @Test(arguments: [Answer<Day>.no, .given(departure.adding(days: -1))])
    func `crew without visa or OK-to-board is advised`(visa: Answer<Day>) throws {
        var sample = try Sample(.crew)
        sample.change { file in
            file.visaUntil = visa
            if visa == .no { file.visaNumber = .no }
        }
        #expect(try sample.assess().codes == ["A03"])
    }

    @Test
    func `a contract out of date is released where an entry and a valid visa show that the work goes on`()
        throws
    {
        var sample = try Sample(.ptop)
        sample.change { file in
            file.status = .departed
            file.contractUntil = .given(departure.adding(days: -30))
        }
        #expect(try sample.assess().codes == ["D02"])
        try sample.cross(.exit, "2024-01-01", "HKG")
        try sample.cross(.entry, "2026-02-15", "HKG")
        let assessment = try sample.assess()
        #expect(assessment.advice == .advise)
        #expect(assessment.codes == ["A04"])
        sample.change { $0.visaUntil = .given(departure.adding(days: -1)) }
        #expect(try sample.assess().codes == ["D02", "D02"])
    }

    @Test(arguments: [("2025-02-27", "HKG"), ("2026-02-15", "SGP")])
    func `an entry too long ago or from elsewhere releases nothing`(on: String, country: String) throws {
        var sample = try Sample(.ptop)
        sample.change { $0.contractUntil = .given(departure.adding(days: -30)) }
        try sample.cross(.entry, on, country)
        #expect(try sample.assess().codes == ["D02"])
    }

    @Test func `an employer out of date is released in the same way`() throws {
        var sample = try Sample(.ptop)
        sample.change { $0.employer = "New Garden Home" }
        #expect(try sample.assess().codes == ["D03"])
        try sample.cross(.entry, "2026-02-15", "HKG")
        #expect(try sample.assess().codes == ["A04"])
    }
}
