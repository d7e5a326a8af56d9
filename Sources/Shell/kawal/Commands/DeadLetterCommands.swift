import ArgumentParser
import Operations
import SiteStore
import Vocabulary

extension ExchangeCommands {
    /// `kawal exchange dead`: the messages that the partner would not take.
    struct Dead: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Messages that the partner would not take: lists, closes or sends them again.",
            subcommands: [List.self, Close.self, Redrive.self]
        )
    }
}

/// What is printed of a dead letter; the code is the partner's own text.
private struct LetterLine: Encodable {
    var id, type, stream: String
    var seq: Int64
    var reason, code: String
    var at: Moment

    init(_ letter: DeadLetter) {
        let skipped = letter.skipped
        id = skipped.skipped ?? ""
        type = skipped.type ?? ""
        stream = skipped.stream
        seq = skipped.sequence
        reason = skipped.reason.rawValue
        code = skipped.code ?? ""
        at = letter.at
    }
}

extension ExchangeCommands.Dead {
    fileprivate static let absent = UsageProblem(
        sentence:
            "There is no dead letter of this identifier; `kawal exchange dead list` prints those that are open."
    )

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Prints them, one JSON object a line (also beside a running server)."
        )

        @OptionGroup var site: SiteOptions

        func run() throws {
            let place = try Workplace.open(site, .readOnly)
            defer { place.close() }
            for letter in try place.store.read({ try $0.deadLetters(limit: 1000) }) {
                Console.print(JSONLine.text(LetterLine(letter)))
            }
        }
    }

    struct Close: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Closes one: what it told is not told again (server stopped)."
        )

        @Argument(help: "The message's identifier.")
        var id: String

        @Option(help: "Why, in a sentence that names nobody.")
        var reason: String

        @OptionGroup var site: SiteOptions

        func run() async throws {
            let place = try Workplace.open(site, .readWrite(createIfAbsent: false))
            defer { place.close() }
            do {
                try await place.desk.close(deadLetter: id, reason: reason, by: .operatorConsole)
            } catch OperationFault.absent {
                throw ExchangeCommands.Dead.absent
            }
            Console.say("Closed.")
        }
    }

    struct Redrive: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Sends what one told in a new message at the end of its stream (server stopped)."
        )

        @Argument(help: "The message's identifier.")
        var id: String

        @OptionGroup var site: SiteOptions

        func run() async throws {
            let place = try Workplace.open(site, .readWrite(createIfAbsent: false))
            defer { place.close() }
            do {
                Console.print(try await place.desk.redrive(deadLetter: id, by: .operatorConsole))
            } catch OperationFault.absent {
                throw ExchangeCommands.Dead.absent
            }
        }
    }
}
