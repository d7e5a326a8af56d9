import ArgumentParser
import Partner

extension Measure {
    /// Looks invented travellers up in an invented table, both sides in this process.
    struct LookUp: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "lookup",
            abstract: "Times the private look-up: table, owner's rate, one traveller, a list."
        )

        @Option(help: "People in the table.") var people = 20_000
        @Option(help: "Travellers of the list.") var travellers = 300

        func validate() throws {
            guard people > 0, travellers > 0 else { throw ValidationError("Name at least one of each.") }
        }

        func run() async throws {
            let figures = try await LookUpBench.run(people: people, travellers: travellers)
            Measure.tell(all: figures.sorted { $0.key < $1.key })
        }
    }
}
