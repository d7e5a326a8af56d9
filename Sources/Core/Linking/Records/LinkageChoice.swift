/// Chooses keys: those that find most true pairs for what they cost.
///
/// What a key costs is measured on a sample. What it finds is reckoned on imagined pairs, whose comparisons agree, half agree, are
/// exchanged or fail by turns; nothing has to be known of the tables for that, and keys that lean on each other's parts gain
/// nothing from it.
struct LinkageChoice {
    private let parts: LinkageParts
    private let left: Sample
    private let right: Sample
    private let isOneTable: Bool
    private let each: LinkagePieces
    private let mostPartners: Int
    /// How many records one of the right sample stands for.
    private let scale: Double

    private static let sampleSize = 20_000
    private static let mostKeys = 48
    private static let imaginedPairs = 4_096
    /// What looking a record up costs, in pairs.
    private static let costOfLooking = 0.3
    /// Fewer of the imagined pairs are not worth a key.
    private static let leastGain = 2
    /// What a pair of a large table must be worth, in imagined pairs found.
    private static let mostWorth = 5.0
    /// The share of comparisons that agree whole in the worst pairs, and how much more in the best.
    private static let leastCare = 0.4
    private static let moreCare = 0.55

    /// The numbers of some records at equal distances, record by record.
    private struct Sample {
        let count: Int
        let slots: PlainRow<UInt32>

        init(_ records: Range<Int>, _ table: LinkageTable, _ parts: LinkageParts) {
            count = min(records.count, sampleSize)
            slots = PlainRow(repeating: 0, count: count * parts.slotCount)
            for place in 0..<count {
                let row = table.row(records.lowerBound + place * records.count / count)
                for slot in 0..<parts.slotCount {
                    slots.base[place * parts.slotCount + slot] = parts.number(slot, row)
                }
            }
        }
    }

    init(_ table: LinkageTable, _ parts: LinkageParts, _ each: @escaping LinkagePieces) {
        self.parts = parts
        self.each = each
        mostPartners = table.mostPartners
        isOneTable = table.isOneTable
        left = Sample(0..<table.leftCount, table, parts)
        right = isOneTable ? left : Sample(table.partners, table, parts)
        scale = Double(table.partners.count) / Double(max(right.count, 1))
    }

    private struct Candidate {
        let key: LinkageKeys.Key
        /// Pairs for each record of the left.
        let cost: Double
        /// The imagined pairs that it finds, one bit each.
        let found: [UInt64]
    }

    /// The keys, the best first.
    var keys: [LinkageKeys.Key] {
        guard left.count > 0, right.count > 0 else { return [] }
        let growth = min(1, 100_000 / (scale * Double(right.count)))
        // Of small tables all pairs can be compared.
        let most = max(3 + 9 * growth, Double(LinkageTable.pairsOfSmallTables / max(left.count, 1)))
        var room = max(16 + 44 * growth, 4 * most)
        let leastWorth = LinkageChoice.mostWorth * (1 - growth)
        var open = candidates.filter { $0.cost <= most }
        var missing = [UInt64](repeating: ~0, count: LinkageChoice.imaginedPairs / 64)
        var keys: [LinkageKeys.Key] = []
        while keys.count < LinkageChoice.mostKeys {
            open.removeAll { $0.cost > room }
            let gains = open.map { candidate in
                zip(candidate.found, missing).reduce(0) { $0 + ($1.0 & $1.1).nonzeroBitCount }
            }
            let worth = zip(gains, open).map { Double($0) / ($1.cost + LinkageChoice.costOfLooking) }
            guard let best = worth.indices.max(by: { (worth[$0], $1) < (worth[$1], $0) }) else { break }
            guard gains[best] >= LinkageChoice.leastGain, worth[best] >= leastWorth else { break }
            let chosen = open.remove(at: best)
            missing = zip(missing, chosen.found).map { $0 & ~$1 }
            room -= chosen.cost
            keys.append(chosen.key)
        }
        return keys
    }

    private var candidates: [Candidate] {
        let agreeing = imagined
        var open: [(key: LinkageKeys.Key, found: [UInt64])] = []
        for (place, one) in parts.parts.enumerated() {
            open.append((LinkageKeys.Key(one), agreeing[place]))
            for (step, other) in parts.parts[(place + 1)...].enumerated()
            where Set(one.fields).isDisjoint(with: other.fields) {
                let both = zip(agreeing[place], agreeing[place + 1 + step]).map { $0 & $1 }
                open.append((LinkageKeys.Key(one, other), both))
            }
        }
        let costs = LinkageResults<(pairs: Double, kept: Double)>(count: open.count)
        each(open.count) { [open] in costs.take(self.cost(open[$0].key), $0) }
        return zip(open, costs.all).compactMap { key, cost in
            guard cost.pairs > 0 else { return nil }
            return Candidate(key: key.key, cost: cost.pairs, found: thinned(key.found, cost.kept))
        }
    }

