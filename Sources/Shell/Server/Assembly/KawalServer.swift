package import Hummingbird
import HummingbirdCore
import HummingbirdTLS
package import Logging
import NIOCore
import NIOSSL
package import Operations
package import ServiceLifecycle
import UnixSignals

/// A site's server: pages, API, live board.
package struct KawalServer: Sendable {
    let office: Office
    private let tls: TLSConfiguration?
    private let logger: Logger
    private let beside: [any Service]

    /// A server for a desk; `metrics` is the same registry that the program gave to swift-metrics, if it did; `exchange` tells how the
    /// line to the other agency stands, where one runs; `beside` is done as long as it serves.
    ///
    /// - Throws: `NIOSSLError` or an input error where the certificate or its key can't be read.
    package init(
        desk: Desk,
        configuration: ServerConfiguration,
        metrics registry: PrometheusRegistry = PrometheusRegistry(),
        logger: Logger,
        exchange: ExchangeLine? = nil,
        beside: [any Service] = []
    ) throws {
        tls = try configuration.certificate.map(Self.tls)
        let metrics = ServerMetrics(registry: registry)
        office = Office(
            desk: desk,
            configuration: configuration,
            sessions: Sessions(
                idleMinutes: configuration.idleLockMinutes,
                shiftHours: configuration.shiftHours,
                now: desk.now
            ),
            cookies: Cookies(isSecure: configuration.isSecure),
            keyBrake: KeyBrake(now: desk.now),
            metrics: metrics,
            uploads: UploadJobs(desk: desk, metrics: metrics),
            board: LiveBoard(desk: desk),
            checks: RecentChecks(now: desk.now),
            exchange: exchange,
            startedAt: desk.now()
        )
        self.logger = logger
        self.beside = beside
    }

    /// The application; `onServing` is told the port once requests are answered.
    ///
    /// - Throws: `NIOSSLError` where the certificate and its key don't fit.
    package func application(onServing: @escaping @Sendable (Int) async -> Void = { _ in }) throws
        -> some ApplicationProtocol
    {
        let configuration = office.configuration
        return Application(
            router: router,
            server: try channel(),
            configuration: .init(
                address: .hostname(configuration.address, port: configuration.port),
                availableConnectionsDelegate: MaximumAvailableConnections(configuration.connectionLimit)
            ),
            services: [
                office.uploads, office.board, RetentionTimer(desk: office.desk, logger: logger),
                RepeatedWork(name: "Clocks", interval: .seconds(5), logger: logger) { [desk = office.desk] in
                    _ = try await desk.lapseDue()
                },
                RepeatedWork(name: "Welfare", interval: .seconds(86_400), logger: logger) {
                    [desk = office.desk] in
                    _ = try await desk.openWelfareContacts()
                },
                RepeatedWork(name: "Rings", interval: .seconds(30), logger: logger) { [office] in
                    try office.rings.refreshed(at: office.desk)
                },
            ] + beside,
            onServerRunning: { channel in await onServing(channel.localAddress?.port ?? configuration.port) },
            logger: logger
        )
    }

    /// The routes of pages, API and operators.
    var router: Router<KawalContext> { SiteRouter(office: office).router() }

    /// Serves until the process is asked to stop; then answers what was asked, ends what runs, and leaves.
    ///
    /// - Throws: What the application throws: an address in use, an unreadable certificate.
    package func run(onServing: @escaping @Sendable (Int) async -> Void = { _ in }) async throws {
        if !office.configuration.isSecure, !office.configuration.isLoopback {
            logger.warning("Pages, passwords and keys go over the network unencrypted: set a certificate.")
        }
        var group = ServiceGroupConfiguration(
            services: [try application(onServing: onServing)],
            gracefulShutdownSignals: [.sigterm, .sigint],
            logger: logger
        )
        group.maximumGracefulShutdownDuration = .seconds(30)
        try await ServiceGroup(configuration: group).run()
    }

    private func channel() throws -> HTTPServerBuilder {
        let http = HTTP1Channel.Configuration(
            idleTimeout: .seconds(75),
            httpDecoderConfiguration: Self.limits
        )
        guard let tls else { return .http1(configuration: http) }
        return try .tls(.http1(configuration: http), tlsConfiguration: tls)
    }

    private static func tls(_ certificate: ServerConfiguration.Certificate) throws -> TLSConfiguration {
        let chain = try NIOSSLCertificate.fromPEMFile(certificate.chainPath)
        let key = try NIOSSLPrivateKey(file: certificate.keyPath, format: .pem)
        var tls = TLSConfiguration.makeServerConfiguration(
            certificateChain: chain.map { .certificate($0) },
            privateKey: .privateKey(key)
        )
        tls.minimumTLSVersion = .tlsv12
        return tls
    }

    private static let limits = HTTP1Channel.Configuration.DecoderConfiguration(
        maxHeaderFieldSize: 8 << 10,
        maxHeaderListSize: 32 << 10,
        maxHeaderFieldCount: 100
    )
}
