import Exchange
import Operations
import Vocabulary

/// Asks the partner for the proofs of what it has taken (pengawas tanda terima).
///
/// The last message of each stream is asked for: its proof covers all before it. Under load a stream is asked every few seconds.
struct ReceiptWatch: Sendable {
    let line: PartnerLine
    let client: PartnerClient
    let check: ReceiptCheck
    let pace: CourierPace

    /// What is asked for in a stream, and when again.
    struct Asked {
        var message: UnprovenMessage
        var nextAt: Moment
    }

    init(_ line: PartnerLine, client: PartnerClient, pace: CourierPace) {
        self.line = line
        self.client = client
        self.pace = pace
        check = ReceiptCheck(
            log: line.partner.keys.log,
            witness: line.store.witnessKey,
            sender: line.side.name
        )
    }

    /// Works until it is cancelled.
    ///
    /// - Throws: `CancellationError`; `SiteFault`.
    func run() async throws {
        var asked: [String: Asked] = [:]
        while true {
            do {
                try await round(&asked)
                try await Task.sleep(for: .milliseconds(pace.receiptMilliseconds))
            } catch is PartnerClient.Unanswered {
                try await Task.sleep(for: .seconds(1))
            }
        }
    }

    /// Asks once in every stream where something is to be proven and its time has come.
    func round(_ asked: inout [String: Asked]) async throws {
        var proofs: [ExchangeProven.Proof] = []
        for head in try line.desk.site.read({ try $0.unproven() }) {
            let now = line.desk.now()
            // What is asked for stays, or a busy stream would run away from its own proof.
            let next = asked[head.stream] ?? Asked(message: head, nextAt: now)
            guard next.nextAt <= now else { continue }
            asked[head.stream] = next
            if let proof = try await ask(for: next.message) {
                proofs.append(proof)
                asked[head.stream] = Asked(message: head, nextAt: now.adding(seconds: pace.receiptSeconds))
                if head == next.message { asked[head.stream] = nil }
            } else if try await isLate(next.message) {
                asked[head.stream]?.nextAt = now.adding(seconds: pace.lateReceiptSeconds)
            }
        }
        guard !proofs.isEmpty else { return }
        try await line.desk.note(proven: proofs)
    }

    /// The proof of a message; nil while the partner has none to show, or shows none that holds.
    private func ask(for message: UnprovenMessage) async throws -> ExchangeProven.Proof? {
        let answer = try await client.ask("GET", ExchangePath.receipts + "/" + message.id)
        switch answer.status {
        case 200: break
        case 404:
            try await alarm("receipt-wrong", message, "the partner doesn't know what it took")
            return nil
        default: return nil
        }
        do throws(ReceiptCheck.Fault) {
            let size = try check.size(proving: message, by: answer.body)
            return ExchangeProven.Proof(stream: message.stream, sequence: message.sequence, size: size)
        } catch {
            try await alarm("receipt-wrong", message, "the receipt doesn't hold: \(error.rawValue)")
            return nil
        }
    }

    private func isLate(_ message: UnprovenMessage) async throws -> Bool {
        let desk = line.desk
        let seconds = desk.rules.limit("receipt_alarm_seconds", on: desk.today) ?? 300
        guard message.takenAt.adding(seconds: seconds) < desk.now() else { return false }
        try await alarm("receipt-late", message, "the partner proves nothing of what it took")
        return true
    }

    private func alarm(_ code: String, _ message: UnprovenMessage, _ finding: String) async throws {
        try await line.desk.alarm(code, stream: message.stream, message: message.id, finding: finding)
    }
}
