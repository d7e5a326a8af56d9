import Connectors
import Foundation
import Operations
import Testing
import Vocabulary

@Suite struct PushTests {
    private let office: Office

    init() throws { office = try Office() }

    private func load(_ text: String, _ kind: RecordKind, by name: String) async throws {
        let shares = OfficeShare.all(of: name, beside: [], rules: office.desk.rules, on: office.desk.today)
        _ = try await office.desk.take(Array(text.utf8), as: try #require(shares[kind]))
    }

    private func run(_ name: String, _ peer: ScriptedPeer) async throws -> ConnectorReport {
        let setting = ConnectorSetting(name: name, office: name, way: .push)
        return try await ConnectorRun(
            setting,
            among: [setting],
            desk: office.desk,
            folder: try StateFolder(site: office.site),
            turn: IntakeTurn(),
            peer: peer,
            timing: .remembered(Waits())
        ).run()
    }

    private func bodies(_ peer: ScriptedPeer) -> [String] {
        peer.requests.compactMap(\.body).map { String(decoding: $0, as: UTF8.self) }
    }

    @Test func theDepartureOfAPlacementHolderIsToldAndNobodyElses() async throws {
        try await load("placement_id,passport_no,status\nPL-1,X9000001,signed\n", .workers, by: "siskop2mi")
        try await load(
            """
            crossing_id,passport_no,direction,at,destination
            C-1,X9000001,exit,2026-02-28T10:00:00+07:00,HKG
            C-2,X9000002,exit,2026-02-28T10:00:00+07:00,HKG
            C-3,X9000001,entry,2026-03-01T01:00:00+07:00,HKG

            """,
            .crossings,
            by: "simkim"
        )
        let peer = ScriptedPeer { _, _ in .json("{}") }
        #expect(try await run("siskop2mi", peer).told == 2)
        #expect(
            bodies(peer) == [
                #"{"crossing_id":"C-1","destination":"HKG","event":"departed","kind":"departures","#
                    + #""on":"2026-02-28","placement_id":"PL-1"}"#,
                #"{"crossing_id":"C-3","destination":"HKG","event":"returned","kind":"departures","#
                    + #""on":"2026-03-01","placement_id":"PL-1"}"#,
            ]
        )
        #expect(try await run("siskop2mi", peer).told == 0)
    }

    @Test func theBorderIsToldNoHealthOrFamilyData() async throws {
        let row = "PL-1,X9000001,SITI REKAAN,signed,2027-01-01,yes,2027-02-01"
        try await load(
            "placement_id,passport_no,name,status,medical_until,family_permission,contract_until\n\(row)\n",
            .workers,
            by: "siskop2mi"
        )
        let peer = ScriptedPeer { _, _ in .json("{}") }
        #expect(try await run("simkim", peer).told == 1)
        #expect(
            bodies(peer) == [
                #"{"kind":"placements","passport_no":"X9000001","state":"signed","valid_to":"2027-02-01"}"#
            ]
        )
    }

    @Test func aTellingThatWasNotAnsweredIsRepeatedUnderItsKeyAndInOrder() async throws {
        try await load(
            "placement_id,passport_no,status\nPL-1,X9000001,signed\nPL-2,X9000002,signed\n",
            .workers,
            by: "siskop2mi"
        )
        let peer = ScriptedPeer { _, number in .json("{}", status: number == 1 ? 503 : 200) }
        #expect(try await run("simkim", peer).told == 2)
        let keys = peer.requests.map(\.key)
        #expect(keys.count == 3)
        #expect(keys[0] == keys[1])
        #expect(keys[1] != keys[2])
    }

    @Test func aRefusedTellingHoldsTheOthersUpAndIsTold() async throws {
        try await load(
            "placement_id,passport_no,status\nPL-1,X9000001,signed\nPL-2,X9000002,signed\n",
            .workers,
            by: "siskop2mi"
        )
        let refusing = ScriptedPeer { _, _ in .json("{}", status: 422) }
        let report = try await run("simkim", refusing)
        #expect(report.failure?.hasPrefix("KWL-CON-REFUSED") == true)
        #expect(refusing.requests.count == 1)
        #expect(try await run("simkim", ScriptedPeer { _, _ in .json("{}") }).told == 2)
    }
}
