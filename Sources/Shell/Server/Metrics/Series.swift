import Metrics
import Synchronization

/// One series of a registry.
protocol Series: AnyObject, Sendable {
    /// `counter`, `gauge` or `histogram`.
    var type: String { get }
    /// Appends the series' lines.
    func write(_ name: PrometheusRegistry.SeriesName, into text: inout String)
}

/// A number that only grows.
final class CountSeries: Series, CounterHandler {
    private let value = Atomic<Int64>(0)
    var type: String { "counter" }

    func increment(by amount: Int64) { value.wrappingAdd(amount, ordering: .relaxed) }
    func reset() { value.store(0, ordering: .relaxed) }

    func write(_ name: PrometheusRegistry.SeriesName, into text: inout String) {
        text += name.line("", value: "\(value.load(ordering: .relaxed))")
    }
}

/// A number that rises and falls.
final class GaugeSeries: Series, MeterHandler, RecorderHandler {
    private let value = Mutex(0.0)
    var type: String { "gauge" }

    func set(_ new: Int64) { value.withLock { $0 = Double(new) } }
    func set(_ new: Double) { value.withLock { $0 = new } }
    func increment(by amount: Double) { value.withLock { $0 += amount } }
    func decrement(by amount: Double) { value.withLock { $0 -= amount } }
    func record(_ new: Int64) { set(new) }
    func record(_ new: Double) { set(new) }

    func write(_ name: PrometheusRegistry.SeriesName, into text: inout String) {
        text += name.line("", value: "\(value.withLock { $0 })")
    }
}

/// How often values fell below each of some bounds.
///
/// - Units: seconds where it counts durations.
final class HistogramSeries: Series, TimerHandler, RecorderHandler {
    private struct Counts {
        var buckets = [UInt64](repeating: 0, count: HistogramSeries.bounds.count)
        var sum = 0.0
        var count: UInt64 = 0
    }

    /// From half a millisecond to ten seconds; 0.05, 0.1 and 0.3 are the promised figures.
    static let bounds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.3, 1, 3, 10]
    private let unit: Double
    private let counts = Mutex(Counts())
    var type: String { "histogram" }

    /// A histogram of values that are given in multiples of a unit.
    init(unit: Double) { self.unit = unit }

    func recordNanoseconds(_ duration: Int64) { observe(Double(duration) * unit) }
    func record(_ value: Int64) { observe(Double(value) * unit) }
    func record(_ value: Double) { observe(value * unit) }

    private func observe(_ value: Double) {
        counts.withLock { counts in
            counts.sum += value
            counts.count += 1
            if let bucket = Self.bounds.firstIndex(where: { value <= $0 }) { counts.buckets[bucket] += 1 }
        }
    }

    func write(_ name: PrometheusRegistry.SeriesName, into text: inout String) {
        let counts = counts.withLock { $0 }
        var below: UInt64 = 0
        for (bound, count) in zip(Self.bounds, counts.buckets) {
            below += count
            text += name.line("_bucket", extra: "le=\"\(bound)\"", value: "\(below)")
        }
        text += name.line("_bucket", extra: "le=\"+Inf\"", value: "\(counts.count)")
        text += name.line("_sum", value: "\(counts.sum)")
        text += name.line("_count", value: "\(counts.count)")
    }
}

extension PrometheusRegistry.SeriesName {
    /// One line of the text format.
    fileprivate func line(_ suffix: String, extra: String = "", value: String) -> String {
        let all = [dimensions, extra].filter { !$0.isEmpty }.joined(separator: ",")
        return family + suffix + (all.isEmpty ? " " : "{\(all)} ") + value + "\n"
    }
}
