import ArgumentParser
import Ledger
import Operations
import SiteStore
import Vocabulary

/// `kawal ledger`: what the log holds, proven and checked by a code path of its own.
struct LedgerCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger",
        abstract: "Shows, proves, exports and verifies the ledger.",
        subcommands: [
            Head.self, Key.self, Prove.self, Export.self, Verify.self, Rotate.self, Cosigned.self,
            Alarms.self,
        ]
    )

    struct Head: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Prints size and root of the ledger, and the signed checkpoint."
        )

        @OptionGroup var site: SiteOptions
        @OptionGroup var output: OutputOptions
        @Flag(help: "Print the signed checkpoint alone, as others keep it.") var note = false

        func run() throws {
            let store = try SiteStore.open(folder: site.site, mode: .readOnly)
            defer { try? store.close() }
            if note { return Console.print(String(try store.checkpoint().description.dropLast())) }
            let head = try store.ledgerHead()
            let root = hexadecimal(head.root)
            if output.json {
                let last = head.lastAt.map { "\"\($0)\"" } ?? "null"
                Console.print(
                    #"{"size":\#(head.size),"root":"\#(root)","folded":\#(head.folded),"lastAt":\#(last)}"#
                )
            } else {
                Console.print("size \(head.size)\nroot \(root)\nviews folded up to \(head.folded)")
            }
        }
    }

    struct Key: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Prints the public key that the log's checkpoints are verified with.",
            discussion:
                "Give it to whoever checks the log, by a way that you trust; an export verified with it needs nothing else."
        )

        @OptionGroup var site: SiteOptions
        @Flag(help: "Print the key with which this site cosigns the partner's checkpoints instead.")
        var witness = false

        func run() throws {
            let store = try SiteStore.open(folder: site.site, mode: .readOnly)
            defer { try? store.close() }
            guard witness else { return store.logKeys.forEach { Console.print($0.description) } }
            guard let key = store.witnessKey else {
                throw UsageProblem(
                    sentence: "The site has no witness's key yet; start the server once, which makes it."
                )
            }
            Console.print(key)
        }
    }

    struct Rotate: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lets another key sign the log's checkpoints from now on.",
            discussion:
                "The present key states the next one, so that whoever trusts it goes on to trust the log. Back up log.key afterwards."
        )

        @OptionGroup var site: SiteOptions

        func run() async throws {
            let place = try Workplace.open(site, .readWrite(createIfAbsent: false))
            defer { place.close() }
            let key = try await place.store.rotateLogKey(by: Actor.operatorConsole.name, at: Clock.now())
            Console.print(key.description)
        }
    }

    struct Cosigned: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Prints the newest checkpoint that the partner has cosigned, or an entry's receipt under it.",
            discussion: "Whoever has both keys verifies either with `kawal ledger verify`, without this site."
        )

        @Argument(help: "The entry's index, for a receipt.") var index: UInt64?
        @OptionGroup var site: SiteOptions

        func run() throws {
            let store = try SiteStore.open(folder: site.site, mode: .readOnly)
            defer { try? store.close() }
            guard let head = try store.cosignedHead() else {
                throw UsageProblem(sentence: "The partner has cosigned no checkpoint of this ledger yet.")
            }
            guard let index else { return Console.print(String(head.note.dropLast())) }
            guard let receipt = try store.cosignedReceipt(for: index) else {
                throw UsageProblem(
                    sentence: "The partner has cosigned \(head.size) entries so far; ask later."
                )
            }
            Console.print(String(receipt.dropLast()))
        }
    }

    struct Prove: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Prints a proof: that an entry is in the ledger, or that the ledger continues an earlier one.",
            discussion: """
                With an index, c2sp.org/tlog-proof with the entry as extra data, so that it can be verified alone. With --since, \
                the way from the earlier size to the present checkpoint, as c2sp.org/tlog-witness takes it.
                """
        )

        @Argument(help: "The entry's index.") var index: UInt64?
        @Option(help: "A size that the ledger once had.") var since: UInt64?
        @OptionGroup var site: SiteOptions

        func validate() throws {
            guard (index == nil) != (since == nil) else {
                throw ValidationError("Name an entry's index, or an earlier size with --since.")
            }
        }

        func run() throws {
            let store = try SiteStore.open(folder: site.site, mode: .readOnly)
            defer { try? store.close() }
            let proof = try index.map(store.receipt(for:)) ?? since.map(store.continuation(of:)) ?? nil
            guard let proof else {
                throw UsageProblem(
                    sentence:
                        "The ledger is not that long; `kawal ledger head` tells how many entries there are."
                )
            }
            Console.print(String(proof.dropLast()))
        }
    }
}

/// `kawal rebuild`: folds every view again.
struct Rebuild: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Throws every view away and folds it again from the ledger."
    )

    @OptionGroup var site: SiteOptions

    func run() throws {
        let place = try Workplace.open(site, .readWrite(createIfAbsent: false))
        defer { place.close() }
        let progress = Progress("Folding")
        var folded = 0
        try place.store.rebuild { done, total in
            folded = Int(done)
            progress.note(done: Int(done), of: Int(total))
        }
        progress.finish(done: folded, unit: "entries")
    }
}
