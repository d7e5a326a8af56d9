import Exchange
import Foundation
import Hummingbird
import Intake
import Ledger
import Logging
import ServiceLifecycle
import SiteStore
import Synchronization
import Vocabulary

@testable import Operations
@testable import Partner

/// One of two sites that exchange: a folder, a store, a desk, keys, a door and a courier; both can be stopped and started again.
final class ExchangeNode: Sendable {
    let side: ExchangeSide
    let folder: String
    private let running: Mutex<Running>

    struct Running: Sendable {
        var store: SiteStore
        var desk: Desk
        var keys: ExchangeKeys
        var carrier: Carrier?
        var port = 0
        var door: Task<Void, Never>?
        var courier: (work: Task<Void, Never>, value: Courier)?
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
            places: Places(airports: ["CGK": .indonesia], checkpoints: [:]),
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

    /// The rules of this repository.
    static let rules = Result {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Rules")
        let names = try FileManager.default.contentsOfDirectory(atPath: root.path).filter {
            $0.hasSuffix(".csv")
        }
        let files = try names.sorted().map { name in
            (name: name, bytes: Array(try Data(contentsOf: root.appending(path: name))))
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
        let trusted = try store.read { try $0.trust() }.first {
            $0.isTrusted && $0.party == side.partner.text
        }
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
        isStopped: Bool = false,
        logger: Logger = .quiet
    ) async throws {
        let door = Door(
            try line(),
            logger: logger,
            bodyPatience: bodyPatience,
            isStopped: { isStopped }
        )
        let (ports, told) = AsyncStream<Int>.makeStream()
        let application = try door.application(address: "127.0.0.1", port: port) { told.yield($0) }
        let task = Task {
            try? await application.run()
            told.finish()
        }
        guard let port = await ports.first(where: { _ in true }) else {
            throw SiteFault.failed(finding: "the door doesn't open")
        }
        running.withLock {
            $0.port = port
            $0.door = task
        }
    }

    func closeDoor() async {
        let task = running.withLock { state in
            defer { state.door = nil }
            return state.door
        }
        task?.cancel()
        await task?.value
    }

    func startCourier(to authority: String, pace: CourierPace) throws {
        let line = try line()
        let client = try PartnerClient(line, authority: authority, pace: pace)
        let courier = Courier(line, client: client, pace: pace, logger: Logger.quiet)
        let task = Task { _ = try? await courier.run() }
        running.withLock { $0.courier = (task, courier) }
    }

    func stopCourier() async {
        let task = running.withLock { state in
            defer { state.courier = nil }
            return state.courier?.work
        }
        task?.cancel()
        await task?.value
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

extension Moment {
    /// The machine's time.
    static var machine: Moment { Moment(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }
}

extension Logger {
    /// Says nothing.
    static let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
}
