import Glibc

/// Records at equal distances, with all that might be their partners: what a model is learnt from.
struct LinkageSample {
    /// The pairs of some records.
    struct Pairs {
        /// Counts of patterns, key by key; four bits a comparison, the first lowest.
        var patterns: [[UInt64: Double]]
        /// The likenesses of each pair, comparison by comparison.
        let likenesses = PlainRow<LinkageLevels.Likeness>()
        /// Where the pairs of each record end.
        let ends = PlainRow<Int>()
        /// How many records were taken.
        var records = 0
    }

    private let table: LinkageTable
    private let keys: LinkageKeys
    private let levels: LinkageLevels
    /// Pairs that may be matches.
    private let pairs: Pairs
    /// Pairs of the right table, which are none where that has each person once: relatives, namesakes and strangers.
    private let others: Pairs?
    /// The numbers of each key that too many partners share.
    let crowds: [Set<UInt32>]

    private static let mostRecords = 20_000
    private static let rounds = 5
    /// Below this nothing is worth keeping to find the prior from.
    private static let leastBits = -12.0
    /// Where more records have two good partners the right table has people twice.
    private static let mostDoubled = 0.05

    init(_ table: LinkageTable, _ keys: LinkageKeys, _ levels: LinkageLevels, _ each: @escaping LinkagePieces)
    {
        self.table = table
        self.keys = keys
        self.levels = levels
        let sides = [0..<table.leftCount, table.partners].prefix(table.isOneTable ? 1 : 2).map(Records.init)
        let found = LinkageResults<Found>(count: keys.keys.count)
        each(keys.keys.count) { found.take(LinkageSample.find($0, sides, table, keys), $0) }
        crowds = found.all.map(\.crowds)
        let pairs = LinkageResults<Pairs>(count: sides.count)
        each(sides.count) { side in
            let found = found.all.map { $0.pairs[side] }
            pairs.take(LinkageSample.pairs(sides[side], found, table, levels), side)
        }
        self.pairs = pairs.all[0]
        others = pairs.all.dropFirst().first
    }

    /// Records at equal distances.
    private struct Records {
        let all: Range<Int>
        let count: Int

        init(_ all: Range<Int>) {
            self.all = all
            count = min(all.count, LinkageSample.mostRecords)
        }

        func record(_ place: Int) -> Int { all.lowerBound + place * all.count / count }
    }

    /// What one key finds for the sample of each side: the place above the partner.
    private struct Found {
        let crowds: Set<UInt32>
        let pairs: [PlainRow<UInt64>]
    }

    private static func find(_ key: Int, _ sides: [Records], _ table: LinkageTable, _ keys: LinkageKeys)
        -> Found
    {
        let partners = keys.partners(key)
        let pairs = sides.map { side in
            let pairs = PlainRow<UInt64>()
            LinkageOrder.forEachMeeting(keys.entries(key, side.count, side.record), partners) {
                places,
                found in
                guard found.count <= table.mostPartners else { return }
                for place in places {
                    let place = place & 0xFFFF_FFFF
                    let record = side.record(Int(place))
                    for partner in found {
                        let partner = Int(partner & 0xFFFF_FFFF)
                        // Of one table a pair stands with its earlier record.
                        if partner != record, !table.isOneTable || partner > record {
                            pairs.append(place << 32 | UInt64(partner))
                        }
                    }
                }
            }
            return pairs
        }
        return Found(crowds: keys.crowds(partners), pairs: pairs)
    }

    private static func pairs(
        _ records: Records,
        _ found: [PlainRow<UInt64>],
        _ table: LinkageTable,
        _ levels: LinkageLevels
    ) -> Pairs {
        var pairs = Pairs(patterns: Array(repeating: [:], count: found.count))
        pairs.records = records.count
        let all = PlainRow<UInt64>(capacity: found.reduce(0) { $0 + $1.count })
        for (key, found) in found.enumerated() {
            for pair in found.buffer { all.append(pair << 8 | UInt64(key)) }
        }
        all.sort()
        let count = table.spec.fields.count
        var step = 0
        for place in 0..<records.count {
            let one = table.row(records.record(place))
            var (last, pattern) = (UInt64.max, UInt64(0))
            while step < all.count, Int(all.base[step] >> 40) == place {
                let entry = all.base[step]
                if entry >> 8 != last {
                    last = entry >> 8
                    let other = table.row(Int(last & 0xFFFF_FFFF))
                    pattern = add(one, other, count, levels, to: pairs)
                }
                // A pair counts once for each key that makes it, however many of its parts do.
                if step == 0 || all.base[step - 1] != entry {
                    pairs.patterns[Int(entry & 255)][pattern, default: 0] += 1
                }
                step += 1
            }
            pairs.ends.append(pairs.likenesses.count / max(count, 1))
        }
        return pairs
    }

