import Linking
import Screening
import Testing
import Vocabulary

@Suite struct NoPlacementTests {
    /// A person without placement whose passport was asked for work four months ago.
    private func applicant() throws -> Sample {
        var sample = try Sample(nil)
        sample.site.passports[0].file.statedPurpose = .work
        sample.site.passports[0].file.appliedOn = Day("2025-11-01")
        return sample
    }

    @Test func `a work visa without an open placement is referred, with where to register`() throws {
        var sample = try Sample(nil)
        sample.traveller.visaKind = .work
        let assessment = try sample.assess()
        #expect(assessment.advice == .refer)
        #expect(assessment.codes == ["D01"])
        #expect(assessment.mend.contains { $0.document == "placement" && !$0.where.isEmpty })
    }

    @Test(arguments: [PlacementStatus.returned, .cancelled])
    func `a work visa with a closed placement only is referred`(status: PlacementStatus) throws {
        var sample = try Sample(.ptop)
        sample.change { $0.status = status }
        #expect(try sample.assess().codes == ["D01"])
    }

    @Test(arguments: PlacementStatus.allCases.filter(\.isOpen))
    func `an open placement of any status is a placement`(status: PlacementStatus) throws {
        var sample = try Sample(.ptop)
        sample.change { $0.status = status }
        #expect(try !sample.assess().codes.contains("D01"))
    }

    @Test(arguments: [nil, VisaKind.visit, .umrah, .business])
    func `a passport asked for work in the last twelve months is referred`(visa: VisaKind?) throws {
        var sample = try applicant()
        sample.traveller.visaKind = visa
        let assessment = try sample.assess(to: "SIN")
        #expect(assessment.codes == ["D01"])
        #expect(assessment.reasons[0].evidence["asked_on"] == "2025-11-01")
    }

    @Test func `the day of issue counts where the day of application is unknown`() throws {
        var sample = try applicant()
        sample.site.passports[0].file.appliedOn = nil
        sample.site.passports[0].file.issuedOn = Day("2025-11-05")
        #expect(try sample.assess(to: "SIN").codes == ["D01"])
    }

    @Test(arguments: ["2025-02-28", "2020-01-01"])
    func `a passport asked for work more than twelve months ago is no ground`(asked: String) throws {
        var sample = try applicant()
        sample.site.passports[0].file.appliedOn = Day(asked)
        #expect(try sample.assess(to: "SIN").advice == .clear)
    }

    @Test(arguments: [Agency.Business.ppiu, .pihk])
    func `a licensed pilgrims' bureau explains the trip`(business: Agency.Business) throws {
        var sample = try applicant()
        sample.traveller.visaKind = .umrah
        sample.book { $0.travelAgency = "PPIU-1" }
        var bureau = Agency()
        bureau.licence = AgencyLicence("PPIU-1")
        bureau.business = business
        bureau.standing = .active
        sample.site.agencies = [bureau]
        #expect(try sample.assess(to: "JED").advice == .clear)
        sample.site.agencies[0].standing = .revoked
        #expect(try sample.assess(to: "JED").codes == ["D01"])
        sample.site.agencies = []
        #expect(try sample.assess(to: "JED").codes == ["D01"])
    }

    @Test func `a bureau that nobody could look up is a question, not a ground`() throws {
        var sample = try applicant()
        sample.book { $0.travelAgency = "PPIU-1" }
        sample.site.loaded.remove(.agencies)
        let assessment = try sample.assess(to: "JED")
        #expect(assessment.advice == .unavailable)
        #expect(assessment.reasons.isEmpty)
        #expect(assessment.asked.contains("ticket.bureau"))
    }

    @Test func `a return ticket explains a trip on a passport asked for work, but no work visa`() throws {
        var sample = try applicant()
        sample.book { $0.returnOn = Day("2026-03-10") }
        #expect(try sample.assess(to: "SIN").advice == .clear)
        sample.traveller.visaKind = .work
        #expect(try sample.assess(to: "SIN").codes == ["D01"])
    }

    @Test func `a family visit explains the trip`() throws {
        var sample = try applicant()
        sample.traveller.visaKind = .family
        #expect(try sample.assess(to: "SIN").advice == .clear)
    }

    @Test(arguments: [VisaKind.whv, .student, .official, .investor, .resident])
    func `a visa that is none of a placement takes the trip out of the check`(visa: VisaKind) throws {
        var sample = try applicant()
        sample.traveller.visaKind = visa
        #expect(try sample.assess(to: "SIN").advice == .clear)
    }

