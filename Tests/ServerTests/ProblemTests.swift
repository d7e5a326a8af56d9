import Foundation
import HTTPTypes
import NIOCore
import Operations
@testable import Server
import Testing

/// The list of problems: stable codes, each with what to do, none of them personal.
struct ProblemTests {
    private var list: String {
        let rows = Problem.catalogue.map {
            "| `\($0.code)` | \($0.status.code) | \($0.title) | \($0.remedy) |"
        }
        return """
            # Problems of the API

            What `code` of an `application/problem+json` answer says, and what to do. Written from `Problem.catalogue`.

            | Code | Status | What happened | What to do |
            |---|---|---|---|
            \(rows.joined(separator: "\n"))

            """
    }

    @Test func `the kept list is the catalogue; KAWAL_RECORD=1 writes it anew`() throws {
        let kept = Program.file("docs/generated/problems.md")
        if ProcessInfo.processInfo.environment["KAWAL_RECORD"] != nil { try Data(list.utf8).write(to: kept) }
        #expect(try String(contentsOf: kept, encoding: .utf8) == list)
    }

    @Test func `a code stands for one status`() {
        let codes = Dictionary(grouping: Problem.catalogue, by: \.code).mapValues {
            Set($0.map(\.status.code))
        }
        #expect(codes.filter { $0.value.count > 1 }.isEmpty, "\(codes)")
        #expect(Problem.catalogue.allSatisfy { $0.code.hasPrefix("KWL-") && !$0.remedy.isEmpty })
    }

    @Test(arguments: [
        SiteFault.absent(folder: "/rahasia"), .locked(folder: "/rahasia"), .newer(found: 2, known: 1),
        .damaged(finding: "rahasia"), .key(path: "/rahasia", finding: "rahasia"), .failed(finding: "rahasia"),
    ])
    func `what is wrong with the store is not told outside`(fault: SiteFault) {
        let problem = Problem(fault)
        #expect(problem.status == .serviceUnavailable)
        #expect(!String(buffer: problem.reply(request: "1").bytes).contains("rahasia"))
    }

    @Test func `an error's kind is logged without what it carries`() {
        #expect(ProblemAnswers.kind(of: SiteFault.failed(finding: "rahasia")) == "SiteFault.failed")
        #expect(ProblemAnswers.kind(of: OperationFault.absent) == "OperationFault")
    }
}
