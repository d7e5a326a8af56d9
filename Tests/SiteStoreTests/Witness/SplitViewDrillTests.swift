import Foundation
import Ledger
import Operations
import Testing
import Vocabulary

@testable import SiteStore

/// Two agencies witness each other; one of them turns out to be two.
@Suite struct SplitViewDrillTests {
    let folders: [TemporaryFolder]
    let immigration: SiteStore
    let ministry: SiteStore
    let twin: SiteStore

    init() async throws {
        folders = try (0..<3).map { _ in try TemporaryFolder() }
        immigration = try SiteStore.open(folder: folders[0].path, mode: .readWrite(createIfAbsent: true))
        ministry = try SiteStore.open(folder: folders[1].path, mode: .readWrite(createIfAbsent: true))
        try await immigration.grow(by: 20)
        try await ministry.grow(by: 7)
        try await immigration.haveCosigned(by: ministry)
        try await ministry.haveCosigned(by: immigration)
        try folders[0].copy(to: folders[2])
        twin = try SiteStore.open(folder: folders[2].path, mode: .readWrite(createIfAbsent: false))
    }

    private func standing() throws -> WitnessStanding {
        WitnessStanding(
            cosignedAt: try ministry.cosignedHead()?.at,
            alarms: try ministry.read { try $0.witnessAlarms() },
            at: noon,
            limits: WitnessLimits(alarmSeconds: 60, haltSeconds: 14_400)
        )
    }

    @Test(arguments: [
        (3, 3, WitnessAlarmed.Kind.twoRoots), (3, 9, .otherBeginning), (12, 20, .noContinuation),
    ])
    func `a copy that grew otherwise is caught by the first checkpoint that it shows`(
        own: Int,
        twins: Int,
        kind: WitnessAlarmed.Kind
    ) async throws {
        try await immigration.grow(by: own, "b")
        try await twin.grow(by: twins, "c")
        #expect(try await immigration.haveCosigned(by: ministry).status == 200)
        #expect(try standing().lets(.high))

        #expect([409, 422].contains(try await twin.haveCosigned(by: ministry).status))

        let alarm = try #require(try ministry.read { try $0.witnessAlarms() }.first)
        #expect(alarm.kind == kind && alarm.origin == immigration.logKeys[0].name)
        #expect(try standing().state == .split)
        #expect(try !standing().lets(.plain))
        #expect(try twin.cosignedHead()?.size == 20)
        // An auditor finds the same in the evidence, with the log's key alone.
        let evidence = try SplitView(
            seen: SignedNote(Array(alarm.seen.utf8)),
            shown: SignedNote(Array(alarm.shown.utf8)),
            proof: alarm.proof.compactMap { [UInt8](base64: $0).flatMap { Hash256($0) } },
            of: immigration.logKeys
        )
        #expect(evidence?.kind.rawValue == kind.rawValue)
        #expect(try ministry.verify { _, _ in }.isSound)
    }

    @Test func `one alarm stands however often the copy asks, and over rebuilding and restart`() async throws
    {
        try await immigration.grow(by: 1, "b")
        try await immigration.haveCosigned(by: ministry)
        let size = try ministry.ledgerHead().size
        for number in 0..<4 {
            try await twin.grow(by: 1, "c\(number)-")
            _ = try await twin.haveCosigned(by: ministry)
        }
        // The first was of the same size, the later ones are longer: two kinds, one alarm each.
        let alarms = try ministry.read { try $0.witnessAlarms() }
        #expect(alarms.map(\.kind) == [.twoRoots, .otherBeginning])
        #expect(try ministry.ledgerHead().size == size + 2)
        try ministry.rebuild { _, _ in }
        #expect(try ministry.read { try $0.witnessAlarms() } == alarms)
        try ministry.close()
        let again = try SiteStore.open(folder: folders[1].path, mode: .readWrite(createIfAbsent: false))
        #expect(try again.read { try $0.witnessAlarms() } == alarms)
    }

    @Test func `the honest one goes on to be cosigned, and a cleared alarm lets the exchange go on`()
        async throws
    {
        try await immigration.grow(by: 1, "b")
        try await immigration.haveCosigned(by: ministry)
        try await twin.grow(by: 4, "c")
        _ = try await twin.haveCosigned(by: ministry)
        try await immigration.grow(by: 1, "d")
        #expect(try await immigration.haveCosigned(by: ministry).status == 200)
        let alarm = try #require(try ministry.read { try $0.witnessAlarms() }.first)
        let cleared = WitnessCleared(id: alarm.id, reason: "Salinan uji.", officer: "rudi", at: noon)
        try await ministry.record(.witnessCleared(cleared))
        #expect(try standing().state == .fine)
        // What was witnessed has not moved: the copy is caught again.
        _ = try await twin.haveCosigned(by: ministry)
        #expect(try standing().state == .split)
    }
}

extension [UInt8] {
    fileprivate init?(base64 text: String) {
        guard let data = Data(base64Encoded: text) else { return nil }
        self.init(data)
    }
}
