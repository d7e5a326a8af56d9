import Linking
import Screening
import Testing
import Vocabulary

@Suite struct ContradictionTests {
    @Test func `a trip to another country than the placement's is referred`() throws {
        let assessment = try Sample(.ptop).assess(to: "PNH")
        #expect(assessment.advice == .refer)
        #expect(assessment.codes == ["D03"])
        #expect(
            assessment.reasons[0].evidence == ["state": "destination", "trip": "KHM", "placement": "HKG"]
        )
        #expect(!assessment.mend.isEmpty)
    }

    @Test func `crew joins a vessel anywhere`() throws {
        #expect(try Sample(.crew).assess(to: "PNH").advice == .clear)
    }

    @Test func `a list that ends at a transit airport contradicts nothing`() throws {
        #expect(try Sample(.ptop).assess(to: "SIN").advice == .clear)
        var sample = try Sample(.ptop)
        sample.book { $0.itinerary = "CGK-SIN" }
        #expect(try sample.assess(to: "SIN").advice == .clear)
    }

    @Test func `a ticket that goes on elsewhere contradicts`() throws {
        var sample = try Sample(.ptop)
        sample.book { $0.itinerary = "CGK-SIN-PNH" }
        #expect(try sample.assess(to: "SIN").codes == ["D03"])
    }

    @Test(arguments: ["CGK-SIN-HKG", "CGK-HKG-PNH", "CGK-PNH-HKG"])
    func `any leg of the ticket in the placement's country is enough`(itinerary: String) throws {
        var sample = try Sample(.ptop)
        sample.book { $0.itinerary = itinerary }
        #expect(try sample.assess(to: "PNH").advice == .clear)
    }

    @Test(arguments: [nil, "XQZ"])
    func `an unknown itinerary contradicts nothing`(to: String?) throws {
        #expect(try Sample(.ptop).assess(to: to).advice == .clear)
    }

    @Test(arguments: [(29, false), (30, false), (31, true)])
    func `a worker on leave may go elsewhere and come back within thirty days`(days: Int, isReferred: Bool)
        throws
    {
        var sample = try Sample(.ptop)
        sample.change { $0.status = .departed }
        sample.traveller.visaKind = .visit
        sample.book { booking in
            booking.itinerary = "CGK-PNH-CGK"
            booking.returnOn = departure.adding(days: days)
        }
        #expect(try sample.assess(to: "PNH").codes.contains("D03") == isReferred)
        sample.change { $0.status = .carded }
        #expect(try sample.assess(to: "PNH").codes.contains("D03"))
    }

    @Test(arguments: [VisaKind.visit, .student, .umrah, .business])
    func `a class of visa on the list that is none of a placement is referred`(visa: VisaKind) throws {
        var sample = try Sample(.ptop)
        sample.traveller.visaKind = visa
        let assessment = try sample.assess()
        #expect(assessment.codes == ["D03"])
        #expect(assessment.reasons[0].evidence == ["state": "visa", "visa_kind": visa.rawValue])
    }

    @Test func `where the list gives no class the placement's own counts, not the ticket's`() throws {
        var sample = try Sample(.ptop)
        sample.traveller.visaKind = nil
        sample.book { $0.visaKind = .visit }
        #expect(try sample.assess().advice == .clear)
        sample.change { $0.visaKind = .visit }
        #expect(try sample.assess().codes == ["D03"])
    }

    @Test(arguments: [
        "Harbour Care Limited", "HARBOUR CARE", "Care, Harbour (Ltd.)", "Harbour Care Holdings",
    ])
    func `an employer that is only written differently contradicts nothing`(employer: String) throws {
        var sample = try Sample(.ptop)
        sample.change { $0.employer = employer }
        #expect(try sample.assess().advice == .clear)
    }

    @Test func `an employer that is not the job order's is referred`() throws {
        var sample = try Sample(.ptop)
        sample.change { $0.employer = "Golden Palace Club" }
        let assessment = try sample.assess()
        #expect(assessment.codes == ["D03"])
        #expect(assessment.reasons[0].evidence == ["state": "employer"])
    }

    @Test func `a renewed passport of the same NIK contradicts nothing`() throws {
        var sample = try Sample(.ptop)
        var renewed = sample.site.passports[0]
        renewed.file.number = PassportNumber("X9000777")
        renewed.file.previousNumber = PassportNumber("X9000001")
        renewed.file.issuedOn = Day("2026-01-20")
        renewed.file.appliedOn = Day("2026-01-10")
        renewed.file.statedPurpose = nil
        sample.site.passports[0].file.status = .replaced
        sample.site.passports.append(renewed)
        sample.traveller.passport = renewed.file.number
        let assessment = try sample.assess()
        #expect(assessment.advice == .clear, "\(assessment.reasons)")
        #expect(assessment.against.map(\.code).contains("S12"))
    }

    @Test func `a one-digit slip in the list contradicts nothing`() throws {
        for nik in [try Sample(.ptop).traveller.nik, nil] {
            var sample = try Sample(.ptop)
            sample.traveller.nik = nik
            sample.traveller.passport = PassportNumber("X9000061")
            let assessment = try sample.assess()
            #expect(assessment.advice == .clear, "\(assessment.reasons)")
            #expect(assessment.against.map(\.code).contains("S13"))
        }
    }
}