    /// Adds the likenesses of a pair; its pattern.
    private static func add(
        _ one: UnsafePointer<UInt32>,
        _ other: UnsafePointer<UInt32>,
        _ count: Int,
        _ levels: LinkageLevels,
        to pairs: Pairs
    ) -> UInt64 {
        var pattern: UInt64 = 0
        for field in 0..<count {
            let likeness = levels.likeness(field, one, other)
            pattern |= UInt64(likeness.level) << UInt64(field * 4)
            pairs.likenesses.append(likeness)
        }
        return pattern
    }

    /// The model, its prior the share at which the probabilities of the pairs add up to it.
    func model() -> LinkageModel {
        let learning = LinkageLearning(table, levels)
        let start = (m: table.spec.fields.map { LinkageLearning.start($0.kind) }, prior: firstPrior)
        let first = settled(learning.learn(keys, pairs, nil, after: start, ties: []))
        let known = (m: first.m, prior: first.prior)
        guard let others, !areDoubled(by: first) else {
            // The left table has people twice: what its pairs are is known from the first model.
            let scale = LinkageScale(first)
            let room = LinkageScale.Room(scale)
            let ties = LinkageTies(table, levels) { scale.weight($0, $1, levels, room, least: 0) != nil }
            return settled(learning.learn(keys, pairs, nil, after: known, ties: ties.all(first.u)))
        }
        let ties = LinkageTies(table, levels) { _, _ in false }
        var model = settled(learning.learn(keys, pairs, others, after: known, ties: ties.all(first.u)))
        // In a table that has each person once the partners of a record are rivals, which tells matches from relatives.
        for _ in 0..<LinkageSample.rounds {
            let shares = rivalShares(LinkageScale(model), model.priorBits)
            learning.refine(&model, pairs.likenesses, shares)
            model.prior = prior(of: shares.reduce(0, +), among: pairsOfSample)
        }
        return model
    }

    /// Whether the right table has people twice: the second partners of records are as good as the better half of the first.
    private func areDoubled(by model: LinkageModel) -> Bool {
        let bits = bits(LinkageScale(model))
        var (best, start) = ([(first: Double, second: Double)](), 0)
        for end in pairs.ends.buffer {
            let two = bits[start..<end].reduce((first: -Double.infinity, second: -Double.infinity)) {
                two,
                bits in
                bits > two.first ? (bits, two.first) : (two.first, max(two.second, bits))
            }
            start = end
            if two.first + model.priorBits > 0 { best.append(two) }
        }
        best.sort { $0.first > $1.first }
        guard let least = best.dropFirst(best.count / 2).first?.first else { return false }
        let good = best.prefix { $0.first >= least }
        return Double(good.count { $0.second >= least }) > LinkageSample.mostDoubled * Double(good.count)
    }

    private func settled(_ learnt: LinkageModel) -> LinkageModel {
        var model = learnt
        var prior = firstPrior
        // How many pairs are true says how many of those at random were, and that what agreement is worth; it settles at once.
        for _ in 0..<LinkageSample.rounds {
            model = learnt
            model.prior = prior
            model = model.withoutMatchesAtRandom()
            prior = settledPrior(bits(LinkageScale(model)), from: prior)
        }
        model.prior = prior
        return model
    }

    /// The probability of each pair, where a record has one partner at most.
    private func rivalShares(_ scale: LinkageScale, _ prior: Double) -> [Double] {
        let bits = bits(scale)
        var shares: [Double] = []
        shares.reserveCapacity(bits.count)
        for end in pairs.ends.buffer {
            shares += LinkOdds.probabilities(bits[shares.count..<end].map { $0 + prior })
        }
        return shares
    }

    /// Half of the smaller table has a partner, until more is known; of one table every tenth record.
    private var firstPrior: Double {
        let right = Double(table.count - table.leftCount)
        let matches = table.isOneTable ? Double(table.count) / 10 : min(Double(table.leftCount), right) / 2
        return prior(of: matches, among: max(table.pairCount, 1))
    }

    /// The pairs that the sample's records have: of one table a pair stands with its earlier record, so that a part of the records has
    /// that part of the pairs.
    private var pairsOfSample: Double {
        max(table.pairCount * Double(pairs.records) / Double(max(table.leftCount, 1)), 1)
    }

    private func prior(of matches: Double, among all: Double) -> Double {
        min(max(matches / all, 1e-12), 0.5)
    }

    private func bits(_ scale: LinkageScale) -> [Double] {
        let count = max(table.spec.fields.count, 1)
        return (0..<(pairs.likenesses.count / count)).map { scale.bits(pairs.likenesses.base + $0 * count) }
    }

    private func settledPrior(_ bits: [Double], from start: Double) -> Double {
        let all = pairsOfSample
        var settled = start
        for _ in 0..<50 {
            let before = log2(settled / (1 - settled))
            var matches = 0.0
            for bits in bits where bits > LinkageSample.leastBits {
                matches += 1 / (1 + exp2(-(bits + before)))
            }
            let next = prior(of: matches, among: all)
            let isSettled = abs(next - settled) < settled * 1e-6
            settled = next
            if isSettled { break }
        }
        return settled
    }
}
