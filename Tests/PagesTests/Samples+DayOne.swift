import Vocabulary

@testable import Pages

/// What a desk of departures uses from its first day, with invented counts.
extension Samples {
    static var report: ReportModel {
        var totals = CaseTotals()
        (totals.interviews, totals.proceeded, totals.putOff) = (1041, 1012, 9)
        (totals.objections, totals.overturned) = (4, 1)
        func line(_ step: String, _ state: String, _ reason: String?, _ authority: Authority?, _ count: Int)
            -> ReportModel.Line
        {
            ReportModel.Line(
                tally: CaseTally(
                    kind: .departure,
                    step: step,
                    state: state,
                    reason: reason?.prefix(3).description,
                    authority: authority
                ),
                reason: reason,
                count: count
            )
        }
        return ReportModel(
            first: day("2026-02-01"),
            last: day("2026-02-28"),
            totals: totals,
            lines: [
                line("begin", "interviewing", nil, .immigration, 1041),
                line("propose", "proposed", "P01 · Visa atau izin <kerja> belum ada", .immigration, 9),
                line("lapse", "cleared", nil, nil, 12),
            ]
        )
    }
}
