import Exchange
import Foundation
import Hummingbird
import Intake
import Logging
import Operations
import ServiceLifecycle
import SiteStore
import Synchronization
import Vocabulary

@testable import Partner

/// Immigration's site and the ministry's in one process, which know each other's keys, have signed the agreement, and exchange over
/// mutual TLS on loopback.
struct TwoSites {
    let immigration: PartnerSite
    let ministry: PartnerSite

    /// Two sites that know each other; nothing runs yet.
    init(on day: String = "2026-03-01") async throws {
        immigration = try PartnerSite(.immigration, on: day)
        ministry = try PartnerSite(.ministry, on: day)
        for (here, there) in [(immigration, ministry), (ministry, immigration)] {
            try await here.meet(there)
        }
    }

    /// Opens both doors, then lets both couriers go.
    func start() async throws {
        try await immigration.openDoor()
        try await ministry.openDoor()
        try await immigration.work(with: ministry)
        try await ministry.work(with: immigration)
    }

    func stop() async {
        await immigration.stop()
        await ministry.stop()
    }
}

/// One of two sites.
final class PartnerSite: Sendable {
    let desk: Desk
    let store: SiteStore
    let side: ExchangeSide
    let keys: ExchangeKeys
    let cabinet = LookUpCabinet()
    private let folder: String
    private let logger: Logger
    private let state = Mutex(State())

    private struct State {
        var line: PartnerLine?
        var asker: LookUpLine?
        var keeper: LookUpKeeper?
        var port = 0
        var groups: [(group: ServiceGroup, task: Task<Void, Never>)] = []
    }

    init(_ agency: Vocabulary.Authority, on day: String) throws {
        let names = ["id/imigrasi/simkim", "id/kp2mi/siskop2mi"].compactMap { PartyName($0) }
        let isBorder = agency == .immigration
        guard names.count == 2,
            let side = ExchangeSide(
                agency: agency,
                name: names[isBorder ? 0 : 1],
                partner: names[isBorder ? 1 : 0]
            ), let start = Moment(day + "T08:00:00+07:00")
        else { throw FixtureFault(what: "a side and a day") }
        self.side = side
        folder = FileManager.default.temporaryDirectory.path + "/kawal-partner-" + UUID().uuidString
        let store = try SiteStore.open(folder: folder, mode: .readWrite(createIfAbsent: true))
        self.store = store
        let begun = ContinuousClock.now
        let serial = Mutex(0)
        let now: @Sendable () -> Moment = {
            let passed = begun.duration(to: .now).components
            let milliseconds = passed.seconds * 1000 + passed.attoseconds / 1_000_000_000_000_000
            return Moment(milliseconds: start.milliseconds + milliseconds)
        }
        desk = Desk(
            site: store,
            rules: try PartnerSite.rules(),
            places: Places(
                airports: ["CGK": .indonesia, "HKG": CountryCode("HKG") ?? .indonesia],
                checkpoints: ["TPI-A-CGK": Places.Checkpoint(mode: .air, regencyCode: nil)]
            ),
            zone: 420,
            post: "TPI-A-CGK",
            now: now,
            makeIdentifier: {
                let number = serial.withLock {
                    $0 += 1; return $0
                }
                let tail = String(number + (isBorder ? 0 : 500_000_000))
                return "01950000-0000-7000-8000-" + String(repeating: "0", count: 12 - tail.count) + tail
            },
            scryptRounds: 16,
            exchange: side
        )
        keys = try ExchangeKeys(reading: ExchangeKeys.drawn(for: side.name, at: start))
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        self.logger = logger
    }

