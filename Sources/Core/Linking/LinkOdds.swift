import Glibc

/// Weights as shares of certainty, several people weighed against each other.
enum LinkOdds {
    /// The odds of a weight; beyond some bits it is as good as certain.
    static func odds(_ weight: Double) -> Double { exp2(min(weight, most)) }

    /// The probability of each weight, where at most one of several can be true.
    static func probabilities(_ weights: [Double]) -> [Double] {
        let odds = weights.map(odds)
        let sum = odds.reduce(1, +)
        return odds.map { $0 / sum }
    }

    private static let most = 500.0
}
