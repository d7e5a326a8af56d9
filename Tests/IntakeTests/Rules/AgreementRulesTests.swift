import Foundation
import Intake
import Testing
import Vocabulary

@Suite struct AgreementRulesTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Rules")
    private let today = Day(year: 2026, month: 12, day: 1)

    private func book(_ name: String = "", _ change: (String) -> String = { $0 }) throws -> Rulebook {
        let files = try RulebookReader.fileNames.map { file in
            let text = try String(contentsOf: Self.folder.appending(path: file), encoding: .utf8)
            return (name: file, bytes: Array((file == name ? change(text) : text).utf8))
        }
        return try RulebookReader.read(files: files, digest: "sha256:x")
    }

    private func faults(in name: String, adding line: String) throws -> [String] {
        do {
            _ = try book(name) { $0 + line + "\n" }
            return []
        } catch let error as RulebookFaults {
            return error.lines
        }
    }

    @Test func `what stands in the agreement may be sent by whom it names`() throws {
        let row = try book().agreed(
            "referral.opened/1",
            from: .immigration,
            fields: ["referral", "codes"],
            purpose: "clear-worker",
            on: try #require(today)
        )
        #expect(row.answerMinutes == 30)
        #expect(row.impact == .high)
    }

    @Test func `type, member and purpose outside of it are refused in this order`() throws {
        let (book, day) = (try book(), try #require(today))
        func fault(_ type: String, _ sender: Authority, _ fields: [String], _ purpose: String)
            -> AgreementFault?
        {
            #expect(throws: AgreementFault.self) {
                try book.agreed(type, from: sender, fields: fields, purpose: purpose, on: day)
            }
        }
        #expect(fault("referral.opened/2", .immigration, [], "protect") == .type("referral.opened/2"))
        #expect(fault("referral.opened/1", .ministry, [], "protect") == .type("referral.opened/1"))
        #expect(fault("referral.opened/1", .police, [], "protect") == .type("referral.opened/1"))
        #expect(fault("referral.opened/1", .immigration, ["religion"], "tax") == .field("religion"))
        #expect(fault("referral.opened/1", .immigration, [], "tax") == .purpose("tax"))
        #expect(fault("referral.opened/1", .immigration, [], "evaluate") == .purpose("evaluate"))
        #expect(fault("agency.shared/1", .ministry, [], "protect") == .purpose("protect"))
    }

    @Test func `health, marital, family and home are no members of a placement that is shared`() throws {
        let day = try #require(today)
        let row = try #require(try book().agreement(on: day).first { $0.type == "placement.shared/1" })
        let kept = [
            "medical_until", "marital_statement", "family_permission", "village_code", "phone", "sex",
        ]
        #expect(Set(row.fields).isDisjoint(with: kept))
        #expect(row.fields.contains("placement_file"))
    }

    @Test(arguments: [
        "audit,search,border,,,Audit,Audit,basis,2027-01-01,",
        "audit,search,border,DPIA 7,2026-12-10,Audit,Audit,basis,2027-01-01,",
        "audit,search,border,DPIA 7,2026-11-01,Audit,Audit,basis,,",
        "tax,search,border,DPIA 7,2026-11-01,Pajak,Tax,basis,2027-01-01,",
    ])
    func `a new purpose that was not assessed, not published in time or ruled out for ever is refused`(
        _ line: String
    )
        throws
    {
        #expect(try !faults(in: "purposes.csv", adding: line).isEmpty)
    }

    @Test func `a new purpose reaches only what was collected since it holds`() throws {
        let book = try book("purposes.csv") {
            $0 + "audit,search,border,DPIA 7,2026-10-01,Audit,Audit,basis,2026-11-01,\n"
        }
        var tables = book.tables
        tables.agreement[0].purposes.append("audit")
        let widened = Rulebook(tables, digest: "")
        let day = try #require(today)
        func agreed(_ collected: Day) throws -> AgreementRule {
            try widened.agreed(
                "referral.opened/1",
                from: .immigration,
                fields: [],
                purpose: "audit",
                collectedOn: collected,
                on: day
            )
        }
        let (earlier, begins) = (try #require(Day("2026-10-31")), try #require(Day("2026-11-01")))
        #expect(throws: AgreementFault.collectedEarlier(purpose: "audit")) { try agreed(earlier) }
        #expect(try agreed(begins).type == "referral.opened/1")
    }

    @Test func `the text that both sign changes with every row and every purpose that it names`() throws {
        let day = try #require(today)
        let text = try book().agreementText(on: day)
        let other = try book("agreement.csv") {
            $0.replacingOccurrences(of: ",30,180,high", with: ",31,180,high")
        }
        #expect(text != other.agreementText(on: day))
        #expect(text.contains("investigate-recruiter"))
        #expect(try book().agreementText(on: day) == text)
    }
}
