import Ledger
import Operations
import Vocabulary

/// A row of an office's file, sealed beside the writer.
struct SealedRow: Sendable {
    let kind: RecordKind
    let code: [UInt8]
    let handles: [Int64]
    let sealed: Sealed

    /// Seals the rows of a load.
    static func seal(
        _ changes: [RecordChange],
        by actor: String,
        at moment: Moment,
        with sealer: Sealer
    ) throws -> [SealedRow] {
        let chance = sealer.random(changes.count * Sealer.chance)
        let kinds = Dictionary(uniqueKeysWithValues: RecordKind.allCases.map { ($0, $0.entryKind) })
        let text = moment.description
        return try changes.enumerated().map { position, change in
            let start = position * Sealer.chance
            return SealedRow(
                kind: change.kind,
                code: sealer.key.codes.code(ofKey: change.key, in: change.kind),
                handles: change.handles.map { sealer.key.codes.code(of: $0, in: change.kind) },
                sealed: try sealer.seal(
                    change.body,
                    kind: kinds[change.kind] ?? change.kind.entryKind,
                    at: moment,
                    text: text,
                    by: (actor, "registry-load", change.subject),
                    chance: chance[start..<start + Sealer.chance]
                )
            )
        }
    }
}

extension LedgerWriter {
    /// Appends the rows that are new or changed.
    mutating func load(_ rows: [SealedRow], at moment: Moment) throws -> LoadCount {
        var counts: [RecordKind: LoadCount] = [:]
        let start = Int64(frontier.size)
        var found: [(handle: Int64, index: Int64)] = []
        found.reserveCapacity(rows.count * 3)
        /// In order, so that each page of the index is met once a load and not once a row.
        func flush() throws {
            for (handle, index) in found.sorted(by: { $0.handle < $1.handle }) {
                try views.find(index, by: handle)
            }
            found = []
        }
        for row in rows {
            let earlier = try views.claim(row.kind, row.code, for: Int64(frontier.size))
            if let earlier, try views.body(at: earlier, { $0.elementsEqual(row.sealed.body) }) == true {
                counts[row.kind, default: LoadCount()].unchanged += 1
                continue
            }
            if let earlier, earlier >= start { try flush() }
            let index = try append(row.sealed)
            try views.put(row.kind, row.code, at: moment, index: index, replacing: earlier)
            try views.note(index, row.kind, toldBy: row.sealed.actor, at: moment)
            found += row.handles.map { ($0, index) }
            if earlier == nil {
                counts[row.kind, default: LoadCount()].added += 1
            } else {
                counts[row.kind, default: LoadCount()].changed += 1
            }
        }
        try flush()
        var total = LoadCount()
        for (kind, count) in counts {
            total += count
            guard count.added + count.changed > 0 else { continue }
            try views.count(kind, added: Int64(count.added), at: moment)
        }
        return total
    }
}
