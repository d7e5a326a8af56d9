import Glibc

/// Which comparisons hang together among people who are not one (ketergantungan antarkolom).
///
/// Measured on pairs of records of the left table that agree in one comparison and are different people: how alike they are in all
/// others, beside pairs at random. Each comparison hangs on the one that changes it most.
/// - Source: Chow and Liu 1968; Friedman, Geiger and Goldszmidt 1997, for agreement alone.
struct LinkageTies {
    private let table: LinkageTable
    private let levels: LinkageLevels
    private let records: [Int]
    /// Whether a pair is one person's as far as is known: it says nothing of people who are not.
    private let isMatch: (_ one: UnsafePointer<UInt32>, _ other: UnsafePointer<UInt32>) -> Bool

    private static let mostRecords = 100_000
    private static let mostPairs = 20_000
    /// Neighbours at these distances are compared.
    private static let distances = 3
    /// Pairs at random count as so many of those that agree.
    private static let atLeastAs = 10.0
    /// A comparison that changes by less, in bits a pair, is as good as free.
    private static let leastChange = 0.01

    init(
        _ table: LinkageTable,
        _ levels: LinkageLevels,
        _ isMatch: @escaping (_ one: UnsafePointer<UInt32>, _ other: UnsafePointer<UInt32>) -> Bool
    ) {
        self.isMatch = isMatch
        self.table = table
        self.levels = levels
        let count = min(table.leftCount, LinkageTies.mostRecords)
        records = (0..<count).map { $0 * table.leftCount / count }
    }

    /// The ties, no comparison hanging on itself by way of others.
    ///
    /// - Shape: `u` is how often pairs at random have each level.
    func all(_ u: [[Double]]) -> [LinkageModel.Tie] {
        var open: [(change: Double, tie: LinkageModel.Tie)] = []
        for first in u.indices {
            for (second, shares) in shares(where: first, u).enumerated()
            where second != first
                && LinkageTies.mayHang(table.values[second].kind, on: table.values[first].kind)
            {
                let change = zip(shares, u[second]).reduce(0) { $0 + $1.0 * log2($1.0 / $1.1) }
                let start = shares.indices.map { $0 == 0 ? 0.8 : 0.2 / Double(shares.count) }
                let tie = LinkageModel.Tie(first: first, second: second, m: start, u: shares)
                if change >= LinkageTies.leastChange { open.append((change, tie)) }
            }
        }
        open.sort { ($1.change, $0.tie.first, $0.tie.second) < ($0.change, $1.tie.first, $1.tie.second) }
        return withoutRings(open.map(\.tie))
    }

    /// Groups of people have a place or a day in common: names and numbers hang on those, not the other way round.
    private static func mayHang(_ kind: LinkageSpec.Kind, on other: LinkageSpec.Kind) -> Bool {
        func rank(_ kind: LinkageSpec.Kind) -> Int {
            switch kind {
            case .place, .text, .category, .number: 0
            case .date: 1
            case .name, .given, .surname: 2
            case .code: 3
            }
        }
        return rank(other) <= rank(kind)
    }

    /// The first tie of each comparison that makes no ring.
    private func withoutRings(_ ties: [LinkageModel.Tie]) -> [LinkageModel.Tie] {
        var hangsOn: [Int: Int] = [:]
        return ties.filter { tie in
            guard hangsOn[tie.second] == nil else { return false }
            var above: Int? = tie.first
            while let field = above {
                if field == tie.second { return false }
                above = hangsOn[field]
            }
            hangsOn[tie.second] = tie.first
            return true
        }
    }

    /// How often each comparison has each level where one agrees.
    private func shares(where first: Int, _ u: [[Double]]) -> [[Double]] {
        var counts = u.map { $0.map { $0 * LinkageTies.atLeastAs } }
        for (one, other) in pairs(agreeingIn: first) where !isMatch(table.row(one), table.row(other)) {
            for field in u.indices {
                let level = levels.likeness(field, table.row(one), table.row(other)).level
                if level > 0 { counts[field][level - 1] += 1 }
            }
        }
        return counts.map { counts in
            let sum = counts.reduce(0, +)
            return counts.map { $0 / sum }
        }
    }

    /// Pairs of records with one value or sound of a comparison, evenly over its values.
    private func pairs(agreeingIn field: Int) -> [(Int, Int)] {
        let entries = PlainRow<UInt64>(capacity: records.count)
        let values = table.values[field]
        for (place, record) in records.enumerated() {
            let value = Int(table.row(record)[field])
            guard value != 0 else { continue }
            let sign = values.kind == .name ? values.signs[value] : UInt64(value)
            entries.append(Hash.mix(sign) & 0xFFFF_FFFF_0000_0000 | UInt64(place))
        }
        let sorted = LinkageOrder.sorted(entries)
        var pairs: [(Int, Int)] = []
        for distance in 1...LinkageTies.distances {
            for place in 0..<max(sorted.count - distance, 0)
            where sorted.base[place] >> 32 == sorted.base[place + distance] >> 32 {
                let one = records[Int(sorted.base[place] & 0xFFFF_FFFF)]
                pairs.append((one, records[Int(sorted.base[place + distance] & 0xFFFF_FFFF)]))
            }
        }
        guard pairs.count > LinkageTies.mostPairs else { return pairs }
        return (0..<LinkageTies.mostPairs).map { pairs[$0 * pairs.count / LinkageTies.mostPairs] }
    }
}
