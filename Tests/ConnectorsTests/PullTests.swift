import Connectors
import Foundation
import Operations
import Testing
import Vocabulary

@Suite struct PullTests {
    private func run(
        _ office: Office,
        _ name: String,
        tables: [String] = ["workers"],
        among others: [String] = [],
        _ peer: ScriptedPeer
    ) async throws -> ConnectorReport {
        var setting = ConnectorSetting(name: name, office: name, way: .pull)
        setting.tables = tables
        let all = [setting] + others.map { ConnectorSetting(name: $0, office: $0, way: .pull) }
        return try await ConnectorRun(
            setting,
            among: all,
            desk: office.desk,
            folder: try StateFolder(site: office.site),
            turn: IntakeTurn(),
            peer: peer,
            timing: .remembered(Waits())
        ).run()
    }

    private func last(
        _ rows: String,
        mark: String = "9",
        until: String = "2026-02-28",
        state: String = "complete"
    )
        -> PeerAnswer
    {
        .json(
            #"{"rows":[\#(rows)],"next":null,"mark":"\#(mark)","complete_until":"\#(until)","state":"\#(state)"}"#
        )
    }

    @Test func rowsAreTakenPageByPageAndAskedForSinceTheMarkAfterwards() async throws {
        let office = try Office()
        let peer = ScriptedPeer { request, _ in
            switch request.path {
            case "/workers": .json(#"{"rows":[{"placement_id":"PL-1"}],"next":"p 2"}"#)
            case "/workers?page=p%202": last(#"{"id_penempatan":"PL-2","nama":"SITI REKAAN"}"#, mark: "m/1")
            case "/workers?since=m%2F1": last("", mark: "m/1")
            default: .json("", status: 400)
            }
        }
        let report = try await run(office, "siskop2mi", peer)
        #expect(report.failure == nil)
        #expect(report.tables["workers"]?.count.added == 2)
        #expect(try office.placement("PL-2") != nil)
        let again = try await run(office, "siskop2mi", peer)
        #expect(again.failure == nil)
        #expect(peer.requests.last?.path == "/workers?since=m%2F1")
    }

    @Test func howFarAnOfficesOwnTableReachesIsNoted() async throws {
        let office = try Office()
        let peer = ScriptedPeer { _, _ in
            last(#"{"placement_id":"PL-1"}"#, until: "2026-01-15", state: "partial")
        }
        _ = try await run(office, "siskop2mi", peer)
        let feed = try #require(try office.feed("workers"))
        #expect(feed.completeUntil == Day("2026-01-15"))
        #expect(feed.state == .partial)
        #expect(feed.owner == "siskop2mi")
    }

    @Test func anOfficeOfSomeColumnsSaysNothingOfTheWholeTable() async throws {
        let office = try Office()
        _ = try await run(office, "siapkerja", ScriptedPeer { _, _ in .json("", status: 403) })
        #expect(try office.feed("workers") == nil)
        #expect(try office.feed("siapkerja/workers")?.state == .down)
        _ = try await run(office, "siapkerja", ScriptedPeer { _, _ in last("", until: "2026-02-27") })
        #expect(try office.feed("workers") == nil)
        #expect(try office.feed("siapkerja/workers")?.completeUntil == Day("2026-02-27"))
    }

    @Test func aPageThatWasCutIsAskedAgainAndNothingIsLost() async throws {
        let office = try Office()
        let peer = ScriptedPeer { _, number in
            number == 1 ? .json(#"{"rows":[{"placement_id":"PL-1"}],"ne"#) : last(#"{"placement_id":"PL-1"}"#)
        }
        let report = try await run(office, "siskop2mi", peer)
        #expect(report.failure == nil)
        #expect(try office.placement("PL-1") != nil)
    }

    @Test func aSilentSystemLosesNothingAndTheNextRunGoesOnWhereItStopped() async throws {
        let office = try Office()
        let broken = ScriptedPeer { request, _ in
            request.path == "/workers"
                ? .json(#"{"rows":[{"placement_id":"PL-1"}],"next":"2"}"#) : .json("", status: 500)
        }
        let report = try await run(office, "siskop2mi", broken)
        #expect(report.failure?.hasPrefix("KWL-CON-SILENT") == true)
        let sound = ScriptedPeer { request, _ in
            request.path == "/workers?page=2" ? last(#"{"placement_id":"PL-2"}"#) : .json("", status: 400)
        }
        #expect(try await run(office, "siskop2mi", sound).failure == nil)
        #expect(try office.placement("PL-1") != nil)
        #expect(try office.placement("PL-2") != nil)
    }

    @Test func aPlaceThatIsGoneBeginsAgain() async throws {
        let office = try Office()
        _ = try await run(
            office,
            "siskop2mi",
            ScriptedPeer { _, _ in last(#"{"placement_id":"PL-1"}"#, mark: "old") }
        )
        let peer = ScriptedPeer { request, _ in
            request.path == "/workers" ? last(#"{"placement_id":"PL-2"}"#) : .json("", status: 410)
        }
        let report = try await run(office, "siskop2mi", peer)
        #expect(report.failure == nil)
        #expect(try office.placement("PL-2") != nil)
    }

    @Test func pagesThatLeadInACircleEndAndAreTold() async throws {
        let office = try Office()
        let peer = ScriptedPeer { _, _ in .json(#"{"rows":[{"placement_id":"PL-1"}],"next":"2"}"#) }
        let report = try await run(office, "siskop2mi", peer)
        #expect(report.failure?.hasPrefix("KWL-CON-ENVELOPE") == true)
        #expect(peer.requests.count == 2)
    }

    @Test func aRowThatMayNotBeBroughtIsRefusedAndTheOthersGoOn() async throws {
        let office = try Office()
        let row = #""basis":"surat","owner":"polri","until":"2026-12-31","value":"X9000001""#
        let peer = ScriptedPeer { _, _ in
            last(
                #"{"notice_id":"N-1","kind":"cegah",\#(row)},{"notice_id":"N-2","kind":"rednotice",\#(row)}"#
            )
        }
        let report = try await run(office, "polri", tables: ["notices"], peer)
        #expect(report.tables["notices"]?.refused == 1)
        #expect(report.tables["notices"]?.count.added == 1)
        #expect(report.tables["notices"]?.findings.map(\.code) == ["CON-VALUE"])
    }
}
