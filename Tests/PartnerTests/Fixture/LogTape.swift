import Logging
import Synchronization

/// Keeps what is logged.
final class LogTape: Sendable {
    private let kept = Mutex<[Logger.Metadata]>([])

    /// What was said under a message.
    var lines: [Logger.Metadata] { kept.withLock { $0 } }

    /// A logger that writes here.
    func logger(_ level: Logger.Level) -> Logger {
        var logger = Logger(label: "tape") { _ in Handler(tape: self) }
        logger.logLevel = level
        return logger
    }

    private struct Handler: LogHandler {
        let tape: LogTape
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.info

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            guard "\(event.message)" == "Exchange message" else { return }
            tape.kept.withLock { $0.append(event.metadata ?? [:]) }
        }
    }
}
