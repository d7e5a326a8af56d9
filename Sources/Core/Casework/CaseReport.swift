public import Vocabulary

/// What was done with cases in some days, counted by agreed codes and of nobody (laporan perkara).
public struct CaseReport: Sendable {
    /// What is counted together.
    public struct Key: Sendable, Hashable {
        /// The course.
        public var kind: CaseKind
        /// The step.
        public var step: String
        /// The state that it led to.
        public var state: String
        /// The agreed reason; empty where the step has none.
        public var reason: String
        /// The agency; nil of the person and the clock.
        public var authority: Authority?
    }

    private var counts: [Key: Int] = [:]

    /// Nothing yet.
    public init() {}

    /// Counts a move; words of a note are never part of a report.
    public mutating func add(_ move: CaseMove, agreed: Set<String>) {
        let reason = move.content.reason.flatMap { agreed.contains($0) ? $0 : nil } ?? ""
        let key = Key(
            kind: move.kind,
            step: move.step,
            state: move.state,
            reason: reason,
            authority: move.authority
        )
        counts[key, default: 0] += 1
    }

    /// The rows, in a fixed order.
    public var rows: [(key: Key, count: Int)] {
        counts.sorted { left, right in
            CaseReport.order(left.key).lexicographicallyPrecedes(CaseReport.order(right.key))
        }.map { ($0.key, $0.value) }
    }

    private static func order(_ key: Key) -> [String] {
        [key.kind.rawValue, key.step, key.state, key.reason, key.authority?.rawValue ?? ""]
    }
}
