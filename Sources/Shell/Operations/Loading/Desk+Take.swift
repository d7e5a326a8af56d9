import Foundation
import Intake
package import Vocabulary

extension Desk {
    /// Takes a table that an office brought, onto what stands: only what it may bring, and nothing of another office's goes.
    ///
    /// - Throws: `SiteFault`; then the rows that were taken before stand, and the same table may be taken again.
    package func take(_ bytes: [UInt8], as share: OfficeShare) async throws -> TakenRows {
        try await take(share.kind.recordType, PieceSource(bytes), share, refusesRepeats: false)
    }

    /// Takes a file that an office brought; its size costs no memory.
    ///
    /// - Throws: `OperationFault.unreadable`; `SiteFault`.
    package func take(_ file: FoundFile, as share: OfficeShare) async throws -> TakenRows {
        let handle = try file.open()
        defer { try? handle.close() }
        return try await take(share.kind.recordType, PieceSource(handle), share, refusesRepeats: true)
    }

    /// So few rows a transaction that a counter's check never waits for an office's file.
    private static var rowsAtOnce: Int { 2048 }

    private func take<Record: OfficeRecord>(
        _: Record.Type,
        _ source: PieceSource,
        _ share: OfficeShare,
        refusesRepeats: Bool
    ) async throws -> TakenRows {
        var batches = RecordBatches<Record>(source, rows: Self.rowsAtOnce, refusesRepeats: refusesRepeats)
        var taken = TakenRows()
        while let batch = try batches.nextRecords() {
            var merging = ShareMerging<Record>(share: share, at: now())
            for diagnostic in batch.diagnostics { merging.note(diagnostic) }
            try site.read { reads in
                for (line, record) in batch.records { try merging.add(record, line: line, reads) }
            }
            let changes = merging.records.map { RecordChange($0) }
            if !changes.isEmpty {
                let actor = Actor.connector(of: share.office).name
                merging.written(try await site.load(changes, by: actor, at: now()))
            }
            taken += merging.taken
        }
        return taken
    }

    /// Notes how far an office's table reaches, or what it brings of another's; nothing where it brings some kinds of rows.
    ///
    /// - Throws: `SiteFault`.
    package func note(reach completeUntil: Day?, _ state: Feed.State, of share: OfficeShare) async throws {
        guard share.only.isEmpty else { return }
        var feed = Feed()
        feed.name = share.feed
        feed.owner = share.office
        feed.completeUntil = completeUntil
        feed.state = state
        let actor = Actor.connector(of: share.office).name
        _ = try await site.load([RecordChange(feed)], by: actor, at: now())
    }

    /// Notes that an office of some columns hasn't said anything yet: until then an empty cell of them is no missing paper.
    ///
    /// - Throws: `SiteFault`.
    package func awaitFirst(of share: OfficeShare) async throws {
        guard !share.bringsRows, try site.read({ try $0.records(Feed.self, .key(share.feed)).isEmpty }) else {
            return
        }
        try await note(reach: nil, .down, of: share)
    }
}
