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
                    if line.carrier != nil { head = try await recovered(from: head) }
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
                // A sealed body is another each time: what may have arrived must be asked for, not sent again.
                if line.carrier != nil { isKnown = false }
                logger.error("Courier", metadata: ["error": "\(type(of: error))"])
                try await Task.sleep(for: .seconds(1))
            }
        }
    }

    /// Brings one message; nil where something else now stands in its place.
    private func bring(_ waiting: WaitingMessage, after head: StreamHead) async throws -> StreamHead? {
        guard let message = waiting.message, let parcel = try parcel(of: message, after: head) else {
            try await line.desk.skip(waiting, for: .erased)
            return nil
        }
        for attempt in 0... {
            switch try await outcome(of: parcel, since: waiting.since) {
            case .taken(let index, let carrierHash):
                latencies.note(since: waiting.since, at: line.desk.now())
                let hash = parcel.envelope.hash
                notes.add(
                    ExchangeDelivered.Receipt(
                        id: message.id,
                        stream: stream.text,
                        sequence: waiting.sequence,
                        hash: Data(hash),
                        index: index,
                        carrierHash: carrierHash
                    )
                )
                return StreamHead(sequence: waiting.sequence, hash: hash)
            case .refused(let code) where message.type == StreamWorker.skipType:
                // A skip can't be skipped: both sides' people have to look.
                try await line.desk.alarm(
                    "skip-refused",
                    stream: stream.text,
                    message: message.id,
                    finding: "the partner refuses a skip: \(code)"
                )
                try await Task.sleep(for: .seconds(pace.longestRetrySeconds))
            case .refused(let code):
                try await line.desk.skip(waiting, for: .refused, code: code)
                return nil
            case .again(let seconds):
                if message.type != StreamWorker.skipType,
                    line.desk.now() > waiting.since.adding(seconds: pace.givesUpAfterHours * 3600)
                {
                    try await line.desk.skip(waiting, for: .late)
                    return nil
                }
                let longest = pace.longestWait(beforeAttempt: attempt)
                try await Task.sleep(for: .seconds(seconds ?? Double.random(in: 0...longest)))
            }
        }
        return nil
    }

    private static let skipType = "stream.skip/1"

    private enum Outcome {
        case taken(index: UInt64, carrierHash: String?)
        case refused(code: String)
        case again(afterSeconds: Double?)
    }

    private func outcome(of parcel: Parcel, since: Moment) async throws -> Outcome {
        while let wait = breaker.wait(at: .now) { try await Task.sleep(for: wait) }
        let envelope = parcel.envelope
        var record = OperationalRecord(.client, requestInAt: since)
        record.requestOutAt = line.desk.now()
        let sent: PartnerClient.Sent
        do {
            sent = try await client.send(envelope, body: parcel.body, officer: parcel.officer)
        } catch let unanswered as PartnerClient.Unanswered {
            breaker.failed(at: .now)
            record.write(envelope, requestSize: parcel.body.count, answer: nil, at: line.desk.now(), logger)
            guard case .later(let seconds) = unanswered else { return .again(afterSeconds: nil) }
            return .again(afterSeconds: Double(seconds))
        }
        breaker.succeeded()
        let answer = sent.answer
        record.write(envelope, requestSize: parcel.body.count, answer: answer, at: line.desk.now(), logger)
        switch answer.status {
        case 200..<300:
            guard let index = answer.logIndex else { return .again(afterSeconds: nil) }
            return .taken(index: index, carrierHash: sent.carrierHash)
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
