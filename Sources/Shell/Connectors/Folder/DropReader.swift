import Foundation
import Intake
import Operations
import Vocabulary

/// Takes the whole files of an inbox, and remembers what it saw of the others.
actor DropReader {
    private struct Sight {
        var facts: DropCheck.Facts
        var since: Moment
    }

    private let desk: Desk
    private let turn: IntakeTurn
    private let folder: StateFolder
    private let setting: ConnectorSetting
    private let drop: DropFolder
    private var seen: [String: Sight] = [:]

    /// - Throws: `ConnectorFault.disk` where the folders can't be made.
    init(_ setting: ConnectorSetting, desk: Desk, folder: StateFolder, turn: IntakeTurn) throws {
        self.setting = setting
        self.desk = desk
        self.folder = folder
        self.turn = turn
        drop = try DropFolder(setting.folder ?? folder.path + "/" + setting.name)
    }

    /// Looks at the inbox once, and takes what is whole.
    ///
    /// - Throws: `ConnectorFault`; `SiteFault`; a file that was begun is taken again at the next look.
    func run(_ contract: ConnectorContract, _ state: inout ConnectorState, _ report: inout ConnectorReport)
        async throws
    {
        let now = desk.now()
        var waiting: [String] = []
        var sights: [String: Sight] = [:]
        defer { seen = sights }
        for name in try drop.files() {
            guard let facts = drop.facts(of: name) else { continue }
            let before = seen[name]
            let since = before?.facts == facts ? before?.since ?? now : now
            sights[name] = Sight(facts: facts, since: since)
            guard DropCheck(facts, before: before?.facts, marker: drop.marker(of: name)) == .whole else {
                // The file's own time counts too: a server that starts anew mustn't begin to wait again.
                let written = Moment(milliseconds: facts.writtenAt / 1_000_000)
                if min(since, written).seconds(until: now) >= setting.waitMinutes * 60 {
                    waiting.append(name)
                }
                continue
            }
            let taken = try await take(name, contract)
            sights[name] = nil
            report.files += 1
            report.tables[taken.table ?? "none", default: TakenRows()] += taken.rows
            state.note(taken.rows.findings)
        }
        if !waiting.isEmpty, waiting != state.waiting {
            let finding = "\(waiting.count) files of which the end is missing"
            state.note([DiagnosticCode.halfFile.found(finding, expected: "whole files", at: 0)])
        }
        state.waiting = waiting
        report.waiting = waiting
        drop.forget(before: now.adding(seconds: -setting.keepDays * 86_400))
    }

    private func take(_ name: String, _ contract: ConnectorContract) async throws -> (
        table: String?, rows: TakenRows
    ) {
        let file = try FoundFile(named: drop.place(of: name))
        var table: String?
        let rows: TakenRows
        switch try input(file, contract) {
        case .file(let share):
            table = share.kind.rawValue
            rows = try await turn.hold { [desk, folder, setting] in
                let taken = try await desk.take(file, as: share)
                try folder.update(orphansOf: setting.name, with: taken)
                return taken
            }
        case .rows(let bytes, let share):
            table = share.kind.rawValue
            rows = try await turn.hold { [desk, folder, setting] in
                let taken = try await desk.take(bytes, as: share)
                try folder.update(orphansOf: setting.name, with: taken)
                return taken
            }
        case .foreign(let diagnostic):
            var none = TakenRows()
            none.note(diagnostic)
            rows = none
        }
        let at = desk.now()
        var report = DropReport(file: name, sha256: drop.digest(of: name), table: table, at: at)
        report.note(rows)
        try drop.put(name, into: report.isRefused ? "refused" : "done", with: report, at: at)
        return (table, rows)
    }

    private enum Input {
        case file(OfficeShare)
        case rows([UInt8], OfficeShare)
        case foreign(Diagnostic)
    }

    /// What a file is to its office: a whole table in our words, or rows of some columns in the office's own.
    private func input(_ file: FoundFile, _ contract: ConnectorContract) throws -> Input {
        if case .records(let kind) = file.kind, let share = contract.shares[kind], share.bringsRows {
            return .file(share)
        }
        let partial = contract.shares.values.filter { !$0.bringsRows }
        let kinds = contract.shares.keys.map(\.rawValue).sorted().joined(separator: ", ")
        let foreign = DiagnosticCode.foreignTable.found("another table", expected: kinds, at: 0)
        guard let share = partial.first, partial.count == 1, !file.isList, file.kind != .truth else {
            return .foreign(foreign)
        }
        guard file.bytes <= Self.mostBytes else {
            let finding = "\(file.bytes) bytes"
            return .foreign(
                DiagnosticCode.foreignTable.found(finding, expected: "at most \(Self.mostBytes)", at: 0)
            )
        }
        let rows = CellTable.rows(try file.contents()).map { PlainJSON.object($0.mapValues { .text($0) }) }
        let table = contract.table(rows, of: share)
        return .rows(table, share)
    }

    /// The largest file of rows in an office's own words, which is read whole.
    private static let mostBytes = 64 << 20
}
