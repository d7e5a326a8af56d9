import Connectors
import Foundation
import Intake
import Operations
import SiteStore
import Synchronization
import Vocabulary

/// A site of its own with the rules of this repository, and a stand-in of another system.
final class Office: Sendable {
    let desk: Desk
    let store: SiteStore
    let folder: String

    init() throws {
        folder = FileManager.default.temporaryDirectory.path + "/kawal-connectors-" + UUID().uuidString
        store = try SiteStore.open(folder: folder + "/site", mode: .readWrite(createIfAbsent: true))
        let time = Ticking()
        ticking = time
        desk = Desk(
            site: store,
            rules: try Self.rules(),
            places: Places(airports: ["CGK": .indonesia], checkpoints: [:]),
            zone: 420,
            post: "TPI-A-CGK",
            now: { time.now },
            makeIdentifier: { UUID().uuidString },
            scryptRounds: 16
        )
    }

    private let ticking: Ticking

    var site: String { folder + "/site" }

    func advance(seconds: Int) { ticking.advance(seconds) }

    func placement(_ id: String) throws -> Placement? {
        try desk.site.read { try $0.records(Placement.self, .key(id)).first }
    }

    func feed(_ name: String) throws -> Feed? {
        try desk.site.read { try $0.records(Feed.self, .key(name)).first }
    }

    func share(_ office: String, beside: Set<String> = []) throws -> OfficeShare {
        let shares = OfficeShare.all(of: office, beside: beside, rules: desk.rules, on: desk.today)
        guard let share = shares[.workers] else { throw CocoaError(.featureUnsupported) }
        return share
    }

    deinit {
        try? store.close()
        try? FileManager.default.removeItem(atPath: folder)
    }

    static func rules() throws -> Rulebook {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Rules")
        let files = try RulebookReader.fileNames.map { name in
            (name: name, bytes: Array(try Data(contentsOf: root.appending(path: name))))
        }
        return try RulebookReader.read(files: files, digest: "sha256:test")
    }
}

/// A clock that only moves when told.
private final class Ticking: Sendable {
    private let moment = Mutex(Moment("2026-03-01T08:00:00+07:00") ?? Moment(milliseconds: 0))

    var now: Moment { moment.withLock { $0 } }

    func advance(_ seconds: Int) { moment.withLock { $0 = $0.adding(seconds: seconds) } }
}

/// Another system whose answers a test decides; it remembers what it was asked.
final class ScriptedPeer: Peer {
    private let asked = Mutex<[PeerRequest]>([])
    private let answer: @Sendable (PeerRequest, Int) throws -> PeerAnswer

    init(_ answer: @escaping @Sendable (PeerRequest, Int) throws -> PeerAnswer) { self.answer = answer }

    var requests: [PeerRequest] { asked.withLock { $0 } }

    func ask(_ request: PeerRequest) async throws -> PeerAnswer {
        let number = asked.withLock {
            $0.append(request)
            return $0.count
        }
        return try answer(request, number)
    }
}

extension PeerAnswer {
    static func json(_ text: String, status: Int = 200, retryAfter: Int? = nil) -> PeerAnswer {
        PeerAnswer(status: status, retryAfter: retryAfter, body: Data(text.utf8))
    }
}

extension Timing {
    /// Waits that take no time and are remembered; chance is always one half.
    static func remembered(_ waits: Waits) -> Timing {
        Timing(sleep: { waits.add($0) }, now: { waits.sum }, chance: { 0.5 })
    }
}

/// The waits between tries.
final class Waits: Sendable {
    private let list = Mutex<[Duration]>([])

    var all: [Duration] { list.withLock { $0 } }
    var sum: Duration { all.reduce(.zero, +) }

    func add(_ wait: Duration) { list.withLock { $0.append(wait) } }
}
