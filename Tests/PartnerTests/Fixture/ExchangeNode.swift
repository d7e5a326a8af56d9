import Exchange
import Foundation
import Hummingbird
import Intake
import Ledger
import Logging
import ServiceLifecycle
import SiteStore
import Synchronization
import Testing
import Vocabulary

@testable import Operations
@testable import Partner

/// One of two sites that exchange: a folder, a store, a desk, keys, a door and a courier; both can be stopped and started again.
final class ExchangeNode: Sendable {
    let side: ExchangeSide
    let folder: String
    /// The sealed tables of this side.
    let cabinet = LookUpCabinet()
    private let running: Mutex<Running>

    struct Running: Sendable {
        var store: SiteStore
        var desk: Desk
        var keys: ExchangeKeys
        var carrier: Carrier?
        var port = 0
        var door: RunningServices?
        var courier: (services: RunningServices, value: Courier)?
        var seeking: (keeper: LookUpKeeper, asker: LookUpLine?)?
    }

    init(_ agency: Vocabulary.Authority, _ name: String, partner: String) throws {
        guard let own = PartyName(name), let other = PartyName(partner),
            let side = ExchangeSide(agency: agency, name: own, partner: other)
        else { preconditionFailure("the names are constants") }
        self.side = side
        folder = FileManager.default.temporaryDirectory.path + "/kawal-exchange-" + UUID().uuidString
        let store = try SiteStore.open(folder: folder, mode: .readWrite(createIfAbsent: true))
        let keys = try ExchangeKeys(
            reading: store.exchangeSecret { try ExchangeKeys.drawn(for: own, at: Moment.machine) }
        )
        running = Mutex(Running(store: store, desk: try ExchangeNode.desk(store, side), keys: keys))
    }

    var store: SiteStore { running.withLock(\.store) }
    var desk: Desk { running.withLock(\.desk) }
    var keys: ExchangeKeys { running.withLock(\.keys) }
    var port: Int { running.withLock(\.port) }
    var authority: String { "localhost:\(port)" }
    var courier: Courier? { running.withLock { $0.courier?.value } }
    var now: Moment { Moment.machine }

    private static func desk(_ store: SiteStore, _ side: ExchangeSide) throws -> Desk {
        Desk(
            site: store,
            rules: try rules.get(),
            places: Places(
                airports: ["CGK": .indonesia, "HKG": CountryCode("HKG") ?? .indonesia],
                checkpoints: ["TPI-A-CGK": Places.Checkpoint(mode: .air, regencyCode: nil)]
            ),
            zone: 420,
            post: "TPI-A-CGK",
            now: { Moment.machine },
            makeIdentifier: { ExchangeNode.identifier() },
            scryptRounds: 16,
            exchange: side
        )
    }

