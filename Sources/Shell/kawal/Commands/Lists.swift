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
        try write("files.md", files)
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

    private var files: String {
        var lines = [
            "# Files from offices", "",
            "The columns that are read, in any order; generated from the code by `make docs`. An empty cell is unknown.",
        ]
        func table<Record>(_ name: String, _ columns: [Column<Record>]) {
            lines += ["", "## \(name)", "", "| Column | Expected |", "|---|---|"]
            lines += columns.map { "| \($0.name) | \($0.expectation) |" }
        }
        table("workers.csv", Placement.columns)
        table("agencies.csv", Agency.columns)
        table("joborders.csv", JobOrder.columns)
        table("passports.csv", PassportRecord.columns)
        table("crossings.csv", Crossing.columns)
        table("bookings.csv", Booking.columns)
        table("manifest.csv", ManifestRow.columns)
        table("notices.csv", Notice.columns)
        table("outcomes.csv", Outcome.columns)
        table("feeds.csv", Feed.columns)
        return lines.joined(separator: "\n") + "\n"
    }
}
