import GRDB
import Ledger
package import Operations

/// An entry as a check of two ledgers beside each other wants it.
package struct ListedEntry: Sendable {
    /// The entry.
    package let index: UInt64
    /// What kind it is: `exchange.received/1`.
    package let kind: String
    /// Who did it.
    package let actor: String
    /// What happened; nil of a row, and of what was erased.
    package let event: SiteEvent?
}

extension SiteStore {
    /// The entries from one on, at most so many, with what happened in those of some kinds: the ledger itself, not the views.
    ///
    /// - Throws: `SiteFault`.
    package func entries(from index: UInt64, limit: Int, opening kinds: (String) -> Bool) throws
        -> [ListedEntry]
    {
        try SiteFault.translating {
            try pool.read { database in
                let query = try Query(
                    """
                    SELECT sealed.body, entries.idx, sealed.key, entries.canonical
                    FROM entries LEFT JOIN sealed ON sealed.idx = entries.idx
                    WHERE entries.idx >= ? ORDER BY entries.idx LIMIT ?
                    """,
                    on: database
                )
                try query.bind(Int64(clamping: index), at: 1)
                try query.bind(Int64(limit), at: 2)
                return try query.all { row in
                    let index = UInt64(clamping: row.int(1))
                    let entry = try LedgerEntry(storedAt: index, row.bytes(3))
                    var event: SiteEvent?
                    if kinds(entry.kind), !row.isNull(0) {
                        event = try row.opened(key.seal) { try SiteEvent(kind: entry.kind, body: $0) }
                    }
                    return ListedEntry(
                        index: index,
                        kind: entry.kind,
                        actor: entry.actor,
                        event: event
                    )
                }
            }
        }
    }
}
