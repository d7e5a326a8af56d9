import Linking
import Screening
import Testing
import Vocabulary

@Suite struct AgeTests {
    /// Gives every record of a person the same birth date and a NIK of it.
    private func born(_ text: String, _ scheme: Scheme?) throws -> Sample {
        var sample = try Sample(scheme)
        let born = try day(text)
        let (year, month, date) = born.date
        let digits = UInt64(990_101) * 10_000_000_000
        let nik = NIK(
            number: digits + UInt64(date + 40) * 100_000_000 + UInt64(month) * 1_000_000
                + UInt64(year % 100) * 10_000 + 1
        )
        sample.traveller.nik = nik
        sample.traveller.bornOn = born
        sample.site.passports[0].holder.nik = nik
        sample.site.passports[0].holder.bornOn = born
        if scheme != nil {
            sample.site.placements[0].holder.nik = nik
            sample.site.placements[0].holder.bornOn = born
        }
        return sample
    }

    @Test(arguments: [("2008-03-01", false), ("2008-03-02", true), ("2011-01-01", true)])
    func `under eighteen on the departure day with a placement is referred to child protection`(
        bornOn: String,
        isMinor: Bool
    ) throws {
        let assessment = try born(bornOn, .ptop).assess()
        #expect(assessment.codes == (isMinor ? ["D06"] : []))
        if isMinor { #expect(assessment.mend[0].where.contains("anak")) }
    }

    @Test func `a minor with a work visa is referred, a minor on holiday is not`() throws {
        var sample = try born("2010-01-01", nil)
        #expect(try sample.assess(to: "SIN").advice == .clear)
        sample.traveller.visaKind = .work
        #expect(try sample.assess(to: "SIN").codes == ["D06", "D01"])
    }

    @Test func `a birth date altered so as to be of age is referred`() throws {
        var byNIK = try born("2009-05-17", .ptop)
        byNIK.site.passports[0].holder.bornOn = Day("2003-05-17")
        byNIK.site.placements[0].holder.bornOn = Day("2003-05-17")
        byNIK.traveller.bornOn = Day("2003-05-17")
        let assessment = try byNIK.assess()
        #expect(assessment.reasons.map(\.evidence["state"]) == ["altered"])
        var byEarlier = try Sample(.ptop)
        var earlier = byEarlier.site.passports[0]
        earlier.file.number = PassportNumber("X8000001")
        earlier.file.issuedOn = Day("2022-01-01")
        earlier.file.status = .replaced
        earlier.holder.bornOn = Day("2009-03-17")
        byEarlier.site.passports.append(earlier)
        #expect(try byEarlier.assess().codes == ["D06"])
    }

    @Test func `an adult's NIK whose day digits slipped is no finding`() throws {
        var sample = try born("2008-02-20", .ptop)
        let slipped = try #require(NIK(number: 9_901_012_802_080_001))
        sample.traveller.nik = slipped
        sample.site.passports[0].holder.nik = slipped
        sample.site.placements[0].holder.nik = slipped
        #expect(try sample.assess().advice == .clear)
    }
}

@Suite struct IdentityTests {
    /// A person with an earlier passport under the same NIK.
    private func earlier(_ edit: (inout PassportRecord) throws -> Void) throws -> Sample {
        var sample = try Sample(nil)
        var earlier = sample.site.passports[0]
        earlier.file.number = PassportNumber("X8000001")
        earlier.file.appliedOn = Day("2019-01-01")
        earlier.file.issuedOn = Day("2019-01-10")
        earlier.file.expiresOn = Day("2029-01-09")
        earlier.holder.name = PersonName("DEWI LESTARI")
        earlier.holder.bornOn = Day("1990-08-08")
        try edit(&earlier)
        sample.site.passports.append(earlier)
        return sample
    }

    @Test(arguments: [PassportStatus.issued, .revoked, .lost])
    func `another name and birth date in an earlier passport is referred, and asked first`(
        status: PassportStatus
    ) throws {
        let assessment = try earlier { $0.file.status = status }.assess(to: "SIN")
        #expect(assessment.advice == .refer)
        #expect(assessment.codes == ["D07"])
        #expect(assessment.unknown.first?.ask == "Siapa yang mengisi data paspor lama?")
        #expect(!assessment.mend.isEmpty)
    }

