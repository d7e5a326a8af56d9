import Screening
import Testing
import Vocabulary

@Suite struct AgencyTests {
    static let schemesWithAgency: [Scheme] = [.ptop, .spsk, .ssw, .crew]
    static let schemesWithout: [Scheme] = [.gtog, .mandiri, .ukps, .reentry]

    @Test(arguments: schemesWithAgency)
    func `an agency that no row names was never licensed`(scheme: Scheme) throws {
        var sample = try Sample(scheme)
        sample.site.agencies = []
        let assessment = try sample.assess()
        #expect(assessment.advice == .refer)
        #expect(assessment.codes == ["D04"])
        #expect(assessment.reasons[0].grade == nil)
        #expect(assessment.reasons[0].evidence["state"] == "agency-unlicensed")
    }

    @Test(arguments: schemesWithAgency)
    func `an order that no row names was never verified`(scheme: Scheme) throws {
        var sample = try Sample(scheme)
        sample.site.jobOrders = []
        #expect(try sample.assess().reasons.map(\.evidence["state"]) == ["order-unverified"])
    }

    @Test func `an order without a day of verification is unknown`() throws {
        var sample = try Sample(.ptop)
        sample.site.jobOrders[0].verifiedOn = nil
        let assessment = try sample.assess()
        #expect(assessment.advice == .clear)
        #expect(assessment.asked.contains("placement.job_order_verified"))
    }

    @Test func `an order that lapsed after signing changes nothing`() throws {
        var sample = try Sample(.ptop)
        sample.site.jobOrders[0].validUntil = Day("2026-02-01")
        #expect(try sample.assess().advice == .clear)
    }

    @Test(arguments: [Agency.Standing.suspended, .revoked], ["2025-12-01", "2026-01-10"])
    func `an agency stopped when the agreement was signed is referred`(
        standing: Agency.Standing,
        since: String
    ) throws {
        var sample = try Sample(.ptop)
        sample.site.agencies[0].standing = standing
        sample.site.agencies[0].standingSince = Day(since)
        let assessment = try sample.assess()
        #expect(assessment.advice == .refer)
        #expect(assessment.reasons.map(\.evidence["state"]) == ["agency-suspended"])
    }

    @Test func `where the day of signing is unknown the departure day counts`() throws {
        var sample = try Sample(.ptop)
        sample.change { $0.agreedOn = nil }
        sample.site.agencies[0].standing = .suspended
        sample.site.agencies[0].standingSince = Day("2026-02-20")
        #expect(try sample.assess().advice == .refer)
        sample.site.agencies[0].standingSince = Day("2026-03-02")
        #expect(try sample.assess().advice == .clear)
    }

    @Test(arguments: [Agency.Standing.suspended, .revoked])
    func `a licence lost after signing is mild and leads to the agency`(standing: Agency.Standing) throws {
        var sample = try Sample(.ptop)
        sample.site.agencies[0].standing = standing
        sample.site.agencies[0].standingSince = Day("2026-01-11")
        let assessment = try sample.assess()
        #expect(assessment.advice == .advise)
        #expect(assessment.reasons.map(\.grade) == [.mild])
        #expect(assessment.codes == ["D04"])
        #expect(assessment.mend.contains { $0.document == "agency" })
    }

    @Test func `a licence that passed after signing is mild`() throws {
        var sample = try Sample(.ptop)
        sample.site.agencies[0].validUntil = Day("2026-02-01")
        #expect(try sample.assess().reasons.map(\.grade) == [.mild])
    }

    @Test(arguments: [(10, 10, false), (10, 11, true)])
    func `a quota that is exceeded is mild`(quota: Int, used: Int, holds: Bool) throws {
        var sample = try Sample(.ptop)
        sample.site.jobOrders[0].quota = quota
        sample.site.jobOrders[0].used = used
        let assessment = try sample.assess()
        #expect(assessment.reasons.map(\.evidence["state"]) == (holds ? ["quota"] : []))
        #expect(assessment.advice == (holds ? .advise : .clear))
    }

    @Test(arguments: schemesWithout)
    func `schemes without an agency are never asked for one`(scheme: Scheme) throws {
        var sample = try Sample(scheme)
        sample.site.agencies = []
        sample.site.jobOrders = []
        sample.change { ($0.agencyLicence, $0.jobOrder) = (AgencyLicence("NONE"), JobOrderNumber("NONE")) }
        #expect(try sample.assess().advice == .clear)
    }

    @Test func `independent crew is never asked for an agency`() throws {
        var sample = try Sample(.crew)
        sample.site.agencies = []
        sample.site.jobOrders = []
        sample.change { ($0.agencyLicence, $0.jobOrder) = (nil, nil) }
        #expect(try sample.assess().advice == .clear)
    }

    @Test func `a licence or an order that nobody wrote down is asked`() throws {
        var sample = try Sample(.ptop)
        sample.change { ($0.agencyLicence, $0.jobOrder) = (nil, nil) }
        let assessment = try sample.assess()
        #expect(assessment.advice == .clear)
        #expect(assessment.asked == ["placement.agency", "placement.job_order"])
    }
}
