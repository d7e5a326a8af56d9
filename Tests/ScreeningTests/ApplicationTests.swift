import Linking
import Screening
import Testing
import Vocabulary

@Suite struct ApplicationTests {
    /// An application of today under the person's NIK.
    private func application(_ sample: Sample, for purpose: StatedPurpose) -> PassportRecord {
        var application = PassportRecord()
        application.holder = sample.site.passports[0].holder
        application.file.appliedOn = departure
        application.file.statedPurpose = purpose
        application.file.status = .applied
        return application
    }

    private func assess(_ sample: Sample, for purpose: StatedPurpose) throws -> Assessment {
        var site = sample.site
        let application = application(sample, for: purpose)
        site.passports = [application]
        return try site.assess(application: application)
    }

    @Test(arguments: [StatedPurpose.tourism, .family, .umrah, .hajj, .study, .business])
    func `an application for another purpose than work is clear`(purpose: StatedPurpose) throws {
        #expect(try assess(Sample(nil), for: purpose).advice == .clear)
    }

    @Test func `an application for work without placement is incomplete, never suspected`() throws {
        let assessment = try assess(Sample(nil), for: .work)
        #expect(assessment.codes == ["D01"])
        #expect(assessment.reasons[0].says.contains("belum lengkap"))
        #expect(!assessment.mend.isEmpty)
    }

    @Test(arguments: Scheme.allCases)
    func `a worker who has what comes before a passport is clear`(scheme: Scheme) throws {
        var sample = try Sample(scheme)
        sample.site.placements[0].holder.passportNumber = .blank
        sample.change { file in
            file.status = .documents
            (file.visaNumber, file.visaUntil, file.visaKind) = (.blank, .blank, nil)
            (file.contractFrom, file.contractUntil) = (.blank, .blank)
            (file.insuranceNumber, file.insuranceUntil) = (.blank, .blank)
            (file.orientationOn, file.cardNumber, file.cardUntil) = (.blank, .blank, .blank)
        }
        let assessment = try assess(sample, for: scheme == .crew ? .crew : .work)
        #expect(assessment.advice == .clear, "\(assessment.reasons)")
        #expect(assessment.placement == PlacementNumber("PL-000123"))
    }

    @Test(arguments: [
        PaperColumn.medical, .competence, .marital_statement, .family_permission, .placement_agreement,
    ])
    func `a paper that comes before a passport and is missing makes the application incomplete`(
        paper: PaperColumn
    ) throws {
        var sample = try Sample(.ptop)
        sample.change { $0.status = .documents }
        paper.set(.no, in: &sample.site.placements[0])
        let assessment = try assess(sample, for: .work)
        #expect(assessment.codes == ["D02"])
        #expect(assessment.reasons[0].says.contains("belum lengkap"))
        #expect(assessment.reasons[0].saysToTraveller.contains("belum lengkap"))
        #expect(assessment.mend[0].where.contains("BP3MI"))
    }

    @Test func `a silent registry leaves an application for work unavailable`() throws {
        var sample = try Sample(nil)
        sample.site.loaded.remove(.workers)
        #expect(try assess(sample, for: .work).advice == .unavailable)
        #expect(try assess(sample, for: .tourism).advice == .clear)
    }

    @Test func `an exit ban on the applicant's NIK is statutory`() throws {
        var sample = try Sample(nil)
        let digits = sample.traveller.nik?.digits
        sample.notify(.cegah) { $0.value = digits }
        #expect(try assess(sample, for: .tourism).advice == .statutory)
    }
}
