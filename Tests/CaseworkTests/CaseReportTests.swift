import Casework
import Testing
import Vocabulary

@Suite struct CaseReportTests {
    private func report(_ steps: [(String, String, Int)], kind: CaseKind = .departure) -> CaseReport {
        var report = CaseReport()
        for (step, state, times) in steps {
            let tally = CaseTally(kind: kind, step: step, state: state, reason: "P01", authority: .ministry)
            report.add(tally, times: times, agreed: ["P01"])
        }
        return report
    }

    @Test func `the totals are those that the head of a shift asks for`() {
        let totals = report([
            ("begin", "interviewing", 7), ("proceed", "cleared", 3), ("completed", "cleared", 1),
            ("lapse", "cleared", 2), ("consent", "cleared", 5), ("agree", "deferred", 2),
            ("agree", "barred", 1),
            ("object", "objected", 1),
            ("appeal", "appealed", 1), ("overturn", "overturned", 1), ("lapse", "taken", 9),
        ]).totals
        #expect(totals.interviews == 7)
        #expect(totals.proceeded == 6)
        #expect(totals.putOff == 3)
        #expect(totals.objections == 2)
        #expect(totals.overturned == 1)
        #expect(report([("agree", "deferred", 4)], kind: .application).totals == CaseTotals())
    }

    @Test func `the table is CSV with a header and one line a count`() {
        let table = String(decoding: report([("begin", "interviewing", 7)]).csv, as: UTF8.self)
        #expect(
            table == "kind,step,state,reason,agency,count\ndeparture,begin,interviewing,P01,ministry,7\n"
        )
    }

    @Test func `a reason that nobody has agreed on is left out`() {
        var report = CaseReport()
        let tally = CaseTally(
            kind: .departure,
            step: "propose",
            state: "proposed",
            reason: "Z9",
            authority: nil
        )
        report.add(tally, agreed: ["P01"])
        #expect(report.rows.map(\.key.reason) == [""])
    }
}
