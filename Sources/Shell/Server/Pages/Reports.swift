import Casework
import HTTPTypes
import Operations
import Pages
import Vocabulary

/// The report of a day, a month or a span: as a page and as a table.
enum Reports {
    static func show(_ visit: Visit) throws -> Reply {
        let desk = visit.desk
        guard let span = span(visit) else { return refused(.unfit, visit) }
        guard isShortEnough(span, desk) else { return refused(.tooLong(days: desk.reportDays ?? 1), visit) }
        let report = try desk.report(from: span.first, to: span.last)
        let words = reasonWords(visit)
        let lines = report.rows.map { key, count in
            ReportModel.Line(
                tally: key,
                reason: key.reason.isEmpty ? nil : words[key.kind]?[key.reason] ?? key.reason,
                count: count
            )
        }
        return visit.page(
            ReportModel(first: span.first, last: span.last, totals: report.totals, lines: lines)
        )
    }

    /// The same table as `kawal report` gives it.
    static func sendTable(_ visit: Visit) throws -> Reply {
        guard let span = span(visit), isShortEnough(span, visit.desk) else {
            throw OperationFault.fieldUnfit(field: Field.from.text, expected: "two days of a short span")
        }
        let report = try visit.desk.report(from: span.first, to: span.last)
        var reply = Reply.download(report.csv, name: "laporan-\(span.first)-\(span.last).csv")
        reply.headers[.contentType] = "text/csv; charset=utf-8"
        return reply
    }

    /// The days asked for, else today; nil where they can't be.
    private static func span(_ visit: Visit) -> (first: Day, last: Day)? {
        if let month = visit.query(Field.month) {
            guard month.utf8.count == 7, let first = Day(month + "-01") else { return nil }
            return (first, first.adding(months: 1).adding(days: -1))
        }
        let (from, to) = (visit.query(Field.from) ?? visit.query(Field.day), visit.query(Field.to))
        guard from != nil || to != nil else { return (visit.desk.today, visit.desk.today) }
        guard let first = (from ?? to).flatMap({ Day($0) }), let last = (to ?? from).flatMap({ Day($0) }),
            first <= last
        else { return nil }
        return (first, last)
    }

    private static func isShortEnough(_ span: (first: Day, last: Day), _ desk: Desk) -> Bool {
        span.first.days(until: span.last) < desk.reportDays ?? 1
    }

    private static func refused(_ problem: ReportModel.Problem, _ visit: Visit) -> Reply {
        let (from, to) = (visit.query(Field.from), visit.query(Field.to))
        let first = from.flatMap { Day($0) } ?? visit.desk.today
        let last = to.flatMap { Day($0) } ?? first
        return visit.page(
            ReportModel(first: first, last: last, problem: problem),
            status: .unprocessableContent
        )
    }

    /// What the agreed reasons say, by course and code.
    private static func reasonWords(_ visit: Visit) -> [CaseKind: [String: String]] {
        Dictionary(
            uniqueKeysWithValues: CaseKind.allCases.map {
                ($0, CaseSight.reasonWords($0, in: visit.language, visit.desk))
            }
        )
    }
}