    @Test func `a replaced passport is no finding unless it was denied`() throws {
        var sample = try earlier { $0.file.status = .replaced }
        #expect(try sample.assess(to: "SIN").advice == .clear)
        sample.site.passports[0].file.previousDeclared = false
        #expect(try sample.assess(to: "SIN").codes == ["D07"])
    }

    @Test func `an expired passport is no finding`() throws {
        #expect(try earlier { $0.file.expiresOn = Day("2024-01-09") }.assess(to: "SIN").advice == .clear)
        #expect(try earlier { $0.file.status = .expired }.assess(to: "SIN").advice == .clear)
    }

    @Test(arguments: ["SITI AMINAH", "AMINAH SITI", "HAJJAH SITI AMINAH BINTI ACHMAD"])
    func `the same identity, or a name added, is no finding even when another birth date stands there`(
        name: String
    ) throws {
        #expect(try earlier { $0.holder.name = PersonName(name) }.assess(to: "SIN").advice == .clear)
    }

    @Test func `another name with the same birth date is no finding`() throws {
        #expect(try earlier { $0.holder.bornOn = Day("1995-03-17") }.assess(to: "SIN").advice == .clear)
    }

    @Test func `twins with adjoining NIKs are two people`() throws {
        let twin = try earlier { $0.holder.nik = NIK(number: 9_901_015_703_950_002) }
        #expect(try twin.assess(to: "SIN").advice == .clear)
    }

    @Test func `an applicant who denies such a passport is referred`() throws {
        var sample = try earlier { _ in }
        var application = sample.site.passports[0]
        application.file = PassportFile()
        application.file.appliedOn = departure
        application.file.status = .applied
        application.file.statedPurpose = .tourism
        application.file.previousDeclared = false
        sample.site.passports[0] = application
        let assessment = try sample.site.assess(application: application)
        #expect(assessment.codes == ["D07"])
    }
}

@Suite struct ListedPersonTests {
    @Test func `an exit ban by passport number or NIK is statutory, with its article`() throws {
        for value in ["X9000001", "9901015703950001"] {
            var sample = try Sample(nil)
            sample.notify(.cegah) { $0.value = value }
            let assessment = try sample.assess(to: "SIN")
            #expect(assessment.advice == .statutory)
            #expect(assessment.codes == ["D09"])
            #expect(assessment.reasons[0].kind == .statutory)
            #expect(assessment.reasons[0].basis.contains("pasal"))
        }
    }

    @Test func `an exit ban by an earlier passport of the same NIK is statutory`() throws {
        var sample = try Sample(nil)
        var earlier = sample.site.passports[0]
        earlier.file.number = PassportNumber("X7000001")
        earlier.file.status = .replaced
        sample.site.passports.append(earlier)
        sample.notify(.cegah) { $0.value = "X7000001" }
        #expect(try sample.assess(to: "SIN").advice == .statutory)
    }

    @Test func `an exit ban by name and birth date is unsure`() throws {
        var sample = try Sample(nil)
        sample.notify(.cegah) { ($0.name, $0.bornOn) = (PersonName("Aminah, SITI"), Day("1995-03-17")) }
        let assessment = try sample.assess(to: "SIN")
        #expect(assessment.advice == .refer)
        #expect(assessment.reasons.map(\.grade) == [.unsure])
        #expect(assessment.mend.contains { $0.where.contains("NIK") })
    }

    @Test func `a red notice is unsure however it matches`() throws {
        var byNumber = try Sample(nil)
        byNumber.notify(.rednotice) { $0.value = "X9000001" }
        var byName = try Sample(nil)
        byName.notify(.rednotice) { ($0.name, $0.bornOn) = (PersonName("SITI AMINAH"), Day("1995-03-17")) }
        for sample in [byNumber, byName] {
            let assessment = try sample.assess(to: "SIN")
            #expect(assessment.codes == ["D09"])
            #expect(assessment.reasons.map(\.grade) == [.unsure])
            #expect(assessment.advice == .refer)
        }
    }

