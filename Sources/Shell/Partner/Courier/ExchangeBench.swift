import Crypto
import Exchange
import Foundation
import Operations
import Synchronization
import Vocabulary

/// Loads a partner's door with signed messages and times the answers; for `kawal measure exchange`.
package final class ExchangeBench: Sendable {
    /// How much is sent.
    package struct Load: Sendable {
        package var messages: Int
        /// Messages a second, evenly spread; nil for as many as go.
        package var rate: Double?
        /// Connections, on each of which one stream is sent in order.
        package var connections: Int
        /// How many of the messages are asked for their receipt as soon as they are taken.
        package var receipts: Int

        /// A load.
        package init(messages: Int, rate: Double?, connections: Int, receipts: Int) {
            self.messages = messages
            self.rate = rate
            self.connections = connections
            self.receipts = receipts
        }
    }

    private let line: PartnerLine
    private let client: PartnerClient
    private let load: Load
    private let makeIdentifier: @Sendable () -> String
    private let found = Mutex(Found())

    private struct Found {
        var milliseconds: [Double] = []
        var receipts: [Double] = []
        var refusals = 0
        /// Seconds from the first message to the last answer.
        var span = 0.0
    }

    /// A bench against the partner of a line.
    ///
    /// - Throws: `NIOSSLError` where a certificate can't be read.
    package init(
        _ line: PartnerLine,
        authority: String,
        load: Load,
        makeIdentifier: @escaping @Sendable () -> String
    ) throws {
        self.line = line
        self.load = load
        self.makeIdentifier = makeIdentifier
        client = try PartnerClient(line, authority: authority, connections: load.connections + 4)
    }
}

extension ExchangeBench {
    /// Sends the load and gives the figures; milliseconds are from the moment at which a message was due to its verified answer.
    ///
    /// - Throws: What sending throws, `CancellationError`.
    package func run() async throws -> [String: Double] {
        let clock = ContinuousClock()
        // A handshake is no message.
        for _ in 0..<3 { _ = try? await client.ask("GET", ExchangePath.health) }
        let start = clock.now
        let mark = makeIdentifier().suffix(6)
        try await withThrowingTaskGroup { group in
            for number in 0..<load.connections {
                group.addTask { [self] in
                    try await send(String(mark), number, since: start, clock)
                }
            }
            try await group.waitForAll()
        }
        await client.close()
        return found.withLock { found in
            let span = found.span
            var figures = [
                "messages": Double(found.milliseconds.count), "refusals": Double(found.refusals),
                "seconds": span, "messagesPerSecond": Double(found.milliseconds.count) / max(span, 0.001),
            ]
            figures.merge(ExchangeBench.quantiles(found.milliseconds, "milliseconds")) { $1 }
            figures.merge(ExchangeBench.quantiles(found.receipts, "receiptMilliseconds")) { $1 }
            figures["receipts"] = Double(found.receipts.count)
            return figures
        }
    }

    /// Sends every message of one stream, in order.
    private func send(
        _ mark: String,
        _ number: Int,
        since start: ContinuousClock.Instant,
        _ clock: ContinuousClock
    ) async throws {
        guard let stream = StreamName("bench-\(mark)-\(number)"), let type = MessageType("placement.shared/1")
        else { return }
        var head = StreamHead.start
        let every = max(1, load.messages / max(1, load.receipts))
        try await withThrowingTaskGroup(of: Void.self) { receipts in
            for place in stride(from: number, to: load.messages, by: load.connections) {
                var due = clock.now
                if let rate = load.rate {
                    due = start + .seconds(Double(place) / rate)
                    try await clock.sleep(until: due)
                }
                let body = ExchangeBench.body(of: place, mark, type)
                let envelope = Envelope(
                    id: makeIdentifier(),
                    sender: line.side.name,
                    audience: line.side.partner,
                    stream: stream,
                    sequence: head.sequence + 1,
                    previous: head.hash,
                    type: type,
                    purpose: "clear-worker",
                    digest: [UInt8](SHA256.hash(data: body))
                )
                let answer = try await client.send(envelope, body: body).answer
                let spent = ExchangeBench.milliseconds(due.duration(to: clock.now))
                let end = ExchangeBench.milliseconds(start.duration(to: clock.now)) / 1000
                guard answer.status == 200 else {
                    found.withLock { $0.refusals += 1 }
                    return
                }
                found.withLock {
                    $0.milliseconds.append(spent)
                    $0.span = max($0.span, end)
                }
                head = StreamHead(sequence: head.sequence + 1, hash: envelope.hash)
                if load.receipts > 0, place % every == 0 {
                    receipts.addTask { [self] in try await ask(for: envelope.id, since: due, clock) }
                }
            }
            try await receipts.waitForAll()
        }
    }

    /// Asks for a receipt until the partner has one that this side's witness has cosigned.
    private func ask(for id: String, since due: ContinuousClock.Instant, _ clock: ContinuousClock)
        async throws
    {
        while due.duration(to: clock.now) < .seconds(60) {
            let answer = try await client.ask("GET", ExchangePath.receipts + "/" + id)
            if answer.status == 200 {
                let spent = ExchangeBench.milliseconds(due.duration(to: clock.now))
                return found.withLock { $0.receipts.append(spent) }
            }
            try await clock.sleep(for: .milliseconds(50))
        }
        found.withLock { $0.receipts.append(60_000) }
    }

    /// A placement as the ministry tells it, of an invented person; another one in each run.
    private static func body(of number: Int, _ mark: String, _ type: MessageType) -> [UInt8] {
        let serial = String(1_000_000 + number)
        let members = [
            "placement_id": "PL-\(mark)-\(serial)",
            "nik": "332105210198\(String(10_001 + number % 9_998).suffix(4))",
            "name": "REKAAN CONTOH", "born_on": "1998-01-21", "passport_no": "X\(serial)", "scheme": "ptop",
            "agency_licence": "P3MI-9006", "job_order_no": "JO-90045", "employer": "Rekaan Industries 1045",
            "employer_kind": "company", "destination": "MYS", "position": "Pekerja perkebunan",
            "visa_no": "V\(serial)", "visa_kind": "work", "visa_until": "2028-06-03",
            "contract_from": "2025-03-24", "contract_until": "2028-07-24", "insurance_no": "JS\(serial)",
            "insurance_until": "2028-08-23", "placement_file": "yes", "competence_no": "LSP-\(serial)",
            "placement_agreement_no": "PP-\(serial)", "agreed_on": "2024-11-16",
            "orientation_on": "2025-03-15", "card_no": "KPMI-\(serial)", "card_until": "2028-07-24",
            "status": "carded",
        ]
        let salt = (0..<32).map { _ in UInt8.random(in: .min ... .max) }
        let payload = CanonicalJSON.object(members.mapValues { .string($0) })
        return MessageBody(type: type, salt: salt, officer: nil, payload: payload).bytes
    }

    private static func quantiles(_ values: [Double], _ name: String) -> [String: Double] {
        guard !values.isEmpty else { return [:] }
        let sorted = values.sorted()
        return [
            name + "50": sorted[sorted.count / 2],
            name + "99": sorted[min(sorted.count - 1, sorted.count * 99 / 100)],
            name + "Longest": sorted[sorted.count - 1],
        ]
    }

    private static func milliseconds(_ duration: Duration) -> Double {
        Double(duration.components.seconds) * 1000 + Double(duration.components.attoseconds) / 1e15
    }
}
