import ArgumentParser
import Operations
import SiteStore
import Vocabulary

extension ExchangeCommands {
    /// `kawal exchange alarms`: what is not as it can be between honest parties.
    struct Alarms: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Prints the alarms of the exchange that stand, one JSON object a line, or closes one.",
            discussion: """
                Find out with the partner what was behind an alarm before you close it (server stopped). One that holds still \
                comes again.
                """
        )

        @OptionGroup var site: SiteOptions
        @Option(help: "The number of the alarm to close.") var close: UInt64?
        @Option(help: "What was behind it, in a sentence that names nobody.") var reason: String?

        func validate() throws {
            guard (close == nil) == (reason == nil) else {
                throw ValidationError("Close an alarm with --close and say with --reason what was behind it.")
            }
        }

        func run() async throws {
            guard let close, let reason else { return try list() }
            let place = try Workplace.open(site, .readWrite(createIfAbsent: false))
            defer { place.close() }
            do {
                try await place.desk.close(exchangeAlarm: close, reason: reason, by: .operatorConsole)
            } catch OperationFault.absent {
                throw UsageProblem(
                    sentence: "No alarm of this number stands; `kawal exchange alarms` prints those that do."
                )
            }
            Console.say("Closed.")
        }

        private func list() throws {
            let place = try Workplace.open(site, .readOnly)
            defer { place.close() }
            for alarm in try place.store.read({ try $0.exchangeAlarms(limit: 1000) }) {
                Console.print(JSONLine.text(AlarmLine(alarm)))
            }
        }
    }
}

/// What is printed of an alarm.
private struct AlarmLine: Encodable {
    var id: UInt64
    var code: String
    var stream, message: String?
    var finding: String
    var at: Moment

    init(_ open: OpenAlarm) {
        id = open.entry
        code = open.alarm.code
        stream = open.alarm.stream
        message = open.alarm.message
        finding = open.alarm.finding
        at = open.at
    }
}
