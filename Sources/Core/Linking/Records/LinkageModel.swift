import Glibc

/// How much each level of each comparison speaks for or against one person, learnt from the tables without labels.
///
/// - Source: Fellegi and Sunter 1969; the rarity of what agrees after Winkler 2000, here on the unequal levels as well.
public struct LinkageModel: Sendable {
    /// The share of true pairs in which each comparison has each level; level 1 stands at 0.
    public internal(set) var m: [[Double]]
    /// The same of pairs at random.
    public internal(set) var u: [[Double]]
    /// How often values are equal among pairs at random, the true pairs among them counted.
    public internal(set) var equal: [Double]
    /// The mean rarity, in bits, of what agrees at each level among pairs at random; nil where it was never seen.
    public internal(set) var rarity: [[Double?]]
    /// Comparisons that hang on others.
    public internal(set) var ties: [Tie]
    /// The share of true pairs among all pairs.
    public internal(set) var prior: Double

    /// A comparison that hangs on another among people who are not one, and has shares of its own where that agrees.
    ///
    /// A village lies in its regency; twins have one birthday and one village.
    public struct Tie: Sendable, Hashable {
        /// The comparison that it hangs on.
        public let first: Int
        /// The comparison that hangs.
        public let second: Int
        /// The share of true pairs in which `second` has each level where `first` agrees.
        public internal(set) var m: [Double]
        /// The same of pairs that are not one person's.
        public let u: [Double]

        /// Whether one says the other in true pairs as well, as a village its regency.
        ///
        /// Elsewhere matches agree as they would anyway.
        var isOfOneThing: Bool { u[0] >= 0.5 }
    }

    /// What each level of each comparison is worth, before rarity.
    func levelBits() -> [[Double]] {
        zip(m, u).map { m, u in [0] + zip(m, u).map { log2($0 / $1) } }
    }

    /// The bits of the prior.
    var priorBits: Double { log2(prior / (1 - prior)) }

    /// The model without the true pairs that stand among pairs at random: in small tables they are most of those that agree.
    func withoutMatchesAtRandom() -> LinkageModel {
        var model = self
        for field in u.indices {
            let rest = zip(u[field], m[field]).map { max($0 - prior * $1, $0 * LinkageModel.leastRest) }
            let sum = rest.reduce(0, +)
            model.u[field] = rest.map { $0 / sum }
        }
        return model
    }

    /// What is left of a share at least: a sample says no more.
    private static let leastRest = 0.02
}
