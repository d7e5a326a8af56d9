import ArgumentParser

/// The command line: the only place where store, clock and partner are chosen.
@main
struct Kawal: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kawal",
        abstract: "Accompanies and guards: joins Immigration's records with the registry of migrant workers.",
        version: Version.text,
        subcommands: [
            Demo.self, Serve.self, Synthesize.self, IntakeFiles.self, Screen.self, Receive.self, Read.self,
            LinkFiles.self, WriteLabels.self, Report.self,
            LedgerCommands.self, Rebuild.self, Backup.self, Restore.self, AccountCommands.self,
            KeyCommands.self, PassCommands.self, ExchangeCommands.self, Connect.self, RunSandbox.self,
            Erase.self,
            RetentionCommands.self,
            OpenReleases.self, Lists.self, Measure.self,
        ]
    )

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            ExitStatus.leave(with: error)
        }
    }
}

/// What this program is.
enum Version {
    /// The version, as the changelog names it.
    static let text = "0.1.0"
}
