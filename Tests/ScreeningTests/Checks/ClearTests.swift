import Linking
import Screening
import Testing
import Vocabulary

@Suite struct ClearTests {
    @Test(arguments: Scheme.allCases)
    func `a complete worker of every scheme is clear, with what speaks for the departure`(scheme: Scheme)
        throws
    {
        let assessment = try Sample(scheme).assess()
        #expect(assessment.advice == .clear, "\(assessment.reasons)")
        #expect(assessment.reasons.isEmpty)
        #expect(assessment.placement == PlacementNumber("PL-000123"))
        #expect(assessment.link == Link(by: "nik", probability: 0.9999))
        #expect(assessment.against.map(\.code).contains("S01"))
        #expect(assessment.unknown.isEmpty)
        #expect(assessment.rules == "sha256:test")
    }

    @Test(arguments: Scheme.allCases)
    func `a complete worker whose papers carry no numbers but yes is clear`(scheme: Scheme) throws {
        var sample = try Sample(scheme)
        sample.change { file in
            file.visaNumber = .yes
            file.contractUntil = .yes
            file.insuranceNumber = .yes
            file.medicalUntil = .yes
            file.competenceNumber = .yes
            file.cardNumber = .yes
        }
        #expect(try sample.assess().advice == .clear)
    }

    @Test(arguments: [VisaKind.visit, .umrah, .hajj, .family, .business, .student, .transit, nil])
    func `an ordinary traveller is clear`(visa: VisaKind?) throws {
        var sample = try Sample(nil)
        sample.traveller.visaKind = visa
        let assessment = try sample.assess(to: "SIN")
        #expect(assessment.advice == .clear)
        #expect(assessment.placement == nil && assessment.link == nil)
    }

    @Test func `a traveller of another nationality whom nothing concerns is clear without a question`() throws
    {
        var sample = try Sample(nil)
        sample.site.passports = []
        sample.site.loaded = []
        sample.traveller.nik = nil
        sample.traveller.nationality = CountryCode("MYS")
        sample.traveller.visaKind = .work
        let assessment = try sample.assess()
        #expect(assessment.advice == .clear)
        #expect(assessment.unknown.isEmpty)
    }

    @Test func `a nationality that contradicts the register counts as Indonesian, and is asked`() throws {
        var sample = try Sample(nil)
        sample.traveller.nationality = CountryCode("MYS")
        sample.traveller.visaKind = .work
        let assessment = try sample.assess()
        #expect(assessment.codes == ["D01"])
        #expect(assessment.asked.contains("nationality"))
    }

    @Test func `a foreign document that has an Indonesian number by chance stays foreign`() throws {
        var sample = try Sample(nil)
        sample.site.passports[0].file.status = .revoked
        sample.traveller.nik = nil
        sample.traveller.nationality = CountryCode("MYS")
        sample.traveller.name = PersonName("LIM WEI")
        sample.traveller.bornOn = Day("1980-01-01")
        #expect(try sample.assess().advice == .clear)
    }

    @Test func `a cross-border pass at a land post is clear though a work visa stands on the list`() throws {
        var sample = try Sample(nil)
        sample.traveller.documentKind = .plb
        sample.site.passports = []
        sample.traveller.visaKind = .work
        let assessment = try sample.site.assess(sample.traveller, from: "TPI-L-ENT", to: "MYTEB")
        #expect(assessment.advice == .clear)
        #expect(try sample.site.assess(sample.traveller, from: "CGK", to: "KUL").codes == ["D01"])
    }

    @Test func `a cross-border pass does not hide an exit ban`() throws {
        var sample = try Sample(nil)
        sample.traveller.documentKind = .plb
        sample.site.passports = []
        sample.notify(.cegah) { $0.value = "X9000001" }
        let assessment = try sample.site.assess(sample.traveller, from: "TPI-L-ENT", to: "MYTEB")
        #expect(assessment.advice == .statutory)
    }

    @Test func `a travel letter on an exit is a question, no check`() throws {
        var sample = try Sample(nil)
        sample.traveller.documentKind = .splp
        sample.site.passports = []
        let assessment = try sample.assess(to: "SIN")
        #expect(assessment.advice == .clear)
        #expect(assessment.asked.contains("document.splp"))
    }
}
