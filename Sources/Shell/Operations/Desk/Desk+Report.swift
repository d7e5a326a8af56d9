package import Casework
package import Vocabulary

extension Desk {
    /// What was done with cases from one day to another, both counted, by agreed codes.
    ///
    /// - Throws: `SiteFault`.
    package func report(from first: Day, to last: Day) throws -> CaseReport {
        let agreed = Set(rules.tables.reasons.map(\.code))
        var report = CaseReport()
        try site.read { reads in
            try reads.forEachCaseMove { move in
                let day = move.at.day(zone: zone)
                if first <= day, day <= last { report.add(move, agreed: agreed) }
            }
        }
        return report
    }
}
