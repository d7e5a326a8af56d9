import Crypto
import Exchange
import Foundation
import SiteStore
import Testing
import Vocabulary

@testable import Operations
@testable import Partner

/// Immigration's site and the ministry's, which know each other's keys and exchange over mutual TLS on loopback.
struct ExchangePair: Sendable {
    let border: ExchangeNode
    let registry: ExchangeNode

    /// Lets a test work with two sites, and takes them away again.
    static func with(
        agreed: Bool = true,
        _ work: (ExchangePair) async throws -> Void
    ) async throws {
        let pair = try await ExchangePair(agreed: agreed)
        do {
            try await work(pair)
        } catch {
            await pair.end()
            throw error
        }
        await pair.end()
    }

    private init(agreed: Bool) async throws {
        border = try ExchangeNode(.immigration, "id/imigrasi/simkim", partner: "id/kp2mi/siskop2mi")
        registry = try ExchangeNode(.ministry, "id/kp2mi/siskop2mi", partner: "id/imigrasi/simkim")
        try await border.trust(registry.bundle())
        try await registry.trust(border.bundle())
        guard agreed else { return }
        try await border.sign()
        try await registry.sign()
        try await ExchangePair.hand(registry, to: border)
        try await ExchangePair.hand(border, to: registry)
    }

    /// Lets one know that the other has signed, without a message.
    private static func hand(_ signer: ExchangeNode, to node: ExchangeNode) async throws {
        let digest = signer.desk.agreementMemory.digest(of: signer.desk.rules, on: signer.desk.today)
        let signatures = try signer.store.read { try $0.signatures(under: digest) }
        let drafts = signatures.filter { $0.party == signer.side.name.text }.map {
            EntryDraft(.agreementSigned($0), at: node.now, actor: signer.side.name.text, purpose: "exchange")
        }
        try await node.store.commit { _ in Decision(drafts, answer: ()) }
    }

    private func end() async {
        await border.end()
        await registry.end()
    }

    /// Less patient than the profile, as tests are.
    static let pace: CourierPace = {
        var pace = CourierPace()
        pace.firstRetrySeconds = 0.05
        pace.longestRetrySeconds = 0.2
        pace.breakerFailures = 3
        pace.breakerSeconds = 0.2
        pace.answerSeconds = 5
        pace.gatheringMilliseconds = 10
        pace.tellingSeconds = 3600
        pace.digestMilliseconds = 100
        return pace
    }()

    func openDoors() async throws {
        try await border.openDoor()
        try await registry.openDoor()
    }

    func startCouriers(pace: CourierPace = ExchangePair.pace, isSeeking: Bool = false) throws {
        try border.startCourier(to: registry.authority, pace: pace, isSeeking: isSeeking)
        try registry.startCourier(to: border.authority, pace: pace, isSeeking: isSeeking)
    }
}

extension ExchangeNode {
    /// Writes companies into the registry's table, each of which crosses.
    func load(agencies numbers: ClosedRange<Int>) async throws {
        let rows = numbers.map { RecordChange(ExchangeNode.agency($0)) }
        _ = try await store.load(rows, by: "registry", at: now)
    }

    /// Loads tables given as text, by name.
    func load(_ tables: [String: String]) async throws {
        let office = folder + "/office-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: office, withIntermediateDirectories: true)
        for (name, text) in tables { try Data(text.utf8).write(to: URL(filePath: office + "/" + name)) }
        let report = try await desk.load([office], by: .operatorConsole) { _ in }
        try #require(report.refused == 0)
    }

    static func agency(_ number: Int) -> Agency {
        var agency = Agency()
        agency.licence = AgencyLicence("P3MI-\(number)")
        agency.name = "PT Contoh \(number)"
        agency.standing = .active
        return agency
    }

    /// How many companies this site knows.
    func agencies() throws -> Int {
        try store.read { try $0.loaded(.agencies)?.count ?? 0 }
    }

    /// The heads of the streams that go one way and have begun.
    func heads(_ way: ExchangeWay) throws -> [String: StreamHead] {
        let streams = try store.read { try $0.streams() }.filter { $0.way == way && $0.head.sequence > 0 }
        return Dictionary(uniqueKeysWithValues: streams.map { ($0.stream, $0.head) })
    }

    func waiting() throws -> Int {
        try store.read { try $0.streams() }.reduce(0) { $0 + $1.waiting }
    }

    func alarms() throws -> [ExchangeAlarmed] {
        try store.read { try $0.exchangeAlarms(limit: 100) }.map(\.alarm)
    }

    func deadLetters() throws -> [ExchangeSkipped] {
        try store.read { try $0.deadLetters(limit: 100) }.map(\.skipped)
    }
}

/// Waits until something holds, at most some time: a test that fails says so, one that passes doesn't wait.
func eventually(
    _ what: Comment,
    within seconds: Double = 30,
    _ holds: () async throws -> Bool
) async throws {
    let end = ContinuousClock.now + .seconds(seconds)
    while ContinuousClock.now < end {
        if try await holds() { return }
        try await Task.sleep(for: .milliseconds(20))
    }
    Issue.record(what)
    throw CancellationError()
}
