import Glibc

/// Pairs of two tables weighed against the other partners of both records.
///
/// Where a table has each person once, a record has one partner: what speaks for one speaks against all others, and a twin whose
/// own record is there is nobody's second partner. How often a table has a person twice is measured by records with two
/// partners that are both as good as the better half.
struct LinkageRivals {
    private let pairs: [Linkage.Pair]
    private let table: LinkageTable

    /// The share of doubled people at which rivals no longer count.
    private static let mostDoubled = 0.05

    init(_ pairs: [Linkage.Pair], _ table: LinkageTable) {
        self.pairs = pairs
        self.table = table
    }

    /// The pairs with what is left of their weights.
    var settled: [Linkage.Pair] {
        guard !table.isOneTable, !pairs.isEmpty else { return pairs }
        let best = best()
        let ordered = best.filter { $0 > 0 }.sorted()
        guard !ordered.isEmpty else { return pairs }
        let good = ordered[ordered.count / 2]
        let (left, right) = (singularity(good, \.one), singularity(good, \.other))
        let sums = PlainRow<Double>(repeating: 0, count: table.count)
        for pair in pairs {
            sums[pair.one] += odds(pair)
            sums[pair.other] += odds(pair)
        }
        return pairs.map { pair in
            // A record of the left has its one partner where the right table has each person once, and the other way round.
            let rivals =
                right * max(sums[pair.one] - odds(pair), 0) + left * max(sums[pair.other] - odds(pair), 0)
            return Linkage.Pair(one: pair.one, other: pair.other, weight: pair.weight - log2(1 + rivals))
        }
    }

    private func odds(_ pair: Linkage.Pair) -> Double { LinkOdds.odds(pair.weight) }

    /// The weight of each left record's best partner; 0 where it has none.
    private func best() -> [Double] {
        var best = [Double](repeating: 0, count: table.leftCount)
        for pair in pairs { best[pair.one] = max(best[pair.one], pair.weight) }
        return best
    }

    /// How much a table is one that has each person once, 0 to 1: 1 where no record of the other has two good partners in it.
    private func singularity(_ good: Double, _ side: KeyPath<Linkage.Pair, Int>) -> Double {
        let others = side == \Linkage.Pair.one ? \Linkage.Pair.other : \Linkage.Pair.one
        var counts: [Int: Int] = [:]
        for pair in pairs where pair.weight >= good { counts[pair[keyPath: others], default: 0] += 1 }
        guard !counts.isEmpty else { return 0 }
        let doubled = Double(counts.values.count { $0 > 1 }) / Double(counts.count)
        return max(0, 1 - doubled / LinkageRivals.mostDoubled)
    }
}
