import Foundation
import Logging
import Operations
import Partner
import ServiceLifecycle
import SiteStore

/// The door and the courier of a site that has a partner.
struct ExchangeServices {
    let services: [any Service]
    /// What pages are told of the line.
    let line: ExchangeLine

    /// The services; nil where the site stands alone or nobody has taken the partner's keys.
    ///
    /// - Throws: `SiteFault`; `UsageProblem` where the environment names an unfit pace; what the certificates' library throws.
    init?(_ place: Workplace, logger: Logger) throws {
        guard let setting = place.settings.exchange, let line = try place.partnerLine() else { return nil }
        var logger = logger
        if setting.records { logger.logLevel = .info }
        let pace = try CourierPace(ProcessInfo.processInfo.environment)
        let standing = StandingMemory(line)
        let cabinet = LookUpCabinet()
        let door = Door(line, logger: logger, tables: cabinet, lets: standing.lets)
        let client = try PartnerClient(line, authority: setting.partnerAddress, pace: pace)
        let courier = Courier(line, client: client, pace: pace, logger: logger, lets: standing.lets)
        let store = place.store
        self.line = ExchangeLine(
            isCut: { courier.isCut },
            witness: { standing.standing },
            cosigned: { try? store.cosignedHead() },
            latencies: {
                courier.latencies.figures.map { ExchangeLine.Latencies(median: $0.median, p99: $0.p99) }
            }
        )
        let keeper = LookUpKeeper(line, cabinet, secrets: place.store, logger: logger)
        var services: [any Service] = [
            try door.application(address: setting.address, port: setting.port), courier, keeper,
        ]
        if LookUpLine.asks(line.side) {
            let asker = LookUpLine(line, client: client, pace: pace, logger: logger)
            if LookUpLine.asksAboutTravellers(line.side) { place.desk.lookUp.open(asker) }
            services.append(asker)
        }
        self.services = services
    }
}

extension CourierPace {
    /// The profile's pace, or a test's: `KAWAL_EXCHANGE_PACE=first,longest,failures,open` in seconds.
    ///
    /// - Throws: `UsageProblem` where it is no such list.
    init(_ environment: [String: String]) throws {
        self.init()
        guard let text = environment["KAWAL_EXCHANGE_PACE"] else { return }
        let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { Double($0) ?? .nan }
        guard parts.count == 4, parts.allSatisfy({ $0 > 0 && $0 <= 86_400 }),
            let failures = Int(exactly: parts[2])
        else {
            throw UsageProblem(
                sentence:
                    "KAWAL_EXCHANGE_PACE: expected `first,longest,failures,open`: three times in seconds and a whole number."
            )
        }
        firstRetrySeconds = parts[0]
        longestRetrySeconds = parts[1]
        breakerFailures = failures
        breakerSeconds = parts[3]
    }
}
