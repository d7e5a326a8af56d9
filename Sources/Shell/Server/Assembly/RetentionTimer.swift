import Logging
import Operations
import ServiceLifecycle
import Vocabulary

/// Erases, hour by hour, what was kept as long as the rules say.
struct RetentionTimer: Service {
    let desk: Desk
    let logger: Logger
    /// From one run to the next; the first comes after one such time.
    var interval: Duration = .seconds(3600)

    private static let nightHour = 2

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    try await Task.sleep(for: interval)
                    // A shared ledger rewrites its tables for it, so only at night.
                    let isNight = desk.now().minuteOfDay(zone: desk.zone) / 60 == RetentionTimer.nightHour
                    let counts = try await desk.runRetention(
                        by: .system,
                        sweeping: isNight ? .everywhere : .here
                    )
                    // Nobody may ask for a pass whose placement fell: other sites learn it from the list.
                    let fallen = try await desk.revokeIncompletePasses(by: .system)
                    if fallen > 0 { logger.notice("Passes void", metadata: ["count": "\(fallen)"]) }
                    let erased = counts.values.reduce(0, +)
                    if erased > 0 { logger.notice("Retention", metadata: ["erased": "\(erased)"]) }
                } catch is CancellationError {
                    return
                } catch {
                    // The next hour tries again; what the store says is no sentence for a log.
                    logger.error("Retention failed", metadata: ["error": "\(type(of: error))"])
                }
            }
        }
    }
}
