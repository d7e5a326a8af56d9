import Crypto
import Exchange
import Foundation
import Logging
import Operations
import Vocabulary

/// Brings the messages of one stream, in order, one after the other.
struct StreamWorker: Sendable {
    let stream: StreamName
    let line: PartnerLine
    let client: PartnerClient
    let breaker: Breaker
    let pace: CourierPace
    let notes: DeliveryNotes
    let bell: Bell
    let latencies: CourierLatencies
    let logger: Logger

    /// Works until it is cancelled.
    ///
    /// - Throws: `CancellationError`.
    func run() async throws {
        var head = StreamHead.start
        var isKnown = false
        while true {
            do {
                if !isKnown {
                    head = try line.desk.site.read { try $0.streamHead(.out, stream.text) }
                    isKnown = true
                }
                let waiting = try line.desk.site.read {
                    try $0.waitingMessages(in: stream.text, from: head.sequence + 1, limit: 32)
                }
                if waiting.isEmpty {
                    await bell.wait(atMost: .milliseconds(500))
                    try Task.checkCancellation()
                }
                for message in waiting {
                    guard message.sequence == head.sequence + 1 else { break }
                    guard let next = try await bring(message, after: head) else { break }
                    head = next
                }
            } catch let error as CancellationError {
                throw error
            } catch {
                logger.error("Courier", metadata: ["error": "\(type(of: error))"])
                try await Task.sleep(for: .seconds(1))
            }
        }
    }

    /// Brings one message; nil where something else now stands in its place.
    private func bring(_ waiting: WaitingMessage, after head: StreamHead) async throws -> StreamHead? {
        guard let message = waiting.message, let type = MessageType(message.type) else {
            try await line.desk.skip(waiting, for: .erased)
            return nil
        }
        let body = [UInt8](message.body.utf8)
        let envelope = Envelope(
            id: message.id,
            sender: line.side.name,
            audience: line.side.partner,
            stream: stream,
            sequence: waiting.sequence,
            previous: head.hash,
            type: type,
            purpose: message.purpose,
            digest: [UInt8](SHA256.hash(data: body))
        )
        for attempt in 0... {
            switch try await outcome(of: envelope, body) {
            case .taken(let index):
                latencies.note(since: waiting.since, at: line.desk.now())
                let hash = envelope.hash
                notes.add(
                    ExchangeDelivered.Receipt(
                        id: message.id,
                        stream: stream.text,
                        sequence: waiting.sequence,
                        hash: Data(hash),
                        index: index
                    )
                )
                return StreamHead(sequence: waiting.sequence, hash: hash)
            case .refused(let code):
                try await line.desk.skip(waiting, for: .refused, code: code)
                return nil
            case .again(let seconds):
                if line.desk.now() > waiting.since.adding(seconds: pace.givesUpAfterHours * 3600) {
                    try await line.desk.skip(waiting, for: .late)
                    return nil
                }
                let longest = pace.longestWait(beforeAttempt: attempt)
                try await Task.sleep(for: .seconds(seconds ?? Double.random(in: 0...longest)))
            }
        }
        return nil
    }

    private enum Outcome {
        case taken(index: UInt64)
        case refused(code: String)
        case again(afterSeconds: Double?)
    }

    private func outcome(of envelope: Envelope, _ body: [UInt8]) async throws -> Outcome {
        while let wait = breaker.wait(at: .now) { try await Task.sleep(for: wait) }
        let answer: VerifiedAnswer
        do {
            answer = try await client.send(envelope, body: body)
        } catch let unanswered as PartnerClient.Unanswered {
            breaker.failed(at: .now)
            guard case .later(let seconds) = unanswered else { return .again(afterSeconds: nil) }
            return .again(afterSeconds: Double(seconds))
        }
        breaker.succeeded()
        switch answer.status {
        case 200..<300:
            guard let index = answer.logIndex else { return .again(afterSeconds: nil) }
            return .taken(index: index)
        case 408, 425, 429, 500...: return .again(afterSeconds: nil)
        default:
            let code = (try? CanonicalJSON(answer.body))?["code"]?.text ?? "unknown"
            switch code {
            // Nothing is wrong with the message: both sides have to do something first.
            case "agreement-unsigned": return .again(afterSeconds: 2)
            case "sequence-gap":
                try await line.desk.alarm(
                    code,
                    stream: stream.text,
                    finding: "sent \(envelope.sequence), expected \(answer.expectedSequence ?? 0)"
                )
                return .again(afterSeconds: pace.longestRetrySeconds)
            default: return .refused(code: code)
            }
        }
    }
}
