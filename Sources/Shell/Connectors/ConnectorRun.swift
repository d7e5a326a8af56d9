package import Operations
import Vocabulary

/// A connector at work: one run after the other, each beginning where the last one's effects are durable.
package actor ConnectorRun {
    /// The connector.
    package nonisolated let setting: ConnectorSetting
    private let all: [ConnectorSetting]
    private let desk: Desk
    private let folder: StateFolder
    private let turn: IntakeTurn
    private let line: PeerLine
    private let drop: DropReader?

    /// A connector among all of a site; `turn` is one for the site.
    ///
    /// - Throws: `ConnectorFault.disk` where its folders can't be made.
    package init(
        _ setting: ConnectorSetting,
        among all: [ConnectorSetting],
        desk: Desk,
        folder: StateFolder,
        turn: IntakeTurn,
        peer: (any Peer)? = nil,
        timing: Timing = .machine
    ) throws {
        self.setting = setting
        self.all = all
        self.desk = desk
        self.folder = folder
        self.turn = turn
        line = PeerLine(peer ?? HTTPPeer(setting), timing: timing)
        drop =
            setting.way == .folder
            ? try DropReader(setting, desk: desk, folder: folder, turn: turn) : nil
    }

    /// Runs once; a failure stands in the report and in the connector's state.
    ///
    /// - Throws: `CancellationError`; `ConnectorFault.disk` where the state itself can't be kept.
    package func run() async throws -> ConnectorReport {
        var report = ConnectorReport(name: setting.name)
        var state = folder.state(of: setting.name)
        state.ranAt = desk.now()
        do {
            try await work(&state, &report)
            state.failure = nil
            state.soundAt = desk.now()
        } catch let error as CancellationError {
            throw error
        } catch let fault as ConnectorFault {
            state.failure = "\(fault.code): \(fault.sentence)"
        } catch let fault as SiteFault {
            state.failure = "KWL-CON-SITE: the site's store failed (\(Self.kind(of: fault)))"
        } catch let fault as OperationFault {
            state.failure = "\(fault.code): a file can't be read"
        }
        report.failure = state.failure
        report.orphans = (try? folder.orphans(of: setting.name).count) ?? 0
        try folder.keep(state, of: setting.name)
        return report
    }

    private func work(_ state: inout ConnectorState, _ report: inout ConnectorReport) async throws {
        let contract = ConnectorContract(setting, among: all, rules: desk.rules, on: desk.today)
        switch setting.way {
        case .folder: try await drop?.run(contract, &state, &report)
        case .pull:
            let puller = Puller(
                contract: contract,
                desk: desk,
                line: line,
                folder: folder,
                name: setting.name,
                turn: turn
            )
            try await puller.run(&state, &report)
        case .push:
            let pusher = Pusher(
                contract: contract,
                source: SiteNews(desk),
                line: line,
                folder: folder,
                name: setting.name
            )
            try await pusher.run(&state, &report)
        }
        if setting.way != .push { try await retryOrphans(contract, &report) }
    }

    /// Looks once more for the records that rows wait for, as another connector may have brought them.
    ///
    /// - Throws: `ConnectorFault`; `SiteFault`.
    func settle(_ report: inout ConnectorReport) async throws {
        guard setting.way != .push else { return }
        let contract = ConnectorContract(setting, among: all, rules: desk.rules, on: desk.today)
        try await retryOrphans(contract, &report)
        report.orphans = try folder.orphans(of: setting.name).count
    }

    /// Looks whether the records have come for which rows wait.
    private func retryOrphans(_ contract: ConnectorContract, _ report: inout ConnectorReport) async throws {
        let waiting = try folder.orphans(of: setting.name)
        for share in contract.pulled where !share.bringsRows {
            let rows = waiting.filter { $0.table == share.kind }
            guard !rows.isEmpty else { continue }
            var cells = rows.map(\.cells)
            if share.match != .key {
                for place in cells.indices { cells[place]["placement_id"] = "#\(place + 1)" }
            }
            let table = CellTable.bytes(cells)
            let name = setting.name
            let taken = try await turn.hold { [desk, folder] in
                var taken = try await desk.take(table, as: share)
                // Those that wait on were found before.
                taken.orphans = []
                taken.findings = []
                try folder.update(orphansOf: name, with: taken)
                return taken
            }
            report.tables[share.kind.rawValue, default: TakenRows()] += taken
        }
    }

    private static func kind(of fault: SiteFault) -> String {
        switch fault {
        case .absent: "absent"
        case .diskFull: "disk full"
        case .cut: "shared ledger cut"
        case .locked: "locked"
        case .newer: "newer"
        case .damaged: "damaged"
        case .key: "key"
        case .failed: "failed"
        }
    }
}

/// All connectors of a site.
package struct ConnectorSet: Sendable {
    /// The connectors, in the order of the configuration.
    package let runs: [ConnectorRun]

    /// The connectors of a site in a folder.
    ///
    /// - Throws: `ConnectorFault` where a setting doesn't fit or a folder can't be made.
    package init(_ settings: [ConnectorSetting], desk: Desk, site: String) throws {
        try ConnectorSetting.check(settings, rules: desk.rules, on: desk.today)
        guard !settings.isEmpty else {
            runs = []
            return
        }
        let folder = try StateFolder(site: site)
        let turn = IntakeTurn()
        runs = try settings.map {
            try ConnectorRun($0, among: settings, desk: desk, folder: folder, turn: turn)
        }
    }

    /// Runs every connector once, in their order; files that have no marker are looked at twice.
    ///
    /// - Throws: `ConnectorFault`; `SiteFault`; `CancellationError`.
    package func runOnce(pause: Duration = .seconds(1)) async throws -> [ConnectorReport] {
        var reports: [ConnectorReport] = []
        for run in runs {
            var report = try await run.run()
            if run.setting.way == .folder, report.failure == nil {
                try await Task.sleep(for: pause)
                report += try await run.run()
            }
            reports.append(report)
        }
        for (place, run) in runs.enumerated() where reports[place].orphans > 0 {
            try await run.settle(&reports[place])
        }
        return reports
    }
}
