import ArgumentParser
import Operations
import SiteStore
import Vocabulary

extension LedgerCommands {
    /// `kawal ledger alarms`: what was witnessed of the partner's log and contradicts itself.
    struct Alarms: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists alarms about the partner's log that stand, or clears one.",
            discussion: """
                While an alarm stands nothing is exchanged. Find out with the partner what was behind it before you clear it \
                (server stopped); what was witnessed stays. Exit code 4 while one stands.
                """
        )

        @OptionGroup var site: SiteOptions
        @Option(help: "The alarm to clear.") var clear: String?
        @Option(help: "What was behind it.") var reason: String?
        @Flag(help: "Print the evidence as well: both checkpoints and the proof.") var evidence = false

        func validate() throws {
            guard (clear == nil) == (reason == nil) else {
                throw ValidationError("Clear an alarm with --clear and say with --reason what was behind it.")
            }
        }

        func run() async throws {
            guard let clear, let reason else { return try list() }
            let place = try Workplace.open(site, .readWrite(createIfAbsent: false))
            defer { place.close() }
            do {
                try await place.desk.clear(witnessAlarm: clear, reason: reason, by: .operatorConsole)
            } catch OperationFault.absent {
                throw UsageProblem(
                    sentence: "No alarm of this identifier stands; `kawal ledger alarms` lists those that do."
                )
            }
        }

        private func list() throws {
            let store = try SiteStore.open(folder: site.site, mode: .readOnly)
            defer { try? store.close() }
            let alarms = try store.read { try $0.witnessAlarms() }
            guard !alarms.isEmpty else { return Console.print("No alarm stands.") }
            for alarm in alarms {
                Console.print("\(alarm.id) \(alarm.at) \(alarm.origin): \(alarm.kind.sentence)")
                guard evidence else { continue }
                Console.print("seen:\n" + alarm.seen + "shown:\n" + alarm.shown)
                Console.print("proof:\n" + alarm.proof.joined(separator: "\n"))
            }
            throw ExitStatus.siteUnavailable.exit
        }
    }
}

extension WitnessAlarmed.Kind {
    fileprivate var sentence: String {
        switch self {
        case .twoRoots: "it has signed two logs of one size (proven by both signatures)"
        case .otherBeginning: "it has signed another log than the one that was seen (proven by its own proof)"
        case .noContinuation: "it does not show that it continues what was seen"
        case .shorter: "it says again that it is shorter than what was seen"
        }
    }
}
