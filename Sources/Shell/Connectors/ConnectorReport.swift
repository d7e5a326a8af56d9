package import Operations

/// What a run of a connector came to.
package struct ConnectorReport: Sendable {
    /// The connector.
    package let name: String
    /// The rows, by table.
    package var tables: [String: TakenRows] = [:]
    /// Files that were taken or refused.
    package var files = 0
    /// Files that wait to become whole.
    package var waiting: [String] = []
    /// News told.
    package var told = 0
    /// Rows that wait for their records, from all runs.
    package var orphans = 0
    /// Why it came to no end; nil where it did.
    package var failure: String?

    /// A run that hasn't begun.
    package init(name: String) { self.name = name }

    /// Whether a person must look: something was refused, waits too long, or failed.
    package var needsPerson: Bool {
        failure != nil || !waiting.isEmpty || tables.values.contains { $0.refused > 0 }
    }

    /// Adds what the next run came to.
    static func += (left: inout ConnectorReport, right: ConnectorReport) {
        for (table, rows) in right.tables { left.tables[table, default: TakenRows()] += rows }
        left.files += right.files
        left.told += right.told
        left.waiting = right.waiting
        left.orphans = right.orphans
        left.failure = right.failure
    }
}
