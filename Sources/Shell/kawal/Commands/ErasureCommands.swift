import ArgumentParser
import Operations
import SiteStore
import Vocabulary

/// `kawal erase`: whatever the site holds about one person, gone; the ledger's entries and proofs stay.
struct Erase: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Erases whatever the site holds about one person.",
        discussion: """
            Reads the NIK or passport number from standard input, so that it stands in no history; the numbers that the offices' \
            records join to it are meant as well. The entries and every proof stay. A row that an office sends again is loaded \
            again: ask the office to erase it too. Backups made before keep what they hold until they are destroyed.
            """
    )

    @Option(help: "The request's or order's reference; name nobody.") var basis: String
    @OptionGroup var site: SiteOptions

    func run() async throws {
        guard let line = readLine(), let person = EntrySubject(typed: line) else {
            throw UsageProblem(sentence: "Give a NIK (16 digits) or a passport number on standard input.")
        }
        let place = try Workplace.open(site, .readWrite(createIfAbsent: false))
        defer { place.close() }
        do {
            let count = try await place.desk.erase(person, basis: basis, by: .operatorConsole)
            Console.print("Erased the bodies of \(count) entries; the entries and their proofs stay.")
        } catch OperationFault.absent {
            Console.print("Nothing is held about this person.")
        }
    }
}

/// `kawal retention`: what the rules keep for how long.
struct RetentionCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retention",
        abstract: "Erases what was kept as long as Rules/retention.csv says.",
        subcommands: [Due.self, Run.self]
    )

    struct Due: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tells how many bodies of each class would be erased now."
        )

        @OptionGroup var site: SiteOptions
        @OptionGroup var output: OutputOptions

        func run() throws {
            let place = try Workplace.open(site, .readOnly)
            defer { place.close() }
            RetentionCommands.tell(try place.desk.dueForRetention(), output)
        }
    }

    struct Run: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Erases them; a running server does so every hour by itself."
        )

        @OptionGroup var site: SiteOptions
        @OptionGroup var output: OutputOptions

        func run() async throws {
            let place = try Workplace.open(site, .readWrite(createIfAbsent: false))
            defer { place.close() }
            RetentionCommands.tell(
                try await place.desk.runRetention(by: .operatorConsole, sweeping: .everywhere),
                output
            )
        }
    }

    /// Tells every class, also those of which there is nothing.
    private static func tell(_ counts: [RetentionClass: Int], _ output: OutputOptions) {
        // Messages stand beside the ledger and go by themselves; not every site has a partner.
        let all = RetentionClass.allCases.filter {
            ![.message, .told].contains($0) || counts[$0] != nil
        }.map {
            ($0.rawValue, counts[$0] ?? 0)
        }
        if output.json {
            Console.print("{" + all.map { "\"\($0)\":\($1)" }.joined(separator: ",") + "}")
        } else {
            for (name, count) in all { Console.print("\(name) \(count)") }
        }
    }
}

extension EntrySubject {
    /// Reads what a person typed: 16 digits are a NIK, letters and fewer digits a passport number; nil where it is neither.
    init?(typed line: String) {
        let text = line.filter { !$0.isWhitespace }
        if text.count == 16, let nik = NIK(text) {
            self = .nik(nik)
        } else if text.count < 16, text.count < 13 || !text.allSatisfy(\.isNumber),
            let passport = PassportNumber(text)
        {
            self = .passport(passport)
        } else {
            return nil
        }
    }
}
