import Logging
import Operations
import ServiceLifecycle

/// Lets the clocks of cases act that have run out.
struct ClockTimer: Service {
    let desk: Desk
    let logger: Logger
    /// From one look to the next.
    var interval: Duration = .seconds(5)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    try await Task.sleep(for: interval)
                    _ = try await desk.lapseDue()
                } catch is CancellationError {
                    return
                } catch {
                    // The next look tries again; what the store says is no sentence for a log.
                    logger.error("Clocks failed", metadata: ["error": "\(type(of: error))"])
                }
            }
        }
    }
}
