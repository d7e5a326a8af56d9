import Glibc

/// The bits of pairs by a model, ready for the inner loop.
struct LinkageScale: Sendable {
    private let levels: PlainRow<Double>
    private let rarity: PlainRow<Double>
    /// For each comparison the one that it hangs on, -1 for none, and the bits of its levels where that agrees.
    private let others: PlainRow<Int>
    private let tied: PlainRow<Double>
    /// The most that the unequal levels of each comparison can be worth; and where the one that it hangs on agrees.
    private let most: PlainRow<Double>
    private let mostTied: PlainRow<Double>
    /// The comparisons, each after the one that it hangs on.
    private let order: PlainRow<Int>
    private let prior: Double
    let fieldCount: Int

    /// How much the rarity of what is alike but not equal counts: words of one name, and slips in them, are no independent news.
    private static let share = 0.6
    private static let mostOfRarity = 6.0
    /// A mean that no level of any pair had.
    private static let unseen = -1.0

    init(_ model: LinkageModel) {
        fieldCount = model.m.count
        prior = model.priorBits
        levels = PlainRow(repeating: 0, count: fieldCount * 16)
        rarity = PlainRow(repeating: LinkageScale.unseen, count: fieldCount * 16)
        others = PlainRow(repeating: -1, count: fieldCount)
        tied = PlainRow(repeating: 0, count: fieldCount * 16)
        most = PlainRow(repeating: 0, count: fieldCount)
        mostTied = PlainRow(repeating: 0, count: fieldCount)
        order = PlainRow(capacity: fieldCount)
        for tie in model.ties {
            others[tie.second] = tie.first
            for (level, (m, u)) in zip(tie.m, tie.u).enumerated() {
                tied[tie.second * 16 + level + 1] = log2(m / u)
            }
        }
        for (field, bits) in model.levelBits().enumerated() {
            for (level, bits) in bits.enumerated() { levels[field * 16 + level] = bits }
            // What is equal is worth its own rarity in place of the mean; most of those who share an identifier are one person.
            levels[field * 16 + 1] = log2(model.m[field][0]) + log2(model.equal[field] / model.u[field][0])
            for (level, mean) in model.rarity[field].enumerated() {
                rarity[field * 16 + level + 1] = mean ?? LinkageScale.unseen
            }
            bound(field, levels: bits.count)
            place(field)
        }
    }

    private func bound(_ field: Int, levels count: Int) {
        (most[field], mostTied[field]) = (-.infinity, -.infinity)
        for level in 2..<max(count, 3) {
            let place = field * 16 + level
            let own = levels[place] + (rarity[place] >= 0 ? LinkageScale.mostOfRarity : 0)
            most[field] = max(most[field], own, others[field] >= 0 ? tied[place] : own)
            mostTied[field] = max(mostTied[field], tied[place])
        }
    }

    private func place(_ field: Int) {
        guard !order.buffer.contains(field) else { return }
        if others[field] >= 0 { place(others[field]) }
        order.append(field)
    }

    // MARK: Weighing

    /// Room for the weighing of one pair after another.
    struct Room {
        fileprivate let likenesses: PlainRow<LinkageLevels.Likeness>
        /// The most that each comparison adds, as far as it is known.
        fileprivate let bounds: PlainRow<Double>

        init(_ scale: LinkageScale) {
            likenesses = PlainRow(repeating: LinkageLevels.Likeness(level: 0), count: scale.fieldCount)
            bounds = PlainRow(repeating: 0, count: scale.fieldCount)
        }
    }

    /// The weight of a pair, nil where it is below a least.
    ///
    /// Texts are looked at only where the weight could still reach it: most pairs are decided by which of their values are equal.
    @inline(__always)
    func weight(
        _ one: UnsafePointer<UInt32>,
        _ other: UnsafePointer<UInt32>,
        _ kinds: LinkageLevels,
        _ room: Room,
        least: Double
    ) -> Double? {
        let (likenesses, bounds) = (room.likenesses.base, room.bounds.base)
        var bound = prior
        for step in 0..<fieldCount {
            let field = order.base[step]
            likenesses[field] = kinds.likenessOfEqual(field, one, other)
            bounds[field] = mostBits(field, likenesses)
            bound += bounds[field]
        }
        guard bound >= least else { return nil }
        for step in 0..<fieldCount {
            let field = order.base[step]
            if likenesses[field].isOpen { likenesses[field] = kinds.likeness(field, one, other) }
            bound += bits(field, likenesses) - bounds[field]
            guard bound >= least - LinkageScale.rounding else { return nil }
        }
        let weight = prior + bits(likenesses)
        return weight >= least ? weight : nil
    }

    private static let rounding = 1e-6

    /// The most that a comparison can add, open as it may be; the one that it hangs on comes first.
    @inline(__always)
    private func mostBits(_ field: Int, _ likenesses: UnsafePointer<LinkageLevels.Likeness>) -> Double {
        let other = others.base[field]
        let isOtherEqual = other >= 0 && likenesses[other].isAgreement
        guard !likenesses[field].isOpen else { return isOtherEqual ? mostTied.base[field] : most.base[field] }
        guard other >= 0, likenesses[other].isOpen else { return bits(field, likenesses) }
        let own = bits(field, likenesses[field])
        return own > 0 ? own : max(own, tied.base[field * 16 + likenesses[field].level])
    }

    /// The bits of a pair.
    @inline(__always)
    func bits(_ likenesses: UnsafePointer<LinkageLevels.Likeness>) -> Double {
        var sum = 0.0
        for field in 0..<fieldCount { sum += bits(field, likenesses) }
        return sum
    }

    /// The bits of one comparison of a pair; where it hangs on one that agrees, no more than it is worth there.
    @inline(__always)
    func bits(_ field: Int, _ likenesses: UnsafePointer<LinkageLevels.Likeness>) -> Double {
        let own = bits(field, likenesses[field])
        let other = others.base[field]
        guard other >= 0, likenesses[other].isAgreement else { return own }
        let tied = tied.base[field * 16 + likenesses[field].level]
        return own > 0 ? min(own, tied) : tied
    }

    /// The bits of one comparison by itself.
    @inline(__always)
    private func bits(_ field: Int, _ likeness: LinkageLevels.Likeness) -> Double {
        let place = field * 16 + likeness.level
        let bits = levels.base[place]
        if likeness.level == 1 { return bits + Double(likeness.rarity) }
        let mean = rarity.base[place]
        guard likeness.rarity > 0, mean >= 0 else { return bits }
        let more = (Double(likeness.rarity) - mean) * LinkageScale.share
        return bits + min(max(more, -LinkageScale.mostOfRarity), LinkageScale.mostOfRarity)
    }
}
