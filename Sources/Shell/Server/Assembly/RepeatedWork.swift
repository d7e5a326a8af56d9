import Logging
import ServiceLifecycle

/// Work that the server does again and again beside its answers: clocks that ran out, rings that a new claim has changed.
struct RepeatedWork: Service {
    /// What it is called in the log.
    let name: String
    /// From the end of one to the beginning of the next.
    let interval: Duration
    let logger: Logger
    /// What is done.
    let work: @Sendable () async throws -> Void

    func run() async throws {
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
