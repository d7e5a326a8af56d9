import Linking
import Screening
import Testing
import Vocabulary

/// Situations that between them give every advice and most codes.
enum Situation: CaseIterable {
    case tourist, complete, noPlacement, missingVisa, expiredContract, elsewhere, unlicensed, quota, closed,
        banned
    case banByName, expiredPassport, cardMissing, resident, silentRegistry, severalFindings

    func sample() throws -> Sample {
        var sample = try Sample(
            [.tourist, .noPlacement, .resident, .banned, .banByName].contains(self) ? nil : .ptop
        )
        switch self {
        case .tourist, .complete: break
        case .noPlacement: sample.traveller.visaKind = .work
        case .missingVisa: sample.change { $0.visaNumber = .no }
        case .expiredContract: sample.change { $0.contractUntil = .given(departure.adding(days: -3)) }
        case .elsewhere: sample.change { $0.destination = CountryCode("TWN") }
        case .unlicensed: sample.site.agencies = []
        case .quota: sample.site.jobOrders[0].used = 99
        case .closed:
            sample.notify(.destination) { ($0.value, $0.destination) = ("closed", CountryCode("HKG")) }
        case .banned: sample.notify(.cegah) { $0.value = "X9000001" }
        case .banByName:
            sample.notify(.cegah) { ($0.name, $0.bornOn) = (PersonName("SITI AMINAH"), Day("1995-03-17")) }
        case .expiredPassport: sample.site.passports[0].file.expiresOn = departure.adding(days: -3)
        case .cardMissing: sample.change { $0.cardNumber = .no }
        case .resident:
            sample.traveller.visaKind = .work
            try sample.cross(.exit, "2024-01-10", "HKG")
            try sample.cross(.entry, "2026-02-10", "HKG")
        case .silentRegistry: sample.site.loaded.remove(.workers)
        case .severalFindings:
            sample.change {
                ($0.visaNumber, $0.destination, $0.employer) = (.no, CountryCode("TWN"), "Other Home")
            }
            sample.site.agencies = []
        }
        return sample
    }
}

/// Changes of what no rule may see, made alike in every record of the person.
enum ProhibitedChange: CaseIterable {
    case sex, older, younger, village, district, name

    func apply(to sample: inout Sample) throws {
        switch self {
        case .sex:
            sample.setNIK(day: 17, born: "1995-03-17", district: 990_101)
            for index in sample.site.passports.indices { sample.site.passports[index].holder.sex = .male }
            for index in sample.site.placements.indices { sample.site.placements[index].holder.sex = .male }
        case .older: sample.setNIK(day: 57, born: "1962-03-17", district: 990_101)
        case .younger: sample.setNIK(day: 57, born: "2006-03-17", district: 990_101)
        case .village:
            for index in sample.site.placements.indices {
                sample.site.placements[index].holder.villageCode = "5203012001"
            }
        case .district: sample.setNIK(day: 57, born: "1995-03-17", district: 990_707)
        case .name: sample.setName("MARIA GORETI ULU")
        }
    }
}

extension Sample {
    mutating func setNIK(day: UInt64, born: String, district: UInt64) {
        guard let bornOn = Day(born) else { return }
        let (year, month, _) = bornOn.date
        let date = day * 100_000_000 + UInt64(month) * 1_000_000 + UInt64(year % 100) * 10_000
        let nik = NIK(number: district * 10_000_000_000 + date + 1)
        traveller.nik = nik
        traveller.bornOn = bornOn
        for index in site.passports.indices {
            (site.passports[index].holder.nik, site.passports[index].holder.bornOn) = (nik, bornOn)
        }
        for index in site.placements.indices {
            (site.placements[index].holder.nik, site.placements[index].holder.bornOn) = (nik, bornOn)
        }
        for index in site.notices.indices where site.notices[index].bornOn != nil {
            site.notices[index].bornOn = bornOn
        }
    }

    mutating func setName(_ text: String) {
        let name = PersonName(text)
        traveller.name = name
        for index in site.passports.indices { site.passports[index].holder.name = name }
        for index in site.placements.indices { site.placements[index].holder.name = name }
        for index in site.notices.indices where site.notices[index].name != nil {
            site.notices[index].name = name
        }
    }
}

@Suite struct PropertyTests {
    @Test(arguments: Situation.allCases, ProhibitedChange.allCases)
    func `sex, age among adults, home and name change nothing of an assessment`(
        situation: Situation,
        change: ProhibitedChange
    ) throws {
        let before = try situation.sample()
        var after = before
        try change.apply(to: &after)
        #expect(try after.assess() == before.assess())
    }

