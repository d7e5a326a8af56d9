import ArgumentParser
import Operations
import SiteStore
import Vocabulary

/// `kawal intake`: loads offices' files, and lists among them.
struct IntakeFiles: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "intake",
        abstract: "Loads files or folders of offices into a site; makes a missing site.",
        discussion: """
            The kind of each file is read from its header or its message, never from its name. Loading the same file \
            twice changes nothing. Exit code 1 when a row was refused.
            """
    )

    @Argument(help: "Files or folders.")
    var files: [String]

    @OptionGroup var site: SiteOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard !files.isEmpty else { throw ValidationError("Name at least one file or folder.") }
    }

    func run() async throws {
        let place = try Workplace.open(site, .readWrite(createIfAbsent: true))
        defer { place.close() }
        let report = try await FileLoading(place.desk).load(files)
        for kind in RecordKind.allCases {
            guard let count = report.rows[kind] else { continue }
            if output.json {
                Console.print(
                    #"{"table":"\#(kind.rawValue)","added":\#(count.added),"changed":\#(count.changed),"#
                        + #""unchanged":\#(count.unchanged)}"#
                )
            } else {
                Console.print(
                    "\(kind.rawValue): \(count.added) new, \(count.changed) changed, \(count.unchanged) as before"
                )
            }
        }
        if !report.lists.isEmpty, !output.json { Console.print("lists: \(report.lists.count)") }
        for file in report.skipped { Console.say("\(file): truth of an invented nation, left out") }
        guard report.refused == 0 else {
            Console.say(
                "\(report.refused) rows or persons were refused; each is named above with its remedy."
            )
            throw ExitStatus.needsPerson.exit
        }
    }
}

/// Loads files and tells how it goes.
struct FileLoading {
    private let desk: Desk
    /// Findings of one file that are told one by one; the rest are counted.
    private static let toldFindings = 100

    /// Whether findings are left unsaid: an invented nation holds contradictions on purpose.
    private let isQuiet: Bool

    init(_ desk: Desk, isQuiet: Bool = false) {
        self.desk = desk
        self.isQuiet = isQuiet
    }

    func load(_ paths: [String]) async throws -> LoadReport {
        let progress = Progress("Reading")
        var found: [String: Int] = [:]
        var bytesRead = 0
        let report = try await desk.load(paths, by: .operatorConsole) { step in
            switch step {
            case .read(_, let bytes, let total):
                bytesRead = bytes
                progress.note(done: bytes, of: total)
            case .found(let file, let diagnostic):
                if !isQuiet { FileLoading.tell(diagnostic, of: file, &found) }
            case .received(let file, let reception):
                let diagnostics = reception.diagnostics + reception.manifests.flatMap(\.diagnostics)
                for diagnostic in diagnostics { FileLoading.tell(diagnostic, of: file, &found) }
            }
        }
        for (file, count) in found.sorted(by: { $0.key < $1.key }) where count > Self.toldFindings {
            Console.say("\(file): \(count - Self.toldFindings) more findings")
        }
        progress.finish(done: bytesRead / 1024, unit: "KiB")
        return report
    }

    private static func tell(_ diagnostic: Diagnostic, of file: String, _ found: inout [String: Int]) {
        guard diagnostic.severity != .note else { return }
        found[file, default: 0] += 1
        if found[file, default: 0] <= toldFindings { Console.say(Diagnostics.line(diagnostic, source: file)) }
    }
}
