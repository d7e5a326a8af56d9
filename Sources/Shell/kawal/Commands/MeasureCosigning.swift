import ArgumentParser
import Operations
import SiteStore
import Vocabulary

extension Measure {
    struct Cosigning: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Times rounds of cosigning between a site and a new one, while the site's ledger grows."
        )

        @Option(help: "The site whose log is cosigned; `kawal measure growing` makes one.") var folder: String
        @Option(help: "A new folder for the witness.") var witness: String
        @Option var rounds = 50
        @Option(help: "Entries that come between two rounds.") var entries = 500

        func validate() throws {
            guard rounds > 0, entries > 0 else {
                throw ValidationError("Name at least one round and one entry.")
            }
        }

        func run() async throws {
            let log = try SiteStore.open(folder: folder, mode: .readWrite(createIfAbsent: false))
            let other = try SiteStore.open(folder: witness, mode: .readWrite(createIfAbsent: true))
            defer { for site in [log, other] { try? site.close() } }
            let keys = [other.witnessKey].compactMap(\.self)
            let partner = PartnerLog(keys: log.checkpointKeys)
            let clock = ContinuousClock()
            var offering: [Double] = []
            var cosigning: [Double] = []
            var keeping: [Double] = []
            var proving: [Double] = []
            for round in 0...rounds {
                let numbers = 0..<entries
                try await log.commit { _ in
                    Decision(numbers.map { Measure.draft($0, at: Clock.now()) }, answer: ())
                }
                // The first round goes from nothing, or from what another run has had cosigned.
                let known: UInt64? = round == 0 ? 0 : nil
                let start = clock.now
                let offer = try log.checkpointToCosign(from: known)
                let offered = clock.now
                let answer = try await other.cosign(offer.body, of: partner, at: Clock.now())
                let cosigned = clock.now
                guard answer.status == 200 else {
                    throw UsageProblem(
                        sentence: "The witness answers \(answer.status); name a new folder for it."
                    )
                }
                try await log.keep(cosignatures: answer.bytes, of: offer, by: keys, at: Clock.now())
                let kept = clock.now
                _ = try log.cosignedReceipt(for: offer.size - 1)
                guard round > 0 else { continue }
                offering.append(start.duration(to: offered).inSeconds * 1000)
                cosigning.append(offered.duration(to: cosigned).inSeconds * 1000)
                keeping.append(cosigned.duration(to: kept).inSeconds * 1000)
                proving.append(kept.duration(to: clock.now).inSeconds * 1000)
            }
            func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
            Measure.tell([
                "entries": Double(try log.ledgerHead().size),
                "offerMilliseconds": median(offering), "cosignMilliseconds": median(cosigning),
                "keepMilliseconds": median(keeping), "receiptMilliseconds": median(proving),
                "longestRoundMilliseconds": zip(zip(offering, cosigning), keeping)
                    .map { $0.0 + $0.1 + $1 }.max() ?? 0,
            ])
        }
    }
}
