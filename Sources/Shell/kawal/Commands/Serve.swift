import ArgumentParser
import Connectors
import Foundation
import Logging
import Operations
import Server
import ServiceLifecycle
import SiteStore
import Vocabulary

/// `kawal serve`: pages and API of a site.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Serves a site's pages and API.")

    @Option(help: "The port; the configuration's where not given.")
    var port: Int?

    @OptionGroup var site: SiteOptions

    func validate() throws {
        if let port { try PortOption.check(port) }
    }

    func run() async throws {
        let place = try Workplace.open(site, .readWrite(createIfAbsent: false))
        var configuration = ServerConfiguration(place.settings)
        if let port { configuration.port = port }
        configuration.hasEcho = ProcessInfo.processInfo.environment["KAWAL_ECHO"] != nil
        if configuration.dutyNumber == nil {
            Console.say("No dutyNumber is set: pages can't say whom to call when the machine fails.")
        }
        try Serving.checkPort(configuration)
        if let door = place.settings.exchange {
            try Serving.checkDoor(door.port, address: door.address, beside: configuration)
        }
        place.store.whenFollowed { [board = place.desk.board] in board.tell([.elsewhere]) }
        let connectors = try ConnectorSet(place.settings.connectors, desk: place.desk, site: site.site)
        let logger = Serving.logger(.notice)
        if try await place.adoptNextKeys() {
            Console.say("The exchange uses the new keys, which the partner has taken.")
        }
        let exchange = try ExchangeServices(place, logger: logger)
        if place.settings.exchange != nil, exchange == nil {
            Console.say("Nothing is exchanged: the partner's keys were not taken yet (kawal exchange trust).")
        }
        try await Serving.run(
            place.desk,
            configuration,
            connectors: connectors,
            exchange: exchange?.line,
            beside: exchange?.services ?? [],
            logger: logger
        ) {
            Console.say("Serving \($0). Stop with Ctrl-C.")
        }
        place.close()
    }
}

/// Serves a site until it is told to stop.
enum Serving {
    /// Finds a busy port before anything is started, and names the next free one.
    ///
    /// - Throws: `UsageProblem`.
    static func checkPort(_ configuration: ServerConfiguration) throws {
        let port = configuration.port
        guard port != 0, !Loopback.isFree(port, address: configuration.address) else { return }
        let next = (port...min(port + 200, 65_535)).dropFirst().first {
            Loopback.isFree($0, address: configuration.address)
        }
        let hint = next.map { "Port \($0) is free: add `--port \($0)`." } ?? "Name another with --port."
        throw UsageProblem(sentence: "Port \(port) is in use by another program. \(hint)")
    }

    /// The same of the port at which the partner is answered; no other is named, since the partner has to know it.
    ///
    /// - Throws: `UsageProblem`.
    static func checkDoor(_ port: Int, address: String, beside pages: ServerConfiguration? = nil) throws {
        guard pages.map({ $0.port != port || $0.address != address }) ?? true else {
            throw UsageProblem(
                sentence:
                    "Port \(port) can't be the pages' and the partner's at once: change exchange.port or --port."
            )
        }
        guard Loopback.isFree(port, address: address) else {
            throw UsageProblem(
                sentence: "Port \(port), at which the partner is answered, is in use by another program."
            )
        }
    }

    /// What the program logs with, on standard error; once a process.
    static func logger(_ level: Logger.Level) -> Logger {
        LoggingSystem.bootstrap(StreamLogHandler.standardError)
        var logger = Logger(label: "kawal")
        logger.logLevel = level
        return logger
    }

    /// Runs the server; returns once it has stopped gracefully.
    ///
    /// - Throws: What starting it throws.
    static func run(
        _ desk: Desk,
        _ configuration: ServerConfiguration,
        connectors: ConnectorSet? = nil,
        exchange: ExchangeLine? = nil,
        beside services: [any Service] = [],
        logger: Logger,
        onServing: @escaping @Sendable (String) async -> Void
    ) async throws {
        let scheme = configuration.isSecure ? "https" : "http"
        let address = configuration.address
        let server = try KawalServer(
            desk: desk,
            configuration: configuration,
            logger: logger,
            exchange: exchange,
            beside: (connectors?.runs ?? []).map { work($0, logger) } + services
        )
        try await server.run { port in await onServing("\(scheme)://\(address):\(port)") }
    }
}

extension Serving {
    /// A connector's runs; what they come to is told in counts, never with a file's or a person's name.
    private static func work(_ connector: ConnectorRun, _ logger: Logger) -> RepeatedWork {
        let setting = connector.setting
        return RepeatedWork(name: "Connector", interval: .seconds(setting.seconds), logger: logger) {
            let report = try await connector.run()
            let counts = report.tables.values.map(\.count)
            let written = counts.reduce(0) { $0 + $1.added + $1.changed }
            let facts: Logger.Metadata = [
                "connector": "\(setting.name)", "rows": "\(written)", "told": "\(report.told)",
                "refused": "\(report.tables.values.reduce(0) { $0 + $1.refused })",
                "orphans": "\(report.orphans)",
                "waiting": "\(report.waiting.count)", "failure": "\(report.failure ?? "none")",
            ]
            if report.needsPerson {
                logger.warning("Connector", metadata: facts)
            } else if written + report.told > 0 {
                logger.notice("Connector", metadata: facts)
            }
        }
    }
}

extension ServerConfiguration {
    /// What a site's settings say.
    init(_ settings: SiteSettings) {
        self.init(agency: settings.agency, post: settings.postName, version: Version.text)
        address = settings.address
        port = settings.port
        zoneMinutes = settings.zone
        publicAddress = settings.publicAddress
        dutyNumber = settings.dutyNumber.flatMap(DutyNumber.init)
        certificate = settings.tls.map { Certificate(chainPath: $0.certificate, keyPath: $0.key) }
        isTraining = settings.training
        idleLockMinutes = settings.idleLockMinutes
        uploadLimitBytes = settings.uploadLimitMiB << 20
    }
}

/// Whether a port can be listened on.
enum Loopback {
    /// Tries to listen for a moment.
    static func isFree(_ port: Int, address: String) -> Bool {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { return true }
        defer { close(descriptor) }
        var reuse: Int32 = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &reuse, socklen_t(MemoryLayout<Int32>.size))
        var name = sockaddr_in()
        name.sin_family = sa_family_t(AF_INET)
        guard let number = in_port_t(exactly: port) else { return false }
        name.sin_port = number.bigEndian
        guard inet_pton(AF_INET, address, &name.sin_addr) == 1 else { return true }
        return withUnsafePointer(to: &name) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
                    && listen(descriptor, 1) == 0
            }
        }
    }
}
