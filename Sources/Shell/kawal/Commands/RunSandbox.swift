import ArgumentParser
import Connectors
import Foundation
import Logging
import Operations
import Synthetic
import Vocabulary

/// `kawal sandbox`: a stand-in of another office's system, for teams that build a connection.
struct RunSandbox: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sandbox",
        abstract:
            "Stands in for another office's system: invented rows by the contract, and bad behaviour on request.",
        discussion: """
            It serves http://127.0.0.1:PORT/v1/TABLE, takes POST /v1/news and shows what it was told at GET /v1/news. \
            docs/operate/connectors.md has the contract. Nobody in it is real.
            """
    )

    @Argument(help: "The office: siskop2mi, simkim, siapkerja or another of Rules/connectors.csv.")
    var office: String

    @Option(help: "The port on loopback; 0 takes a free one.")
    var port = 0

    @Option(help: "How many people live in the invented nation.")
    var people = 2000

    @Option(help: "The seed of the nation and of bad behaviour.")
    var seed: UInt64 = 1

    @Option(help: "The middle one of the nation's three days of departures.")
    var day = Day(number: 20_513)

    @Option(help: "A file, mode 0600, whose first line is the bearer token that is asked for.")
    var token: String?

    @Option(help: "Milliseconds before each answer.")
    var slow = 0

    @Flag(help: "Rows and pages come twice.")
    var duplicate = false

    @Flag(help: "Rows come in no order, older versions after newer ones.")
    var shuffle = false

    @Flag(help: "Every third answer breaks off.")
    var half = false

    @Option(help: "The share of answers that are faults, 0 to 0.9.")
    var errorRate = 0.0

    @Flag(help: "The tables end 400 days ago.")
    var stale = false

    func validate() throws {
        guard (1...1_000_000).contains(people) else { throw ValidationError("--people: 1 to 1,000,000.") }
        guard (0...0.9).contains(errorRate) else { throw ValidationError("--error-rate: 0 to 0.9.") }
        guard (0...600_000).contains(slow) else { throw ValidationError("--slow: 0 to 600000.") }
        try PortOption.check(port)
    }

    func run() async throws {
        let rules = try ProgramFiles.find().rulebook()
        let offices = rules.offices(on: day)
        guard offices.contains(office) else {
            throw UsageProblem(sentence: "\(office): expected one of \(offices.joined(separator: ", ")).")
        }
        let shelf = SandboxShelf(
            office: office,
            nation: try NationFolder.tables(people: people, seed: seed, day: day),
            rules: rules,
            day: day,
            isShuffled: shuffle,
            seed: seed
        )
        var mischief = Mischief()
        mischief.slowMilliseconds = slow
        mischief.isDuplicating = duplicate
        mischief.isShuffling = shuffle
        mischief.isHalving = half
        mischief.errorRate = errorRate
        mischief.isStale = stale
        let sandbox = Sandbox(shelf, mischief: mischief, seed: seed, token: try token.map(SecretLine.read))
        var logger = Logger(label: "sandbox")
        logger.logLevel = .warning
        try await sandbox.serve(port: port, logger: logger) { [office] port in
            Console.say("\(office) stands in at http://127.0.0.1:\(port)/v1. Stop with Ctrl-C.")
        }
    }
}
