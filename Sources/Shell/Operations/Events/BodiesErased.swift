/// That bodies were erased (pemusnahan data): of one person, or because their time was over; the entries stay.
///
/// - Source: UU 27/2022 art. 43 and 44, erasure and destruction.
package struct BodiesErased: Sendable, Hashable, Codable {
    /// Why bodies are erased.
    package enum Reason: String, Sendable, Codable {
        /// A person asked for it, or an authority ordered it.
        case person
        /// Their class's time was over.
        case retention
        /// The person said no, or has said yes and stands elsewhere.
        case asked
        /// The decision that they led to fell.
        case overturned
        /// The partner, from whom they came, has erased its own.
        case partner
    }

    /// Why.
    package var reason: Reason
    /// The request's or order's reference, or the rule; names nobody.
    package var basis: String
    /// The entries whose bodies are gone.
    package var entries: IndexRanges
    /// The referrals among them, which the partner may have as well: random identifiers that name nobody.
    package var referrals: [String]?

    /// An erasure.
    package init(reason: Reason, basis: String, entries: IndexRanges, referrals: [String]? = nil) {
        self.referrals = referrals
        self.reason = reason
        self.basis = basis
        self.entries = entries
    }
}

/// A set of entries by their indexes, in few words where they stand side by side.
///
/// - Shape: `[[4,9],[12,12]]` in JSON: first and last of each run, ascending, runs apart from each other.
package struct IndexRanges: Sendable, Hashable {
    /// The runs.
    package private(set) var runs: [ClosedRange<UInt64>] = []

    /// No entries.
    package init() {}

    /// Entries in any order, each once or more.
    package init(_ indexes: some Sequence<UInt64>) { for index in indexes.sorted() { append(index) } }

    /// Adds an entry that stands behind all others, or is the last.
    package mutating func append(_ index: UInt64) { append(index...index) }

    private mutating func append(_ run: ClosedRange<UInt64>) {
        if let last = runs.last, run.lowerBound <= last.upperBound + 1 {
            runs[runs.count - 1] = last.lowerBound...Swift.max(run.upperBound, last.upperBound)
        } else {
            runs.append(run)
        }
    }

    /// Whether an entry is among them.
    package func contains(_ index: UInt64) -> Bool {
        var range = runs.startIndex..<runs.endIndex
        while !range.isEmpty {
            let middle = range.lowerBound + range.count / 2
            if runs[middle].contains(index) { return true }
            range =
                index < runs[middle].lowerBound ? range.lowerBound..<middle : middle + 1..<range.upperBound
        }
        return false
    }

    /// Several sets as one.
    package init(joining sets: [IndexRanges]) {
        for run in sets.flatMap(\.runs).sorted(by: { $0.lowerBound < $1.lowerBound }) { append(run) }
    }

    /// How many there are.
    package var count: Int { runs.reduce(0) { $0 + $1.count } }
}

extension IndexRanges: Sequence {
    /// Every index, ascending.
    package func makeIterator() -> some IteratorProtocol<UInt64> { runs.lazy.joined().makeIterator() }
}

extension IndexRanges: Codable {
    package init(from decoder: any Decoder) throws {
        let pairs = try decoder.singleValueContainer().decode([[UInt64]].self)
        runs = try pairs.map { pair in
            guard pair.count == 2, pair[0] <= pair[1] else {
                throw DecodingError.dataCorrupted(
                    DecodingError.Context(
                        codingPath: decoder.codingPath,
                        debugDescription: "no run of entries"
                    )
                )
            }
            return pair[0]...pair[1]
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(runs.map { [$0.lowerBound, $0.upperBound] })
    }
}
