extension Linkage {
    /// Which records are one person's (kelompok): to each record the place of the first record of its person.
    ///
    /// Pairs join by falling weight; two groups become one only where the pairs between them are likely on average, so that one
    /// doubtful pair chains nothing together.
    /// - Shape: `threshold` is the least probability of a pair that joins. Records that people have told apart are never in one
    ///   cluster; a pair that they have decided joins whatever else is known.
    public func clusters(of count: Int, threshold: Double, labels: LinkageLabels = LinkageLabels()) -> [Int] {
        var group = Array(0..<count)
        var members: [Int: [Int]] = [:]
        var likely: [Int: [(other: Int, probability: Double)]] = [:]
        for pair in pairs {
            likely[pair.one, default: []].append((pair.other, pair.probability))
            likely[pair.other, default: []].append((pair.one, pair.probability))
        }
        for pair in pairs where pair.probability >= threshold {
            let (one, other) = (group[pair.one], group[pair.other])
            guard one != other else { continue }
            let (left, right) = (members[one] ?? [one], members[other] ?? [other])
            var sum = 0.0
            for record in left.count < right.count ? left : right {
                let whole = left.count < right.count ? other : one
                for pair in likely[record] ?? [] where group[pair.other] == whole { sum += pair.probability }
            }
            let isDecided = labels.isSame(pair.one, pair.other) == true
            guard isDecided || sum >= Linkage.leastMean * Double(left.count * right.count),
                !left.contains(where: { one in right.contains { labels.isSame(one, $0) == false } })
            else { continue }
            let (kept, gone) = (min(one, other), max(one, other))
            for record in gone == one ? left : right { group[record] = kept }
            members[kept] = left + right
            members[gone] = nil
        }
        return group
    }

    private static var leastMean: Double { 0.5 }

    /// The pairs of which each record keeps its best partner only.
    public var oneToOne: [Pair] {
        var taken: Set<Int> = []
        return pairs.filter { pair in
            guard !taken.contains(pair.one), !taken.contains(pair.other) else { return false }
            taken.insert(pair.one)
            taken.insert(pair.other)
            return true
        }
    }
}
