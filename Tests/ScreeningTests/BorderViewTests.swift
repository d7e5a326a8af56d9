import Foundation
import Screening
import Testing
import Vocabulary

@Suite struct BorderViewTests {
    @Test(arguments: [PaperColumn.medical, .marital_statement, .family_permission])
    func `border roles see health, marital and family papers only as the placement file`(paper: PaperColumn)
        throws
    {
        var sample = try Sample(.ptop)
        paper.set(.no, in: &sample.site.placements[0])
        let whole = try sample.assess()
        let book = try Rules.book.get()
        let seen = whole.forBorder(by: book, on: departure)
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
        let seen = try sample.assess().forBorder(by: try Rules.book.get(), on: departure)
        #expect(seen.reasons.map { $0.evidence["document"] } == [Assessment.withheldDocument, "insurance"])
        #expect(seen.asked == ["document.withheld"])
    }

    @Test func `an attested family paper is not named`() throws {
        var sample = try Sample(.ptop)
        sample.site.attestations = [Attestation(document: "family_permission", number: "1", validUntil: nil)]
        let whole = try sample.assess()
        #expect(whole.against.contains { $0.says.contains("izin keluarga") })
        #expect(
            !whole.forBorder(by: try Rules.book.get(), on: departure).against.contains {
                $0.says.contains("keluarga")
            }
        )
    }
}
