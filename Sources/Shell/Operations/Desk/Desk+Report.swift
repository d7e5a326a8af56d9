package import Casework
package import Vocabulary

extension Desk {
    /// What was done with cases from one day to another, both counted, by agreed codes.
    ///
    /// - Throws: `SiteFault`.
    package func report(from first: Day, to last: Day) throws -> CaseReport {
        let agreed = Set(rules.tables.reasons.map(\.code))
        let begin = Moment(day: first, hour: 0, minute: 0, zone: zone)
        let end = Moment(day: last.adding(days: 1), hour: 0, minute: 0, zone: zone)
        var report = CaseReport()
        for (tally, count) in try site.read({ try $0.tallies(from: begin, before: end) }) {
            report.add(tally, times: count, agreed: agreed)
        }
        return report
    }

    /// How many days a report on a page may span; nil where no rule says so.
    package var reportDays: Int? { rules.limit("report_days", on: today) }
}
