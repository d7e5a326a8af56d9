import Glibc

/// Learns a model from a table.
///
/// - Source: EM on patterns of agreement, u from pairs at random and fixed (Splink, fastLink); levels held in order.
struct LinkageLearning {
    private let table: LinkageTable
    private let levels: LinkageLevels
    private let kinds: [LinkageSpec.Kind]
    /// How often pairs at random have each level, and how rare what agrees is.
    private let atRandom: (u: [[Double]], rarity: [[Double?]])

    private static let mostRandomPairs = 150_000
    private static let randomPairsARecord = 40
    private static let rounds = 60
    private static let leastMatches = 10.0
    /// What was never seen among matches is taken to be so often: a sample is no proof.
    private static let leastShare = 1e-4

    init(_ table: LinkageTable, _ levels: LinkageLevels) {
        self.table = table
        self.levels = levels
        kinds = table.spec.fields.map(\.kind)
        atRandom = LinkageLearning.randomPairs(table, levels, kinds)
    }

    /// Learns from the pairs of a sample.
    ///
    /// - Shape: `before` is what is known already, of which the prior and m say how many matches stand among pairs at random.
    func learn(
        _ keys: LinkageKeys,
        _ pairs: LinkageSample.Pairs,
        _ strangers: LinkageSample.Pairs?,
        after before: (m: [[Double]], prior: Double),
        ties: [LinkageModel.Tie]
    ) -> LinkageModel {
        let (u, rarity) = atRandom
        var model = LinkageModel(
            m: kinds.map(LinkageLearning.start),
            u: u,
            equal: u.map { $0[0] },
            rarity: rarity,
            ties: ties,
            prior: before.prior
        )
        var known = model
        known.m = before.m
        model.u = known.withoutMatchesAtRandom().u
        var sums = Shares(kinds)
        var weights = kinds.map { _ in 0.0 }
        for (number, key) in keys.keys.enumerated() where !pairs.patterns[number].isEmpty {
            let ratio = Double(pairs.records) / Double(max(strangers?.records ?? 1, 1))
            let none = strangers.map { $0.patterns[number].values.reduce(0, +) * ratio }
            let all = pairs.patterns[number].values.reduce(0, +)
            let (shares, matches) = session(pairs.patterns[number], without: key.fields, model, none)
            guard matches >= LinkageLearning.leastMatches else { continue }
            // Where most pairs are matches little else can pass for one.
            let purity = pow(matches / all, 2)
            for field in kinds.indices where !key.fields.contains(field) {
                weights[field] += matches * purity
                sums.add(shares, field, times: purity)
            }
        }
        for field in kinds.indices where weights[field] > 0 {
            model.m[field] = smooth(sums.apart[field], model.u[field], kinds[field])
        }
        for (number, tie) in model.ties.enumerated() where weights[tie.second] > 0 {
            let own = tie.isOfOneThing ? sums.together[tie.second] : model.m[tie.second]
            model.ties[number].m = smooth(own, tie.u, kinds[tie.second])
        }
        model.u = u
        return model
    }

    /// Learns again from the probability of each pair, all comparisons together.
    func refine(
        _ model: inout LinkageModel,
        _ likenesses: PlainRow<LinkageLevels.Likeness>,
        _ shares: [Double]
    ) {
        var sums = Shares(kinds)
        let count = kinds.count
        for (pair, share) in shares.enumerated() where share > 1e-6 {
            let likeness = likenesses.base + pair * count
            for field in kinds.indices where likeness[field].level > 0 {
                sums.apart[field][likeness[field].level - 1] += share
            }
            for tie in model.ties where tie.isOfOneThing && likeness[tie.first].isAgreement {
                let level = likeness[tie.second].level
                guard level > 0 else { continue }
                sums.apart[tie.second][level - 1] -= share
                sums.together[tie.second][level - 1] += share
            }
        }
        for field in kinds.indices {
            model.m[field] = smooth(sums.apart[field], model.u[field], kinds[field])
        }
        for (number, tie) in model.ties.enumerated() {
            let own = tie.isOfOneThing ? sums.together[tie.second] : model.m[tie.second]
            model.ties[number].m = smooth(own, tie.u, kinds[tie.second])
        }
    }

