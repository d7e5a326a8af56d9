package import Operations
import Synchronization

/// The ledger that a cluster's nodes share, in a PostgreSQL database of 13 or newer.
///
/// - Shape: one link, made at the first call and again after a fault or when the server ended it; tables in the schema
///   `kawal`, made where they are missing. Identities come back in lower case. A body whose subject's key is erased is nil.
/// - Source: docs/operate/postgresql.md: rights of the role, what an erasure leaves where.
package final class ClusterLedger: SharedLedger {
    private struct State {
        var link: Link?
        /// The index of the next entry, while the right to append is held.
        var next: UInt64?
    }

    private let address: String
    private let limits: Link.Limits
    private let state = Mutex(State())

    /// A ledger at a libpq connection string or URI; nothing is asked yet.
    package convenience init(_ address: String) { self.init(address, limits: Link.Limits()) }

    init(_ address: String, limits: Link.Limits) {
        self.address = address
        self.limits = limits
    }

    package func size() throws(SharedLedgerFault) -> UInt64 {
        try run { link, _ throws(SharedLedgerFault) in try link.ask(Call(.size)).int(0, 0) }
    }

    package func entries(from index: UInt64, limit: Int) throws(SharedLedgerFault) -> [SharedEntry] {
        guard limit > 0 else { return [] }
        let end = index + min(UInt64(limit), UInt64.max - index)
        return try run { link, _ throws(SharedLedgerFault) in
            let rows = try link.ask(Call(.page, .int(index), .int(end)))
            return (0..<rows.count).map { SharedEntry(rows, at: $0) }
        }
    }

    package func contains(id: String) throws(SharedLedgerFault) -> Bool {
        try run { link, _ throws(SharedLedgerFault) in
            try link.ask(Call(.contains, .text(id))).count > 0
        }
    }

    package func begin() throws(SharedLedgerFault) {
        try run { link, next throws(SharedLedgerFault) in
            guard next == nil else { throw .refused(finding: "a round is open already") }
            // The size is asked by itself: what a statement sees is fixed before it waits for the right.
            let calls = [Call(.begin), Call(.takeRight), Call(.size)]
            let answers = try link.ask(calls, patience: Int32(limits.lock))
            try Schema.checkDurability(answers[1].text(0, 0))
            next = answers[2].int(0, 0)
        }
    }

    package func append(_ entries: [SharedEntry]) throws(SharedLedgerFault) {
        try run { link, next throws(SharedLedgerFault) in
            let start = try Self.held(next)
            for (offset, entry) in entries.enumerated() where entry.index != start + UInt64(offset) {
                throw .refused(
                    finding: "the next index is \(start + UInt64(offset)), not \(entry.index)"
                )
            }
            try Self.append(entries, on: link)
            next = start + UInt64(entries.count)
        }
    }

    package func erase(
        bodies: [Range<UInt64>],
        keysOf subjects: [[UInt8]]
    ) throws(SharedLedgerFault) {
        try run { link, next throws(SharedLedgerFault) in
            _ = try Self.held(next)
            let lower = Parameter.ints(bodies.map(\.lowerBound))
            _ = try link.ask([
                Call(.eraseBodies, lower, .ints(bodies.map(\.upperBound))),
                Call(.eraseKeys, .blobs(subjects)),
            ])
        }
    }

    package func commit() throws(SharedLedgerFault) {
        try run { link, next throws(SharedLedgerFault) in
            _ = try Self.held(next)
            try link.commit()
            next = nil
        }
    }

    package func rollBack() { state.withLock { Self.end(&$0) } }

    package func sweep() throws(SharedLedgerFault) {
        // A link of its own: nobody who appends is kept waiting on this side.
        _ = try Link(address, limits: limits).ask([Call(.sweep)], patience: Self.longestSweep)
    }

    /// Ten minutes, in milliseconds.
    private static let longestSweep: Int32 = 600_000

    /// Runs something on the link, which is made where there is none; a fault ends the round, and a cut the link.
    private func run<Answer: Sendable>(
        _ body: (Link, inout UInt64?) throws(SharedLedgerFault) -> Answer
    ) throws(SharedLedgerFault) -> Answer {
        try state.withLock { state throws(SharedLedgerFault) in
            do throws(SharedLedgerFault) {
                return try body(try link(&state), &state.next)
            } catch {
                switch error {
                case .cut, .unsettled: state = State()
                case .refused, .full: Self.end(&state)
                }
                throw error
            }
        }
    }

    private func link(_ state: inout State) throws(SharedLedgerFault) -> Link {
        if let link = state.link, state.next != nil || link.isQuiet { return link }
        let link = try Link(address, limits: limits)
        state.link = link
        return link
    }

    private static func end(_ state: inout State) {
        state.next = nil
        guard let link = state.link, link.isInTransaction else { return }
        if (try? link.ask(Call(.rollBack))) == nil { state.link = nil }
    }

    private static func held(_ next: UInt64?) throws(SharedLedgerFault) -> UInt64 {
        guard let next else { throw .refused(finding: "no right to append is held: the round is over") }
        return next
    }

    private static func append(_ entries: [SharedEntry], on link: Link) throws(SharedLedgerFault) {
        guard !entries.isEmpty else { return }
        let kept = entries.compactMap { entry in entry.body.map { (entry.index, $0) } }
        let subjects = kept.compactMap(\.1.subject)
        let pseudonyms = Parameter.blobs(subjects.map(\.pseudonym))
        let keys = Parameter.blobs(subjects.map(\.wrappedKey))
        let answers = try link.ask([
            Call(
                .append,
                .ints(entries.map(\.index)),
                .texts(entries.map(\.id)),
                .blobs(entries.map(\.canonical))
            ),
            Call(
                .appendBodies,
                .ints(kept.map(\.0)),
                .blobs(kept.map { $0.1.subject?.pseudonym }),
                .blobs(kept.map(\.1.sealed))
            ),
            Call(.appendKeys, pseudonyms, keys),
        ])
        // Whether those that stood already are the same costs a turn of its own, so only where some stood.
        guard answers[2].altered < subjects.count else { return }
        guard try link.ask(Call(.otherKeys, pseudonyms, keys)).count == 0 else {
            throw .refused(finding: "a subject has another key already")
        }
    }
}

extension SharedEntry {
    /// The entry of a row of `Statement.page`.
    fileprivate init(_ rows: Rows, at row: Int32) {
        var body: SealedBody?
        if let sealed = rows.bytes(row, 3) {
            if let pseudonym = rows.bytes(row, 4) {
                body = rows.bytes(row, 5).map {
                    SealedBody(sealed: sealed, subject: .init(pseudonym: pseudonym, wrappedKey: $0))
                }
            } else {
                body = SealedBody(sealed: sealed, subject: nil)
            }
        }
        self.init(
            index: rows.int(row, 0),
            id: rows.text(row, 1),
            canonical: rows.bytes(row, 2) ?? [],
            body: body
        )
    }
}
