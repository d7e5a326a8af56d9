import ArgumentParser
import Operations
import Partner
import SiteStore
import Vocabulary

extension Measure {
    /// Loads the partner's door in the name of a site.
    struct Exchanging: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "exchange",
            abstract: "Sends signed messages to a site's partner and times its answers and receipts.",
            discussion: "Both sites are served meanwhile; the messages are in streams of their own."
        )

        @Option var messages = 10_000
        @Option(help: "Messages a second, or `max`.") var rate = "max"
        @Option(help: "Connections, with a stream each.") var connections = 16
        @Option(help: "How many messages are asked for their receipt.") var receipts = 0
        @OptionGroup var site: SiteOptions

        func validate() throws {
            let isRate = rate == "max" || Double(rate).map { $0 > 0 && $0.isFinite } == true
            guard messages > 0, connections > 0, receipts >= 0, isRate else {
                throw ValidationError(
                    "Name at least one message and connection, a rate or `max`, and no less than 0 receipts."
                )
            }
        }

        func run() async throws {
            let place = try Workplace.open(site, .readOnly)
            defer { place.close() }
            guard let setting = place.settings.exchange, let line = try place.partnerLine() else {
                throw Workplace.noExchange
            }
            let load = ExchangeBench.Load(
                messages: messages,
                rate: Double(rate),
                connections: connections,
                receipts: receipts
            )
            let bench = try ExchangeBench(line, authority: setting.partnerAddress, load: load) {
                Clock.identifier(Clock.now())
            }
            Measure.tell(all: try await bench.run().sorted { $0.key < $1.key })
        }
    }
}
