import Exchange
package import Logging
package import Operations
import ServiceLifecycle

/// Brings this side's messages to the partner (kurir): gathers what happened, sends each stream in order, notes what was taken.
package struct Courier: Service {
    let line: PartnerLine
    let client: PartnerClient
    let pace: CourierPace
    let logger: Logger
    /// How long messages lately took.
    package let latencies = CourierLatencies()
    private let lets: WitnessStanding.Lets
    private let breaker: Breaker
    private let notes: DeliveryNotes
    private let bell = Bell()

    /// A courier.
    package init(
        _ line: PartnerLine,
        client: PartnerClient,
        pace: CourierPace,
        logger: Logger,
        lets: @escaping WitnessStanding.Lets = { _ in true }
    ) {
        self.line = line
        self.client = client
        self.pace = pace
        self.logger = logger
        self.lets = lets
        breaker = Breaker(pace)
        notes = DeliveryNotes(line.desk)
    }

    /// Whether the partner can't be reached just now.
    package var isCut: Bool { breaker.isOpen }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            await withTaskGroup(of: Void.self) { group in
                for name in ExchangeSide.streams {
                    guard let stream = StreamName(name) else { continue }
                    group.addTask { try? await worker(stream).run() }
                }
                group.addTask { await gather() }
                group.addTask { await write() }
                group.addTask { await witness() }
                group.addTask { await again(every: .seconds(1)) { try await receipts.run() } }
                group.addTask { await again(every: .seconds(20)) { try await line.desk.noteSilence() } }
                group.addTask {
                    await again(every: .milliseconds(pace.digestMilliseconds)) {
                        // A digest that still waits is older than the reconnection, which goes on being due.
                        guard try await line.desk.tellDigest(isReconnected: breaker.isReconnected) else {
                            return
                        }
                        breaker.reconnectionIsTold()
                    }
                }
                await group.waitForAll()
            }
            // What the partner has taken last is noted before leaving; a crash here costs a repeat.
            try? await notes.write()
            await client.close()
        }
    }

    private var receipts: ReceiptWatch { ReceiptWatch(line, client: client, pace: pace) }

    private func worker(_ stream: StreamName) -> StreamWorker {
        StreamWorker(
            stream: stream,
            line: line,
            client: client,
            breaker: breaker,
            pace: pace,
            notes: notes,
            bell: bell,
            latencies: latencies,
            logger: logger,
            lets: lets
        )
    }

    /// Looks at the ledger where it has grown since the last look; wakes the streams where it has, for whatever was queued by whom.
    private func gather() async {
        var seen: UInt64?
        var told: ContinuousClock.Instant?
        await again(every: .milliseconds(pace.gatheringMilliseconds)) {
            let size = try line.desk.site.ledgerHead().size
            let now = ContinuousClock.now
            let isDue = told.map { $0 + .seconds(1) <= now } ?? true
            guard size != seen || isDue else { return }
            if size != seen {
                while try await line.desk.gather() { bell.ring() }
                seen = size
                bell.ring()
            }
            try await line.desk.tellHowFar(everySeconds: pace.tellingSeconds)
            told = now
        }
    }

    private func write() async {
        await again(every: .milliseconds(200)) { try await notes.write() }
    }

    /// Lets the partner cosign this site's log, twice a second while it grows.
    private func witness() async {
        guard let key = line.partner.keys.witness else { return }
        let round = CosigningRound(site: line.store, witness: [key])
        await again(every: .milliseconds(500)) {
            do {
                let outcome = try await round.make(at: line.desk.now()) { body in
                    try await client.cosign(body)
                }
                guard case .wentBack = outcome else { return }
                try await line.desk.alarm(
                    "own-log-behind",
                    stream: nil,
                    finding: "the witness knows a longer log"
                )
            } catch is PartnerClient.Unanswered {
                try await Task.sleep(for: .seconds(2))
            }
        }
    }

    private func again(every interval: Duration, _ work: () async throws -> Void) async {
        while !Task.isCancelled {
            do {
                try await work()
                try await Task.sleep(for: interval)
            } catch is CancellationError {
                return
            } catch {
                logger.error("Courier", metadata: ["error": "\(type(of: error))"])
                try? await Task.sleep(for: .seconds(1))
            }
        }
    }
}
