import ArgumentParser
import Foundation
import Intake
import Vocabulary

/// `kawal lists`: the lists in `docs/generated`, from the code itself; hidden from help.
struct Lists: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes the generated lists of the documents.",
        shouldDisplay: false
    )

    @Argument(help: "The folder, docs/generated.")
    var folder: String

    func run() throws {
        try write("diagnostics.md", diagnostics)
    }

    private func write(_ name: String, _ text: String) throws {
        guard FileManager.default.createFile(atPath: folder + "/" + name, contents: Data(text.utf8)) else {
            throw InputProblem(sentence: "\(folder)/\(name) can't be written.")
        }
    }

    private var diagnostics: String {
        var lines = [
            "# Diagnostics", "",
            "What readers refuse or repair; generated from the code by `make docs`.", "",
            "| Code | Severity | Remedy |", "|---|---|---|",
        ]
        lines += DiagnosticCode.all.map { "| \($0.code) | \($0.severity.rawValue) | \($0.remedy) |" }
        return lines.joined(separator: "\n") + "\n"
    }
}
