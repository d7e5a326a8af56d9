import Exchange
import Foundation
import Intake
import Operations
import SiteStore
import Synchronization
import Vocabulary

/// A desk at a site of its own, with the rules of this repository and a clock that tests move.
final class Place: Sendable {
    let desk: Desk
    let store: SiteStore
    private let folder: String

    /// A place of one agency alone, on a day.
    convenience init(on day: String = "2026-03-01") throws {
        try self.init(at: Clock(Moment(day + "T08:00:00+07:00") ?? Moment(milliseconds: 0)), as: nil)
    }

    /// A place with a partner; its identifiers are of the form that messages need.
    init(at clock: Clock, as side: ExchangeSide?, replacing words: [String: String] = [:]) throws {
        folder = FileManager.default.temporaryDirectory.path + "/kawal-operations-" + UUID().uuidString
        store = try SiteStore.open(folder: folder, mode: .readWrite(createIfAbsent: true))
        let serial = Mutex(0)
        self.clock = clock
        desk = Desk(
            site: store,
            rules: try Self.rules(replacing: words),
            places: Places(
                airports: ["CGK": .indonesia, "HKG": CountryCode("HKG") ?? .indonesia],
                checkpoints: [
                    "TPI-A-CGK": Places.Checkpoint(mode: .air, regencyCode: nil),
                    "TPI-L-BTM": Places.Checkpoint(mode: .sea, regencyCode: nil),
                ]
            ),
            zone: 420,
            post: "TPI-A-CGK",
            now: { clock.now },
            makeIdentifier: {
                serial.withLock {
                    $0 += 1
                    guard let side else { return "id-\($0)" }
                    let number = String($0 + 1_000_000_000_000, radix: 10).dropFirst()
                    let agency = side.agency == .ministry ? "b" : "a"
                    return "01890000-0000-7000-\(agency)000-\(number)"
                }
            },
            scryptRounds: 16,
            exchange: side
        )
    }

    private let clock: Clock

    func advance(seconds: Int) { clock.advance(seconds) }

    /// Loads tables given as text, by name.
    func load(_ tables: [String: String]) async throws -> LoadReport {
        let office = folder + "/office-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: office, withIntermediateDirectories: true)
        for (name, text) in tables { try Data(text.utf8).write(to: URL(filePath: office + "/" + name)) }
        return try await desk.load([office], by: .operatorConsole) { _ in }
    }

    deinit {
        try? store.close()
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// The rules of this repository, with other words where a test wants them.
    private static func rules(replacing words: [String: String]) throws -> Rulebook {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Rules")
        let names = try FileManager.default.contentsOfDirectory(atPath: root.path).filter {
            $0.hasSuffix(".csv")
        }
        let files = try names.sorted().map { name in
            var text = try String(contentsOf: root.appending(path: name), encoding: .utf8)
            for (old, new) in words { text = text.replacing(old, with: new) }
            return (name: name, bytes: Array(text.utf8))
        }
        return try RulebookReader.read(files: files, digest: "sha256:test")
    }
}

/// A clock that only moves when told.
final class Clock: Sendable {
    private let moment: Mutex<Moment>

    init(_ moment: Moment) { self.moment = Mutex(moment) }

    var now: Moment { moment.withLock { $0 } }

    func advance(_ seconds: Int) { moment.withLock { $0 = $0.adding(seconds: seconds) } }
}
