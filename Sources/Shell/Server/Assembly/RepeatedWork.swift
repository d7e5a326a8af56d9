package import Logging
import ServiceLifecycle

/// Work that the server does again and again beside its answers: clocks that ran out, rings that a new claim has changed.
package struct RepeatedWork: Service {
    /// What it is called in the log.
    let name: String
    /// From the end of one to the beginning of the next.
    let interval: Duration
    let logger: Logger
    /// What is done.
    let work: @Sendable () async throws -> Void

    /// Work that is done again and again.
    package init(
        name: String,
        interval: Duration,
        logger: Logger,
        work: @escaping @Sendable () async throws -> Void
    ) {
        self.name = name
        self.interval = interval
        self.logger = logger
        self.work = work
    }

    /// Does it until the server is asked to stop.
    package func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    try await work()
                    try await Task.sleep(for: interval)
                } catch is CancellationError {
                    return
                } catch {
                    // The next time tries again; what the store says is no sentence for a log.
                    logger.error("\(name) failed", metadata: ["error": "\(type(of: error))"])
                    try? await Task.sleep(for: interval)
                }
            }
        }
    }
}
