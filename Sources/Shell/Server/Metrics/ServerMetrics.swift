import HTTPTypes
import Metrics
import Operations
import Synchronization
import Vocabulary

/// What the server counts about itself; nothing of it is about a person.
struct ServerMetrics: Sendable {
    private struct RequestName: Hashable {
        var method: String
        var route: String
        var status: Int
    }

    private struct RequestSeries {
        var count: Counter
        var duration: Timer
    }

    private final class RequestCache: Sendable {
        let series = Mutex<[RequestName: RequestSeries]>([:])
    }

    /// Where the series are kept.
    let registry: PrometheusRegistry
    private let requests = RequestCache()
    private let screening: Timer

    /// Metrics that are kept in a registry.
    init(registry: PrometheusRegistry) {
        self.registry = registry
        screening = Timer(label: "kawal_screening_seconds", dimensions: [], factory: registry)
    }

    /// Notes an answered request under its route's template, never under its address.
    func answered(_ method: HTTPRequest.Method, route: String, status: Int, nanoseconds: Int64) {
        let name = RequestName(method: method.rawValue, route: route, status: status)
        let series = requests.series.withLock { cache in
            if let known = cache[name] { return known }
            let dimensions = [("method", name.method), ("route", route), ("status", "\(status)")]
            let made = RequestSeries(
                count: Counter(label: "kawal_http_requests_total", dimensions: dimensions, factory: registry),
                duration: Timer(
                    label: "kawal_http_request_seconds",
                    dimensions: [("method", name.method), ("route", route)],
                    factory: registry
                )
            )
            cache[name] = made
            return made
        }
        series.count.increment()
        series.duration.recordNanoseconds(nanoseconds)
    }

    /// Times a screening.
    ///
    /// - Throws: What the work throws.
    func timeScreening<Answer>(_ work: () async throws -> Answer) async rethrows -> Answer {
        let start = ContinuousClock.now
        let answer = try await work()
        screening.recordNanoseconds(start.duration(to: .now).nanoseconds)
        return answer
    }

    /// Counts a gate that was told to open because the site was late.
    func gateWasLate() { count("kawal_gate_late_total") }

    /// Counts a gate that was told to open because the site failed.
    func gateFailed() { count("kawal_gate_failed_total") }

    /// Takes in what a site's status says.
    func note(_ status: SiteStatus, sessions: Int) {
        gauge("kawal_ledger_entries", Double(status.ledger.size))
        gauge(
            "kawal_ledger_unfolded_entries",
            Double(status.ledger.size - min(status.ledger.size, status.ledger.folded))
        )
        if let sharing = status.ledger.sharing {
            gauge("kawal_ledger_cut_seconds", Double(sharing.cutFor?.components.seconds ?? 0))
            gauge("kawal_ledger_waiting_entries", Double(sharing.waiting))
        }
        gauge("kawal_sessions", Double(sessions))
        for feed in status.feeds {
            let name = [("feed", feed.kind.rawValue)]
            gauge("kawal_feed_records", Double(feed.count), name)
            gauge("kawal_feed_answered", feed.isAnswered ? 1 : 0, name)
            if let at = feed.loadedAt {
                gauge("kawal_feed_loaded_timestamp_seconds", Double(at.milliseconds) / 1000, name)
            }
        }
    }

    private func count(_ label: String) { Counter(label: label, factory: registry).increment() }

    private func gauge(_ label: String, _ value: Double, _ dimensions: [(String, String)] = []) {
        Meter(label: label, dimensions: dimensions, factory: registry).set(value)
    }
}

extension Duration {
    /// The whole duration in nanoseconds.
    var nanoseconds: Int64 { components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000 }
}