    @Test func `training takes the trip out only through a licensed sender`() throws {
        var sample = try applicant()
        sample.traveller.visaKind = .training
        #expect(try sample.assess(to: "SIN").codes == ["D01"])
        sample.book { $0.travelAgency = "LPK-1" }
        var sender = Agency()
        sender.licence = AgencyLicence("LPK-1")
        sender.business = .lpkSO
        sender.standing = .active
        sample.site.agencies = [sender]
        #expect(try sample.assess(to: "SIN").advice == .clear)
    }

    @Test func `an official passport is never without placement`() throws {
        var sample = try Sample(nil)
        sample.site.passports[0].file.kind = .official
        sample.traveller.visaKind = .work
        #expect(try sample.assess().advice == .clear)
    }

    @Test func `a long resident abroad is advised to report, whatever shows the work`() throws {
        for visa in [VisaKind.work, nil] {
            var sample = try applicant()
            sample.traveller.visaKind = visa
            try sample.cross(.exit, "2024-01-10", "SGP")
            try sample.cross(.entry, "2026-02-10", "SGP")
            let assessment = try sample.assess(to: "SIN")
            #expect(assessment.advice == .advise)
            #expect(assessment.codes == ["A05"])
            #expect(assessment.reasons[0].kind == .advisory)
        }
    }

    @Test func `a short stay abroad makes no resident`() throws {
        var sample = try Sample(nil)
        sample.traveller.visaKind = .work
        try sample.cross(.exit, "2026-01-10", "SGP")
        try sample.cross(.entry, "2026-02-10", "SGP")
        #expect(try sample.assess(to: "SIN").codes == ["D01"])
    }

    @Test func `a returned placement explains the passport that was asked for it, not a later one`() throws {
        var sample = try Sample(.ptop)
        sample.traveller.visaKind = nil
        sample.site.passports[0].file.appliedOn = Day("2025-06-01")
        sample.change { $0.status = .returned }
        #expect(try sample.assess(to: "SIN").advice == .clear)
        sample.site.placements[0].holder.passportNumber = .blank
        try sample.change { $0.contractUntil = .given(try day("2025-03-01")) }
        #expect(try sample.assess(to: "SIN").codes == ["D01"])
    }

    @Test func `a missing ticket, or a passport that the register lacks, is never unavailable`() throws {
        var sample = try Sample(nil)
        sample.traveller.visaKind = .work
        sample.site.passports = []
        #expect(try sample.assess().advice == .refer)
        sample.site.loaded.remove(.bookings)
        #expect(try sample.assess().advice == .refer)
        sample.traveller.visaKind = .visit
        #expect(try sample.assess().advice == .clear)
    }

    @Test func `a placement filed under the traveller's passport by another NIK is a question, no check`()
        throws
    {
        var sample = try Sample(.ptop)
        sample.site.placements[0].holder.nik = NIK(number: 9_902_011_001_800_003)
        sample.site.placements[0].holder.name = PersonName("DEWI LESTARI")
        sample.site.placements[0].holder.bornOn = Day("1990-08-08")
        let assessment = try sample.assess()
        #expect(assessment.reasons.isEmpty)
        #expect(assessment.advice == .unavailable)
        #expect(assessment.asked.contains("registry.passport"))
    }

    @Test func `a worker's own placement filed under another's passport is judged, and asked about`() throws {
        var sample = try Sample(.ptop)
        var other = sample.site.passports[0]
        other.file.number = PassportNumber("Y5550005")
        other.holder.nik = NIK(number: 9_902_011_001_800_003)
        other.holder.name = PersonName("DEWI LESTARI")
        sample.site.passports.append(other)
        sample.site.placements[0].holder.passportNumber = .given(try #require(PassportNumber("Y5550005")))
        let assessment = try sample.assess()
        #expect(assessment.advice == .clear)
        #expect(assessment.asked == ["registry.passport"])
    }

    @Test func `namesakes leave a work visa undecided, not suspected`() throws {
        var sample = try Sample(.ptop)
        var other = sample.site.placements[0]
        other.file.number = PlacementNumber("PL-2")
        other.holder.nik = NIK(number: 9_901_015_703_950_002)
        sample.site.placements.append(other)
        sample.site.passports = []
        sample.site.placements[0].holder.passportNumber = .blank
        sample.site.placements[1].holder.passportNumber = .blank
        sample.traveller.nik = nil
        let assessment = try sample.assess()
        #expect(assessment.reasons.isEmpty)
        #expect(assessment.asked.contains("registry.person"))
    }
}
