import Foundation
import Logging
import Operations
import Partner
import ServiceLifecycle
import SiteStore

/// The door and the courier of a site that has a partner.
struct ExchangeServices {
    let services: [any Service]
    let courier: Courier
    /// What pages are told of the line.
    let line: ExchangeLine

    /// The services; nil where the site stands alone or nobody has taken the partner's keys.
    ///
    /// - Throws: `SiteFault`; what the certificates' library throws.
    init?(_ place: Workplace, logger: Logger) throws {
        guard let setting = place.settings.exchange, let line = try place.partnerLine() else { return nil }
        var logger = logger
        if setting.records { logger.logLevel = .info }
        let pace = CourierPace(ProcessInfo.processInfo.environment)
        let standing = StandingMemory(line)
        let cabinet = LookUpCabinet()
        let door = Door(line, logger: logger, tables: cabinet, lets: standing.lets)
        let client = try PartnerClient(line, authority: setting.partnerAddress, pace: pace)
        courier = Courier(line, client: client, pace: pace, logger: logger, lets: standing.lets)
        let (sender, store) = (courier, place.store)
        self.line = ExchangeLine(
            isCut: { sender.isCut },
            witness: { standing.standing },
            cosigned: { try? store.cosignedHead() },
            latencies: {
                sender.latencies.figures.map { ExchangeLine.Latencies(median: $0.median, p99: $0.p99) }
            }
        )
        let keeper = LookUpKeeper(line, cabinet, secrets: place.store, logger: logger)
        var services: [any Service] = [
            try door.application(address: setting.address, port: setting.port), courier, keeper,
        ]
        if LookUpLine.asks(line.side) {
            let asker = LookUpLine(line, client: client, pace: pace, logger: logger)
            place.desk.lookUp.open(asker)
            services.append(asker)
        }
        self.services = services
    }
}

extension CourierPace {
    /// The profile's pace, or a test's: `KAWAL_EXCHANGE_PACE=first,longest,failures,open` in seconds.
    init(_ environment: [String: String]) {
        self.init()
        let parts = (environment["KAWAL_EXCHANGE_PACE"] ?? "").split(separator: ",").compactMap { Double($0) }
        guard parts.count == 4 else { return }
        firstRetrySeconds = parts[0]
        longestRetrySeconds = parts[1]
        breakerFailures = Int(parts[2])
        breakerSeconds = parts[3]
    }
}