    /// How many matches have each level: where the comparison that one hangs on agrees, and elsewhere.
    private struct Shares {
        var apart: [[Double]]
        var together: [[Double]]

        init(_ kinds: [LinkageSpec.Kind]) {
            apart = kinds.map { [Double](repeating: 1e-6, count: LinkageLevels.count($0)) }
            together = apart
        }

        mutating func add(_ other: Shares, _ field: Int, times weight: Double) {
            for level in apart[field].indices {
                apart[field][level] += other.apart[field][level] * weight
                together[field][level] += other.together[field][level] * weight
            }
        }
    }

    /// Shares before anything is known: likely equal, and less likely the less alike.
    static func start(_ kind: LinkageSpec.Kind) -> [Double] {
        let all = [0.8] + (1..<LinkageLevels.count(kind)).map { 0.2 / Double($0 + 1) }
        return normalised(all, kind)
    }

    /// EM on the pairs of one key, whose own comparisons tell nothing there.
    ///
    /// - Shape: `others` is how many of the pairs are no matches, where that is known.
    private func session(
        _ patterns: [UInt64: Double],
        without fields: [Int],
        _ model: LinkageModel,
        _ others: Double?
    ) -> (shares: Shares, matches: Double) {
        let open = kinds.indices.filter { !fields.contains($0) }
        var ties = [LinkageModel.Tie?](repeating: nil, count: kinds.count)
        for tie in model.ties { ties[tie.second] = tie }
        var (m, together) = (model.m, kinds.map(LinkageLearning.start))
        let ordered = patterns.sorted { $0.key < $1.key }
        let total = ordered.reduce(0) { $0 + $1.value }
        var share = others.map { min(max(1 - $0 / total, 1e-6), 1 - 1 / (total + 1)) } ?? 0.3
        var (sums, matches) = (Shares(kinds), 0.0)
        for _ in 0..<LinkageLearning.rounds {
            let bits = zip(m, model.u).map(LinkageLearning.logs)
            let tied = kinds.indices.map {
                ties[$0].map { tie in LinkageLearning.logs(together[tie.second], tie.u) } ?? []
            }
            (sums, matches) = (Shares(kinds), 0)
            let before = log(share / (1 - share))
            for (pattern, count) in ordered {
                var odds = before
                for field in open {
                    let isTied = isTied(pattern, ties[field])
                    odds += isTied ? tied[field][level(pattern, field)] : bits[field][level(pattern, field)]
                }
                let weight = count / (1 + exp(-odds))
                matches += weight
                for field in open where level(pattern, field) > 0 {
                    let place = level(pattern, field) - 1
                    if let tie = ties[field], tie.isOfOneThing, isTied(pattern, tie) {
                        sums.together[field][place] += weight
                    } else {
                        sums.apart[field][place] += weight
                    }
                }
            }
            for field in open {
                m[field] = monotone(
                    LinkageLearning.normalised(sums.apart[field], kinds[field]),
                    model.u[field]
                )
                if let tie = ties[field] {
                    let own =
                        tie.isOfOneThing
                        ? LinkageLearning.normalised(sums.together[field], kinds[field]) : m[field]
                    together[field] = monotone(own, tie.u)
                }
            }
            guard others == nil else { continue }
            let next = min(max(matches / total, 1e-6), 1 - 1e-6)
            let isSettled = abs(next - share) < share * 1e-7
            share = next
            if isSettled { break }
        }
        return (sums, matches)
    }

    private static func logs(_ m: [Double], _ u: [Double]) -> [Double] {
        [0] + zip(m, u).map { log(max($0, 1e-300) / $1) }
    }

    private func isTied(_ pattern: UInt64, _ tie: LinkageModel.Tie?) -> Bool {
        guard let tie else { return false }
        return (1...2).contains(level(pattern, tie.first))
    }

    private func level(_ pattern: UInt64, _ field: Int) -> Int { Int(pattern >> UInt64(field * 4)) & 15 }

