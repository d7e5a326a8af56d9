import ArgumentParser
import Connectors
import Foundation
import Operations
import SiteStore
import Vocabulary

/// `kawal connect`: the connectors to other offices' systems.
struct Connect: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Runs the connectors of kawal.json5 once, or tells how they stand.",
        discussion: """
            A served site runs them by itself, so that a file in an inbox is taken within seconds. Exit code 1 when a row was \
            refused, a file waits for its end, or a system doesn't answer.
            """
    )

    @Flag(help: "Run each connector once.")
    var once = false

    @Flag(help: "List the rows that wait for their records; they hold people's numbers.")
    var orphans = false

    @Option(
        help:
            "Forget the rows that wait under this number of a placement, a NIK or a passport (server stopped)."
    )
    var forget: String?

    @OptionGroup var site: SiteOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard [once, orphans, forget != nil].count(where: { $0 }) < 2 else {
            throw ValidationError("Give one of --once, --orphans and --forget.")
        }
    }

    func run() async throws {
        if once { return try await runOnce() }
        if let forget { return try drop(forget) }
        let settings = try SiteSettings.read(site: site.site, file: site.config).connectors
        if settings.isEmpty {
            Console.say("No connectors are configured; docs/operate/connectors.md says how.")
        }
        guard FileManager.default.fileExists(atPath: site.site) else {
            throw SiteFault.absent(folder: site.site)
        }
        let folder = try StateFolder(site: site.site)
        for setting in settings {
            if orphans {
                for row in try folder.orphans(of: setting.name) { tell(row, of: setting) }
            } else {
                tell(
                    folder.state(of: setting.name),
                    of: setting,
                    waiting: try folder.orphans(of: setting.name).count
                )
            }
        }
    }

    /// Forgets rows as the site's only writer: a connector that runs meanwhile would put them back.
    private func drop(_ number: String) throws {
        let place = try Workplace.open(site, .readWrite(createIfAbsent: false))
        defer { place.close() }
        let folder = try StateFolder(site: site.site)
        var total = 0
        for setting in place.settings.connectors {
            let count = try folder.forget(orphan: number, of: setting.name)
            if count > 0 { Console.print("\(setting.name): \(count) rows forgotten") }
            total += count
        }
        guard total > 0 else {
            throw UsageProblem(
                sentence: "No row waits under this number; `kawal connect --orphans` lists those that wait."
            )
        }
    }

    private func runOnce() async throws {
        // Looked at first: a mistyped folder would become a new site.
        guard try !SiteSettings.read(site: site.site, file: site.config).connectors.isEmpty else {
            guard FileManager.default.fileExists(atPath: site.site) else {
                throw SiteFault.absent(folder: site.site)
            }
            return Console.say("No connectors are configured; docs/operate/connectors.md says how.")
        }
        let place = try Workplace.open(site, .readWrite(createIfAbsent: true))
        defer { place.close() }
        let set = try ConnectorSet(place.settings.connectors, desk: place.desk, site: site.site)
        let reports = try await set.runOnce()
        for report in reports { tell(report) }
        guard reports.allSatisfy({ !$0.needsPerson }) else { throw ExitStatus.needsPerson.exit }
    }

    private func tell(_ report: ConnectorReport) {
        for (table, rows) in report.tables.sorted(by: { $0.key < $1.key }) {
            for diagnostic in rows.findings where diagnostic.severity != .note {
                Console.say(Diagnostics.line(diagnostic, source: "\(report.name) \(table)"))
            }
        }
        if let failure = report.failure { Console.say("\(report.name): \(failure)") }
        if output.json {
            Console.print(JSONLine.text(ConnectorLine(report)))
            return
        }
        for (table, rows) in report.tables.sorted(by: { $0.key < $1.key }) {
            Console.print(
                "\(report.name) \(table): \(rows.count.added) new, \(rows.count.changed) changed, "
                    + "\(rows.count.unchanged) as before, \(rows.old) older, \(rows.refused) refused"
            )
        }
        let rest =
            "\(report.told) told, \(report.orphans) wait for their records, \(report.waiting.count) files wait"
        Console.print("\(report.name): \(rest)")
    }

    private func tell(_ state: ConnectorState, of setting: ConnectorSetting, waiting: Int) {
        if output.json {
            Console.print(JSONLine.text(StateLine(setting, state, waiting)))
            return
        }
        let sound = state.soundAt?.description ?? "never"
        Console.print(
            "\(setting.name) (\(setting.office), \(setting.way.rawValue)): last sound run \(sound), "
                + "\(waiting) rows and \(state.waiting.count) files wait"
        )
        if let failure = state.failure { Console.print("  \(failure)") }
        for diagnostic in state.findings.prefix(10) { Console.print("  " + Diagnostics.line(diagnostic)) }
    }

    private func tell(_ row: OrphanRow, of setting: ConnectorSetting) {
        let cells = row.cells.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(
            separator: " "
        )
        Console.print(
            output.json
                ? JSONLine.text(OrphanLine(connector: setting.name, row: row))
                : "\(setting.name) \(row.table.rawValue) \(row.code) since \(row.since): \(cells)"
        )
    }
}

private struct ConnectorLine: Encodable {
    struct Table: Encodable {
        var added, changed, unchanged, old, refused: Int
    }

    var connector: String
    var tables: [String: Table]
    var files, told, orphans: Int
    var waiting: [String]
    var failure: String?

    init(_ report: ConnectorReport) {
        connector = report.name
        tables = report.tables.mapValues { rows in
            let count = rows.count
            return Table(
                added: count.added,
                changed: count.changed,
                unchanged: count.unchanged,
                old: rows.old,
                refused: rows.refused
            )
        }
        files = report.files
        told = report.told
        orphans = report.orphans
        waiting = report.waiting
        failure = report.failure
    }
}

private struct StateLine: Encodable {
    var connector, office, way: String
    var soundAt: Moment?
    var failure: String?
    var orphans: Int
    var waiting: [String]
    var findings: [Diagnostic]

    init(_ setting: ConnectorSetting, _ state: ConnectorState, _ orphans: Int) {
        connector = setting.name
        office = setting.office
        way = setting.way.rawValue
        soundAt = state.soundAt
        failure = state.failure
        self.orphans = orphans
        waiting = state.waiting
        findings = state.findings
    }
}

private struct OrphanLine: Encodable {
    var connector: String
    var row: OrphanRow
}
