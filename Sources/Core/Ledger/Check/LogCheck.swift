import Crypto

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
    /// The hashes of each level that wait until their tile is full.
    private var rows: [[[UInt8]]] = [[]]
    private var size: UInt64 = 0

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
        while size < head.size {
            let width = Int(min(head.size - size, 256))
            for entry in try entries(width: width) {
                try add(entry)
                try compare(earlier)
            }
            try compareTiles(of: head.size)
            progress(size, head.size)
        }
        guard let derived = Hash256(root), derived == head.root else {
            throw LogFinding.rootDiffers(stated: head.root, derived: Hash256(root) ?? head.root)
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
        let path = "tile/entries/" + TreeTile.path(index: size / 256, width: width)
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
            throw LogFinding.entry(.malformed(index: size, fault: error))
        }
        guard read.index == size else { throw LogFinding.entry(.misplaced(index: size, says: read.index)) }
        rows[0].append(ProofCheck.leaf(entry))
        size += 1
    }

    /// Compares every tile that the last bundle has filled or that the log's end leaves unfilled, then moves full ones up.
    private mutating func compareTiles(of whole: UInt64) throws {
        for level in 0..<TreeTile.levels where level < rows.count {
            let isFull = rows[level].count == 256
            guard isFull || (size == whole && !rows[level].isEmpty) else { continue }
            let span = UInt64(1) << UInt64(8 * level)
            let first = (size / span - UInt64(rows[level].count)) * span
            let index = first / span / 256
            let path = "tile/\(level)/" + TreeTile.path(index: index, width: rows[level].count)
            let stored = try file(path)
            guard stored.count == rows[level].count * 32 else { throw LogFinding.malformed(path: path) }
            for (place, hash) in rows[level].enumerated()
            where !stored[place * 32..<place * 32 + 32].elementsEqual(hash) {
                throw LogFinding.altered(index: first + UInt64(place) * span)
            }
            guard isFull else { continue }
            if rows.count == level + 1 { rows.append([]) }
            rows[level + 1].append(LogCheck.fold(rows[level]))
            rows[level] = []
        }
    }

    private func compare(_ earlier: [Checkpoint]) throws {
        for old in earlier where old.size == size {
            guard old.root.bytes == root else { throw LogFinding.forked(size: old.size) }
        }
    }

    /// The root of what was added so far: the peaks of every row, joined from the right.
    private var root: [UInt8] {
        var peaks: [[UInt8]] = []
        for row in rows.reversed() {
            var rest = row[...]
            while !rest.isEmpty {
                let width = 1 << (Int.bitWidth - 1 - rest.count.leadingZeroBitCount)
                peaks.append(LogCheck.fold(Array(rest.prefix(width))))
                rest = rest.dropFirst(width)
            }
        }
        guard var root = peaks.popLast() else { return [UInt8](SHA256.hash(data: [UInt8]())) }
        while let peak = peaks.popLast() { root = ProofCheck.inner(peak, root) }
        return root
    }

    /// The root of a number of hashes that is a power of two.
    private static func fold(_ hashes: [[UInt8]]) -> [UInt8] {
        var row = hashes
        while row.count > 1 {
            row = stride(from: 0, to: row.count, by: 2).map { ProofCheck.inner(row[$0], row[$0 + 1]) }
        }
        return row[0]
    }
}
