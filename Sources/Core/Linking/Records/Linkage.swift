import Glibc

/// Links records of people, or finds duplicates, without labels (penautan rekaman).
///
/// - Shape: the same tables give the same pairs, whatever their number of processors.
public struct Linkage: Sendable {
    /// A pair, and how sure it is.
    public struct Pair: Sendable, BitwiseCopyable {
        /// The places of both records in the table; the first stands earlier or to the left.
        public let one: Int
        /// The other record.
        public let other: Int
        /// The bits for it: log2 of the odds.
        public let weight: Double

        /// The probability that both are one person's.
        public var probability: Double { 1 / (1 + exp2(-weight)) }
    }

    /// What was learnt.
    public let model: LinkageModel
    /// The pairs at or above the threshold, by falling weight, then in order of the records.
    public private(set) var pairs: [Pair] = []
    /// How many comparisons were made; a pair that agrees on several keys counts for each.
    public private(set) var comparedPairs = 0

    private let table: LinkageTable
    private let levels: LinkageLevels
    private let scale: LinkageScale

    /// Learns from tables and links them.
    public init(
        _ table: LinkageTable,
        threshold: Double = 0.5,
        labels: LinkageLabels = LinkageLabels(),
        each: @escaping LinkagePieces = LinkageTable.onOneProcessor,
        told: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) {
        table.close()
        self.table = table
        levels = LinkageLevels(table)
        let keys = LinkageKeys(table, each)
        let sample = LinkageSample(table, keys, levels, each)
        model = sample.model()
        scale = LinkageScale(model)
        link(keys, sample.crowds, threshold: min(max(threshold, 1e-6), 1 - 1e-6), labels, each, told)
    }

    /// The bits of each comparison of a pair; what its weight has beside them is the prior, less what other partners of both
    /// records take.
    public func bits(of pair: Pair) -> [Double] {
        let (one, other) = (table.row(pair.one), table.row(pair.other))
        let likenesses = table.spec.fields.indices.map { levels.likeness($0, one, other) }
        return likenesses.withUnsafeBufferPointer { likenesses in
            guard let base = likenesses.baseAddress else { return [] }
            return table.spec.fields.indices.map { scale.bits($0, base) }
        }
    }

    /// Rivals below this are none.
    private static let leastOpen = 0.01

    /// Pairs whose records are fetched together: memory answers many questions in the time of one.
    private static let openPairs = 256

    /// What one key gave.
    private struct Piece {
        let pairs = PlainRow<Pair>()
        var compared = 0
        /// What fetching read, so that it is not left out as useless.
        var fetched: UInt32 = 0
    }

    private mutating func link(
        _ keys: LinkageKeys,
        _ crowds: [Set<UInt32>],
        threshold: Double,
        _ labels: LinkageLabels,
        _ each: @escaping LinkagePieces,
        _ told: @escaping @Sendable (_ done: Int, _ total: Int) -> Void
    ) {
        let results = LinkageResults<Piece>(count: keys.keys.count)
        // What a pair is worth hangs on its rivals, not on what is written.
        let open = min(threshold, Linkage.leastOpen)
        let least = log2(open / (1 - open))
        let walk = LinkageWalk(table: table, keys: keys, crowds: crowds)
        let (table, levels, scale) = (table, levels, scale)
        each(keys.keys.count) { key in
            var piece = Piece()
            let room = LinkageScale.Room(scale)
            let open = PlainRow<UInt64>(capacity: Linkage.openPairs)
            let weigh = {
                piece.fetched &+= table.fetch(open)
                for pair in open.buffer {
                    let (one, other) = (Int(pair >> 32), Int(pair & 0xFFFF_FFFF))
                    let (left, right) = (table.row(one), table.row(other))
                    guard walk.mayBeFirst(key, left, right),
                        let weight = scale.weight(left, right, levels, room, least: least),
                        walk.isFirst(key, left, right)
                    else { continue }
                    piece.pairs.append(Pair(one: one, other: other, weight: weight))
                }
                piece.compared += open.count
                open.shorten(to: 0)
            }
            walk.forEachPair(key) { one, other in
                open.append(UInt64(one) << 32 | UInt64(other))
                if open.count == Linkage.openPairs { weigh() }
            }
            weigh()
            results.take(piece, key)
            told(results.taken, keys.keys.count)
        }
        var all: [Pair] = []
        for piece in results.all {
            all += piece.pairs.buffer
            comparedPairs += piece.compared
        }
        all.sort { ($0.one, $0.other) < ($1.one, $1.other) }
        var last: Pair?
        all.removeAll { pair in
            defer { last = pair }
            return pair.one == last?.one && pair.other == last?.other
        }
        let settled = LinkageRivals(labels.applied(to: all), table).settled
        let written = log2(threshold / (1 - threshold))
        pairs = settled.filter { $0.weight >= written }
        pairs.sort { ($1.weight, $0.one, $0.other) < ($0.weight, $1.one, $1.other) }
    }
}
