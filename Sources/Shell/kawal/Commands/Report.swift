import ArgumentParser
import Casework
import Operations
import SiteStore
import Vocabulary

/// `kawal report`: what was done with cases in some days, as a table without anybody in it.
struct Report: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Counts the steps of cases by agreed reason codes, as CSV; the same days always give the same table.",
        discussion:
            "A day has `--from` alone; a month its first and last day. Both agencies count by the same codes."
    )

    @Option(help: "The first day, YYYY-MM-DD.") var from: String
    @Option(help: "The last day; the first where it isn't given.") var to: String?
    @OptionGroup var site: SiteOptions

    func run() throws {
        guard let first = Day(from), let last = Day(to ?? from), first <= last else {
            throw UsageProblem(
                sentence: "--from and --to: write days as YYYY-MM-DD, the first before the last."
            )
        }
        let place = try Workplace.open(site, .readOnly)
        defer { place.close() }
        let table = try place.desk.report(from: first, to: last).csv
        Console.print(String(decoding: table.dropLast(), as: UTF8.self))
    }
}
