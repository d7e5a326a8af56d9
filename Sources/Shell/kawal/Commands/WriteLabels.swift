import ArgumentParser
import Operations
import SiteStore
import Vocabulary

/// `kawal labels`: what people have decided of doubtful links, as labels for `kawal link`.
struct WriteLabels: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "labels",
        abstract: "Writes what people have decided of doubtful links; that it was given out is an entry.",
        discussion: """
            Three columns: left, the placement; right, the passport; same, yes or no. `kawal link workers.csv passports.csv \
            --labels FILE` reads them. The numbers are personal data: keep the file as the registry is kept.
            """
    )

    @Option(help: "The file to write.") var out: String
    @OptionGroup var site: SiteOptions

    func run() async throws {
        let place = try Workplace.open(site, .readWrite(createIfAbsent: false))
        defer { place.close() }
        let decisions = try place.desk.linkDecisions(by: .operatorConsole)
        var table = CSVText(["left", "right", "same"])
        for decided in decisions {
            for cell in [decided.placement.text, decided.passport.text, decided.isSame ? "yes" : "no"] {
                table.add(cell)
            }
            table.endLine()
        }
        try PrivateFile.write(table, at: out)
        Console.say("\(decisions.count) decisions written to \(out).")
    }
}
