import ArgumentParser
import Operations
import SiteStore
import Vocabulary

/// `kawal ledger`: what the log holds, checked by a code path of its own.
struct LedgerCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger",
        abstract: "Shows and verifies the ledger.",
        subcommands: [Head.self, Verify.self]
    )

    struct Head: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Prints size and root of the ledger.")

        @OptionGroup var site: SiteOptions
        @OptionGroup var output: OutputOptions

        func run() throws {
            let store = try SiteStore.open(folder: site.site, mode: .readOnly)
            defer { try? store.close() }
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

    struct Verify: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Derives the root again from the data and compares everything.",
            discussion: "May run beside a server. Exit code 4 when something doesn't agree."
        )

        @OptionGroup var site: SiteOptions

        func run() throws {
            let store = try SiteStore.open(folder: site.site, mode: .readOnly)
            defer { try? store.close() }
            let progress = Progress("Verifying")
            let report = try store.verify { progress.note(done: Int($0), of: Int($1)) }
            progress.finish(done: Int(report.size), unit: "entries")
            guard report.isSound else {
                for finding in report.findings { Console.say("Damaged: \(finding)") }
                throw ExitStatus.siteUnavailable.exit
            }
            Console.print(
                "The ledger agrees: \(report.size) entries, root \(hexadecimal(report.root ?? []))."
            )
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
        let store = try SiteStore.open(folder: site.site, mode: .readWrite(createIfAbsent: false))
        defer { try? store.close() }
        let progress = Progress("Folding")
        var folded = 0
        try store.rebuild { done, total in
            folded = Int(done)
            progress.note(done: Int(done), of: Int(total))
        }
        progress.finish(done: folded, unit: "entries")
    }
}
