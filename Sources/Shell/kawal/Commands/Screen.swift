import ArgumentParser
import Foundation
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

    @Option(help: "A folder for what the carriers are told: one CUSRES file for each that was received.")
    var answers: String?

    @OptionGroup var site: SiteOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard !files.isEmpty else { throw ValidationError("Name at least one file or folder.") }
    }

    func run() async throws {
        let place = try Workplace.open(site, .readWrite(createIfAbsent: false))
        defer { place.close() }
        let isJSON = output.json
        let folder = try answers.map { try AnswerFolder($0, desk: place.desk) }
        var failure: (any Error)?
        let report = try await place.desk.load(files, by: .operatorConsole) { step in
            switch step {
            case .read: break
            case .found(let file, let diagnostic): Console.say(Diagnostics.line(diagnostic, source: file))
            case .received(let file, let reception):
                do { try folder?.write(reception, of: file) } catch { failure = failure ?? error }
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
        if let failure { throw failure }
        guard report.refused == 0 else { throw ExitStatus.needsPerson.exit }
    }
}

/// The folder that answers to carriers are written into.
struct AnswerFolder {
    private let path: String
    private let desk: Desk

    init(_ path: String, desk: Desk) throws {
        self.path = path
        self.desk = desk
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    /// Writes a received file's answers as `NAME-DIGEST.cusres.edi`, readable by the owner alone.
    func write(_ reception: Reception, of file: String) throws {
        guard !reception.answers.isEmpty else { return }
        let bytes = desk.interchanges(reception.answers)
        // Files of one name in several folders are several files.
        let digest = reception.manifests.first?.digests.last?.prefix(8) ?? ""
        let base = file.split(separator: "/").last.map(String.init) ?? file
        let name = "\(path)/\(base)-\(digest).cusres.edi"
        try PrivateFile.write(bytes, at: name)
    }
}
