import Foundation
import Hummingbird
import HummingbirdTesting
import Intake
import Logging
import Operations
@testable import Server
import SiteStore
import Synchronization
import Vocabulary

/// A post with a real store in a folder of its own, the rules of this repository, and a clock that tests move.
final class Post: Sendable {
    static let password = "kata sandi panjang"
    let clock = TestClock()
    let desk: Desk
    let configuration: ServerConfiguration
    private let store: SiteStore
    private let folder: String

    /// An empty post, or one with the invented records.
    init(
        records: Bool = false,
        site: ((SiteStore) -> any Site)? = nil,
        exchange: ExchangeSide? = nil,
        configure: (inout ServerConfiguration) -> Void = { _ in }
    ) async throws {
        folder = FileManager.default.temporaryDirectory.path + "/kawal-server-" + UUID().uuidString
        store = try SiteStore.open(folder: folder, mode: .readWrite(createIfAbsent: true))
        var configuration = ServerConfiguration(agency: "Imigrasi", post: "Pos Uji", version: "0.0.0-uji")
        configuration.port = 0
        configure(&configuration)
        self.configuration = configuration
        let serial = Mutex(0)
        desk = Desk(
            site: site?(store) ?? store,
            rules: try Program.rules.get(),
            places: try Program.places.get(),
            zone: 420,
            post: "TPI-A-CGK",
            now: { [clock] in clock.now },
            makeIdentifier: { [clock] in
                Post.identifier(
                    clock.now,
                    serial.withLock {
                        $0 += 1; return $0
                    }
                )
            },
            scryptRounds: 16,
            exchange: exchange
        )
        if records { try await load(Records.files) }
    }

    /// Loads tables given as text, by name.
    func load(_ tables: [String: String]) async throws {
        let office = folder + "/office-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: office, withIntermediateDirectories: true)
        for (name, text) in tables { try Data(text.utf8).write(to: URL(filePath: office + "/" + name)) }
        _ = try await desk.load([office], by: .operatorConsole) { _ in }
    }

    deinit {
        try? store.close()
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// Runs a test against the router.
    func test<Value>(
        exchange: ExchangeLine? = nil,
        _ body: @Sendable (any TestClientProtocol) async throws -> Value
    ) async throws -> Value {
        try await server(exchange: exchange).application().test(.router, body)
    }

    /// The server's application.
    func application() throws -> some ApplicationProtocol {
        try server().application()
    }

    func server(exchange: ExchangeLine? = nil) throws -> KawalServer {
        var logger = Logger(label: "uji")
        logger.logLevel = .critical
        return try KawalServer(desk: desk, configuration: configuration, logger: logger, exchange: exchange)
    }

    /// Adds an account whose password is no longer one-time.
    func addOfficer(_ name: String, _ roles: Set<Role>, agency: Authority? = nil) async throws {
        let oneTime = try await desk.accounts.add(
            name: name,
            roles: roles,
            agency: agency,
            by: .operatorConsole
        )
        _ = try await desk.accounts.changePassword(of: name, from: oneTime, to: Self.password, address: "uji")
    }

    /// Issues a key.
    func issueKey(_ scopes: Set<KeyScope>, days: Int = 30) async throws -> String {
        try await desk.keys.issue(owner: "GA", scopes: scopes, validDays: days, by: .operatorConsole)
    }

    private static func identifier(_ moment: Moment, _ serial: Int) -> String {
        let time = String(moment.milliseconds, radix: 16)
        let padded = String(repeating: "0", count: 12 - time.count) + time
        let number = String(serial, radix: 16)
        return "\(padded.prefix(8))-\(padded.suffix(4))-7000-8000-"
            + String(repeating: "0", count: 12 - number.count) + number
    }
}

/// The rules and reference data of this repository.
enum Program {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static let rules: Result<Rulebook, any Error> = Result {
        let files = RulebookReader.fileNames.compactMap { name in
            (try? Data(contentsOf: root.appending(path: "Rules/" + name))).map {
                (name: name, bytes: Array($0))
            }
        }
        return try RulebookReader.read(files: files, digest: "sha256:uji")
    }

    static let places: Result<Places, any Error> = Result {
        try PlacesReader.read(
            airports: bytes("airports.csv"),
            checkpoints: bytes("checkpoints.csv")
        )
    }

    static func file(_ path: String) -> URL { root.appending(path: path) }

    private static func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: root.appending(path: "Reference/" + name)))
    }
}
