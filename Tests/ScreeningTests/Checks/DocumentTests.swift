import Linking
import Screening
import Testing
import Vocabulary

/// Papers of the table in `formats.md` section 3, and how each is made missing, expired or unknown.
enum PaperColumn: String, CaseIterable {
    case passport, visa, contract, placement_agreement, medical, insurance, competence, marital_statement
    case family_permission

    func write<Value>(_ answer: Answer<Value>) -> Answer<Value> { answer }

    func set(_ state: Answer<Day>, in placement: inout Placement) {
        let text: Answer<String> =
            switch state {
            case .blank: .blank
            case .no: .no
            case .yes, .given: .yes
            }
        switch self {
        case .passport: placement.holder.passportNumber = state == .no ? .no : .blank
        case .visa: (placement.file.visaNumber, placement.file.visaUntil) = (text, state)
        case .contract: (placement.file.contractFrom, placement.file.contractUntil) = (state, state)
        case .placement_agreement: placement.file.placementAgreementNumber = text
        case .medical: placement.file.medicalUntil = state
        case .insurance: (placement.file.insuranceNumber, placement.file.insuranceUntil) = (text, .blank)
        case .competence: placement.file.competenceNumber = text
        case .marital_statement: placement.file.maritalStatement = text
        case .family_permission: placement.file.familyPermission = text
        }
    }

    /// Whether the table makes it mandatory for a scheme.
    func isMandatory(for scheme: Scheme, isIndependentCrew: Bool = false) -> Bool {
        switch self {
        case .passport, .contract, .insurance: true
        case .visa: scheme != .crew
        case .placement_agreement: scheme != .mandiri && scheme != .reentry && !isIndependentCrew
        case .medical, .competence: scheme != .reentry
        case .marital_statement, .family_permission: scheme != .reentry && scheme != .crew
        }
    }

    /// The status from which on an empty cell is unknown.
    var stage: PlacementStatus {
        switch self {
        case .passport: .passport
        case .visa: .visa
        case .contract: .signed
        case .placement_agreement: .agreed
        case .medical, .competence, .marital_statement, .family_permission: .documents
        case .insurance: .insured
        }
    }
}

@Suite struct DocumentTests {
    @Test(arguments: PaperColumn.allCases, Scheme.allCases)
    func `a paper that is not there is referred exactly where its scheme needs it`(
        paper: PaperColumn,
        scheme: Scheme
    ) throws {
        var sample = try Sample(scheme)
        paper.set(.no, in: &sample.site.placements[0])
        let assessment = try sample.assess()
        let found = assessment.reasons.filter { $0.code == "D02" }.map { $0.evidence }
        if paper.isMandatory(for: scheme) {
            #expect(found == [["document": paper.rawValue, "state": "missing"]])
            #expect(assessment.advice == .refer)
            #expect(assessment.mend[0].where.contains("BP3MI"))
            #expect(assessment.mend[0].document == paper.rawValue)
            #expect(assessment.mend.count >= 2 && assessment.mend.allSatisfy { !$0.where.isEmpty })
        } else {
            #expect(found.isEmpty)
            #expect(assessment.advice < .unavailable)
        }
    }

    @Test(arguments: PaperColumn.allCases)
    func `an empty cell is missing before the paper's stage and unknown from it on`(paper: PaperColumn) throws
    {
        for status in PlacementStatus.allCases where status.isOpen {
            var sample = try Sample(.ptop)
            sample.change { $0.status = status }
            paper.set(.blank, in: &sample.site.placements[0])
            let assessment = try sample.assess()
            let isMissing = status.stage < paper.stage.stage
            #expect(assessment.codes.contains("D02") == isMissing, "\(status)")
            guard !(paper == .medical && status == .departed) else { continue }
            #expect(assessment.asked.contains("document." + paper.rawValue) == !isMissing, "\(status)")
        }
    }

