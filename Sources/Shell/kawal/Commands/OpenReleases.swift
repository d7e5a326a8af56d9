import ArgumentParser
import Operations
import SiteStore
import Vocabulary

/// `kawal releases`: opens what officers knew when a worker was let go, for the worker or for a court.
struct OpenReleases: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "releases",
        abstract:
            "Opens a worker's release receipts for the worker or a court; that it was done is an entry.",
        discussion: """
            Reads the passport number from standard input. An officer sees the own receipts on the page Tanda lepas. Each line \
            names its ledger entry: `kawal ledger prove ENTRY` proves when it was made.
            """
    )

    @Option(name: .customLong("for"), help: "Who asked: worker or court.") var reader: ReleaseReader
    @Option(help: "The request's or order's reference; name nobody.") var basis: String
    @OptionGroup var site: SiteOptions

    func run() async throws {
        guard let line = readLine(), case .passport(let passport)? = EntrySubject(typed: line) else {
            throw UsageProblem(sentence: "Give a passport number on standard input.")
        }
        let place = try Workplace.open(site, .readWrite(createIfAbsent: false))
        defer { place.close() }
        let releases = try await place.desk.openReleases(
            of: passport,
            for: reader,
            basis: basis,
            by: .operatorConsole
        )
        if releases.isEmpty { Console.print("There is no receipt.") }
        for kept in releases {
            let receipt = kept.receipt
            let entry = kept.entry.map { "entry \($0)" } ?? "not yet shared"
            Console.print(
                "\(receipt.at)  \(entry)  \(receipt.officer)  \(receipt.flight.number) \(receipt.flight.departsOn)  "
                    + "\(receipt.placement.text)  \(receipt.advice.rawValue)  \(receipt.codes.joined(separator: " "))  "
                    + receipt.rules
            )
        }
    }
}

extension ReleaseReader: ExpressibleByArgument {}
