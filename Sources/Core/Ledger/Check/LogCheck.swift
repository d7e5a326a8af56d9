/// What does not agree in an exported log.
public enum LogFinding: Error, Hashable, Sendable {
    /// A file is missing.
    case missing(path: String)
    /// A file has not its form: too long, too short, entries that do not fit.
    case malformed(path: String)
    /// The checkpoint is not to be trusted.
    case note(NoteFault)
    /// An entry is not canonical, or says that it is another.
    case entry(LedgerFinding)
    /// A hash of a tile is not the one that its entries give; entries before this index agree.
    case altered(index: UInt64)
    /// The entries give another root than the checkpoint says.
    case rootDiffers(stated: Hash256, derived: Hash256)
    /// The log is not the continuation of the one that an earlier checkpoint saw: forked or rolled back.
    case forked(size: UInt64)
}

/// Checks an exported log from its files alone (c2sp.org/tlog-tiles); shares nothing with the writer but the hash function.
///
/// Memory does not grow with the log.
public struct LogCheck {
    private let read: (String) throws -> [UInt8]?
    private var tree = TileRows()

    /// A check of files that a closure reads by their path; nil where there is none.
    public init(read: @escaping (String) throws -> [UInt8]?) { self.read = read }

    /// The checkpoint of a log in which all agrees.
    ///
    /// `earlier` are checkpoints that were seen before; the log must be their continuation.
    /// - Throws: `LogFinding`, the first by index; what reading throws.
    public mutating func verify(
        keys: [NoteKey],
        earlier: [Checkpoint] = [],
        progress: (_ done: UInt64, _ of: UInt64) -> Void = { _, _ in }
    ) throws -> Checkpoint {
        let head = try checkpoint(keys)
        for old in earlier where old.origin != head.origin || old.size > head.size {
            throw LogFinding.forked(size: old.size)
        }
        try compare(earlier)
        while tree.size < head.size {
            let width = Int(min(head.size - tree.size, 256))
            for entry in try entries(width: width) {
                try add(entry)
                try compare(earlier)
            }
            try compareTiles(of: head.size)
            progress(tree.size, head.size)
        }
        guard let derived = Hash256(tree.root), derived == head.root else {
            throw LogFinding.rootDiffers(stated: head.root, derived: Hash256(tree.root) ?? head.root)
        }
        return head
    }

    private func checkpoint(_ keys: [NoteKey]) throws -> Checkpoint {
        let bytes = try file("checkpoint")
        do throws(NoteFault) {
            return try Checkpoint(SignedNote(bytes), of: keys)
        } catch {
            throw LogFinding.note(error)
        }
    }

    private func file(_ path: String) throws -> [UInt8] {
        guard let bytes = try read(path) else { throw LogFinding.missing(path: path) }
        return bytes
    }

    /// The entries of the next bundle, of which so many are demanded.
    private func entries(width: Int) throws -> [[UInt8]] {
        let path = "tile/entries/" + TreeTile.path(index: tree.size / 256, width: width)
        var rest = try file(path)[...]
        var entries: [[UInt8]] = []
        while let high = rest.popFirst() {
            guard let low = rest.popFirst() else { throw LogFinding.malformed(path: path) }
            let count = Int(high) << 8 | Int(low)
            guard rest.count >= count else { throw LogFinding.malformed(path: path) }
            entries.append(Array(rest.prefix(count)))
            rest = rest.dropFirst(count)
        }
        guard entries.count == width else { throw LogFinding.malformed(path: path) }
        return entries
    }

    private mutating func add(_ entry: [UInt8]) throws {
        let read: LedgerEntry
        do throws(EntryFault) {
            read = try LedgerEntry(canonical: entry)
        } catch {
            throw LogFinding.entry(.malformed(index: tree.size, fault: error))
        }
        guard read.index == tree.size else {
            throw LogFinding.entry(.misplaced(index: tree.size, says: read.index))
        }
        tree.add(ProofCheck.leaf(entry))
    }

    /// Compares every tile that the last bundle has filled or that the log's end leaves unfilled, then moves full ones up.
    private mutating func compareTiles(of whole: UInt64) throws {
        var level = 0
        while level < tree.rows.count {
            let row = tree.rows[level]
            if row.count == 256 || (tree.size == whole && !row.isEmpty) { try compare(row, at: level) }
            if row.count == 256 { tree.lift(level) }
            level += 1
        }
    }

    private func compare(_ row: [[UInt8]], at level: Int) throws {
        let span = UInt64(1) << UInt64(8 * level)
        let first = tree.size / span - UInt64(row.count)
        let path = "tile/\(level)/" + TreeTile.path(index: first / 256, width: row.count)
        let stored = try file(path)
        guard stored.count == row.count * 32 else { throw LogFinding.malformed(path: path) }
        for (place, hash) in row.enumerated() where !stored[place * 32..<place * 32 + 32].elementsEqual(hash)
        {
            throw LogFinding.altered(index: (first + UInt64(place)) * span)
        }
    }

    private func compare(_ earlier: [Checkpoint]) throws {
        for old in earlier where old.size == tree.size {
            guard old.root.bytes == tree.root else { throw LogFinding.forked(size: old.size) }
        }
    }
}