    /// Shares of which a lower level never speaks more for one person than a higher one.
    private func monotone(_ m: [Double], _ u: [Double]) -> [Double] {
        var pools: [(m: Double, u: Double, count: Int)] = []
        for (share, random) in zip(m, u) {
            pools.append((share, random, 1))
            while pools.count > 1 {
                let (last, before) = (pools[pools.count - 1], pools[pools.count - 2])
                guard last.m / last.u > before.m / before.u else { break }
                pools.removeLast(2)
                pools.append((last.m + before.m, last.u + before.u, last.count + before.count))
            }
        }
        var result: [Double] = []
        for pool in pools {
            for _ in 0..<pool.count { result.append(pool.m * u[result.count] / pool.u) }
        }
        return result
    }

    private func smooth(_ m: [Double], _ u: [Double], _ kind: LinkageSpec.Kind) -> [Double] {
        monotone(
            LinkageLearning.normalised(
                LinkageLearning.normalised(m).map { max($0, LinkageLearning.leastShare) },
                kind
            ),
            u
        )
    }

    /// Shares that add up to 1; what the law rules out stays ruled out, however many relatives are taken for matches.
    private static func normalised(_ shares: [Double], _ kind: LinkageSpec.Kind? = nil) -> [Double] {
        var shares = shares
        if kind == .code { shares[LinkageLearning.ruledOut] = 0 }
        let sum = shares.reduce(0, +)
        shares = shares.map { $0 / sum }
        if kind == .code { shares[LinkageLearning.ruledOut] = LinkageLearning.ruledOutShare }
        return shares
    }

    /// Two people's NIKs, and how often they are one person's all the same.
    private static let ruledOut = 5
    private static let ruledOutShare = 1e-9

    // MARK: Pairs at random

    /// How often pairs at random have each level, and how rare what agrees is, from a sample by a fixed seed; how often values and
    /// sounds are equal is counted, since a sample of rare values has none.
    private static func randomPairs(
        _ table: LinkageTable,
        _ levels: LinkageLevels,
        _ kinds: [LinkageSpec.Kind]
    ) -> (u: [[Double]], rarity: [[Double?]]) {
        var counts = kinds.map { [Double](repeating: 0.5, count: LinkageLevels.count($0)) }
        var sums = kinds.map { [Double](repeating: 0, count: LinkageLevels.count($0)) }
        forEachRandomPair(table) { one, other in
            for field in kinds.indices {
                let likeness = levels.likeness(field, one, other)
                guard likeness.level > 0 else { continue }
                counts[field][likeness.level - 1] += 1
                sums[field][likeness.level - 1] += Double(likeness.rarity)
            }
        }
        var u = counts.map { normalised($0) }
        var rarity = zip(counts, sums).map { counts, sums in
            zip(counts, sums).map { count, sum in
                count >= LinkageLearning.leastMatches && sum > 0 ? sum / (count - 0.5) : nil as Double?
            }
        }
        for (field, values) in table.values.enumerated() where values.share > 0 {
            var known = [values.share]
            if values.hasWords, values.kind != .category, values.soundShare > values.share {
                known.append(max(values.soundShare - values.share, values.share / 100))
                rarity[field][1] = -log2(values.soundShare)
            }
            let rest = u[field][known.count...].reduce(0, +)
            let left = max(1 - known.reduce(0, +), 1e-9)
            for level in u[field].indices {
                u[field][level] = level < known.count ? known[level] : u[field][level] / rest * left
            }
        }
        return (u, rarity)
    }

    private static func forEachRandomPair(
        _ table: LinkageTable,
        _ body: (UnsafePointer<UInt32>, UnsafePointer<UInt32>) -> Void
    ) {
        var state: UInt64 = 0x5EED
        func next(_ range: Range<Int>) -> Int {
            state = state &+ 0x9E37_79B9_7F4A_7C15
            return range.lowerBound + Int(Hash.mix(state) % UInt64(range.count))
        }
        guard table.leftCount > 0, table.partners.count > 0, table.count > 1 else { return }
        let wanted = min(
            LinkageLearning.mostRandomPairs,
            table.count * LinkageLearning.randomPairsARecord
        )
        for _ in 0..<wanted {
            let (one, other) = (next(0..<table.leftCount), next(table.partners))
            if one != other { body(table.row(one), table.row(other)) }
        }
    }
}
