import HummingbirdTesting
import Logging
@testable import Server
import Synchronization
import Testing

/// The access log.
struct RequestRecordTests {
    @Test func `every request is logged at the level that is written, by its route and without what it asks`()
        async throws
    {
        let lines = KeptLines()
        var logger = Logger(label: "uji") { _ in lines }
        logger.logLevel = .notice
        let post = try await Post()
        let server = try KawalServer(desk: post.desk, configuration: post.configuration, logger: logger)
        try await server.application().test(.router) { client in
            _ = try await Browser(client).get("/rujukan/X9000001?nama=SITI")
        }
        let line = try #require(lines.texts.first { $0.contains("request") })
        #expect(line.contains("/rujukan/") && line.contains("303") && line.contains("hb.request.id"))
        #expect(!line.contains("X9000001") && !line.contains("SITI"))
    }
}

/// A log that keeps what is written to it.
private struct KeptLines: LogHandler {
    private final class Store: Sendable { let texts = Mutex<[String]>([]) }
    private let store = Store()
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.trace

    var texts: [String] { store.texts.withLock { $0 } }

    func log(event: LogEvent) {
        let all = metadata.merging(event.metadata ?? [:]) { $1 }
        store.texts.withLock { $0.append("\(event.message) \(all)") }
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }
}
