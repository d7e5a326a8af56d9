import ArgumentParser
import Operations
import SiteStore
import Vocabulary

/// `kawal screen`: a dry run; opens nothing, leaves nothing.
struct Screen: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Screens manifests, or passport applications, against a site without leaving anything behind.",
        discussion:
            "Each list is judged on its own departure day. Exit code 0 also with referrals, 4 without a site."
    )

    @Argument(help: "Manifests (.edi, .csv) or folders; with --applications, passport files.")
    var files: [String]

    @Flag(help: "The files are passport applications.")
    var applications = false

    @Option(name: .customLong("on"), help: "Judge on this day instead of each list's own.")
    var day: Day?

    @OptionGroup var site: SiteOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard !files.isEmpty else { throw ValidationError("Name at least one file or folder.") }
    }

    func run() async throws {
        let place = try Workplace.open(site, .readOnly)
        defer { place.close() }
        let printer = ScreeningPrinter(isJSON: output.json)
        let found =
            applications
            ? try place.desk.screenApplications(in: files, on: day, each: printer.print)
            : try await place.desk.screen(files, on: day, each: printer.print)
        for (file, diagnostic) in found where diagnostic.severity != .note {
            Console.say(Diagnostics.line(diagnostic, source: file))
        }
        printer.finish()
        if found.contains(where: { $0.diagnostic.severity == .error }) { throw ExitStatus.needsPerson.exit }
    }
}

/// `kawal receive`: the same for real.
struct Receive: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Receives manifests for real: entries, referrals, board.",
        discussion: "The same file again changes nothing. Each file is printed once it is durable."
    )

    @Argument(help: "Manifests (.edi, .csv) or folders.")
    var files: [String]

    @OptionGroup var site: SiteOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard !files.isEmpty else { throw ValidationError("Name at least one file or folder.") }
    }

    func run() async throws {
        let place = try Workplace.open(site, .readWrite(createIfAbsent: false))
        defer { place.close() }
        let isJSON = output.json
        let report = try await place.desk.load(files, by: .operatorConsole) { step in
            switch step {
            case .read: break
            case .found(let file, let diagnostic): Console.say(Diagnostics.line(diagnostic, source: file))
            case .received(let file, let reception):
                for manifest in reception.manifests {
                    Console.print(
                        isJSON
                            ? ReceptionRow(file, manifest, reception.isRepeat).json
                            : ReceptionRow(file, manifest, reception.isRepeat).text
                    )
                    for diagnostic in manifest.diagnostics where diagnostic.severity != .note {
                        Console.say(Diagnostics.line(diagnostic, source: file))
                    }
                }
            }
        }
        guard report.refused == 0 else { throw ExitStatus.needsPerson.exit }
    }
}
