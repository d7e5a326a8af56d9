import ArgumentParser
import ClusterLedger
import Foundation
import Intake
import Operations
import SiteStore
import Vocabulary

/// `kawal measure`: times pieces of the work inside the process; for `make bench`, hidden from help.
struct Measure: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Times pieces of the work; prints one JSON object.",
        shouldDisplay: false,
        subcommands: [
            Messages.self, Zones.self, Appending.self, Acknowledging.self, Growing.self, Proving.self,
            LinkingOne.self, Cases.self, Cosigning.self, LookUp.self, Mutants.self, Exchanging.self,
        ]
    )

    /// Runs work again and again for a time and says how often it ran, in how many seconds.
    static func repeatedly(seconds: Double, _ work: () throws -> Void) rethrows -> (
        runs: Int, seconds: Double
    ) {
        try work()
        let clock = ContinuousClock()
        let start = clock.now
        var runs = 0
        repeat {
            try work()
            runs += 1
        } while start.duration(to: clock.now).inSeconds < seconds
        return (runs, start.duration(to: clock.now).inSeconds)
    }

    static func tell(_ figures: KeyValuePairs<String, Double>) { tell(all: Array(figures)) }

    static func tell(all figures: [(key: String, value: Double)]) {
        let members = figures.map { "\"\($0.key)\":\($0.value.isFinite ? String($0.value) : "null")" }
        Console.print("{" + members.joined(separator: ",") + "}")
    }

    struct Messages: ParsableCommand {
        @Argument(help: "A file of passenger lists.")
        var file: String

        @Option var seconds = 3.0

        func run() throws {
            let bytes = try FoundFile.bytes(at: file)
            let day = Clock.now().day(zone: 420)
            var persons = 0
            let (runs, seconds) = Measure.repeatedly(seconds: self.seconds) {
                persons = 0
                bytes.withUnsafeBufferPointer { bytes in
                    var feed = MessageFeed(source: file, on: day)
                    feed.feed(bytes, isLast: true) { persons += $0.heading.counted.persons ?? 0 }
                }
            }
            let megabytes = Double(bytes.count * runs) / 1e6
            Measure.tell([
                "megabytesPerSecond": megabytes / seconds,
                "personsPerSecond": Double(persons * runs) / seconds,
                "persons": Double(persons),
            ])
        }
    }

    struct Zones: ParsableCommand {
        @Option var seconds = 3.0

        func run() throws {
            let lines = [
                "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
                "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
            ]
            let text = Array(lines.joined(separator: "\n").utf8)
            let reader = ZoneReader(on: Clock.now().day(zone: 420))
            var valid = 0
            let (runs, seconds) = text.withUnsafeBufferPointer { text in
                Measure.repeatedly(seconds: self.seconds) {
                    for _ in 0..<1000 where reader.readOne(text).isValid { valid += 1 }
                }
            }
            Measure.tell(["zonesPerSecond": Double(runs * 1000) / seconds, "valid": Double(valid)])
        }
    }

    struct Appending: AsyncParsableCommand {
        @Option(help: "A new folder for the site.")
        var folder: String

        @Option(help: "Commands at one time.")
        var tasks = 64

        @Option var seconds = 3.0

        func run() async throws {
            let store = try SiteStore.open(folder: folder, mode: .readWrite(createIfAbsent: true))
            defer { try? store.close() }
            let clock = ContinuousClock()
            let start = clock.now
            let limit = seconds
            let appended = try await withThrowingTaskGroup(of: Int.self) { group in
                for task in 0..<tasks {
                    group.addTask {
                        var count = 0
                        while start.duration(to: clock.now).inSeconds < limit {
                            try await Measure.append(to: store, number: task * 1_000_000 + count)
                            count += 1
                        }
                        return count
                    }
                }
                return try await group.reduce(0, +)
            }
            Measure.tell(["entriesPerSecond": Double(appended) / start.duration(to: clock.now).inSeconds])
        }
    }

    struct Growing: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lets a site's ledger grow to a number of entries, as fast as it can."
        )

        @Option var folder: String
        @Option var entries: UInt64

        func run() async throws {
            let store = try SiteStore.open(folder: folder, mode: .readWrite(createIfAbsent: true))
            defer { try? store.close() }
            let progress = Progress("Appending")
            while case let size = try store.ledgerHead().size, size < entries {
                let numbers = Int(size)..<Int(min(entries, size + 10_000))
                try await store.commit { _ in
                    Decision(numbers.map { Measure.draft($0, at: Clock.now()) }, answer: ())
                }
                progress.note(done: numbers.upperBound, of: Int(entries))
            }
            progress.finish(done: Int(entries), unit: "entries")
        }
    }

    struct Proving: ParsableCommand {
        @Option var seconds = 3.0
        @OptionGroup var site: SiteOptions

        func run() throws {
            let store = try SiteStore.open(folder: site.site, mode: .readOnly)
            defer { try? store.close() }
            let size = try store.ledgerHead().size
            guard size > 0 else { throw UsageProblem(sentence: "The site's ledger is empty.") }
            var index: UInt64 = 0
            let (runs, seconds) = try Measure.repeatedly(seconds: self.seconds) {
                // A stride that meets every part of the ledger.
                index = (index &+ 7_919) % size
                _ = try store.receipt(for: index)
            }
            Measure.tell(["millisecondsPerProof": seconds * 1000 / Double(runs), "entries": Double(size)])
        }
    }

    struct Acknowledging: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Appends entries from several tasks and prints each one's actor once it is durable."
        )

        @Option var folder: String
        @Option var count = Int.max
        @Option(help: "A shared ledger, as libpq names it.") var ledger: String?
        @Option(help: "What the actors' names begin with, so that runs are told apart.") var run = "m"

        func run() async throws {
            let store = try SiteStore.open(
                folder: folder,
                mode: .readWrite(createIfAbsent: true),
                sharing: ledger.map { ClusterLedger($0) }
            )
            defer { try? store.close() }
            let (count, prefix) = (count, self.run)
            try await withThrowingTaskGroup { group in
                for task in 0..<4 {
                    group.addTask {
                        for number in stride(from: task, to: count, by: 4) {
                            let actor = "\(prefix)-\(number)"
                            try await Measure.append(to: store, number: number, by: actor)
                            let isWaiting = try store.ledgerHead().sharing?.cutFor != nil
                            // Unbuffered: whoever kills this process has read what was acknowledged.
                            let line = isWaiting ? actor + " waiting\n" : actor + "\n"
                            FileHandle.standardOutput.write(Data(line.utf8))
                        }
                    }
                }
                try await group.waitForAll()
            }
        }
    }

    /// Appends one small durable entry.
    private static func append(to store: SiteStore, number: Int, by actor: String = "measure") async throws {
        let at = Clock.now()
        try await store.commit { _ in Decision([draft(number, at: at, by: actor)], answer: ()) }
    }

    static func draft(_ number: Int, at moment: Moment, by actor: String = "measure") -> EntryDraft {
        let withdrawn = ReferralWithdrawn(id: "measure-\(number)", reason: "measure")
        return EntryDraft(.referralWithdrawn(withdrawn), at: moment, actor: actor, purpose: "measure")
    }
}

extension Duration {
    /// The duration in seconds.
    var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