    /// The share of some pairs, chosen by a fixed row: those whose numbers no crowd has.
    private func thinned(_ pairs: [UInt64], _ kept: Double) -> [UInt64] {
        guard kept < 1 else { return pairs }
        var pairs = pairs
        for pair in 0..<LinkageChoice.imaginedPairs where share(UInt64(pair) << 8 | 255) >= kept {
            pairs[pair / 64] &= ~(1 << UInt64(pair % 64))
        }
        return pairs
    }

    // MARK: What a key finds

    /// In which imagined pairs each part agrees, one bit each.
    private var imagined: [[UInt64]] {
        var agreeing = parts.parts.map { _ in [UInt64](repeating: 0, count: LinkageChoice.imaginedPairs / 64)
        }
        let presence = parts.parts.map(presence)
        let fields = Set(parts.parts.flatMap(\.fields))
        for pair in 0..<LinkageChoice.imaginedPairs {
            let states = Dictionary(
                uniqueKeysWithValues: fields.map { ($0, share(UInt64(pair) << 8 | UInt64($0))) }
            )
            let care = LinkageChoice.leastCare + LinkageChoice.moreCare * share(UInt64(pair) << 8 | 254)
            for (place, part) in parts.parts.enumerated() {
                let isEqual = part.fields.allSatisfy { agrees(part, states[$0] ?? 1, care) }
                let isThere =
                    share(UInt64(pair) << 8 | UInt64(128 + (part.fields.first ?? 0))) < presence[place]
                if isEqual && isThere { agreeing[place][pair / 64] |= 1 << UInt64(pair % 64) }
            }
        }
        return agreeing
    }

    /// With some care so many of the comparisons agree whole; of the rest half in one of their parts.
    private func agrees(_ part: LinkageParts.Part, _ state: Double, _ care: Double) -> Bool {
        if state < care { return true }
        let half = (1 - care) / 2
        guard !part.isWhole, part.fields.count == 1, state < care + half else { return false }
        let own = parts.parts.filter { $0.fields == part.fields && !$0.isWhole }
        let turn = own.firstIndex { $0.slots == part.slots } ?? 0
        return Int((state - care) / half * Double(own.count)) == turn
    }

    /// The share of pairs of which both records have the part.
    private func presence(_ part: LinkageParts.Part) -> Double {
        func share(_ sample: Sample) -> Double {
            let all = (0..<sample.count).count {
                sample.slots[$0 * parts.slotCount + part.slots.lowerBound] != 0
            }
            return Double(all) / Double(sample.count)
        }
        return share(left) * share(right)
    }

    /// A number of a fixed row, 0 to 1.
    private func share(_ seed: UInt64) -> Double {
        Double(Hash.mix(seed &* 0x9E37_79B9_7F4A_7C15 &+ 1) >> 11) / Double(1 << 53)
    }

    // MARK: What a key costs

    /// The pairs that a key makes for each record of the left, blocks that are too large left out, and the share of the left
    /// that stands in none of those.
    private func cost(_ key: LinkageKeys.Key) -> (pairs: Double, kept: Double) {
        let entries = PlainRow<UInt64>(capacity: left.count + right.count)
        for (side, sample) in [left, right].prefix(isOneTable ? 1 : 2).enumerated() {
            for place in 0..<sample.count {
                let own = sample.slots.base + place * parts.slotCount
                key.forEachNumber({ own[$0] }) { number in
                    entries.append(UInt64(number) << 32 | UInt64(side))
                }
            }
        }
        let sorted = LinkageOrder.sorted(entries)
        let most = max(Double(mostPartners) / scale, 4)
        var (pairs, crowded, start) = (0.0, 0.0, 0)
        while start < sorted.count {
            var (end, rights) = (start, 0.0)
            while end < sorted.count, sorted.base[end] >> 32 == sorted.base[start] >> 32 {
                rights += Double(sorted.base[end] & 1)
                end += 1
            }
            let all = Double(end - start)
            if (isOneTable ? all : rights) <= most {
                pairs += isOneTable ? all * (all - 1) / 2 : rights * (all - rights)
            } else {
                crowded += all - rights
            }
            start = end
        }
        let lefts = entries.buffer.count { $0 & 1 == 0 }
        return (pairs / Double(left.count) * scale, 1 - crowded / Double(max(lefts, 1)))
    }
}
