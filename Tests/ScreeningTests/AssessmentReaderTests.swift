import Foundation
import Screening
import Testing
import Vocabulary

@Suite struct AssessmentReaderTests {
    @Test(arguments: [PaperColumn.medical, .marital_statement, .family_permission])
    func `border roles see health, marital and family papers only as the placement file`(paper: PaperColumn)
        throws
    {
        var sample = try Sample(.ptop)
        paper.set(.no, in: &sample.site.placements[0])
        let whole = try sample.assess()
        let book = try Rules.book.get()
        let seen = book.show(whole, to: .border, on: departure)
        #expect(seen.advice == whole.advice)
        #expect(seen.codes == ["D02"])
        #expect(seen.mend.map(\.document) == [Assessment.withheldDocument])
        #expect(seen.mend[0].where.contains("BP3MI"))
        let name = try #require(book.paper(paper.rawValue, on: departure)?.name.indonesian)
        let told = "\(seen)"
        #expect(!told.localizedLowercase.contains(name))
        #expect(!told.contains(paper.rawValue))
        #expect(seen.reasons[0].says == "Berkas penempatan belum lengkap: ke meja BP3MI.")
    }

    @Test func `several such papers are one line, other papers keep their names`() throws {
        var sample = try Sample(.ptop)
        for paper in [PaperColumn.medical, .family_permission, .insurance] {
            paper.set(.no, in: &sample.site.placements[0])
        }
        sample.site.placements[0].file.maritalStatement = .blank
        let seen = try Rules.book.get().show(try sample.assess(), to: .border, on: departure)
        #expect(seen.reasons.map { $0.evidence["document"] } == [Assessment.withheldDocument, "insurance"])
        #expect(seen.asked == ["document.withheld"])
    }

    @Test func `an attested family paper is not named`() throws {
        var sample = try Sample(.ptop)
        sample.site.attestations = [Attestation(document: "family_permission", number: "1", validUntil: nil)]
        let whole = try sample.assess()
        #expect(whole.against.contains { $0.says.contains("izin keluarga") })
        let seen = try Rules.book.get().show(whole, to: .border, on: departure)
        #expect(!seen.against.contains { $0.says.contains("keluarga") })
        #expect(seen.against.count == whole.against.count - 1)
    }

    @Test func `private papers among the context are masked too`() throws {
        var assessment = Assessment(advice: .clear, rules: "")
        assessment.context = [
            Reason(
                code: "T09",
                kind: .soft,
                says: "Surat keterangan sehat dilihat.",
                saysToTraveller: "",
                basis: "",
                evidence: ["document": "medical"]
            )
        ]
        let seen = try Rules.book.get().show(assessment, to: .border, on: departure)
        #expect(!"\(seen)".contains("sehat"))
    }

    @Test(arguments: [PaperColumn.medical, .insurance, .contract])
    func `the ministry's desk reads every paper by its name, the traveller's sentence stays Indonesian`(
        paper: PaperColumn
    ) throws {
        var sample = try Sample(.ptop)
        paper.set(.no, in: &sample.site.placements[0])
        let whole = try sample.assess()
        let book = try Rules.book.get()
        #expect(book.show(whole, to: .full, on: departure) == whole)
        let english = book.show(whole, to: .full, in: .english, on: departure)
        let name = try #require(book.paper(paper.rawValue, on: departure)?.name.english)
        #expect(english.reasons[0].says.localizedCaseInsensitiveContains(name))
        #expect(english.reasons[0].saysToTraveller == whole.reasons[0].saysToTraveller)
    }

    @Test func `every sentence of the officer's exists in English`() throws {
        var sample = try Sample(.ptop)
        for paper in PaperColumn.allCases { paper.set(.no, in: &sample.site.placements[0]) }
        sample.site.loaded.remove(.crossings)
        sample.site.attestations = [Attestation(document: "visa", number: "1", validUntil: nil)]
        let whole = try sample.assess()
        let english = try Rules.book.get().show(whole, to: .full, in: .english, on: departure)
        #expect(!whole.reasons.isEmpty && !whole.against.isEmpty && !whole.mend.isEmpty)
        for (before, after) in zip(whole.reasons + whole.context, english.reasons + english.context) {
            #expect(before.says != after.says)
        }
        for (before, after) in zip(whole.against, english.against) { #expect(before.says != after.says) }
        for (before, after) in zip(whole.unknown, english.unknown) { #expect(before.ask != after.ask) }
        for (before, after) in zip(whole.mend, english.mend) { #expect(before.where != after.where) }
    }

    @Test func `a sentence whose row is gone stays as it was written`() throws {
        var assessment = Assessment(advice: .refer, rules: "")
        assessment.reasons = [
            Reason(
                code: "D99",
                kind: .objective,
                says: "Begini.",
                saysToTraveller: "Begitu.",
                basis: "",
                evidence: [:]
            )
        ]
        assessment.mend = [Remedy(document: "visa", where: "KJRI.", basis: "")]
        assessment.unknown = [Unknown(fact: "lama", ask: "Apa?")]
        let book = try Rules.book.get()
        #expect(book.show(assessment, to: .border, in: .english, on: departure) == assessment)
    }
}
