import Connectors
import Foundation
import Operations
import Testing
import Vocabulary

@Suite struct DropTests {
    private struct Inbox {
        let office: Office
        let run: ConnectorRun
        let path: String

        init(_ name: String = "siskop2mi", tables: [String] = []) throws {
            office = try Office()
            var setting = ConnectorSetting(name: name, office: name, way: .folder)
            setting.tables = tables
            run = try ConnectorRun(
                setting,
                among: [setting],
                desk: office.desk,
                folder: try StateFolder(site: office.site),
                turn: IntakeTurn()
            )
            path = office.site + "/connectors/" + name
        }

        func put(_ text: String, as name: String = "workers.csv") throws {
            try Data(text.utf8).write(to: URL(filePath: path + "/inbox/" + name))
        }

        func names(in folder: String) throws -> [String] {
            try FileManager.default.contentsOfDirectory(atPath: path + "/" + folder).sorted()
        }
    }

    private let table = "placement_id,name\nPL-1,SITI REKAAN\n"

    @Test func aFileWithItsMarkerIsTakenAtOnceAndPutAwayWithAReport() async throws {
        let inbox = try Inbox()
        try inbox.put(table)
        try inbox.put("", as: "workers.csv.done")
        let report = try await inbox.run.run()
        #expect(report.files == 1)
        #expect(try inbox.office.placement("PL-1") != nil)
        #expect(try inbox.names(in: "inbox").isEmpty)
        #expect(try inbox.names(in: "done").count { $0.hasSuffix("workers.csv.report.json") } == 1)
    }

    @Test func aFileWithoutMarkerIsTakenWhenTwoLooksFindItTheSame() async throws {
        let inbox = try Inbox()
        try inbox.put(table)
        #expect(try await inbox.run.run().files == 0)
        try inbox.put(table + "PL-2,BUDI REKAAN\n")
        #expect(try await inbox.run.run().files == 0)
        #expect(try await inbox.run.run().files == 1)
        #expect(try inbox.office.placement("PL-2") != nil)
    }

    @Test func aFileThatBreaksOffWaitsAndIsTold() async throws {
        let inbox = try Inbox()
        try inbox.put("placement_id,name\nPL-1,SITI")
        _ = try await inbox.run.run()
        #expect(try await inbox.run.run().waiting.isEmpty)
        let past = Date(timeIntervalSinceNow: -86_400 * 3650)
        let file = inbox.path + "/inbox/workers.csv"
        try FileManager.default.setAttributes([.modificationDate: past], ofItemAtPath: file)
        let report = try await inbox.run.run()
        #expect(report.waiting == ["workers.csv"])
        #expect(try inbox.office.placement("PL-1") == nil)
    }

    @Test func aDigestThatDoesNotAgreeIsNoWholeFile() async throws {
        let inbox = try Inbox()
        try inbox.put(table)
        try inbox.put(String(repeating: "0", count: 64) + "  workers.csv\n", as: "workers.csv.sha256")
        _ = try await inbox.run.run()
        #expect(try await inbox.run.run().files == 0)
        #expect(try inbox.names(in: "inbox").count == 2)
    }

    @Test func theSameFileTwiceChangesNothing() async throws {
        let inbox = try Inbox()
        var report = ConnectorReport(name: "")
        for _ in 0..<2 {
            try inbox.put(table)
            try inbox.put("", as: "workers.csv.done")
            report = try await inbox.run.run()
            inbox.office.advance(seconds: 1)
        }
        #expect(report.tables["workers"]?.count.unchanged == 1)
        #expect(report.tables["workers"]?.count.isUnchanged == true)
        #expect(try inbox.names(in: "done").count == 4)
    }

    @Test func anotherOfficesTableIsRefusedWhole() async throws {
        let inbox = try Inbox("simkim")
        try inbox.put(table)
        try inbox.put("", as: "workers.csv.done")
        let report = try await inbox.run.run()
        #expect(report.needsPerson)
        #expect(try inbox.office.placement("PL-1") == nil)
        #expect(try inbox.names(in: "refused").count == 2)
    }

    @Test func anOfficeWithItsOwnWordsMayPutATableOfThem() async throws {
        let inbox = try Inbox("bpjs")
        let nik = "320101" + "41" + "0190" + "9001"
        let worker = "placement_id,nik,name,status\nPL-1,\(nik),SITI REKAAN,visa\n"
        _ = try await inbox.office.desk.take(Array(worker.utf8), as: try inbox.office.share("siskop2mi"))
        try inbox.put(
            "peserta.nik,kepesertaan.nomor,kepesertaan.berlaku_sampai\n\(nik),BPJS-1,2027-01-01\n",
            as: "peserta.csv"
        )
        try inbox.put("", as: "peserta.csv.done")
        let report = try await inbox.run.run()
        #expect(report.failure == nil)
        let placement = try #require(try inbox.office.placement("PL-1"))
        #expect(placement.file.insuranceNumber.value == "BPJS-1")
        #expect(placement.holder.name == PersonName("SITI REKAAN"))
    }
}