    @Test func `another NIK, a lapsed notice and a similar name are no hits`() throws {
        var other = try Sample(nil)
        other.notify(.cegah) { notice in
            notice.value = "9901015703950002"
            notice.name = PersonName("SITI AMINAH")
            notice.bornOn = Day("1995-03-17")
        }
        var lapsed = try Sample(nil)
        lapsed.notify(.cegah) { ($0.value, $0.until) = ("X9000001", Day("2026-02-28")) }
        var similar = try Sample(nil)
        similar.notify(.cegah) { ($0.name, $0.bornOn) = (PersonName("SITI AMINAH SARI"), Day("1995-03-17")) }
        for sample in [other, lapsed, similar] { #expect(try sample.assess(to: "SIN").advice == .clear) }
    }

    @Test func `people of other nationalities are screened for exit bans too`() throws {
        var sample = try Sample(nil)
        sample.site.passports = []
        sample.traveller.nik = nil
        sample.traveller.nationality = CountryCode("MYS")
        sample.notify(.cegah) { $0.value = "X9000001" }
        #expect(try sample.assess(to: "SIN").advice == .statutory)
    }
}

@Suite struct PresentedDocumentTests {
    @Test func `a passport that ended before the departure day, or is revoked, is statutory`() throws {
        var expired = try Sample(nil)
        expired.site.passports[0].file.expiresOn = departure.adding(days: -1)
        var revoked = try Sample(nil)
        revoked.site.passports[0].file.status = .revoked
        for sample in [expired, revoked] {
            let assessment = try sample.assess(to: "SIN")
            #expect(assessment.advice == .statutory)
            #expect(assessment.codes == ["D13"])
        }
        expired.site.passports[0].file.expiresOn = departure
        #expect(try expired.assess(to: "SIN").advice == .clear)
    }

    @Test(arguments: [PassportStatus.lost, .replaced])
    func `a passport reported lost or replaced is unsure`(status: PassportStatus) throws {
        var sample = try Sample(nil)
        sample.site.passports[0].file.status = status
        let assessment = try sample.assess(to: "SIN")
        #expect(assessment.advice == .refer)
        #expect(assessment.reasons.map(\.grade) == [.unsure])
        #expect(!assessment.mend.isEmpty)
    }

    @Test func `a register that did not answer gives no finding`() throws {
        var sample = try Sample(nil)
        sample.site.passports[0].file.status = .revoked
        sample.traveller.expiresOn = departure.adding(days: -10)
        sample.site.loaded.remove(.passports)
        #expect(try sample.assess(to: "SIN").advice == .clear)
    }

    @Test func `a slip of a revoked passport's number gives no finding`() throws {
        var sample = try Sample(nil)
        sample.site.passports[0].file.status = .revoked
        sample.traveller.passport = PassportNumber("X9000002")
        #expect(try sample.assess(to: "SIN").advice == .clear)
    }

    @Test func `a slip that hits another person's number is still a slip`() throws {
        var sample = try Sample(nil)
        var other = sample.site.passports[0]
        other.file.number = PassportNumber("X9000002")
        other.file.status = .revoked
        other.holder.nik = NIK(number: 9_902_011_001_800_003)
        other.holder.name = PersonName("BUDI SANTOSO")
        other.holder.bornOn = Day("1980-01-10")
        sample.site.passports.append(other)
        sample.traveller.passport = other.file.number
        sample.traveller.nik = nil
        #expect(try sample.assess(to: "SIN").advice == .clear)
    }

    @Test func `the renewed passport is judged, not the one it replaced`() throws {
        var sample = try Sample(nil)
        var renewed = sample.site.passports[0]
        renewed.file.number = PassportNumber("X9000500")
        renewed.file.previousNumber = PassportNumber("X9000001")
        renewed.file.issuedOn = Day("2025-12-01")
        sample.site.passports[0].file.status = .revoked
        sample.site.passports.append(renewed)
        sample.traveller.passport = renewed.file.number
        #expect(try sample.assess(to: "SIN").advice == .clear)
    }

    @Test func `a foreign document that ended is statutory as printed`() throws {
        var sample = try Sample(nil)
        sample.site.passports = []
        sample.traveller.nik = nil
        sample.traveller.nationality = CountryCode("MYS")
        sample.traveller.expiresOn = departure.adding(days: -1)
        #expect(try sample.assess(to: "SIN").codes == ["D13"])
    }
}