    @Test(arguments: Situation.allCases)
    func `every referral has a reason and a way to mend it, only a clear one has no reason`(
        situation: Situation
    ) throws {
        let assessment = try situation.sample().assess()
        if assessment.advice == .refer {
            #expect(!assessment.reasons.isEmpty)
            #expect(!assessment.mend.isEmpty)
            #expect(assessment.mend.allSatisfy { !$0.where.isEmpty && !$0.basis.isEmpty })
        }
        if assessment.advice == .clear { #expect(assessment.reasons.isEmpty) }
        if assessment.advice == .unavailable { #expect(!assessment.unknown.isEmpty) }
        for reason in assessment.reasons {
            #expect(!reason.says.isEmpty && !reason.saysToTraveller.isEmpty && !reason.basis.isEmpty)
            #expect(!reason.says.contains("{"))
        }
        let order = assessment.reasons.map(\.kind)
        if let statutory = order.firstIndex(of: .statutory) { #expect(statutory == 0) }
    }

    @Test(arguments: Situation.allCases, [Notice.Subject.agency, .phone, .payer, .address])
    func `a notice about a recruiter advises nothing on a passenger`(
        situation: Situation,
        subject: Notice.Subject
    ) throws {
        let before = try situation.sample()
        var after = before
        after.notify(subject) { $0.value = subject == .agency ? "SIP-1" : "X9000001" }
        #expect(try after.assess() == before.assess())
    }

    @Test(arguments: Situation.allCases, Outcome.Finding.allCases.filter { $0 != .deported })
    func `an earlier outcome, a victim's included, changes nothing`(
        situation: Situation,
        finding: Outcome.Finding
    ) throws {
        let before = try situation.sample()
        var after = before
        var outcome = Outcome()
        outcome.subject = "S1"
        outcome.passportNumber = after.traveller.passport
        outcome.finding = finding
        outcome.foundOn = departure.adding(days: -30)
        outcome.source = "mission"
        after.site.outcomes = [outcome]
        #expect(try after.assess() == before.assess())
    }

    @Test(arguments: Situation.allCases)
    func `a deportation is context and changes no advice`(situation: Situation) throws {
        let before = try situation.sample()
        var after = before
        var outcome = Outcome()
        outcome.subject = "S1"
        outcome.passportNumber = after.traveller.passport
        outcome.finding = .deported
        outcome.foundOn = departure.adding(days: -30)
        after.site.outcomes = [outcome]
        var assessment = try after.assess()
        #expect(assessment.context.map(\.code).contains("D11"))
        assessment.context = try before.assess().context
        #expect(try assessment == before.assess())
    }

    @Test(arguments: Situation.allCases)
    func `the order of records changes nothing, and the placement that fits the trip is judged`(
        situation: Situation
    ) throws {
        var sample = try situation.sample()
        if var other = sample.site.placements.first {
            other.file.number = PlacementNumber("PL-000999")
            other.file.destination = CountryCode("JPN")
            other.file.visaNumber = .no
            sample.site.placements.append(other)
        }
        var older = sample.site.passports[0]
        older.file.number = PassportNumber("X1000001")
        older.file.status = .replaced
        older.file.issuedOn = Day("2018-01-01")
        sample.site.passports.append(older)
        sample.book { ($0.locator, $0.itinerary) = ("A", "CGK-HKG") }
        sample.book { ($0.locator, $0.itinerary) = ("B", "CGK-HKG") }
        var turned = sample
        turned.site.placements.reverse()
        turned.site.passports.reverse()
        turned.site.bookings.reverse()
        turned.site.notices.reverse()
        turned.site.crossings.reverse()
        let assessment = try sample.assess()
        #expect(try turned.assess() == assessment)
        if situation == .complete {
            #expect(assessment.placement == PlacementNumber("PL-000123"))
            #expect(assessment.advice == .clear)
        }
    }

    @Test(arguments: Situation.allCases)
    func `no sentence, evidence or remedy carries a name, a NIK or a passport number`(situation: Situation)
        throws
    {
        let sample = try situation.sample()
        let told = "\(try sample.assess())"
        #expect(!told.contains("AMINAH"))
        #expect(!told.contains(sample.traveller.nik?.digits ?? "-"))
        #expect(!told.contains("X9000001"))
    }

    @Test func `a rule that is not in force on the judged day does not act`() throws {
        var sample = try Sample(nil)
        sample.traveller.visaKind = .work
        #expect(try sample.site.assess(sample.traveller, on: try day("2017-11-21")).advice == .clear)
        sample.site.passports = []
        #expect(try sample.site.assess(sample.traveller, on: try day("2017-11-22")).codes == ["D01"])
    }

    @Test(arguments: Situation.allCases)
    func `every code printed stands in the rules with the kind and advice it was given`(situation: Situation)
        throws
    {
        let book = try Rules.book.get()
        for reason in try situation.sample().assess().reasons {
            let rule = try #require(
                book.check(reason.code, grade: reason.grade, state: reason.evidence["state"], on: departure)
            )
            #expect(rule.kind == reason.kind)
        }
    }
}
