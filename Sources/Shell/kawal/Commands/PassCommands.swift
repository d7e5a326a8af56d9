import ArgumentParser
import Foundation
import Operations
import SiteStore
import Vocabulary

/// `kawal pass`: the keys of workers' passes, the list of void ones, and a check without any server.
struct PassCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pass",
        abstract: "Exchanges the keys and the list of void passes between sites, and checks a pass.",
        subcommands: [Issue.self, Key.self, Trust.self, Void.self, Take.self, Check.self, Rotate.self]
    )

    struct Issue: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Issues passes for the holders on standard input, one `PASSPORT YYYY-MM-DD` a line.",
            discussion:
                "Prints the text of each pass in the same order; `refused` where the placement isn't complete."
        )

        @OptionGroup var site: SiteOptions

        func run() async throws {
            let place = try Workplace.open(site, .readWrite(createIfAbsent: false))
            defer { place.close() }
            while let line = readLine() {
                guard let holder = PassCommands.holder(line) else {
                    throw UsageProblem(sentence: "Give `PASSPORT YYYY-MM-DD`, one a line.")
                }
                do {
                    let pass = try await place.desk.issuePass(
                        holder.number,
                        bornOn: holder.bornOn,
                        by: .operatorConsole
                    )
                    Console.print(pass.issued.text)
                } catch OperationFault.passRefused {
                    Console.print("refused")
                }
            }
        }
    }

    /// Passport number and birth date in a line; nil where it is none.
    fileprivate static func holder(_ line: String) -> (number: PassportNumber, bornOn: Day)? {
        let parts = line.split(separator: " ")
        guard parts.count == 2, let number = PassportNumber(String(parts[0])), let day = Day(String(parts[1]))
        else { return nil }
        return (number, day)
    }

    struct Key: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Prints the public keys by which this site's passes and slips are known.",
            discussion:
                "Give them to the other site by a way that you trust; it takes them by `kawal pass trust`."
        )

        @OptionGroup var site: SiteOptions

        func run() throws {
            let store = try SiteStore.open(folder: site.site, mode: .readOnly)
            defer { try? store.close() }
            for line in try store.passTrust().ownLines { Console.print(line) }
        }
    }

    struct Trust: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Trusts another site's keys, in place of those before; lines on standard input."
        )

        @OptionGroup var site: SiteOptions

        func run() throws {
            var lines: [String] = []
            while let line = readLine() { if !line.isEmpty { lines.append(line) } }
            let store = try SiteStore.open(folder: site.site, mode: .readOnly)
            defer { try? store.close() }
            try store.trustPassKeys(lines)
            Console.print("\(lines.count) keys trusted")
        }
    }

    struct Void: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Prints the signed list of this site's passes that were taken back.",
            discussion: "The other site takes it by `kawal pass take`. No number and no name stands in it."
        )

        @OptionGroup var site: SiteOptions

        func run() throws {
            let place = try Workplace.open(site, .readOnly)
            defer { place.close() }
            Console.print(String(try place.desk.passList().dropLast()))
        }
    }

    struct Take: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Takes in another site's list of void passes from a file; an earlier one is refused."
        )

        @Argument(help: "The file.") var file: String
        @OptionGroup var site: SiteOptions

        func run() throws {
            guard let bytes = FileManager.default.contents(atPath: file) else {
                throw InputProblem(sentence: "\(file) can't be read.")
            }
            let store = try SiteStore.open(folder: site.site, mode: .readOnly)
            defer { try? store.close() }
            try store.takePassList(String(decoding: bytes, as: UTF8.self))
            Console.print("taken")
        }
    }

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Reads the text of a pass or slip on standard input and says how it stands.",
            discussion:
                "With a second line `PASSPORT YYYY-MM-DD` it also says whether the pass is that holder's."
        )

        @OptionGroup var site: SiteOptions

        func run() throws {
            guard let text = readLine(), Desk.isPaper(text) else {
                throw UsageProblem(sentence: "Give the text of a pass or slip on standard input.")
            }
            let second = readLine().flatMap { $0.isEmpty ? nil : $0 }
            let holder = second.flatMap { PassCommands.holder($0) }
            guard (second == nil) == (holder == nil) else {
                throw UsageProblem(sentence: "Give `PASSPORT YYYY-MM-DD` as the second line, or none.")
            }
            let place = try Workplace.open(site, .readOnly)
            defer { place.close() }
            switch try place.desk.reading(of: text, beside: holder) {
            case .fault(let fault): Console.print(fault.rawValue)
            case .slip(let day, let issuer): Console.print("slip \(day) \(issuer ?? "own")")
            case .pass(let pass):
                Console.print(
                    "\(pass.state.rawValue) \(pass.holder.rawValue) \(pass.scheme.rawValue) \(pass.destination) "
                        + "\(pass.from) \(pass.until) \(pass.issuer ?? "own")"
                )
            }
        }
    }

    struct Rotate: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lets another key sign passes and slips from a day on; back up pass.key afterwards.",
            discussion:
                "Give the new key to the other site first: from that day on it knows no other of this site's passes."
        )

        @Option(help: "The first day of the new key.") var from: Day
        @OptionGroup var site: SiteOptions

        func run() throws {
            let zone = try SiteSettings.read(site: site.site, file: site.config).zone
            let store = try SiteStore.open(folder: site.site, mode: .readWrite(createIfAbsent: false))
            defer { try? store.close() }
            try store.rotatePassKey(since: from, today: Clock.now().day(zone: zone))
            for line in try store.passTrust().ownLines { Console.print(line) }
        }
    }
}
