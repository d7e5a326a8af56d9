package import Metrics
import Synchronization

/// Keeps counters, gauges and durations and writes them as Prometheus text; a backend for swift-metrics.
///
/// - Shape: one family a label; dots and dashes of labels become underscores; at most 2,000 series, further ones are
///   counted under `kawal_metrics_dropped_series`.
package final class PrometheusRegistry: MetricsFactory {
    /// The name and dimensions of one series.
    struct SeriesName: Hashable {
        /// The family.
        var family: String
        /// The dimensions as Prometheus writes them: `route="/",status="200"`.
        var dimensions: String
    }

    private struct Families {
        var series: [SeriesName: any Series] = [:]
        var dropped = 0
    }

    private static let limit = 2000
    private let families = Mutex(Families())

    /// An empty registry.
    package init() {}

    package func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        make(label.hasSuffix("_total") ? label : label + "_total", dimensions) { CountSeries() }
    }

    package func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool)
        -> any RecorderHandler
    {
        if aggregate {
            make(label, dimensions) { HistogramSeries(unit: 1) }
        } else {
            make(label, dimensions) { GaugeSeries() }
        }
    }

    package func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        make(label, dimensions) { GaugeSeries() }
    }

    package func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        make(label, dimensions) { HistogramSeries(unit: 1e-9) }
    }

    package func destroyCounter(_ handler: any CounterHandler) { drop(handler) }
    package func destroyRecorder(_ handler: any RecorderHandler) { drop(handler) }
    package func destroyMeter(_ handler: any MeterHandler) { drop(handler) }
    package func destroyTimer(_ handler: any TimerHandler) { drop(handler) }

    /// Everything in the text format, families by name.
    ///
    /// - Source: Prometheus text exposition format 0.0.4.
    package var exposition: String {
        let (series, dropped) = families.withLock { ($0.series, $0.dropped) }
        var text = ""
        var family = ""
        let ordered = series.sorted {
            ($0.key.family, $0.key.dimensions) < ($1.key.family, $1.key.dimensions)
        }
        for (name, series) in ordered {
            if name.family != family {
                family = name.family
                text += "# TYPE \(family) \(series.type)\n"
            }
            series.write(name, into: &text)
        }
        return text + "# TYPE kawal_metrics_dropped_series gauge\nkawal_metrics_dropped_series \(dropped)\n"
    }

    private func make<Kind: Series>(_ label: String, _ dimensions: [(String, String)], _ new: () -> Kind)
        -> Kind
    {
        let written = dimensions.map { "\(Self.name($0.0))=\"\(Self.escape($0.1))\"" }.joined(separator: ",")
        let name = SeriesName(family: Self.name(label), dimensions: written)
        return families.withLock { families in
            if let known = families.series[name] as? Kind { return known }
            let made = new()
            guard families.series[name] == nil, families.series.count < Self.limit else {
                families.dropped += 1
                return made
            }
            families.series[name] = made
            return made
        }
    }

    private func drop(_ handler: AnyObject) {
        families.withLock { $0.series = $0.series.filter { $0.value !== handler } }
    }

    private static func name(_ label: String) -> String {
        let bytes = label.utf8.map { byte -> UInt8 in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F: byte
            default: 0x5F
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func escape(_ value: String) -> String {
        var text = ""
        for character in value {
            switch character {
            case "\\": text += "\\\\"
            case "\"": text += "\\\""
            case "\n": text += "\\n"
            default: text.append(character)
            }
        }
        return text
    }
}
