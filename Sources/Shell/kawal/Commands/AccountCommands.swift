public import Vocabulary
public import ArgumentParser
import Operations
import SiteStore

extension Role: ExpressibleByArgument {}
extension KeyScope: ExpressibleByArgument {}
extension Authority: ExpressibleByArgument {}

/// `kawal account`: people's accounts, on the site's own machine.
struct AccountCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account",
        abstract: "Adds, lists, disables, enables and resets accounts (server stopped).",
        subcommands: [Add.self, List.self, Disable.self, Enable.self, Reset.self, Badge.self]
    )

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Adds an account and prints its one-time password, which is shown this once."
        )

        @Option(help: "The name to sign in with: 2 to 40 letters, digits, dots or dashes.")
        var name: String

        @Option(name: .customLong("role"), help: "A role; repeat for more.")
        var roles: [Role]

        @Option(help: "For which agency the person works, where the roles don't say it.")
        var agency: Authority?

        @OptionGroup var site: SiteOptions

        func run() async throws {
            let place = try Workplace.open(site, .readWrite(createIfAbsent: true))
            defer { place.close() }
            let password = try await place.desk.accounts.add(
                name: name,
                roles: Set(roles),
                agency: agency,
                by: .operatorConsole
            )
            Console.print(password)
            Console.say("One-time password of \(name.lowercased()); it must be changed at the first sign-in.")
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists the accounts.")

        @OptionGroup var site: SiteOptions

        func run() throws {
            let place = try Workplace.open(site, .readOnly)
            defer { place.close() }
            for account in try place.desk.accounts.all() {
                let roles = account.roles.map(\.rawValue).sorted().joined(separator: ",")
                let state =
                    account.isEnabled ? (account.mustChangePassword ? "one-time" : "enabled") : "disabled"
                Console.print("\(account.name)\t\(roles)\t\(state)")
            }
        }
    }

    struct Disable: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Disables an account.")

        @Option(help: "The account.")
        var name: String

        @OptionGroup var site: SiteOptions

        func run() async throws { try await AccountCommands.setEnabled(false, name, site) }
    }

    struct Enable: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Enables an account again.")

        @Option(help: "The account.")
        var name: String

        @OptionGroup var site: SiteOptions

        func run() async throws { try await AccountCommands.setEnabled(true, name, site) }
    }

    struct Reset: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Gives an account a new one-time password.")

        @Option(help: "The account.")
        var name: String

        @OptionGroup var site: SiteOptions

        func run() async throws {
            let place = try Workplace.open(site, .readWrite(createIfAbsent: false))
            defer { place.close() }
            Console.print(try await place.desk.accounts.resetPassword(of: name, by: .operatorConsole))
        }
    }

    struct Badge: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Notes until when an interviewer's training badge holds."
        )

        @Option(help: "The account.")
        var name: String

        @Option(help: "The last day of the badge, YYYY-MM-DD; without it the badge is taken away.")
        var until: String?

        @OptionGroup var site: SiteOptions

        func run() async throws {
            let day = until.flatMap { Day($0) }
            guard (day == nil) == (until == nil) else {
                throw ValidationError("--until is no day. Write it as YYYY-MM-DD.")
            }
            let place = try Workplace.open(site, .readWrite(createIfAbsent: false))
            defer { place.close() }
            try await place.desk.accounts.setBadge(until: day, of: name, by: .operatorConsole)
        }
    }

    private static func setEnabled(_ isEnabled: Bool, _ name: String, _ site: SiteOptions) async throws {
        let place = try Workplace.open(site, .readWrite(createIfAbsent: false))
        defer { place.close() }
        try await place.desk.accounts.setEnabled(isEnabled, of: name, by: .operatorConsole)
    }
}

/// `kawal key`: machines' keys, on the site's own machine.
struct KeyCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key",
        abstract: "Issues, lists and revokes keys of machines (server stopped).",
        subcommands: [Issue.self, List.self, Revoke.self]
    )

    struct Issue: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Issues a key and prints it, which is shown this once."
        )

        @Option(help: "Whose it is: an airline's code, an autogate.")
        var owner: String

        @Option(name: .customLong("scope"), help: "What it may do; repeat for more.")
        var scopes: [KeyScope]

        @Option(help: "The airline whose flights alone it may send and ask for: GA.")
        var carrier: String?

        @Option(help: "Days until it ends.")
        var days = 90

        @OptionGroup var site: SiteOptions

        func run() async throws {
            let place = try Workplace.open(site, .readWrite(createIfAbsent: true))
            defer { place.close() }
            Console.print(
                try await place.desk.keys.issue(
                    owner: owner,
                    scopes: Set(scopes),
                    validDays: days,
                    carrier: carrier,
                    by: .operatorConsole
                )
            )
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists the keys.")

        @OptionGroup var site: SiteOptions

        func run() throws {
            let place = try Workplace.open(site, .readOnly)
            defer { place.close() }
            for key in try place.desk.keys.all() {
                let scopes = key.scopes.map(\.rawValue).sorted().joined(separator: ",")
                Console.print(
                    "\(key.id)\t\(key.owner)\t\(scopes)\t\(key.expiresAt)\(key.isRevoked ? "\trevoked" : "")"
                )
            }
        }
    }

    struct Revoke: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Revokes a key.")

        @Argument(help: "The public part of the key.")
        var id: String

        @OptionGroup var site: SiteOptions

        func run() async throws {
            let place = try Workplace.open(site, .readWrite(createIfAbsent: false))
            defer { place.close() }
            try await place.desk.keys.revoke(id: id, by: .operatorConsole)
        }
    }
}