    @Test(arguments: PaperColumn.allCases)
    func `an empty status makes every empty paper unknown`(paper: PaperColumn) throws {
        var sample = try Sample(.ptop)
        sample.change { $0.status = nil }
        paper.set(.blank, in: &sample.site.placements[0])
        let assessment = try sample.assess()
        #expect(assessment.advice == .clear)
        #expect(assessment.asked.contains("document." + paper.rawValue))
    }

    @Test(arguments: [PaperColumn.visa, .contract, .medical])
    func `a paper that ended before the departure day is referred, one that ends on it is not`(
        paper: PaperColumn
    ) throws {
        var sample = try Sample(.ptop)
        paper.set(.given(departure.adding(days: -1)), in: &sample.site.placements[0])
        let assessment = try sample.assess()
        #expect(assessment.reasons.map(\.evidence["state"]) == ["expired"])
        paper.set(.given(departure), in: &sample.site.placements[0])
        #expect(try sample.assess().advice == .clear)
    }

    @Test func `health is not asked of a placement that has departed`() throws {
        var sample = try Sample(.ptop)
        sample.change { file in
            file.status = .departed
            file.medicalUntil = .given(departure.adding(days: -300))
        }
        #expect(try sample.assess().advice == .clear)
    }

    @Test func `independent crew needs no placement agreement, crew of an agency does`() throws {
        var sample = try Sample(.crew)
        sample.change { $0.placementAgreementNumber = .no }
        #expect(try sample.assess().codes == ["D02"])
        sample.change { ($0.agencyLicence, $0.jobOrder) = (nil, nil) }
        #expect(try sample.assess().advice == .clear)
    }

    @Test func `anybody on a crew list is screened as crew`() throws {
        var sample = try Sample(.ptop)
        sample.traveller.visaKind = nil
        sample.change { file in
            file.maritalStatement = .no
            file.familyPermission = .no
        }
        #expect(try sample.assess(asCrew: true).advice == .clear)
        #expect(try sample.assess().advice == .refer)
    }

    @Test func `where the scheme is unknown only what all schemes need is asked for`() throws {
        var sample = try Sample(.ptop)
        sample.change { file in
            file.scheme = nil
            file.maritalStatement = .no
            file.placementAgreementNumber = .no
            file.medicalUntil = .no
        }
        let assessment = try sample.assess()
        #expect(!assessment.codes.contains("D02"))
        #expect(assessment.asked.contains("placement.scheme"))
        sample.change { $0.insuranceNumber = .no }
        #expect(try sample.assess().codes == ["D02"])
    }

    @Test func `several missing papers are all listed, the ministry's desk stands first`() throws {
        var sample = try Sample(.ptop)
        sample.change { ($0.visaNumber, $0.competenceNumber) = (.no, .no) }
        let assessment = try sample.assess()
        #expect(assessment.reasons.map { $0.evidence["document"] } == ["visa", "competence"])
        #expect(assessment.mend.map(\.document) == ["visa", "visa", "competence"])
    }

    @Test func `an attested paper counts as present until its last day`() throws {
        var sample = try Sample(.ptop)
        sample.change { ($0.visaNumber, $0.visaUntil) = (.no, .given(departure.adding(days: -9))) }
        #expect(try sample.assess().codes == ["D02"])
        sample.site.attestations = [Attestation(document: "visa", number: "V2", validUntil: departure)]
        let assessment = try sample.assess()
        #expect(assessment.advice == .clear)
        #expect(assessment.against.contains { $0.code == "S10" && $0.says.contains("visa kerja") })
        sample.site.attestations = [
            Attestation(document: "visa", number: "V2", validUntil: departure.adding(days: -1))
        ]
        #expect(try sample.assess().codes == ["D02"])
    }

    @Test func `the sentences are facts in plain words`() throws {
        var sample = try Sample(.ptop)
        sample.change { ($0.visaNumber, $0.visaUntil) = (.no, .blank) }
        let reason = try #require(try sample.assess().reasons.first)
        #expect(reason.says == "Visa kerja belum tercatat.")
        #expect(reason.saysToTraveller == "Visa kerja Anda belum tercatat.")
        #expect(reason.basis == "UU 18/2017 pasal 13")
    }
}
