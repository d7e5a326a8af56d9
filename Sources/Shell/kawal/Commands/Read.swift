import ArgumentParser
import Foundation
import Intake
import Operations
import Vocabulary

/// `kawal read`: what was understood of messages, tables of travellers and zones, without a site.
struct Read: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Prints what Kawal understands of passenger messages or of machine-readable zones.",
        discussion: """
            With --mrz, zones come on standard input, separated by a blank line. Exit code 1 when something was lost, \
            3 when nothing could be read.
            """
    )

    @Argument(help: "Files of messages, or manifest.csv.")
    var files: [String] = []

    @Flag(help: "Read machine-readable zones from standard input.")
    var mrz = false

    @Option(
        name: .customLong("on"),
        help: "The day to which two-digit years are read; today where not given."
    )
    var day: Day?

    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard mrz != !files.isEmpty else {
            throw ValidationError("Name files, or give --mrz and zones on standard input.")
        }
    }

    func run() throws {
        let day = day ?? Clock.now().day(zone: 420)
        if mrz { try readZones(on: day) } else { try readFiles(on: day) }
    }

    private func readZones(on day: Day) throws {
        let bytes = [UInt8](FileHandle.standardInput.readDataToEndOfFile())
        let zones = bytes.withUnsafeBufferPointer { ZoneReader(on: day).read($0) }
        let printer = ValuePrinter(isJSON: output.json)
        for zone in zones { try printer.print(zone, text: zone.summary) }
        guard zones.contains(where: { $0.format != nil }) else { throw ExitStatus.unreadable.exit }
    }

    private func readFiles(on day: Day) throws {
        let printer = ValuePrinter(isJSON: output.json)
        var isAnyRead = false
        var isAnythingLost = false
        for path in files {
            var failure: (any Error)?
            try ListFile.read(at: path, on: day) { reading in
                isAnyRead = isAnyRead || reading.isUnderstood
                isAnythingLost = isAnythingLost || reading.diagnostics.contains { $0.severity == .error }
                do { try printer.print(reading, text: reading.summary) } catch { failure = error }
                for diagnostic in reading.diagnostics where !output.json && diagnostic.severity != .note {
                    Console.say(Diagnostics.line(diagnostic, source: path))
                }
            }
            if let failure { throw failure }
        }
        guard isAnyRead else { throw ExitStatus.unreadable.exit }
        if isAnythingLost { throw ExitStatus.needsPerson.exit }
    }
}

/// Prints values as JSON lines or as text for people.
struct ValuePrinter {
    private let isJSON: Bool
    private let encoder = JSONEncoder()

    init(isJSON: Bool) {
        self.isJSON = isJSON
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    }

    func print(_ value: some Encodable, text: @autoclosure () -> String) throws {
        if isJSON { Console.print(bytes: try encoder.encode(value) + [0x0A]) } else { Console.print(text()) }
    }
}

extension MessageReading {
    /// Whether a message was told apart at all.
    fileprivate var isUnderstood: Bool {
        if case .unread(let heading) = self { heading.message != nil } else { true }
    }

    /// What was read, in one line.
    fileprivate var summary: String {
        switch self {
        case .list(let list):
            line(list.list, list.legs, "\(list.persons.count) persons")
        case .records(let records):
            line(
                "\(records.bookings.count) bookings",
                records.legs,
                "\(heading.counted.persons ?? 0) persons"
            )
        case .response(let response):
            line("answers", response.legs, "\(response.answers.count) answers")
        case .unread:
            "\(heading.source): \(heading.message ?? "nothing that can be read")"
        }
    }

    private func line(_ what: String, _ legs: [Leg], _ count: String) -> String {
        let way = "\(legs.first?.flight ?? "–") \(legs.first?.from ?? "–")–\(legs.last?.to ?? "–")"
        return
            "\(heading.source): \(heading.message ?? "table") \(heading.version ?? "") \(what), \(way), \(count), "
            + "\(diagnostics.count) findings"
    }
}

extension MachineReadableZone {
    /// The layout and which digits fail, in one line.
    fileprivate var summary: String {
        guard let format else { return "no zone of ICAO Doc 9303" }
        let named: [(Bool?, String)] = [
            (checks.number, "number"), (checks.birth, "birth"), (checks.expiry, "expiry"),
            (checks.optional, "optional data"), (checks.composite, "all"),
        ]
        let failing = named.filter { $0.0 == false }.map(\.1)
        return "\(format.rawValue): "
            + (failing.isEmpty ? "every digit right" : "wrong: " + failing.joined(separator: ", "))
    }
}
