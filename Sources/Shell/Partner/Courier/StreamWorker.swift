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
    /// Whether messages of an impact may go just now, by the partner's witness.
    let lets: WitnessStanding.Lets

    /// Where the stream stands, and what has come of its next message so far.
    struct Place {
        var head: StreamHead
        /// How often it was tried.
        var attempts = 0
        /// Since when the partner answers that it be tried again; nil where it was never reached, which costs no message.
        var triedSince: Moment?
        /// What was sealed once, and goes as the same bytes.
        var parcel: Parcel?

        init(after head: StreamHead) { self.head = head }

        /// Counts an attempt; whether the partner has now answered for too long that it be tried again.
        mutating func isOver(isAnswered: Bool, at now: Moment, hours: Int) -> Bool {
            attempts += 1
            if isAnswered { triedSince = triedSince ?? now }
            return triedSince.map { $0.adding(seconds: hours * 3600) < now } ?? false
        }
    }

    /// Works until it is cancelled.
    ///
    /// - Throws: `CancellationError`.
    func run() async throws {
        var known: Place?
        while true {
            do {
                var place: Place
                if let known { place = known } else { place = try await start() }
                known = place
                try await step(&place)
                known = place
            } catch let error as CancellationError {
                throw error
            } catch {
                // A sealed body is another each time: what may have arrived must be asked for, not sent again.
                if line.carrier != nil { known = nil }
                logger.error("Courier", metadata: ["error": "\(type(of: error))"])
                try await Task.sleep(for: .seconds(1))
            }
        }
    }

    private func start() async throws -> Place {
        let head = try line.desk.site.read { try $0.streamHead(.out, stream.text) }
        return Place(after: line.carrier == nil ? head : try await recovered(from: head))
    }

    /// Tries the next message once, as it stands now: its words may have been erased since the last time.
    private func step(_ place: inout Place) async throws {
        guard let waiting = try next(after: place.head) else {
            await bell.wait(atMost: .milliseconds(500))
            return try Task.checkCancellation()
        }
        guard let message = waiting.message else { return try await giveUp(waiting, for: .erased, &place) }
        guard try mayGo(message) else { return try await Task.sleep(for: .milliseconds(500)) }
        guard let parcel = try place.parcel ?? parcel(of: message, after: place.head) else {
            return try await giveUp(waiting, for: .erased, &place)
        }
        if let wait = breaker.wait(at: .now) { return try await Task.sleep(for: wait) }
        place.parcel = parcel
        switch try await outcome(of: parcel, since: waiting.since) {
        case .taken(let index, let carrierHash):
            latencies.note(since: waiting.since, at: line.desk.now())
            place = note(
                waiting,
                message.id,
                hash: parcel.envelope.hash,
                index: index,
                carrierHash: carrierHash
            )
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
            place = Place(after: place.head)
        case .unfit(let seconds): try await Task.sleep(for: .seconds(seconds))
        case .again(let seconds, let isAnswered):
            let longest = pace.longestWait(beforeAttempt: place.attempts)
            let (now, hours) = (line.desk.now(), pace.givesUpAfterHours)
            if place.isOver(isAnswered: isAnswered, at: now, hours: hours),
                message.type != StreamWorker.skipType
            {
                return try await giveUp(waiting, for: .late, &place)
            }
            try await Task.sleep(for: .seconds(seconds ?? Double.random(in: 0...longest)))
        }
    }

    func next(after head: StreamHead) throws -> WaitingMessage? {
        try line.desk.site.read {
            try $0.waitingMessages(in: stream.text, from: head.sequence + 1, limit: 1)
        }.first
    }

    /// Whether both have signed what a message falls under, and the witness lets it go; it waits as long as not.
    private func mayGo(_ message: ExchangeQueued) throws -> Bool {
        guard try ExchangeSide.beforeAgreement.contains(message.type) || line.desk.isAgreedToday() else {
            return false
        }
        return lets(line.desk.impact(of: message.type))
    }

    /// Lets something else stand in a message's place, unless the partner turns out to have taken it: an answer may have been lost.
    private func giveUp(
        _ waiting: WaitingMessage,
        for reason: ExchangeSkipped.Reason,
        _ place: inout Place
    ) async throws {
        if let id = waiting.id, let taken = try await taken(id) {
            place = note(waiting, id, hash: taken.hash, index: taken.index)
        } else {
            try await line.desk.skip(waiting, for: reason)
            place = Place(after: place.head)
        }
    }

    /// Notes what the partner has taken; where the stream stands then.
    func note(
        _ waiting: WaitingMessage,
        _ id: String,
        hash: [UInt8],
        index: UInt64,
        carrierHash: String? = nil
    ) -> Place {
        notes.add(
            ExchangeDelivered.Receipt(
                id: id,
                stream: stream.text,
                sequence: waiting.sequence,
                hash: Data(hash),
                index: index,
                carrierHash: carrierHash
            )
        )
        return Place(after: StreamHead(sequence: waiting.sequence, hash: hash))
    }

    private static let skipType = "stream.skip/1"

    private enum Outcome {
        case taken(index: UInt64, carrierHash: String?)
        case refused(code: String)
        /// To be tried again; whether the partner itself says so.
        case again(afterSeconds: Double?, isAnswered: Bool)
        /// Nothing is wrong with the message: people of both sides have to do something first, however long that takes.
        case unfit(seconds: Double)
    }

    private func outcome(of parcel: Parcel, since: Moment) async throws -> Outcome {
        let envelope = parcel.envelope
        var record = OperationalRecord(.client, requestInAt: since)
        record.requestOutAt = line.desk.now()
        let sent: PartnerClient.Sent
        do {
            sent = try await client.send(envelope, body: parcel.body, officer: parcel.officer)
        } catch let unanswered as PartnerClient.Unanswered {
            breaker.failed(at: .now)
            record.write(envelope, requestSize: parcel.body.count, answer: nil, at: line.desk.now(), logger)
            guard case .later(let seconds) = unanswered else {
                return .again(afterSeconds: nil, isAnswered: false)
            }
            return .again(afterSeconds: Double(seconds), isAnswered: false)
        } catch {
            // Whoever was let through alone has to say what came of it.
            breaker.failed(at: .now)
            throw error
        }
        breaker.succeeded()
        let answer = sent.answer
        record.write(envelope, requestSize: parcel.body.count, answer: answer, at: line.desk.now(), logger)
        let code = { (try? CanonicalJSON(answer.body))?["code"]?.text ?? "unknown" }
        switch answer.status {
        case 200..<300:
            guard let index = answer.logIndex else { return .again(afterSeconds: nil, isAnswered: true) }
            return .taken(index: index, carrierHash: sent.carrierHash)
        case 503 where code() == "stopped": return .unfit(seconds: pace.waitingSeconds)
        case 408, 425, 429, 500...: return .again(afterSeconds: nil, isAnswered: true)
        default: return try await outcome(code(), envelope, answer)
        }
    }

    private func outcome(_ code: String, _ envelope: Envelope, _ answer: VerifiedAnswer) async throws
        -> Outcome
    {
        switch code {
        case "agreement-unsigned": return .unfit(seconds: pace.waitingSeconds)
        case "sequence-gap":
            try await line.desk.alarm(
                code,
                stream: stream.text,
                finding: "sent \(envelope.sequence), expected \(answer.expectedSequence ?? 0)"
            )
            return .unfit(seconds: pace.longestRetrySeconds)
        default: return .refused(code: code)
        }
    }
}
