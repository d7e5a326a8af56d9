/// Names of clusters that last: whoever was known under a name keeps it while records come and go (identitas tetap).
///
/// The name goes to the cluster that has most of its records; where several names meet, the one that was told first stays. What was merged and what
/// was split is told, so that whoever holds a name can follow it. Neither depends on the order in which records came.
public struct LinkageIdentities: Sendable {
    /// What became of a name.
    public enum Change: Sendable, Hashable {
        /// A name ended; its records stand under another.
        case merged(String, into: String)
        /// Some of a name's records stand under another.
        case split(String, into: String)
    }

    /// The name of each record's cluster.
    public let names: [String]
    /// What changed, in order of age of the names.
    public let changes: [Change]

    /// Names clusters.
    ///
    /// - Shape: `clusters` gives each record the first record of its cluster; `before` the names of the records that had one, `age` their
    ///   order, the oldest first.
    public init(_ clusters: [Int], ids: (Int) -> String, before: [Int: String], age: [String]) {
        var counts: [String: [Int: Int]] = [:]
        for (record, name) in before { counts[name, default: [:]][clusters[record], default: 0] += 1 }
        let names = LinkageIdentities.unique(age).filter { counts[$0] != nil }
        var heirs: [Int: [String]] = [:]
        for name in names {
            let parts = counts[name] ?? [:]
            let heir = parts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
            if let heir { heirs[heir, default: []].append(name) }
        }
        var named = heirs.compactMapValues(\.first)
        var taken = Set(named.values)
        for (record, first) in clusters.enumerated() where named[first] == nil {
            // A cluster that nobody knew is named by its first record, unless another has kept that name.
            let own = ids(record)
            guard !taken.contains(own) else { continue }
            named[first] = own
            taken.insert(own)
        }
        for first in clusters where named[first] == nil {
            var number = 2
            while taken.contains("\(ids(first))/\(number)") { number += 1 }
            named[first] = "\(ids(first))/\(number)"
            taken.insert("\(ids(first))/\(number)")
        }
        self.names = clusters.map { named[$0] ?? "" }
        changes = names.flatMap { name in
            (counts[name] ?? [:]).keys.sorted().compactMap { cluster -> Change? in
                guard let now = named[cluster], now != name else { return nil }
                return heirs[cluster]?.contains(name) == true
                    ? .merged(name, into: now) : .split(name, into: now)
            }
        }
    }

    private static func unique(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }
}