    static func identifier() -> String {
        var text: [UInt8] = []
        let random = (UInt64.random(in: .min ... .max), UInt64.random(in: .min ... .max))
        EntryIdentity(milliseconds: Moment.machine.milliseconds, random: random).write(into: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// The rules of this repository, with more patience at a counter: a slow machine must not make an answer come too late.
    static let rules = Result {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Rules")
        let names = try FileManager.default.contentsOfDirectory(atPath: root.path).filter {
            $0.hasSuffix(".csv")
        }
        let files = try names.sorted().map { name in
            let text = try String(contentsOf: root.appending(path: name), encoding: .utf8)
            let patient = text.replacing(
                "lookup_counter_milliseconds,100,",
                with: "lookup_counter_milliseconds,30000,"
            )
            return (name: name, bytes: Array(patient.utf8))
        }
        return try RulebookReader.read(files: files, digest: "sha256:test")
    }

    // MARK: Trust

    /// Lets somebody carry the messages from the next start.
    func carry(by carrier: Carrier) { running.withLock { $0.carrier = carrier } }

    /// Changes the file of keys, and works with what it holds then.
    func changeKeys(_ change: ([UInt8]) throws -> [UInt8]) throws {
        let bytes = try change(try store.exchangeSecret { [] })
        try store.replaceExchangeSecret(bytes)
        let keys = try ExchangeKeys(reading: bytes)
        running.withLock { $0.keys = keys }
    }

    func bundle() throws -> PartnerBundle {
        let party = try keys.bundle(of: side.name, log: store.checkpointKeys, witness: store.witnessKey)
        return PartnerBundle(keys: party, certificate: keys.certificates)
    }

    func trust(_ bundle: PartnerBundle, serial: Int64 = 1) async throws {
        try await desk.trust(
            ExchangeTrusted(
                party: bundle.keys.party.text,
                bundle: String(decoding: bundle.keys.json.bytes, as: UTF8.self),
                certificate: bundle.certificate,
                serial: serial,
                officers: ["ani", "budi"]
            )
        )
    }

    func sign() async throws {
        try await desk.signAgreement(by: ["ani", "budi"], key: keys.signing.id) {
            keys.signing.signature(over: $0)
        }
    }

    func line() throws -> PartnerLine {
        let trusted = try store.read { try $0.trusted(of: side.partner.text) }
        guard let partner = trusted.flatMap(PartnerBundle.init) else {
            throw SiteFault.failed(finding: "no partner")
        }
        return PartnerLine(
            desk: desk,
            store: store,
            side: side,
            keys: keys,
            partner: partner,
            carrier: running.withLock(\.carrier)
        )
    }

    // MARK: Running

    /// Opens the door; the first time on a free port, later on the same.
    func openDoor(
        bodyPatience: Duration = .seconds(10),
        lets: @escaping WitnessStanding.Lets = { _ in true },
        logger: Logger = .quiet
    ) async throws {
        let door = Door(
            try line(),
            logger: logger,
            bodyPatience: bodyPatience,
            tables: cabinet,
            lets: lets
        )
        let (ports, told) = AsyncStream<Int>.makeStream()
        let application = try door.application(address: "127.0.0.1", port: port) { told.yield($0) }
        let services = RunningServices([application]) { told.finish() }
        guard let port = await ports.first(where: { _ in true }) else {
            throw SiteFault.failed(finding: "the door doesn't open")
        }
        running.withLock {
            $0.port = port
            $0.door = services
        }
    }

    func closeDoor() async {
        let door = running.withLock { state in
            defer { state.door = nil }
            return state.door
        }
        await door?.stop()
    }

    /// Lets the courier go; with the private look-up where it is seeking.
    func startCourier(
        to authority: String,
        pace: CourierPace,
        isSeeking: Bool = false,
        lets: @escaping WitnessStanding.Lets = { _ in true }
    ) throws {
        let line = try line()
        let client = try PartnerClient(line, authority: authority, pace: pace)
        let courier = Courier(line, client: client, pace: pace, logger: .quiet, lets: lets)
        var services: [any Service] = [courier]
        if isSeeking {
            let keeper = LookUpKeeper(line, cabinet, secrets: store, logger: .quiet)
            services.append(keeper)
            var asker: LookUpLine?
            if LookUpLine.asks(side) {
                let asks = LookUpLine(line, client: client, pace: pace, logger: .quiet)
                if LookUpLine.asksAboutTravellers(side) { desk.lookUp.open(asks) }
                services.append(asks)
                asker = asks
            }
            running.withLock { [asker] in $0.seeking = (keeper, asker) }
        }
        let group = RunningServices(services)
        running.withLock { $0.courier = (group, courier) }
    }

    /// Whatever keeps the partner's tables.
    var asker: LookUpLine {
        get throws { try #require(running.withLock { $0.seeking?.asker }) }
    }

    /// Whatever builds this side's tables.
    var keeper: LookUpKeeper {
        get throws { try #require(running.withLock { $0.seeking?.keeper }) }
    }

    func stopCourier() async {
        let courier = running.withLock { state in
            defer { (state.courier, state.seeking) = (nil, nil) }
            return state.courier?.services
        }
        await courier?.stop()
    }

    /// Stops everything and opens the site again, as after a restart.
    func reopen() async throws {
        await stopCourier()
        await closeDoor()
        try? store.close()
        let store = try SiteStore.open(folder: folder, mode: .readWrite(createIfAbsent: false))
        let desk = try ExchangeNode.desk(store, side)
        running.withLock {
            $0.store = store
            $0.desk = desk
        }
    }

    func end() async {
        await stopCourier()
        await closeDoor()
        try? store.close()
        try? FileManager.default.removeItem(atPath: folder)
    }
}

/// Services that run until they are stopped, as those of `kawal serve` are: what was accepted is ended, never dropped.
struct RunningServices: Sendable {
    private let group: ServiceGroup
    private let work: Task<Void, Never>

    init(_ services: [any Service], ended: @escaping @Sendable () -> Void = {}) {
        let group = ServiceGroup(services: services, logger: .quiet)
        self.group = group
        work = Task {
            try? await group.run()
            ended()
        }
    }

    func stop() async {
        await group.triggerGracefulShutdown()
        await work.value
    }
}

extension Moment {
    /// The machine's time.
    static var machine: Moment { Moment(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }
}

extension Logger {
    /// Says nothing.
    static let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
}
