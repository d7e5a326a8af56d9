public import Vocabulary

/// What was done with cases in some days, of nobody (laporan).
public struct ReportModel: Sendable {
    /// How often a step was taken.
    public struct Line: Sendable, Hashable {
        /// As what it is counted.
        public var tally: CaseTally
        /// The agreed reason in words, in the reader's language, its code before it.
        public var reason: String?
        /// How often.
        public var count: Int

        /// A line.
        public init(tally: CaseTally, reason: String?, count: Int) {
            self.tally = tally
            self.reason = reason
            self.count = count
        }
    }

    /// Why what was asked for is not shown.
    public enum Problem: Sendable, Hashable {
        /// No two days, or the last before the first.
        case unfit
        /// More days than a report may span.
        case tooLong(days: Int)
    }

    /// The first day.
    public var first: Day
    /// The last day.
    public var last: Day
    /// What the head of a shift asks first.
    public var totals: CaseTotals
    /// The counts, in a fixed order.
    public var lines: [Line]
    /// Why what was asked for is not shown; then nothing is.
    public var problem: Problem?

    /// A report.
    public init(
        first: Day,
        last: Day,
        totals: CaseTotals = CaseTotals(),
        lines: [Line] = [],
        problem: Problem? = nil
    ) {
        self.first = first
        self.last = last
        self.totals = totals
        self.lines = lines
        self.problem = problem
    }
}
