/// What a running exchange says of itself, beside what the ledger knows (keadaan jalur).
package struct ExchangeLine: Sendable {
    /// How long messages lately took from being written to being taken, in milliseconds.
    package struct Latencies: Sendable, Hashable {
        /// The half took no longer.
        package var median: Int
        /// Ninety-nine of a hundred took no longer.
        package var p99: Int

        /// Latencies.
        package init(median: Int, p99: Int) {
            self.median = median
            self.p99 = p99
        }
    }

    /// Whether nobody tries to reach the partner just now, after several failures.
    package var isCut: @Sendable () -> Bool
    /// How the partner's witness stands; nil where that can't be read.
    package var witness: @Sendable () -> WitnessStanding?
    /// The newest checkpoint of this log that the partner has cosigned; nil before the first.
    package var cosigned: @Sendable () -> CosignedHead?
    /// How long messages lately took; nil before the first.
    package var latencies: @Sendable () -> Latencies?

    /// A line.
    package init(
        isCut: @escaping @Sendable () -> Bool,
        witness: @escaping @Sendable () -> WitnessStanding?,
        cosigned: @escaping @Sendable () -> CosignedHead?,
        latencies: @escaping @Sendable () -> Latencies?
    ) {
        self.isCut = isCut
        self.witness = witness
        self.cosigned = cosigned
        self.latencies = latencies
    }

    /// Whether the partner is reached: nobody gave up for a while.
    package var isReached: Bool { !isCut() }
}
