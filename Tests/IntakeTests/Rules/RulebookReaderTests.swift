import Foundation
import Intake
import Testing
import Vocabulary

@Suite struct RulebookReaderTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Rules")

    private func files(replacing name: String = "", _ change: (String) -> String = { $0 }) throws -> [(
        name: String, bytes: [UInt8]
    )] {
        try RulebookReader.fileNames.map { file in
            let text = try String(contentsOf: Self.folder.appending(path: file), encoding: .utf8)
            return (name: file, bytes: Array((file == name ? change(text) : text).utf8))
        }
    }

    private func faults(in name: String, _ change: (String) -> String) throws -> [RuleFault] {
        let files = try files(replacing: name, change)
        do {
            _ = try RulebookReader.read(files: files, digest: "sha256:x")
            return []
        } catch {
            return error.faults
        }
    }

    @Test func `the rules of this repository are read without a finding and carry their digest`() throws {
        let book = try RulebookReader.read(files: files(), digest: "sha256:abc")
        #expect(book.digest == "sha256:abc")
        #expect(book.tables.closures.count == 19)
        #expect(book.tables.checks.contains { $0.code == "D01" })
    }

    @Test func `a closure does not act before its first day`() throws {
        let book = try RulebookReader.read(files: files(), digest: "")
        let oman = try #require(CountryCode("OMN"))
        #expect(book.closures(of: oman, on: try #require(Day("2015-06-30"))).isEmpty)
        #expect(book.closures(of: oman, on: try #require(Day("2015-07-01"))).count == 1)
    }

    @Test func `every finding of every file is told at once, with line, finding, expectation and remedy`()
        throws
    {
        var broken = try files(replacing: "limits.csv") {
            $0.replacingOccurrences(of: ",18,", with: ",eighteen,")
        }
        broken.removeAll { $0.name == "visas.csv" }
        let error = try #require(throws: RulebookFaults.self) {
            try RulebookReader.read(files: broken, digest: "")
        }
        #expect(error.faults.map(\.file) == ["visas.csv", "limits.csv"])
        let limit = try #require(error.faults.last?.diagnostic)
        #expect(limit.at == 4)
        #expect(limit.field == "value")
        #expect(limit.found.contains("eighteen"))
        #expect(limit.expected == "a whole number from 0 to 36525")
        #expect(!limit.remedy.isEmpty)
        #expect(error.lines[1].hasPrefix("limits.csv:4 value: found"))
    }

    @Test(arguments: [
        ("closures.csv", "OMN", "OMX", "destination"),
        ("closures.csv", "2015-07-01", "2015-07-32", "valid_from"),
        ("checks.csv", "objective,refer", "objective,deny", "advice"),
        ("documents.csv", "mandatory", "compulsory", "requirement"),
        ("documents.csv", "gtog ptop", "gtog pptop", "schemes"),
        ("papers.csv", ",yes,", ",perhaps,", "sensitive"),
        ("feeds.csv", "workers", "worker", "feed"),
        ("visas.csv", "work resident", "work resdent", "kinds"),
        ("limits.csv", ",18,", ",99999999999,", "value"),
        ("limits.csv", ",18,", ",-1,", "value"),
    ])
    func `a cell that can't be used is refused by its column`(
        file: String,
        right: String,
        wrong: String,
        column: String
    ) throws {
        let found = try faults(in: file) { $0.replacingOccurrences(of: right, with: wrong) }
        #expect(found.contains { $0.file == file && $0.diagnostic.field == column && $0.diagnostic.at > 1 })
    }

    @Test(arguments: [
        ("checks.csv", "says_id,", "says,", "says_id"), ("limits.csv", "value,", "", "value"),
    ])
    func `a missing column is named`(file: String, right: String, wrong: String, column: String) throws {
        let found = try faults(in: file) { $0.replacingOccurrences(of: right, with: wrong) }
        #expect(found.contains { $0.diagnostic.field == column })
    }

    @Test func `a key that another file lacks is a finding`() throws {
        let found = try faults(in: "remedies.csv") {
            $0.replacingOccurrences(of: "\nvisa,", with: "\nvisum,")
        }
        #expect(found.contains { $0.file == "papers.csv" && $0.diagnostic.found.contains("visa") })
    }

    @Test func `a quote that never ends and a row that is too wide are findings`() throws {
        let open = try faults(in: "limits.csv") { $0 + "x,\"1,never ends,,\n" }
        #expect(open.contains { $0.diagnostic.found.contains("quote") && $0.diagnostic.at > 4 })
        let wide = try faults(in: "limits.csv") { $0 + "x,1,basis,,,one more\n" }
        #expect(wide.contains { $0.diagnostic.found == "6 cells" })
    }

    @Test func `no advice in the rules is harsher than a referral but for the law's own bars`() throws {
        let book = try RulebookReader.read(files: files(), digest: "")
        let statutory = Set(book.tables.checks.filter { $0.advice == .statutory }.map(\.code))
        #expect(statutory == ["D09", "D13"])
    }

    @Test func `sentences are short, and an application is never told of suspicion`() throws {
        let book = try RulebookReader.read(files: files(), digest: "")
        for row in book.tables.checks {
            for text in [row.says.indonesian, row.saysToTraveller.indonesian] {
                #expect(!text.lowercased().contains("curiga"))
                for sentence in text.split(separator: ".") {
                    #expect(sentence.split(separator: " ").count < 15, "\(row.code): \(sentence)")
                }
            }
            if row.occasion == .application { #expect(row.says.indonesian.contains("belum lengkap")) }
        }
    }

    @Test func `a sentence is filled from its evidence in either language`() throws {
        let book = try RulebookReader.read(files: files(), digest: "")
        let day = try #require(Day("2026-03-01"))
        let reason = Reason(
            code: "D02",
            kind: .objective,
            says: "",
            saysToTraveller: "",
            basis: "",
            evidence: ["document": "visa", "state": "expired", "until": "2026-02-03"]
        )
        let indonesian = book.sentence(for: reason, to: .officer, in: .indonesian, on: day)
        let english = book.sentence(for: reason, to: .officer, in: .english, on: day)
        #expect(indonesian == "Visa kerja berakhir 3 Februari 2026, sebelum hari berangkat.")
        #expect(english == "Work visa ended on 3 February 2026, before departure.")
    }

    @Test(arguments: [
        (
            "siapkerja,bring,workers,placement_agreement_no",
            "siapkerja,bring,pekerja,placement_agreement_no", "table"
        ),
        ("siapkerja,bring,workers,placement_agreement_no", "siapkerja,bring,workers,no_pp", "columns"),
        ("simkim,bring,passports,,", "simkim,bring,passports,office,", "columns"),
        ("key,kind=rednotice", "key,rednotice", "only"),
        ("key,kind=rednotice", "name,kind=rednotice", "matched_by"),
    ]) func `a row of connectors that no site can use is told`(row: String, broken: String, field: String)
        throws
    {
        let faults = try faults(in: "connectors.csv") { $0.replacingOccurrences(of: row, with: broken) }
        #expect(faults.first?.diagnostic.field == field)
        #expect(faults.first?.file == "connectors.csv")
    }

    @Test func `an office may do what a row says while it acts`() throws {
        let book = try RulebookReader.read(files: files(), digest: "")
        let before = try #require(Day("2023-07-16"))
        let after = try #require(Day("2023-07-17"))
        #expect(book.connectorRules(of: "siapkerja", .bring, on: before).isEmpty)
        #expect(book.connectorRules(of: "siapkerja", .bring, on: after).map(\.table) == ["workers"])
        #expect(book.connectorRules(of: "siapkerja", .tell, on: after).isEmpty)
        let fields = book.connectorFields(of: "siapkerja", table: "workers", on: after)
        #expect(fields["perjanjian.nomor"] == "placement_agreement_no")
        #expect(book.offices(on: before).contains("simkim"))
    }
}
