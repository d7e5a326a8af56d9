/// How a stand-in of another system misbehaves, when it is asked to.
package struct Mischief: Sendable, Hashable {
    /// Milliseconds before each answer.
    package var slowMilliseconds = 0
    /// Rows and pages come twice.
    package var isDuplicating = false
    /// Rows come in no order: an older version after the newer one.
    package var isShuffling = false
    /// Every third answer breaks off.
    package var isHalving = false
    /// The share of answers that are faults: 500, 503, 429, 408, 425, and what was told is kept all the same.
    package var errorRate = 0.0
    /// The tables end long ago.
    package var isStale = false

    /// Good behaviour.
    package init() {}

    private static let faults = [500, 503, 429, 408, 425]

    /// The fault that the answer of a number is; nil where it is none.
    ///
    /// - Shape: the same seed and number give the same.
    func fault(of answer: UInt64, seed: UInt64) -> Int? {
        let drawn = Mischief.mix(seed, answer)
        guard Double(drawn >> 11) / Double(1 << 53) < errorRate else { return nil }
        return Self.faults[Int(answer % UInt64(Self.faults.count))]
    }

    /// Whether the answer of a number breaks off.
    func isHalf(_ answer: UInt64) -> Bool { isHalving && answer % 3 == 1 }

    /// Two numbers mixed to one that looks drawn (SplitMix64).
    ///
    /// - Source: G. L. Steele et al., "Fast splittable pseudorandom number generators", OOPSLA 2014.
    static func mix(_ seed: UInt64, _ number: UInt64) -> UInt64 {
        var value = seed &+ (number &+ 1) &* 0x9E37_79B9_7F4A_7C15
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
