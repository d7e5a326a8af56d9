import Connectors
import Foundation
import Operations
import Testing
import Vocabulary

@Suite struct OrphanTests {
    private func last(_ rows: String) -> PeerAnswer {
        .json(#"{"rows":[\#(rows)],"next":null,"mark":"9","complete_until":"2026-02-28"}"#)
    }

    private func agreement(_ number: String, on day: String) -> String {
        #"{"penempatan":{"id_pmi":"PL-1"},"perjanjian_penempatan":[{"nomor":"\#(number)","tanggal":"\#(day)","#
            + #""diubah":"\#(day)T00:00:00Z"}]}"#
    }

    private func run(_ name: String, at office: Office, _ answer: PeerAnswer) async throws -> ConnectorReport
    {
        let all = ["siskop2mi", "siapkerja"].map { name in
            var setting = ConnectorSetting(name: name, office: name, way: .pull)
            setting.tables = ["workers"]
            return setting
        }
        return try await ConnectorRun(
            try #require(all.first { $0.name == name }),
            among: all,
            desk: office.desk,
            folder: try StateFolder(site: office.site),
            turn: IntakeTurn(),
            peer: ScriptedPeer { _, _ in answer },
            timing: .remembered(Waits())
        ).run()
    }

    @Test func anAgreementThatCameBeforeItsPlacementIsAddedOnceItComes() async throws {
        let office = try Office()
        let folder = try StateFolder(site: office.site)
        let first = try await run("siapkerja", at: office, last(agreement("PP-1", on: "2026-01-05")))
        #expect(first.orphans == 1)
        #expect(!first.needsPerson)
        #expect(try folder.orphans(of: "siapkerja").first?.cells["placement_id"] == "PL-1")
        _ = try await run("siskop2mi", at: office, last(#"{"placement_id":"PL-1","status":"agreed"}"#))
        let second = try await run("siapkerja", at: office, last(""))
        #expect(second.orphans == 0)
        #expect(try office.placement("PL-1")?.file.placementAgreementNumber.value == "PP-1")
    }

    @Test func ofAnOrphansVersionsTheNewestWaits() async throws {
        let office = try Office()
        let folder = try StateFolder(site: office.site)
        for (number, day) in [("PP-1", "2026-01-05"), ("PP-2", "2026-01-07"), ("PP-0", "2026-01-01")] {
            _ = try await run("siapkerja", at: office, last(agreement(number, on: day)))
        }
        let waiting = try folder.orphans(of: "siapkerja")
        #expect(waiting.map { $0.cells["placement_agreement_no"] } == ["PP-2"])
    }

    @Test func aPersonCanCloseAnOrphan() async throws {
        let office = try Office()
        let folder = try StateFolder(site: office.site)
        _ = try await run("siapkerja", at: office, last(agreement("PP-1", on: "2026-01-05")))
        #expect(try folder.forget(orphan: "PL-9", of: "siapkerja") == 0)
        // Other cells are no number of the row's: a day may stand in a thousand rows.
        #expect(try folder.forget(orphan: "PP-1", of: "siapkerja") == 0)
        #expect(try folder.forget(orphan: "2026-01-05", of: "siapkerja") == 0)
        #expect(try folder.forget(orphan: "PL-1", of: "siapkerja") == 1)
        #expect(try folder.orphans(of: "siapkerja").isEmpty)
    }
}
