/// What people have decided of pairs: it stands above what was learnt (label pasangan).
public struct LinkageLabels: Sendable {
    private var decided: [UInt64: Bool] = [:]

    /// No decisions.
    public init() {}

    /// Notes a decision on a pair; the last word counts.
    public mutating func decide(_ one: Int, _ other: Int, isSame: Bool) {
        decided[LinkageLabels.key(one, other)] = isSame
    }

    /// What was decided of a pair; nil where nobody has.
    public func isSame(_ one: Int, _ other: Int) -> Bool? {
        decided.isEmpty ? nil : decided[LinkageLabels.key(one, other)]
    }

    /// The pairs that are one person's, in order of their records.
    var same: [(one: Int, other: Int)] {
        decided.filter(\.value).keys.sorted().map { (Int($0 >> 32), Int($0 & 0xFFFF_FFFF)) }
    }

    private static func key(_ one: Int, _ other: Int) -> UInt64 {
        UInt64(min(one, other)) << 32 | UInt64(max(one, other))
    }

    /// The pairs as people have decided them, the rest as learnt: what is another person's is gone, what is one person's is certain.
    func applied(to pairs: [Linkage.Pair]) -> [Linkage.Pair] {
        guard !decided.isEmpty else { return pairs }
        return same.map { Linkage.Pair(one: $0.one, other: $0.other, weight: Linkage.decidedBits) }
            + pairs.filter { isSame($0.one, $0.other) == nil }
    }
}

extension Linkage {
    /// The bits of a pair that a person has decided.
    public static var decidedBits: Double { 64 }
}
