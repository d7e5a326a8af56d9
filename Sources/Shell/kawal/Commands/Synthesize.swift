import ArgumentParser
import Foundation
import Synthetic
import Vocabulary

/// `kawal synthesize`: writes an invented nation.
struct Synthesize: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes every file of an invented nation, its lists, and the truth about them.",
        discussion: "The same people and seed give the same bytes on every machine. Nobody in it is real."
    )

    @Option(help: "How many people live in it.")
    var people = 50_000

    @Option(help: "The seed.")
    var seed: UInt64 = 1

    @Option(help: "The middle one of the three days on which lists depart.")
    var day = Day(number: 20_513)

    @Option(help: "The folder to write to; must be empty or missing.")
    var out: String

    func validate() throws {
        guard (1...50_000_000).contains(people) else { throw ValidationError("--people: 1 to 50,000,000.") }
    }

    func run() throws { try NationFolder.write(to: out, people: people, seed: seed, day: day) }
}

/// Writes a nation's files to a folder.
enum NationFolder {
    /// Writes the files; the folder must be empty or missing, so that nothing is mixed or overwritten.
    ///
    /// - Throws: `UsageProblem`, `InputProblem`.
    static func write(to folder: String, people: Int, seed: UInt64, day: Day) throws {
        let there = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        guard there.isEmpty else {
            throw UsageProblem(sentence: "\(folder) is not empty; name an empty or a new folder.")
        }
        let nation = try nation(people: people, seed: seed, day: day)
        let progress = Progress("Inventing a nation")
        var open: [String: FileHandle] = [:]
        var written = 0
        do {
            for piece in nation.files() {
                let path = folder + "/" + piece.path
                // Lists come last and are written once; tables are appended to again and again.
                let isTable = !piece.path.contains("/")
                let handle = try open[path] ?? create(path)
                try handle.write(contentsOf: Data(piece.bytes))
                if isTable { open[path] = handle } else { try handle.close() }
                written += piece.bytes.count
                progress.note(done: written, of: nil)
            }
            for handle in open.values { try handle.close() }
        } catch let error as CocoaError {
            throw InputProblem(sentence: "\(folder) can't be written: \(error.localizedDescription)")
        }
        progress.finish(done: written / 1024, unit: "KiB")
    }

    /// The tables of offices, without lists and truth, in memory.
    ///
    /// - Throws: `InputProblem`.
    static func tables(people: Int, seed: UInt64, day: Day) throws -> [RecordKind: [UInt8]] {
        var tables: [RecordKind: [UInt8]] = [:]
        for piece in try nation(people: people, seed: seed, day: day).files()
        where piece.path.hasSuffix(".csv") {
            guard let kind = RecordKind(rawValue: String(piece.path.dropLast(4))) else { continue }
            tables[kind, default: []] += piece.bytes
        }
        return tables
    }

    private static func nation(people: Int, seed: UInt64, day: Day) throws -> Nation {
        let files = try ProgramFiles.find()
        var tables: [String: [UInt8]] = [:]
        for name in SyntheticSources.fileNames { tables[name] = try files.bytes(at: "Reference/\(name)") }
        return Nation(seed: seed, people: people, day: day, sources: try sources(tables))
    }

    private static func sources(_ tables: [String: [UInt8]]) throws -> SyntheticSources {
        do throws(SyntheticError) {
            return try SyntheticSources(files: tables)
        } catch {
            throw InputProblem(sentence: "Reference/: \(error.description)")
        }
    }

    private static func create(_ path: String) throws -> FileHandle {
        let url = URL(fileURLWithPath: path)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        guard FileManager.default.createFile(atPath: path, contents: nil),
            let handle = FileHandle(forWritingAtPath: path)
        else { throw InputProblem(sentence: "\(path) can't be written.") }
        return handle
    }
}