    deinit {
        try? store.close()
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// What this side hands to the other.
    var bundle: PartnerBundle {
        get throws {
            let party = try keys.bundle(of: side.name, log: store.checkpointKeys, witness: store.witnessKey)
            return PartnerBundle(keys: party, certificate: keys.certificate)
        }
    }

    /// The line to the partner.
    var line: PartnerLine {
        get throws {
            guard let line = state.withLock({ $0.line }) else { throw FixtureFault(what: "a line") }
            return line
        }
    }

    /// Takes another site's keys and signs the agreement.
    func meet(_ other: PartnerSite) async throws {
        let bundle = try other.bundle
        try await desk.trust(
            ExchangeTrusted(
                party: bundle.keys.party.text,
                bundle: String(decoding: bundle.keys.json.bytes, as: UTF8.self),
                certificate: bundle.certificate,
                serial: 1,
                officers: ["satu", "dua"]
            )
        )
        let signing = keys.signing
        try await desk.signAgreement(by: ["satu", "dua"], key: signing.id) { signing.signature(over: $0) }
        let line = PartnerLine(desk: desk, store: store, side: side, keys: keys, partner: bundle)
        state.withLock { $0.line = line }
    }

    /// Opens the door, at the same port as before.
    func openDoor() async throws {
        let line = try line
        let port = state.withLock { $0.port }
        let (ports, found) = AsyncStream.makeStream(of: Int.self)
        let application = try Door(line, logger: logger, tables: cabinet).application(
            address: "127.0.0.1",
            port: port
        ) { found.yield($0) }
        run([application])
        for await port in ports {
            state.withLock { $0.port = port }
            break
        }
    }

    /// Lets the courier and the look-up go.
    func work(with other: PartnerSite) async throws {
        let line = try line
        let pace = PartnerSite.pace
        let authority = "localhost:\(other.state.withLock { $0.port })"
        let client = try PartnerClient(line, authority: authority, pace: pace)
        let keeper = LookUpKeeper(line, cabinet, secrets: store, logger: logger)
        var services: [any Service] = [
            Courier(line, client: client, pace: pace, logger: logger), keeper,
        ]
        if LookUpLine.asks(side) {
            let asker = LookUpLine(line, client: client, pace: pace, logger: logger)
            desk.lookUp.open(asker)
            services.append(asker)
            state.withLock { $0.asker = asker }
        }
        state.withLock { $0.keeper = keeper }
        run(services)
    }

    /// Whatever keeps the partner's tables.
    var asker: LookUpLine {
        get throws {
            guard let asker = state.withLock({ $0.asker }) else { throw FixtureFault(what: "an asker") }
            return asker
        }
    }

    /// Whatever builds this side's tables.
    var keeper: LookUpKeeper {
        get throws {
            guard let keeper = state.withLock({ $0.keeper }) else { throw FixtureFault(what: "a keeper") }
            return keeper
        }
    }

    /// Ends everything that runs here; the site stays.
    func stop() async {
        let groups = state.withLock { state in
            defer { state.groups = [] }
            return state.groups
        }
        for (group, _) in groups.reversed() { await group.triggerGracefulShutdown() }
        for (_, task) in groups { await task.value }
    }

    private func run(_ services: [any Service]) {
        let group = ServiceGroup(configuration: .init(services: services, logger: logger))
        let task = Task { _ = try? await group.run() }
        state.withLock { $0.groups.append((group, task)) }
    }

    /// Loads tables given as text, by name.
    func load(_ tables: [String: String]) async throws {
        let office = folder + "/office-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: office, withIntermediateDirectories: true)
        for (name, text) in tables { try Data(text.utf8).write(to: URL(filePath: office + "/" + name)) }
        let report = try await desk.load([office], by: .operatorConsole) { _ in }
        guard report.refused == 0 else { throw FixtureFault(what: "tables that are read") }
    }

    private static var pace: CourierPace {
        var pace = CourierPace()
        pace.firstRetrySeconds = 0.05
        pace.longestRetrySeconds = 0.3
        pace.breakerSeconds = 0.2
        pace.answerSeconds = 5
        pace.gatheringMilliseconds = 10
        // The ledger stands still while nothing happens.
        pace.tellingSeconds = 3600
        return pace
    }

    private static func rules() throws -> Rulebook {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Rules")
        let names = try FileManager.default.contentsOfDirectory(atPath: root.path).filter {
            $0.hasSuffix(".csv")
        }
        let files = try names.sorted().map { name in
            // A slow machine must not make a counter's answer come too late.
            let text = try String(contentsOf: root.appending(path: name), encoding: .utf8)
            let patient = text.replacing(
                "lookup_counter_milliseconds,100,",
                with: "lookup_counter_milliseconds,30000,"
            )
            return (name: name, bytes: Array(patient.utf8))
        }
        return try RulebookReader.read(files: files, digest: "sha256:test")
    }
}

/// Something that a test needs isn't there.
struct FixtureFault: Error { let what: String }

/// Waits until something holds, at most so many seconds; whether it does.
func eventually(within seconds: Int = 60, _ holds: () async throws -> Bool) async throws -> Bool {
    let end = ContinuousClock.now + .seconds(seconds)
    while ContinuousClock.now < end {
        if try await holds() { return true }
        try await Task.sleep(for: .milliseconds(20))
    }
    return try await holds()
}
